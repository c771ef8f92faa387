"""`gdpr-kg evaluate` as a person or a script meets it."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from kg.cli import evaluation
from kg.errors import InputError, UnknownName
from tests.kg.evaluation.writing import DECISION, record, write

MISSED = DECISION | {"fine": {"amount": 9_000_000, "currency": "EUR"}}


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> typer.Typer:
    monkeypatch.setenv("COLUMNS", "120")
    made = typer.Typer()
    made.callback()(lambda: None)
    evaluation.add_to(made)
    return made


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "set.jsonl", record("right", DECISION), record("wrong", MISSED))


def run(app: typer.Typer, *arguments: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def test_the_tables(app: typer.Typer, gold: Path) -> None:
    done = run(app, gold)
    assert done.exit_code == 0
    assert "set: 2 texts" in done.stdout
    [fine] = [line.split() for line in done.stdout.splitlines() if line.split()[:1] == ["fine"] and "0.5" in line]
    assert fine[:7] == ["fine", "0.500", "0.500", "0.500", "1", "1", "1"]
    assert "other sum of the text" in done.stdout
    assert "Calibration" in done.stdout


def test_json(app: typer.Typer, gold: Path) -> None:
    numbers = json.loads(run(app, gold, "--json").stdout)
    assert numbers["fields"]["fine"] == {"p": 0.5, "r": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1}
    assert [(miss["id"], miss["expected"]) for miss in numbers["misses"] if miss["field"] == "fine"] == [
        ("wrong", "9000000 EUR")
    ]


def test_the_misses_of_a_field_with_their_sentences(app: typer.Typer, gold: Path) -> None:
    done = run(app, gold, "--errors", "fine")
    head, *sentences = done.stdout.splitlines()
    assert head == "wrong: found 75000 EUR, expected 9000000 EUR"
    assert any("turnover of EUR 9 million" in sentence for sentence in sentences)
    assert "spokesman" not in done.stdout


def test_the_report(app: typer.Typer, gold: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert run(app, gold, "--html", report, "--set", "shops").exit_code == 0
    assert "Evaluation of shops" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(("least", "code"), [(0.5, 0), (0.6, 1)])
def test_floors(app: typer.Typer, gold: Path, tmp_path: Path, least: float, code: int) -> None:
    floors = write(tmp_path / "floors.json", {"set": {"fine": least}})
    done = run(app, gold, "--floors", floors)
    assert done.exit_code == code
    assert ("fine: F1 0.5000 is below its floor" in done.stderr) is bool(code)


def test_lines_that_cannot_be_used_are_named(app: typer.Typer, tmp_path: Path) -> None:
    done = run(app, write(tmp_path / "set.jsonl", record("right", DECISION), "{broken"))
    assert done.exit_code == 1
    assert "set.jsonl:2: not JSON" in done.stderr
    assert "set: 1 texts" in done.stdout


def test_texts_from_elsewhere_and_one_language(app: typer.Typer, tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record("a", DECISION, text=None), record("b", text=None))
    articles = write(tmp_path / "all.jsonl", record("a"), record("b", lang="de"))
    numbers = json.loads(run(app, gold, "--articles", articles, "--language", "en", "--json").stdout)
    assert numbers["texts"] == 1


def test_mistakes_are_errors_of_ours(app: typer.Typer, gold: Path, tmp_path: Path) -> None:
    assert isinstance(run(app, tmp_path / "missing.jsonl").exception, InputError)
    assert isinstance(run(app, gold, "--errors", "fines").exception, UnknownName)
    assert isinstance(run(app, gold, "--html", tmp_path).exception, InputError)
    assert isinstance(run(app, gold, "--floors", write(tmp_path / "f.json", "{}")).exception, UnknownName)
