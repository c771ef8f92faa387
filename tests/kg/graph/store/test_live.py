"""A unit is replaced as a whole, twice is once, and a run that dies loses nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError, QueryError, StoreError, StoreLocked
from kg.graph.store.live import LiveStore, open_store, touched_by
from kg.graph.store.snapshot import open_snapshot
from kg.graph.terms import XSD, Iri, Literal, Quad, Unit, literal

D = Iri("http://things.example/decision/1")
FINE = Iri(D.value + "#fine")
PART = Iri(D.value + "#fine-part-1")
A = Iri("http://things.example/article/1")
B = Iri("http://things.example/article/2")
P = Iri("http://terms.example/p")


def unit(name: Iri, *quads: Quad) -> Unit:
    return Unit(name, frozenset(quads))


FIRST = unit(
    D,
    Quad(D, P, FINE),
    Quad(FINE, P, PART),
    Quad(PART, P, literal(Decimal("1500.50"))),
    Quad(D, P, Literal("Åbo", language="fi")),
)
SECOND = unit(D, Quad(D, P, literal(3)))
NEIGHBOUR = unit(Iri(D.value + "0"), Quad(Iri(D.value + "0"), P, literal(True)))
ARTICLE = unit(A, Quad(A, P, Literal('a "quoted"\nline'), A), Quad(D, P, literal(7), A))


def kept(folder: Path) -> set[Quad]:
    """What a later run finds."""
    with open_store(folder) as store:
        return set(store.quads())


def test_what_is_applied_is_found_again_as_it_was(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST, NEIGHBOUR, ARTICLE])
    assert kept(tmp_path) == FIRST.quads | NEIGHBOUR.quads | ARTICLE.quads


def test_twice_is_once(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST, ARTICLE])
        store.apply([ARTICLE, FIRST])
        assert sorted(store.quads()) == sorted(FIRST.quads | ARTICLE.quads)


def test_a_replaced_unit_leaves_nothing_and_its_neighbours_stay(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST, NEIGHBOUR, ARTICLE])
        store.apply([SECOND, unit(A, Quad(A, P, literal(1), A))])
        assert set(store.quads()) == SECOND.quads | NEIGHBOUR.quads | {Quad(A, P, literal(1), A)}


def test_a_unit_without_quads_is_gone(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST, ARTICLE, NEIGHBOUR])
        store.apply([unit(D), unit(A)])
    assert kept(tmp_path) == NEIGHBOUR.quads


@pytest.mark.parametrize(
    "stray", [Quad(FINE, P, literal(1)), Quad(Iri("http://other.example/"), P, D), Quad(D, P, D, A)]
)
def test_a_unit_must_be_found_from_its_name(tmp_path: Path, stray: Quad) -> None:
    with open_store(tmp_path) as store:
        with pytest.raises(ValueError, match=r"part of|another unit"):
            store.apply([NEIGHBOUR, unit(D, stray)])
        assert set(store.quads()) == set()


def test_a_name_comes_once(tmp_path: Path) -> None:
    with open_store(tmp_path) as store, pytest.raises(ValueError, match="two units of one name"):
        store.apply([FIRST, SECOND])


def test_a_graph_without_quads_is_no_graph(tmp_path: Path) -> None:
    with open_store(tmp_path / "live") as store:
        store.apply([ARTICLE, unit(B, Quad(B, P, literal(1), B))])
        store.apply([unit(A)])
        store.checkpoint(tmp_path / "db")
    assert [graph.value for graph in ox.Store.read_only(str(tmp_path / "db")).named_graphs()] == [B.value]


def test_one_process_writes_and_the_error_names_it(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from kg.graph.store.live import open_store\n"
    code += "with open_store(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreLocked, match=f"process {other.pid}$"), open_store(tmp_path):
            pass
        other.kill()
    assert kept(tmp_path) == set()


def test_a_failure_of_the_caller_is_not_one_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_store(tmp_path):
        (tmp_path / "missing").read_text()
    with open_store(tmp_path) as store:
        pass
    with pytest.raises(StoreError, match="closed"):
        store.apply([FIRST])


def test_a_folder_that_cannot_be_one_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file"), open_store(tmp_path / "file"):
        pass


def test_a_run_that_dies_before_it_removes_is_completed_by_the_next(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST, ARTICLE])
    code = """
import os, sys
from pathlib import Path
from kg.graph.store import live
from kg.graph.terms import Iri, Unit
with live.open_store(Path(sys.argv[1])) as store:
    live.LiveStore._recover = lambda self: None
    live.LiveStore._complete = lambda self: os._exit(9)
    store.apply([Unit(Iri(name), frozenset()) for name in sys.argv[2:]])
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path), D.value, A.value], check=False)
    assert done.returncode == 9
    assert kept(tmp_path) == set()


def test_what_comes_after_a_failure_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST])
        with monkeypatch.context() as broken:
            broken.setattr(LiveStore, "_complete", full_disk_once(LiveStore._complete))
            with pytest.raises(StoreError, match="no space"):
                store.apply([SECOND])
        store.apply([FIRST])
        assert set(store.quads()) == FIRST.quads


def full_disk_once(complete: Callable[[LiveStore], None]) -> Callable[[LiveStore], None]:
    """Removal that works before anything is written, and fails after."""
    calls: list[LiveStore] = []

    def run(store: LiveStore) -> None:
        calls.append(store)
        if len(calls) == 2:
            raise OSError("no space")
        complete(store)

    return run


def test_a_checkpoint_is_a_store_of_its_own(tmp_path: Path) -> None:
    with open_store(tmp_path / "live") as store:
        store.apply([FIRST])
        (tmp_path / "copy").mkdir()
        store.checkpoint(tmp_path / "copy" / "db")
        store.apply([SECOND])
        with pytest.raises(StoreError, match="copy"):
            store.checkpoint(tmp_path / "copy" / "db")
    assert kept(tmp_path / "copy") == FIRST.quads


def turtle(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text("@prefix t: <http://terms.example/> .\n" + text, encoding="utf-8")
    return path


def test_reference_data_is_replaced_and_facts_stay(tmp_path: Path) -> None:
    one = turtle(tmp_path, "one.ttl", 't:A t:p "one"@en .')
    two = turtle(tmp_path, "two.ttl", "t:B t:p 2 .")
    with open_store(tmp_path / "store") as store:
        store.apply([FIRST])
        store.replace_reference([one, two])
        store.replace_reference([two])
        store.replace_reference([two])
        assert set(store.quads()) == FIRST.quads | {Quad(Iri("http://terms.example/B"), P, literal(2))}


def test_reference_data_of_a_run_that_dies_is_not_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = turtle(tmp_path, "one.ttl", "t:A t:p 1 ."), turtle(tmp_path, "two.ttl", "t:B t:p 2 .")
    with open_store(tmp_path / "store") as store, monkeypatch.context() as broken:
        broken.setattr(LiveStore, "_complete", full_disk_once(LiveStore._complete))
        with pytest.raises(StoreError, match="no space"):
            store.replace_reference([one])
    with open_store(tmp_path / "store") as store:
        store.replace_reference([two])
        assert set(store.quads()) == {Quad(Iri("http://terms.example/B"), P, literal(2))}


@pytest.mark.parametrize("text", ["t:A t:p [] .", "t:A t:p", "t:A t:p <not an iri> ."])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    path = turtle(tmp_path, "broken.ttl", text)
    with open_store(tmp_path / "store") as store, pytest.raises(OntologyError, match=r"broken\.ttl"):
        store.replace_reference([path])


def test_the_lock_of_a_dead_process_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text(f"{os.getpid()}\n")
    assert kept(tmp_path) == set()


def test_an_update_is_one_transaction_and_is_noted(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST])
        with pytest.raises(QueryError, match="nothing was changed"):
            store.update("DROP ALL ; CREATE GRAPH <u:g> ; CREATE GRAPH <u:g>")
        states = [(store.touched, touched_by(tmp_path))]
        assert set(store.quads()) == FIRST.quads
        store.update("DROP ALL")
        states.append((store.touched, touched_by(tmp_path)))
        store.note_snapshot(tmp_path / "000007")
        states.append((store.touched, touched_by(tmp_path)))
        store.vouch()
        states.append((store.touched, touched_by(tmp_path)))
    assert states == [(False, None), (True, ""), (True, "000007"), (False, None)]


def test_blank_nodes_of_users_are_no_obstacle_to_a_unit(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST])
        store.update(
            f"INSERT DATA {{ <{D.value}> <{P.value}> [ <{P.value}> 1 ] . GRAPH <u:g> {{ [] <{P.value}> 2 }} }}"
        )
        store.apply([SECOND])
        assert set(store.quads()) == SECOND.quads
        (tmp_path / "copy").mkdir()
        store.checkpoint(tmp_path / "copy" / "store")
    with open_snapshot(tmp_path / "copy") as copy:
        assert sorted(line.partition(" ")[2] for line in copy.others()) == [
            f'<{P.value}> "1"^^<{XSD}integer>',
            f'<{P.value}> "2"^^<{XSD}integer> <u:g>',
        ]


def test_a_plan_that_a_user_has_written_bricks_no_store(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply([FIRST])
        store.update("INSERT DATA { GRAPH <urn:x-gdpr-kg:removals> { <u:s> <u:p> 1 } }")
    assert kept(tmp_path) == FIRST.quads
