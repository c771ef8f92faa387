"""Changes by users, in a real process: all or nothing, visible at once, and the store is free again soon after."""

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from kg.errors import (
    InputError,
    KgError,
    QueryError,
    QueryRefused,
    QueryTimeout,
    QueryTooLarge,
    ServiceBusy,
    StoreError,
    StoreLocked,
)
from kg.graph.store.live import open_store, touched_by
from kg.graph.store.snapshot import STALE, current_snapshot, is_behind, open_snapshot
from kg.graph.terms import Iri, Quad
from kg.graph.write import publication
from kg.graph.write import service as service_module
from kg.graph.write.changes import Change
from kg.graph.write.service import WriteService
from kg.settings import Settings

T = TypeVar("T")

G = "http://example.org/graph"
S, P, E = (Iri(f"http://example.org/{name}") for name in "spo")
ONE = Quad(S, P, E)
INSERT = b"INSERT DATA { <http://example.org/s> <http://example.org/p> <http://example.org/o> }"
TURTLE = b"<http://example.org/s> <http://example.org/p> <http://example.org/o> ."


def run(folder: Path, scene: Callable[[WriteService], Awaitable[T]], **more: object) -> T:
    """What a scene with a service gives."""

    async def play() -> T:
        service = WriteService(Settings.model_validate({"data_dir": folder, **more}))
        service.start()
        try:
            return await scene(service)
        finally:
            await service.close()

    return asyncio.run(play())


def seen(folder: Path) -> set[Quad]:
    """What readers see."""
    with open_snapshot(current_snapshot(folder)) as store:
        return set(store.quads())


def test_an_update_is_seen_when_it_is_acknowledged(tmp_path: Path) -> None:
    async def scene(service: WriteService) -> None:
        await service.write(Change("update"), INSERT)
        assert seen(tmp_path) == {ONE}
        await service.write(
            Change("update"), b"DELETE WHERE { ?s ?p ?o } ; INSERT DATA { GRAPH gde:x { gde:a gde:b 1 } }"
        )
        [quad] = seen(tmp_path)
        assert quad.graph is not None

    run(tmp_path, scene)
    assert (current_snapshot(tmp_path) / STALE).exists()
    assert not is_behind(tmp_path)


def test_a_graph_is_replaced_widened_and_dropped(tmp_path: Path) -> None:
    in_graph = ONE._replace(graph=Iri(G))
    other = b"<http://example.org/s> <http://example.org/p> <http://example.org/s> ."

    async def scene(service: WriteService) -> None:
        replace, add = (Change(action, graph=G, media_type="text/turtle") for action in ("replace", "add"))
        assert not (await service.write(replace, TURTLE)).existed
        assert seen(tmp_path) == {in_graph}
        assert (await service.write(add, other)).existed
        assert seen(tmp_path) == {in_graph, in_graph._replace(object=S)}
        assert (await service.write(replace, other)).existed
        assert seen(tmp_path) == {in_graph._replace(object=S)}
        assert (await service.write(Change("replace", graph=G, media_type="text/turtle"), b"")).existed
        assert (await service.write(Change("drop", graph=G))).existed
        assert not (await service.write(Change("drop", graph=G))).existed
        await service.write(Change("add", media_type="text/turtle"), TURTLE)
        assert seen(tmp_path) == {ONE}

    run(tmp_path, scene)


@pytest.mark.parametrize(
    ("change", "body", "error", "words"),
    [
        (Change("update"), b"INSERT DATA { <a> <b> }", QueryError, "nothing was changed: error at 1:"),
        (Change("update"), INSERT + b" ; CREATE GRAPH <u:g> ; CREATE GRAPH <u:g>", QueryError, "exists"),
        (Change("update"), INSERT + b" ; LOAD <http://127.0.0.1:9/x>", QueryRefused, "line 1, column 88: LOAD"),
        (Change("update"), b"INSERT { ?s ?p ?o } WHERE { service <u:x> {} }", QueryRefused, "service"),
        (Change("update"), b"\xff", InputError, "UTF-8"),
        (Change("update"), b"SELECT * {}", QueryError, "error at 1:"),
        (Change("update", using=("u:g",)), b"DELETE {} USING <u:h> WHERE {}", QueryError, "USING"),
        (Change("update"), b"DELETE {} WHERE {" + b"{" * 100 + b"}" * 100 + b"}", QueryTooLarge, "nested"),
        (Change("replace", graph="no iri", media_type="text/turtle"), TURTLE, InputError, "no iri"),
        (Change("replace", graph=G, media_type="text/turtle"), b"<a:a> <a:b> 1 .\n<a:a> .", InputError, "line 2"),
        (Change("replace", graph=G, media_type="text/csv"), b"a,b", InputError, "text/turtle"),
        (Change("replace", graph=G, media_type="application/n-triples"), b"<< ", InputError, "line 1"),
    ],
)
def test_what_is_at_fault_changes_nothing(
    tmp_path: Path, change: Change, body: bytes, error: type[KgError], words: str
) -> None:
    async def scene(service: WriteService) -> None:
        await service.write(Change("replace", graph=G, media_type="text/turtle"), TURTLE)
        with pytest.raises(error, match=words) as caught:
            await service.write(change, body)
        assert type(caught.value) is error
        assert not is_behind(tmp_path)
        await service.write(Change("update"), INSERT)

    run(tmp_path, scene)
    assert seen(tmp_path) == {ONE, ONE._replace(graph=Iri(G))}


NESTED = b"<u:s> <u:p> " + b"<<( <u:s> <u:p> " * 50_000 + b"<u:o>" + b" )>>" * 50_000 + b" ."
ENTITIES = b'<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "aaaa">]>\n<r>&a;</r>'
DOUBLING = (
    b"INSERT { <u:s> <u:p> ?z } WHERE { BIND('0123456789012345678901234567890123456789' AS ?a0) "
    + b" ".join(b"BIND(CONCAT(?a%d, ?a%d, ?a%d, ?a%d) AS ?a%d)" % (n, n, n, n, n + 1) for n in range(20))
    + b" BIND(?a20 AS ?z) }"
)


@pytest.mark.parametrize(
    ("change", "body", "error"),
    [
        (Change("replace", graph=G, media_type="text/turtle"), NESTED, QueryTooLarge),
        (Change("update"), b"INSERT { ?s ?p ?x } WHERE { BIND(1" + b"+1" * 50_000 + b" AS ?x) }", QueryTooLarge),
        (Change("update"), b"INSERT DATA { <u:s> <u:p> " + b"<< " * 50_000 + b"1 }", QueryTooLarge),
        (Change("replace", graph=G, media_type="application/rdf+xml"), ENTITIES, InputError),
        (Change("update"), DOUBLING, QueryTooLarge),
    ],
)
def test_what_the_engine_does_not_survive_leaves_the_store_as_it_was(
    tmp_path: Path, change: Change, body: bytes, error: type[KgError]
) -> None:
    async def scene(service: WriteService) -> None:
        await service.write(Change("update"), INSERT)
        with pytest.raises(error):
            await service.write(change, body)
        assert seen(tmp_path) == {ONE}
        await service.write(Change("add", graph=G, media_type="text/turtle"), TURTLE)

    run(tmp_path, scene, write_memory_mb=256)
    assert seen(tmp_path) == {ONE, ONE._replace(graph=Iri(G))}


def test_what_is_too_slow_is_stopped_and_the_next_change_is_carried_out(tmp_path: Path) -> None:
    slow = b"INSERT { <u:s> <u:p> ?n } WHERE { SELECT (COUNT(*) AS ?n) { %s } }" % b" ".join(
        b"VALUES ?v%d {%s}" % (n, b" 1" * 60) for n in range(8)
    )

    async def scene(service: WriteService) -> None:
        await service.write(Change("update"), INSERT)
        began = time.perf_counter()
        with pytest.raises(QueryTimeout):
            await service.write(Change("update"), slow)
        assert time.perf_counter() - began < 15
        await service.write(Change("add", graph=G, media_type="text/turtle"), TURTLE)

    run(tmp_path, scene, write_timeout=5.0)
    assert seen(tmp_path) == {ONE, ONE._replace(graph=Iri(G))}


def test_one_after_the_other(tmp_path: Path) -> None:
    async def scene(service: WriteService) -> None:
        texts = [b"INSERT DATA { <u:s> <u:p> %d }" % number for number in range(20)]
        await asyncio.gather(*(service.write(Change("update"), text) for text in texts))
        assert len(seen(tmp_path)) == 20

    run(tmp_path, scene)


def test_a_store_that_another_holds_is_told_with_its_holder(tmp_path: Path) -> None:
    async def scene(service: WriteService) -> None:
        with open_store(tmp_path / "store"), pytest.raises(StoreLocked, match=f"process {os.getpid()}"):
            await service.write(Change("update"), INSERT)
        await service.write(Change("update"), INSERT)

    run(tmp_path, scene)


def test_the_store_is_free_again_when_nothing_comes(tmp_path: Path) -> None:
    async def scene(service: WriteService) -> None:
        await service.write(Change("update"), INSERT)
        await asyncio.to_thread(open_and_close)
        await service.write(Change("update"), INSERT)

    def open_and_close() -> None:
        with open_store(tmp_path / "store", patience=10.0) as store:
            assert set(store.quads()) == {ONE}

    run(tmp_path, scene)


def test_the_store_is_had_by_others_while_changes_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service_module, "HELD", 1.0)

    async def scene(service: WriteService) -> None:
        await service.write(Change("update"), INSERT)
        waiting = asyncio.create_task(asyncio.to_thread(open_and_close))
        while not waiting.done():
            with contextlib.suppress(StoreLocked):
                await service.write(Change("update"), INSERT)
        await waiting

    def open_and_close() -> None:
        with open_store(tmp_path / "store", patience=30.0) as store:
            assert set(store.quads()) == {ONE}

    run(tmp_path, scene)


def test_a_process_that_is_killed_is_replaced(tmp_path: Path) -> None:
    async def scene(service: WriteService) -> None:
        await service.write(Change("update"), INSERT)
        assert service._process is not None
        os.kill(service._process._process.pid, signal.SIGKILL)
        for _ in range(20):
            try:
                await service.write(Change("add", graph=G, media_type="text/turtle"), TURTLE)
                break
            except ServiceBusy:
                await asyncio.sleep(0.05)

    run(tmp_path, scene)
    assert seen(tmp_path) == {ONE, ONE._replace(graph=Iri(G))}


def test_what_was_written_and_not_published_is_published_at_the_start(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.update(INSERT.decode())
    assert is_behind(tmp_path)

    async def scene(_: WriteService) -> None:
        for _attempt in range(200):
            if not is_behind(tmp_path):
                break
            await asyncio.sleep(0.05)

    run(tmp_path, scene)
    assert seen(tmp_path) == {ONE}


def test_changes_that_follow_each_other_become_visible_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication, "INTERVAL", 3600.0)
    texts = [b"INSERT DATA { <u:s> <u:p> %d }" % number for number in range(10)]

    async def scene(service: WriteService) -> None:
        await service.write(Change("update"), INSERT)
        assert seen(tmp_path) == {ONE}, "the first is visible at once"
        writing = [asyncio.create_task(service.write(Change("update"), text)) for text in texts]
        while int(touched_by(tmp_path / "store") or 0) < 11:
            await asyncio.sleep(0.01)
        assert seen(tmp_path) == {ONE}
        assert not any(task.done() for task in writing)
        await service.close()
        await asyncio.gather(*writing)
        assert len(seen(tmp_path)) == 11

    run(tmp_path, scene)
    assert sorted(path.name for path in (tmp_path / "snapshots").iterdir()) == ["000001", "000011"]


def test_a_snapshot_that_cannot_be_published_is_told_and_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "RETRY", 0.1)

    async def scene(service: WriteService) -> None:
        (tmp_path / "CURRENT.part").mkdir()
        with pytest.raises(StoreError, match="the change is on disk, and will be visible later"):
            await service.write(Change("update"), INSERT)
        (tmp_path / "CURRENT.part").rmdir()
        while is_behind(tmp_path):
            await asyncio.sleep(0.05)

    run(tmp_path, scene)
    assert seen(tmp_path) == {ONE}
