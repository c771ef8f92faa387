"""A snapshot is served whole or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.store.live import open_store
from kg.graph.store.snapshot import (
    current_snapshot,
    is_behind,
    next_snapshot,
    open_snapshot,
    prepare_changes,
    publish,
    publish_changes,
)
from kg.graph.terms import Iri, Quad, Unit, literal

D = Iri("http://things.example/decision/1")


def snapshot(data_dir: Path, number: int) -> Path:
    """Publish a snapshot whose only fact is a number."""
    with open_store(data_dir / "store") as store:
        store.apply([Unit(D, frozenset({Quad(D, Iri("http://terms.example/p"), literal(number))}))])
        folder = next_snapshot(data_dir)
        store.checkpoint(folder / "store")
    publish(data_dir, folder)
    return folder


def names(data_dir: Path) -> list[str]:
    return sorted(path.name for path in (data_dir / "snapshots").iterdir())


def test_before_the_first_there_is_advice(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing ingested yet: run gdpr-kg ingest"):
        current_snapshot(tmp_path)


def test_readers_find_the_last_and_keep_the_one_before(tmp_path: Path) -> None:
    first = snapshot(tmp_path, 1)
    assert current_snapshot(tmp_path) == first == tmp_path / "snapshots" / "000001"
    with open_snapshot(first) as reader:
        second = snapshot(tmp_path, 2)
        assert current_snapshot(tmp_path) == second
        assert [quad.object for quad in reader.quads()] == [literal(1)]
    assert [quad.object for quad in open_snapshot(second).quads()] == [literal(2)]
    assert len(open_snapshot(second)) == 1
    snapshot(tmp_path, 3)
    assert names(tmp_path) == ["000002", "000003"]


def test_what_is_read_stays_as_long_as_it_is(tmp_path: Path) -> None:
    with open_snapshot(snapshot(tmp_path, 0)) as reader:
        for number in range(1, 4):
            snapshot(tmp_path, number)
        assert names(tmp_path) == ["000001", "000003", "000004"]
        assert [quad.object for quad in reader.quads()] == [literal(0)]
    snapshot(tmp_path, 4)
    assert names(tmp_path) == ["000004", "000005"]


def test_what_another_process_reads_stays_until_it_ends(tmp_path: Path) -> None:
    code = "import sys; from kg.graph.store.holding import hold; hold(sys.argv[1]); print(flush=True); input()"
    command = [sys.executable, "-c", code, str(snapshot(tmp_path, 0))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        for number in range(1, 3):
            snapshot(tmp_path, number)
        assert names(tmp_path) == ["000001", "000002", "000003"]
        reader.kill()
    snapshot(tmp_path, 3)
    assert names(tmp_path) == ["000003", "000004"]


def test_of_prepared_snapshots_the_last_is_published_and_the_others_go(tmp_path: Path) -> None:
    snapshot(tmp_path, 0)
    prepared = None
    with open_store(tmp_path / "store") as store:
        for number in range(3):
            store.update(f"INSERT DATA {{ <u:s> <u:p> {number} }}")
            assert is_behind(tmp_path)
            prepared = prepare_changes(store, tmp_path, prepared)
            assert is_behind(tmp_path)
        assert current_snapshot(tmp_path).name == "000001"
        assert prepared is not None
        publish_changes(tmp_path, prepared)
    assert not is_behind(tmp_path)
    assert names(tmp_path) == ["000001", "000004"]
    assert len(open_snapshot(current_snapshot(tmp_path))) == 4
    assert next_snapshot(tmp_path).name == "000005"


def test_what_was_prepared_and_not_published_goes_when_another_writes(tmp_path: Path) -> None:
    snapshot(tmp_path, 0)
    with open_store(tmp_path / "store") as store:
        store.update("INSERT DATA { <u:s> <u:p> 1 }")
        prepare_changes(store, tmp_path)
    assert is_behind(tmp_path)
    assert list(next_snapshot(tmp_path).iterdir()) == []
    assert names(tmp_path) == ["000001", "000002"]


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
