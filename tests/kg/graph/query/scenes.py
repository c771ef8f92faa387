"""Scenes with a pool of real processes, and a look at those processes."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from kg.graph.query.answers import Answer
from kg.graph.query.pool import QueryPool
from kg.settings import Settings
from tests.kg.graph.query.snapshots import BASE

T = TypeVar("T")

CSV_OF_ONE = f"d\r\n{BASE}decision/7\r\n".encode()


def within(settings: Settings, scene: Callable[[QueryPool], Awaitable[T]]) -> T:
    """Play a scene with a running pool, and hold that no process of it is left over."""

    async def play() -> T:
        async with QueryPool(settings) as pool:
            result = await scene(pool)
            started = {server_of(pool), *children_of(server_of(pool))}
        assert [process for process in started if alive(process)] == []
        return result

    return asyncio.run(play())


async def read(pool: QueryPool, text: str, accept: str = "text/csv", **more: object) -> Answer:
    return await (await pool.answer(text, accept=accept, **more)).read()  # type: ignore[arg-type]


def server_of(pool: QueryPool) -> int:
    assert pool._stock._server is not None
    return pool._stock._server.process


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").split()[2] != "Z"
    except FileNotFoundError:
        return False


def children_of(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]


async def one_at_work(pool: QueryPool) -> int:
    """The process id of the only worker whose query lasts, once it has been set aside for that."""
    server = pool._stock._server
    assert server is not None
    found: list[int] = []
    async with asyncio.timeout(20.0):
        while len(found) != 1 or pool._brief.busy:  # else it may be one that has not been set aside
            await asyncio.sleep(0.01)
            found = [process for process in server._workers if in_background(process)]
    return found[0]


def in_background(process: int) -> bool:
    try:
        return os.getpriority(os.PRIO_PROCESS, process) > os.getpriority(os.PRIO_PROCESS, os.getpid())
    except ProcessLookupError:
        return False


async def gone(process: int) -> None:
    """Wait until a process has ended; TimeoutError where it does not."""
    async with asyncio.timeout(2.0):
        while alive(process):
            await asyncio.sleep(0.01)
