"""What becomes of every record, run after run; and what the graph then says."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.graph.store.snapshot import current_snapshot, open_snapshot
from kg.graph.terms import Literal, Quad
from kg.ids import digest
from kg.ingest.pipeline import Pipeline
from kg.ingest.report import IngestReport
from kg.ingest.run import ingest
from kg.model import Article, Extraction, Reject
from kg.settings import Settings
from tests.conftest import Silent
from tests.kg.ingest.extractors import PIPELINE, extract

Row = dict[str, object]
A, B, C = (f"FINE {sum_} fr/cnil Acme" for sum_ in (1100, 1200, 1300))


class Instance:
    """A data directory, and a way to ingest rows into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ingest(
        self, *rows: Row, pipeline: Pipeline = PIPELINE, workers: int = 1, name: str = "in.jsonl"
    ) -> IngestReport:
        source = self.folder / name
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        settings = Settings.model_validate({"data_dir": self.folder / "kg", "workers": workers})
        return ingest([str(source)], settings, Silent(), pipeline, 5.0)

    @property
    def snapshot(self) -> str:
        return current_snapshot(self.folder / "kg").name

    def quads(self) -> set[Quad]:
        return {quad for quad in self.all_quads() if "/id/" in (quad.graph or quad.subject).value}

    def all_quads(self) -> set[Quad]:
        with open_snapshot(current_snapshot(self.folder / "kg")) as store:
            return set(store.quads())

    def values(self, predicate: str) -> list[str]:
        """The distinct literals of all predicates that end so, sorted."""
        found = {quad.object for quad in self.quads() if quad.predicate.value.endswith(predicate)}
        return sorted(term.lexical for term in found if isinstance(term, Literal))

    def sums(self) -> list[str]:
        return self.values("#totalFineEUR")


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    return Instance(tmp_path)


def fates(report: IngestReport) -> dict[str, int]:
    """The counts that are not nought; they add up to what was read."""
    counts = {
        name: getattr(report, name) for name in ("new", "replaced", "unchanged", "duplicates", "irrelevant", "rejected")
    }
    assert sum(counts.values()) == report.read == report.to_json()["read"]
    return {name: count for name, count in counts.items() if count}


def test_every_fate(instance: Instance) -> None:
    report = instance.ingest(
        {"url": "http://n.example/1", "text": A},
        {"url": "http://n.example/2", "text": A},
        {"url": "http://n.example/3", "text": B},
        {"text": "of no interest"},
        {"text": "NOTHING in capitals"},
        {"text": ""},
        {"text": "RAISE"},
    )
    assert fates(report) == {"new": 2, "duplicates": 1, "irrelevant": 2, "rejected": 2}
    assert [(item.line, item.reason) for item in report.rejects] == [
        (6, "no text"),
        (7, "extraction failed: ValueError: no such luck"),
    ]
    assert report.decisions == len(instance.sums()) == 2


def test_a_run_without_anything_of_use_publishes_an_empty_graph(instance: Instance) -> None:
    assert fates(instance.ingest({"text": "dull"}, {"text": ""})) == {"irrelevant": 1, "rejected": 1}
    assert instance.sums() == []
    assert fates(instance.ingest()) == {}
    assert instance.snapshot == "000001"


def test_twice_is_once(instance: Instance) -> None:
    rows: list[Row] = [{"url": "http://n.example/1", "text": A}, {"id": "2", "text": B}, {"text": C}, {"text": "dull"}]
    instance.ingest(*rows)
    before = instance.quads()
    assert fates(instance.ingest(*rows)) == {"unchanged": 3, "irrelevant": 1}
    assert instance.snapshot == "000001", "nothing changed, so nothing is published"
    assert instance.quads() == before


@pytest.mark.parametrize("own", [{"url": "http://n.example/1"}, {"id": "story"}])
def test_a_new_text_replaces_the_former(own: Row, instance: Instance) -> None:
    instance.ingest({**own, "text": A}, {"text": B})
    assert fates(instance.ingest({**own, "text": C}, {"text": B})) == {"replaced": 1, "unchanged": 1}
    assert instance.sums() == ["1200", "1300"]
    assert fates(instance.ingest({**own, "text": "dull"})) == {"irrelevant": 1}
    assert instance.sums() == ["1200"]
    assert fates(instance.ingest({**own, "text": A})) == {"replaced": 1}
    assert instance.sums() == ["1100", "1200"]


def test_the_same_id_in_another_file_is_another_record(instance: Instance) -> None:
    instance.ingest({"id": "1", "text": A})
    assert fates(instance.ingest({"id": "1", "text": B}, name="other.jsonl")) == {"new": 1}
    assert instance.sums() == ["1100", "1200"]


def test_a_record_without_a_name_replaces_nothing(instance: Instance) -> None:
    instance.ingest({"text": A})
    assert fates(instance.ingest({"text": B})) == {"new": 1}
    assert instance.sums() == ["1100", "1200"]


def test_new_metadata_of_the_same_text_is_a_replacement(instance: Instance) -> None:
    row: Row = {"url": "http://n.example/1", "text": A}
    instance.ingest(row)
    assert fates(instance.ingest({**row, "published": "2024-05-03"})) == {"replaced": 1}
    assert instance.values("datePublished") == ["2024-05-03"]


def test_a_text_has_the_metadata_of_its_first_record(instance: Instance) -> None:
    instance.ingest({"url": "http://n.example/1", "text": A, "published": "2024-05-03"})
    late: Row = {"url": "http://n.example/0", "text": A, "published": "2024-06-01"}
    early: Row = {"url": "http://n.example/2", "text": A, "published": "2024-05-01"}
    assert fates(instance.ingest(late)) == {"duplicates": 1}
    assert instance.values("datePublished") == ["2024-05-03"]
    assert fates(instance.ingest(early)) == {"duplicates": 1}
    assert instance.values("datePublished") == ["2024-05-01"]
    assert fates(instance.ingest({**early, "text": B})) == {"replaced": 1}
    assert instance.values("datePublished") == ["2024-05-01", "2024-05-03"]


def test_of_the_versions_in_one_run_the_latest_counts(instance: Instance) -> None:
    url = {"url": "http://n.example/1"}
    report = instance.ingest(
        {**url, "text": A, "published": "2024-05-03"},
        {**url, "text": B, "published": "2024-05-04"},
        {**url, "text": C},
    )
    assert fates(report) == {"new": 1, "duplicates": 2}
    assert instance.sums() == ["1200"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_and_workers_make_no_difference(seed: int, tmp_path: Path) -> None:
    rows: list[Row] = [
        {"text": f"FINE {1000 + n * 31 % 10} fr/cnil Acme{n * 17 % 4}", **more}
        for n in range(60)
        for more in ({"url": f"http://n.example/{n % 20}", "published": f"2024-05-{1 + n % 3:02}"}, {}, {"title": "T"})
    ]
    one, other = Instance(tmp_path / "one"), Instance(tmp_path / "other")
    report = one.ingest(*rows)
    shuffled = sorted(rows, key=lambda row: digest(f"{seed} {row}"))
    assert other.ingest(*shuffled, workers=3) == replace(report, rejects=())
    assert one.quads() == other.quads()


def later(article: Article) -> Extraction:
    """An extractor of a later version: it misses what the former one found in texts of one organisation."""
    return Extraction((), ()) if "Gone" in article.text else extract(article)


def test_a_changed_pipeline_extracts_again_also_what_is_not_read(instance: Instance) -> None:
    instance.ingest({"text": A}, {"text": "FINE 5000 fr/cnil Gone"}, {"text": "quiet FINE 6000 fr/cnil Acme"})
    assert instance.sums() == ["1100", "5000", "6000"]
    changed = replace(PIPELINE, extract=later, fingerprint="fedcba9876543210")
    assert fates(instance.ingest(pipeline=changed)) == {}
    assert instance.sums() == ["1100", "6000"]
    assert {quad.subject.value[-16:] for quad in instance.quads() if "/run/" in quad.subject.value} == {
        "fedcba9876543210"
    }


def broken(article: Article) -> Extraction:
    """An extractor that fails on everything."""
    raise LookupError(article.key)


def test_what_a_changed_pipeline_fails_on_is_named_and_comes_back_when_it_is_mended(instance: Instance) -> None:
    url = "http://n.example/1"
    instance.ingest({"url": url, "text": A})
    report = instance.ingest(pipeline=replace(PIPELINE, extract=broken, fingerprint="bad"))
    assert report.rejects == (Reject(url, None, "extraction failed: LookupError: in.jsonl:1"),)
    assert fates(report) == {"rejected": 1}
    assert instance.sums() == []
    instance.ingest()
    assert instance.sums() == ["1100"]


def test_what_failed_is_tried_again_when_it_is_read_again(instance: Instance) -> None:
    instance.ingest({"text": A}, pipeline=replace(PIPELINE, extract=broken))
    assert fates(instance.ingest()) == {}, "it is not tried again by itself"
    assert fates(instance.ingest({"text": A})) == {"unchanged": 1}
    assert instance.sums() == ["1100"]


def test_another_base_moves_every_name(instance: Instance) -> None:
    instance.ingest({"text": A})
    settings = Settings.model_validate({"data_dir": instance.folder / "kg", "base_iri": "https://kg.example/id/"})
    ingest([str(instance.folder / "in.jsonl")], settings, Silent(), PIPELINE)
    names = {(quad.graph or quad.subject).value for quad in instance.quads()}
    assert any(name.startswith("https://kg.example/id/decision/") for name in names)
    assert not any(name.startswith("https://w3id.org/gdpr-enforcement/id/decision/") for name in names)


def test_a_missing_path_is_an_error_before_anything_is_made(tmp_path: Path) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path / "kg"})
    with pytest.raises(InputError, match="nowhere"):
        ingest([str(tmp_path), "nowhere"], settings, Silent(), PIPELINE)
    assert not (tmp_path / "kg").exists()


class Told(Silent):
    """Progress that is written down."""

    def __init__(self) -> None:
        self.said: list[object] = []

    def start(self, total_bytes: int | None) -> None:
        self.said.append(total_bytes)

    def advance(self, done_bytes: int, articles: int) -> None:
        self.said.append((done_bytes, articles))

    def stage(self, name: str) -> None:
        self.said.append(name)


def texts() -> Iterator[str]:
    yield from (f"FINE {n} fr/cnil Acme" for n in range(100))


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    for n, text in enumerate(texts()):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    size = sum(len(text) for text in texts())
    told = Told()
    settings = Settings.model_validate({"data_dir": tmp_path / ".kg", "workers": 1})
    ingest([str(tmp_path)], settings, told, PIPELINE)
    assert told.said[0] == size
    assert [item for item in told.said if isinstance(item, str)] == ["extracting", "extracting again", "publishing"]
    steps = [item for item in told.said if isinstance(item, tuple)]
    assert steps == sorted(steps)
    assert steps[-1] == (size, 100)


def test_the_report_is_the_same_for_the_same_input(instance: Instance) -> None:
    report = instance.ingest({"text": A}, {"text": ""})
    assert report.to_json() == {
        "read": 2,
        "new": 1,
        "replaced": 0,
        "unchanged": 0,
        "duplicates": 0,
        "irrelevant": 0,
        "rejected": 1,
        "decisions": 1,
        "rejects": [{"file": str(instance.folder / "in.jsonl"), "line": 2, "reason": "no text"}],
    }
    assert "2 records" in str(report)
    assert "1 rejected" in str(report)
