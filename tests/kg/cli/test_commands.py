"""The command line as a person or a script meets it: output, messages, exit codes."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard

from kg.graph.store.live import open_store
from kg.settings import Settings
from ontology.questions import questions

ARTICLE = (
    "The Dutch Data Protection Authority has fined the web shop Tulpenveld B.V. EUR 75,000 for infringing Article 32 "
    "of the GDPR.\n"
)
DECISIONS = "SELECT ?d WHERE { ?d a <https://w3id.org/gdpr-enforcement/ns#EnforcementDecision> } ORDER BY ?d"


def run(
    *arguments: str, folder: Path, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GDPR_KG_")}
    environ |= {"GDPR_KG_DATA_DIR": str(folder), "COLUMNS": "120"} | (env or {})
    command = [sys.executable, "-c", "from kg.cli import main; main()", *arguments]
    return subprocess.run(command, input=stdin, env=environ, capture_output=True, text=True, check=False, timeout=60)


def test_extract_prints_a_json_object_for_each_article(tmp_path: Path) -> None:
    done = run("extract", "-", folder=tmp_path, stdin=ARTICLE)
    assert (done.returncode, done.stderr) == (0, "")
    [record] = [json.loads(line) for line in done.stdout.splitlines()]
    [decision] = record["decisions"]
    assert decision["fine"] == {"amount": 75000, "currency": "EUR"} | decision["fine"]
    assert decision["authority"]["id"] == "nl/ap"
    assert decision["articles"] == ["32"]
    assert [party["name"] for party in decision["controllers"]] == ["Tulpenveld B.V."]
    assert list(tmp_path.iterdir()) == []


def test_extract_pretty_shows_text_and_facts(tmp_path: Path) -> None:
    done = run("extract", "--pretty", "-", folder=tmp_path, stdin=ARTICLE)
    assert "Decision 1" in done.stdout
    assert "75000 EUR" in done.stdout
    assert "Tulpenveld B.V. (controller)" in done.stdout


def test_rejects_are_named_and_change_the_exit_code(tmp_path: Path) -> None:
    records = json.dumps({"text": ARTICLE}) + "\n{broken\n"
    done = run("extract", "-", folder=tmp_path, stdin=records)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert ":2:" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "env", "code", "message"),
    [
        (("extract", "no-such-file.txt"), {}, 3, "no-such-file.txt"),
        (("stats",), {}, 4, "gdpr-kg ingest"),
        (("query", "SELECT * WHERE { ?s ?p ?o }"), {}, 4, "gdpr-kg ingest"),
        (("query",), {}, 2, "SPARQL"),
        (("ask", "no-such-question"), {}, 2, "no-such-question"),
        (
            ("extract", "-"),
            {"GDPR_KG_WORKER": "2", "GDPR_KG_WORKERS": "many"},
            2,
            "GDPR_KG_WORKER: there is no such setting",
        ),
        (("ingest", "-"), {"GDPR_KG_WORKERS": "many"}, 2, "GDPR_KG_WORKERS"),
        (("nonsense",), {}, 2, "nonsense"),
    ],
)
def test_mistakes_are_named(
    arguments: tuple[str, ...], env: dict[str, str], code: int, message: str, tmp_path: Path
) -> None:
    done = run(*arguments, folder=tmp_path, env=env)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_folder_without_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = run("ingest", str(tmp_path / "nothing"), folder=tmp_path / "kg")
    assert (done.returncode, done.stdout) == (3, "")
    assert str(tmp_path / "nothing") in done.stderr


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == f"gdpr-kg: cannot listen on 127.0.0.1:{port}: Address already in use\n"


def test_a_store_that_another_process_holds_is_named(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg/store"):
        done = run("ingest", "-", folder=tmp_path / "kg", stdin=ARTICLE)
    assert done.returncode == 4
    assert str(os.getpid()) in done.stderr


def test_from_article_to_answer(tmp_path: Path) -> None:
    done = run("ingest", "-", "--report", str(tmp_path / "report.json"), folder=tmp_path / "kg", stdin=ARTICLE)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["new"] == 1
    answer = json.loads(run("query", DECISIONS, folder=tmp_path / "kg").stdout)
    assert len(answer["results"]["bindings"]) == 1


class TestOnTheCorpus:
    def ask(self, instance: Settings, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return run(*arguments, folder=instance.data_dir, stdin=stdin)

    @pytest.mark.parametrize(
        ("output", "start"),
        [("table", "┏"), ("json", '{"head"'), ("xml", "<?xml"), ("csv", "d\r\n"), ("tsv", "?d\n")],
    )
    def test_query_formats(self, corpus_instance: Settings, output: str, start: str) -> None:
        done = self.ask(corpus_instance, "query", "--format", output, DECISIONS)
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(start.replace("\r", "")), done.stdout[:50]

    def test_a_graph_as_turtle(self, corpus_instance: Settings) -> None:
        done = self.ask(corpus_instance, "query", "--format", "turtle", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1")
        assert done.returncode == 0
        assert done.stdout.rstrip().endswith(".")

    @pytest.mark.parametrize(
        ("text", "code", "message"),
        [
            ("SELECT ?x WHERE {", 2, ""),
            ("SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 2, "SERVICE"),
            ("CLEAR ALL", 2, ""),
        ],
    )
    def test_bad_queries(self, corpus_instance: Settings, text: str, code: int, message: str) -> None:
        done = self.ask(corpus_instance, "query", text)
        assert done.returncode == code
        assert message in done.stderr
        assert done.stderr.startswith("gdpr-kg: ")

    def test_query_from_standard_input(self, corpus_instance: Settings) -> None:
        done = self.ask(corpus_instance, "query", "-f", "-", stdin=DECISIONS)
        assert len(json.loads(done.stdout)["results"]["bindings"]) > 20

    def test_ask_lists_questions(self, corpus_instance: Settings) -> None:
        done = self.ask(corpus_instance, "ask")
        assert done.returncode == 0
        assert {name for name in questions() if name not in done.stdout.split()} == set()

    def test_ask_with_a_parameter(self, corpus_instance: Settings) -> None:
        done = self.ask(corpus_instance, "ask", "decisions-of-authority", "--authority", "fr/cnil", "--format", "json")
        assert done.returncode == 0, done.stderr
        assert len(json.loads(done.stdout)["results"]["bindings"]) >= 1

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("decisions-of-authority", "--authority", "fr/nobody"), "fr/nobody"),
            (("decisions-of-authority", "--colour", "red"), "colour"),
            (("decisions-of-authority", "--authority"), "--authority"),
            (("decisions-of-authority", "fr/cnil"), "fr/cnil"),
            (("decisions-on-organisation",), "--name"),
            (("decisions-on-provision", "--provision", "100"), "100"),
        ],
    )
    def test_ask_with_wrong_parameters(
        self, corpus_instance: Settings, arguments: tuple[str, ...], message: str
    ) -> None:
        done = self.ask(corpus_instance, "ask", *arguments)
        assert done.returncode == 2
        assert message in done.stderr

    @pytest.mark.parametrize("output", ["nquads", "trig", "turtle"])
    def test_export(self, corpus_instance: Settings, output: str) -> None:
        done = self.ask(corpus_instance, "export", "--format", output)
        assert done.returncode == 0
        assert "EnforcementDecision" in done.stdout

    @pytest.mark.parametrize(
        ("name", "more", "format_"),
        [
            ("graph.nq", (), "nquads"),
            ("graph.trig.zst", (), "trig"),
            ("graph.ttl", ("--zstd",), "turtle"),
            ("graph", ("--format", "turtle"), "turtle"),
        ],
    )
    def test_export_to_a_file_by_its_name(
        self, corpus_instance: Settings, tmp_path: Path, name: str, more: tuple[str, ...], format_: str
    ) -> None:
        done = self.ask(corpus_instance, "export", str(tmp_path / name), *more)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        content = (tmp_path / name).read_bytes()
        if name.endswith(".zst") or more == ("--zstd",):
            content = zstandard.ZstdDecompressor().decompressobj().decompress(content)
        assert content.decode() == self.ask(corpus_instance, "export", "--format", format_).stdout
        assert [path.name for path in tmp_path.iterdir()] == [name]

    def test_check_finds_no_violation(self, corpus_instance: Settings) -> None:
        done = self.ask(corpus_instance, "check")
        assert done.returncode == 0, done.stdout

    def test_stats(self, corpus_instance: Settings) -> None:
        assert "decisions" in self.ask(corpus_instance, "stats").stdout
