"""Workers without the guard before them: the sandbox alone has to hold."""

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from kg.errors import StoreError
from kg.graph.query import frames
from kg.graph.query.connection import Worker
from kg.graph.query.workers import ForkServer
from kg.graph.store.snapshot import current_snapshot
from kg.settings import Settings
from tests.kg.graph.query.snapshots import ENDLESS, LARGE, ONE

T = TypeVar("T")

MEMORY = 300 << 20


def with_server(scene: Callable[[ForkServer], Awaitable[T]]) -> T:
    async def play() -> T:
        server = await ForkServer.start()
        try:
            return await scene(server)
        finally:
            await server.stop()

    return asyncio.run(play())


def with_worker(settings: Settings, scene: Callable[[Worker], Awaitable[T]]) -> T:
    async def play(server: ForkServer) -> T:
        worker = await server.worker(current_snapshot(settings.data_dir), MEMORY)
        try:
            return await scene(worker)
        finally:
            worker.kill()

    return with_server(play)


def request(text: str, *, seconds: float = 20.0, cpu_seconds: float = 20.0, answer_bytes: int = 1 << 20) -> bytes:
    return frames.pack_request(frames.Request(text, "text/csv", seconds, cpu_seconds, answer_bytes))


async def last_frame(worker: Worker, text: str, **more: float) -> tuple[bytes, bytes]:
    """The frame that ends the answer to a query."""
    worker.send(request(text, **more))  # type: ignore[arg-type]
    while True:
        kind, body = await worker.receive()
        if kind in {frames.END, frames.ERROR}:
            return kind, body


def test_an_answer_is_a_head_data_and_an_end(settings: Settings) -> None:
    async def scene(worker: Worker) -> list[bytes]:
        worker.send(request(ONE))
        return [(await worker.receive())[0] for _ in range(3)]

    assert with_worker(settings, scene) == [frames.HEAD, frames.DATA, frames.END]


def test_data_come_in_frames_of_a_bounded_size(settings: Settings) -> None:
    async def scene(worker: Worker) -> list[int]:
        worker.send(request(LARGE, answer_bytes=100 << 20))
        sizes = []
        while (frame := await worker.receive())[0] != frames.END:
            sizes.append(len(frame[1]))
        return sizes

    assert max(with_worker(settings, scene)) < 2 * frames.DATA_BYTES


@pytest.mark.parametrize(
    "pattern",
    [
        "SERVICE <ADDRESS> { ?s ?p ?o }",
        "SERVICE SILENT <ADDRESS> { ?s ?p ?o }",
        "?s ?p ?o FILTER EXISTS { SERVICE <ADDRESS> { ?s ?p ?o } }",
        "BIND(<ADDRESS> AS ?where) SERVICE ?where { ?s ?p ?o }",
        "{ SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } } }",
    ],
)
def test_no_query_reaches_the_network(settings: Settings, pattern: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.2)
        address = f"http://127.0.0.1:{canary.getsockname()[1]}/"

        async def scene(worker: Worker) -> bytes:
            await last_frame(worker, f"SELECT * {{ {pattern.replace('ADDRESS', address)} }}")
            return (await last_frame(worker, ONE))[0]

        assert with_worker(settings, scene) == frames.END
        with pytest.raises(TimeoutError):
            canary.accept()


@pytest.mark.parametrize(
    "text", ["ASK " + "{" * 5_000 + "}" * 5_000, "ASK { FILTER(" + "(" * 9_000 + "1" + ")" * 9_000 + ") }"]
)
def test_a_crash_ends_one_at_work_and_is_told(settings: Settings, text: str) -> None:
    async def scene(server: ForkServer) -> int | None:
        snapshot = current_snapshot(settings.data_dir)
        crashing, bystander = await server.worker(snapshot, MEMORY), await server.worker(snapshot, MEMORY)
        with pytest.raises(EOFError):
            await last_frame(crashing, text)
        assert not crashing.usable
        crashing.kill()
        assert (await last_frame(bystander, ONE))[0] == frames.END
        return await crashing.cause()

    assert with_server(scene) == signal.SIGSEGV


def test_a_worker_whose_owner_forgets_it_ends_itself(settings: Settings) -> None:
    async def scene(worker: Worker) -> int | None:
        with pytest.raises(EOFError):
            await last_frame(worker, ENDLESS, seconds=-1.8)  # the alarm comes two seconds later than asked
        return await worker.cause()

    assert with_worker(settings, scene) == signal.SIGALRM


def test_a_query_may_use_so_much_of_the_processor(settings: Settings) -> None:
    async def scene(worker: Worker) -> int | None:
        assert (await last_frame(worker, ONE, cpu_seconds=0.5))[0] == frames.END
        with pytest.raises(EOFError):
            await last_frame(worker, ENDLESS, cpu_seconds=0.2)
        return await worker.cause()

    assert with_worker(settings, scene) == signal.SIGPROF


def test_a_snapshot_that_is_not_there_is_named(tmp_path: Path) -> None:
    async def scene(server: ForkServer) -> None:
        with pytest.raises(StoreError, match=str(tmp_path)):
            await server.worker(tmp_path, MEMORY)

    with_server(scene)


def test_a_worker_that_is_hung_up_on_ends(settings: Settings) -> None:
    async def scene(worker: Worker) -> int | None:
        assert worker._transport is not None
        worker._transport.abort()
        return await worker.cause()

    assert with_worker(settings, scene) == 0


def test_a_worker_that_has_kept_much_memory_asks_to_be_replaced(settings: Settings) -> None:
    names = "SELECT DISTINCT ?x { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?a), STR(?d)) AS ?x) }"

    async def scene(server: ForkServer) -> list[bytes]:
        worker = await server.worker(current_snapshot(settings.data_dir), 60 << 20)
        return [(await last_frame(worker, text))[1] for text in (ONE, f"SELECT (COUNT(?x) AS ?n) {{ {names} }}")]

    assert with_server(scene) == [b"", frames.RETIRE]
