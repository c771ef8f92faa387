"""The ledger by itself: what can go wrong with its file, and what it remembers when a run is broken off."""

import sqlite3
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ids import article_id
from kg.ingest.ledger import VERSION, open_ledger
from kg.ingest.shard import Failure, outcome_of
from kg.model import Article
from kg.sources.record import Place, Record, to_record
from tests.kg.ingest.extractors import PIPELINE, extract

FINGERPRINT = PIPELINE.fingerprint


def record(text: str, **more: object) -> Record:
    return to_record({"text": text, **more}, Place("in.jsonl", 1))


FINE, OTHER, DULL = record("FINE 10 fr/cnil Acme"), record("FINE 20 fr/cnil Acme"), record("dull")


def test_a_text_is_asked_for_once(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        assert ledger.read([FINE, DULL, FINE], PIPELINE) == [FINE.article]
        assert ledger.read([FINE], PIPELINE) == []
        ledger.store(FINE.article, extract(FINE.article), FINGERPRINT)
        assert ledger.read([FINE, OTHER], PIPELINE) == [OTHER.article]


def test_a_failed_text_is_not_asked_for_again_in_the_same_run(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        ledger.read([FINE], PIPELINE)
        ledger.store(FINE.article, Failure("bad luck"), FINGERPRINT)
        assert ledger.read([FINE], PIPELINE) == []
    with open_ledger(tmp_path / "l") as ledger:
        assert ledger.read([FINE], PIPELINE) == [FINE.article]


def test_extractions_outlive_a_run_that_is_broken_off(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        ledger.read([FINE, OTHER], PIPELINE)
        ledger.store(FINE.article, extract(FINE.article), FINGERPRINT)
    with open_ledger(tmp_path / "l") as ledger:
        ledger.begin()
        assert ledger.counts() == {}
        assert ledger.read([FINE, OTHER], PIPELINE) == [OTHER.article]
        ledger.settle()
        assert [source.article_id for source in ledger.sources()] == [article_id(FINE.article)]


def test_what_was_left_lying_is_pending(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        ledger.read([FINE, OTHER, DULL], PIPELINE)
        ledger.store(FINE.article, extract(FINE.article), FINGERPRINT)
        ledger.settle()
        assert list(ledger.pending(FINGERPRINT)) == [OTHER.article]
        assert {article.text for article in ledger.pending("another")} == {FINE.article.text, OTHER.article.text}


def test_a_text_is_extracted_again_under_the_date_of_its_first_record(tmp_path: Path) -> None:
    late, early = (
        record("FINE 10 fr/cnil Acme", url=f"http://n/{day}", published=day) for day in ("2024-02", "2024-01")
    )
    with open_ledger(tmp_path / "l") as ledger:
        for article in ledger.read([late, early], PIPELINE):
            ledger.store(article, extract(article), FINGERPRINT)
        ledger.settle()
        assert list(ledger.pending(FINGERPRINT)) == [early.article]
        ledger.store(early.article, extract(early.article), FINGERPRINT)
        assert list(ledger.pending(FINGERPRINT)) == []
        assert list(ledger.articles()) == [(early.article, FINGERPRINT)]


def test_irrelevant_texts_are_not_kept(tmp_path: Path) -> None:
    empty = record("NOTHING of use")
    with open_ledger(tmp_path / "l") as ledger:
        ledger.read([empty, DULL], PIPELINE)
        ledger.store(empty.article, extract(empty.article), FINGERPRINT)
        ledger.settle()
        assert ledger.counts() == {"irrelevant": 2}
        ledger.finish()
        assert ledger.read([empty, DULL], PIPELINE) == []
    with sqlite3.connect(tmp_path / "l") as connection:
        assert connection.execute("SELECT DISTINCT text, claims FROM article").fetchall() == [(None, None)]
    connection.close()


def test_a_transaction_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> "list[Record]":
        raise KeyboardInterrupt

    with open_ledger(tmp_path / "l") as ledger:
        with pytest.raises(KeyboardInterrupt):
            ledger.read((item for part in ([FINE], None) for item in part or interrupted()), PIPELINE)
        ledger.settle()
        assert ledger.counts() == {}
        assert list(ledger.pending(FINGERPRINT)) == []


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "l"
    path.write_bytes(b"not a database, though long enough to be taken for one" * 100)
    with pytest.raises(StoreError, match=r"/l: file is not a database"), open_ledger(path):
        pass


def test_a_ledger_of_another_version_is_refused(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l"):
        pass
    with sqlite3.connect(tmp_path / "l") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(StoreError, match=f"of version {VERSION + 1}, not {VERSION}"), open_ledger(tmp_path / "l"):
        pass


def test_digests_and_notes(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as ledger:
        ledger.keep_digests({"a": "1", "b": "2"})
        ledger.keep_digests({"a": None, "c": "3", "d": None})
        ledger.keep_note("n", "x")
    with open_ledger(tmp_path / "l") as ledger:
        assert ledger.digests() == {"b": "2", "c": "3"}
        assert (ledger.note("n"), ledger.note("m")) == ("x", None)
        ledger.forget_store()
        assert (ledger.digests(), ledger.note("n")) == ({}, None)


def test_an_error_that_quotes_the_text_is_cut() -> None:
    def quoting(article: Article) -> None:
        raise ValueError(article.text)

    outcome = outcome_of(quoting, Article("k", "x" * 10_000))  # type: ignore[arg-type]
    assert isinstance(outcome, Failure)
    assert len(outcome.reason) == 300
