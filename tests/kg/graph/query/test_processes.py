"""What the query service survives: workers, fork servers and owners that die, at work and idle."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest

from kg.errors import KgError, QueryTimeout, QueryTooLarge, ServiceBusy
from kg.graph.query.pool import QueryPool
from kg.settings import Settings
from tests.kg.graph.query.scenes import CSV_OF_ONE, children_of, gone, one_at_work, read, server_of, within
from tests.kg.graph.query.snapshots import ENDLESS, ONE

T = TypeVar("T")


def test_a_cancelled_query_frees_its_worker(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        slow = asyncio.create_task(read(pool, ENDLESS))
        worker = await one_at_work(pool)
        slow.cancel()
        with pytest.raises(asyncio.CancelledError):
            await slow
        assert (await read(pool, ONE)).body == CSV_OF_ONE
        await gone(worker)

    within(settings.model_copy(update={"query_workers": 1}), scene)


@pytest.mark.parametrize(
    ("ending", "error"),
    [
        (signal.SIGKILL, ServiceBusy),
        (signal.SIGTERM, ServiceBusy),
        (signal.SIGSEGV, QueryTooLarge),
        (signal.SIGABRT, QueryTooLarge),
        (signal.SIGALRM, QueryTimeout),
        (signal.SIGPROF, QueryTimeout),
    ],
)
def test_a_worker_that_dies_at_work_is_told_and_replaced(
    settings: Settings, ending: signal.Signals, error: type[KgError]
) -> None:
    async def scene(pool: QueryPool) -> None:
        running = asyncio.create_task(read(pool, ENDLESS))
        os.kill(await one_at_work(pool), ending)
        with pytest.raises(error):
            await running
        assert (await read(pool, ONE)).body == CSV_OF_ONE

    within(settings, scene)


def test_a_worker_that_dies_while_idle_is_not_noticed(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        await read(pool, ONE)
        for worker in children_of(server_of(pool)):
            os.kill(worker, signal.SIGKILL)
        await asyncio.sleep(0.1)
        assert (await read(pool, ONE)).body == CSV_OF_ONE

    within(settings, scene)


def test_a_fork_server_that_dies_takes_its_workers_along_and_is_replaced(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        running = asyncio.create_task(read(pool, ENDLESS))
        worker, server = await one_at_work(pool), server_of(pool)
        os.kill(server, signal.SIGKILL)
        with pytest.raises(ServiceBusy):
            await running
        await gone(worker)
        assert (await read(pool, ONE)).body == CSV_OF_ONE
        assert server_of(pool) != server

    within(settings, scene)


OWNER = """
import asyncio, sys
from pathlib import Path
from kg.graph.query.pool import QueryPool
from kg.settings import Settings

async def main():
    async with QueryPool(Settings(data_dir=Path(sys.argv[1]), query_timeout=60)) as pool:
        print(pool._stock._server.process, flush=True)
        await pool.answer(sys.argv[2])

asyncio.run(main())
"""


def test_an_owner_that_is_killed_leaves_no_process_behind(settings: Settings) -> None:
    command = [sys.executable, "-c", OWNER, str(settings.data_dir), ENDLESS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        server = int(owner.stdout.readline())
        while len(workers := children_of(server)) < settings.query_workers:
            time.sleep(0.01)
        owner.kill()
    for process in (server, *workers):
        asyncio.run(gone(process))


def test_a_pool_that_has_stopped_starts_nothing(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        slow = [asyncio.create_task(read(pool, ENDLESS, client="one")) for _ in range(3)]
        await one_at_work(pool)
        await pool.stop()
        results = await asyncio.gather(*slow, return_exceptions=True)
        assert [type(result) for result in results] == [ServiceBusy] * 3

    asyncio.run(_unguarded(settings, scene))


async def _unguarded(settings: Settings, scene: Callable[[QueryPool], Awaitable[T]]) -> T:
    async with QueryPool(settings) as pool:
        return await scene(pool)
