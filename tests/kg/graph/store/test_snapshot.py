"""A snapshot is served whole or not at all."""

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.store.live import open_store
from kg.graph.store.snapshot import current_snapshot, next_snapshot, open_snapshot, publish
from kg.graph.terms import Iri, Quad, Unit, literal

D = Iri("http://things.example/decision/1")


def snapshot(data_dir: Path, number: int, kept_seconds: float = 0.0) -> Path:
    """Publish a snapshot whose only fact is a number."""
    with open_store(data_dir / "store") as store:
        store.apply([Unit(D, frozenset({Quad(D, Iri("http://terms.example/p"), literal(number))}))])
        folder = next_snapshot(data_dir)
        store.checkpoint(folder / "store")
    publish(data_dir, folder, kept_seconds)
    return folder


def names(data_dir: Path) -> list[str]:
    return sorted(path.name for path in (data_dir / "snapshots").iterdir())


def test_before_the_first_there_is_advice(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing ingested yet: run gdpr-kg ingest"):
        current_snapshot(tmp_path)


def test_readers_find_the_last_and_keep_the_one_before(tmp_path: Path) -> None:
    first = snapshot(tmp_path, 1)
    assert current_snapshot(tmp_path) == first == tmp_path / "snapshots" / "000001"
    reader = open_snapshot(first)
    second = snapshot(tmp_path, 2)
    assert current_snapshot(tmp_path) == second
    assert [quad.object for quad in reader.quads()] == [literal(1)]
    assert [quad.object for quad in open_snapshot(second).quads()] == [literal(2)]
    assert len(open_snapshot(second)) == 1
    snapshot(tmp_path, 3)
    assert names(tmp_path) == ["000002", "000003"]


def test_what_was_just_replaced_stays_for_those_who_read_it(tmp_path: Path) -> None:
    for number in range(4):
        snapshot(tmp_path, number, kept_seconds=60)
    assert len(names(tmp_path)) == 4
    snapshot(tmp_path, 4)
    assert len(names(tmp_path)) == 2


def test_a_block_closes_a_snapshot(tmp_path: Path) -> None:
    with open_snapshot(snapshot(tmp_path, 1)) as reader:
        assert len(reader) == 1
    with pytest.raises(StoreError, match="closed"):
        list(reader.quads())


def test_what_a_dead_run_left_goes(tmp_path: Path) -> None:
    snapshot(tmp_path, 1)
    (next_snapshot(tmp_path) / "half").write_text("…", encoding="utf-8")
    folder = next_snapshot(tmp_path)
    assert list(folder.iterdir()) == []
    assert names(tmp_path) == ["000001", "000002"]
    assert current_snapshot(tmp_path).name == "000001"


@pytest.mark.parametrize("text", ["../../etc", "", "7", "000009", "\u00e9"])
def test_a_broken_pointer_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "CURRENT").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="CURRENT"):
        current_snapshot(tmp_path)


def test_a_snapshot_without_a_store_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="store"):
        open_snapshot(tmp_path)
