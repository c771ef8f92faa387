"""Workers that are there before a query needs them."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from kg.graph.query.latest import Latest
from kg.graph.query.stock import Stock
from kg.graph.query.tally import Tally
from kg.settings import Settings
from tests.kg.graph.query.snapshots import publish

MEMORY = 300 << 20


def with_stock(data_dir: Path, scene: Callable[[Stock], Awaitable[None]], ready: int = 1) -> None:
    async def play() -> None:
        stock = Stock(Latest(data_dir), MEMORY, ready, 2, Tally())
        await stock.start()
        try:
            await scene(stock)
        finally:
            await stock.stop()

    asyncio.run(play())


def nothing() -> None:
    """What there is to do for a worker that nobody waits for."""


def soon() -> float:
    return asyncio.get_running_loop().time() + 10.0


async def until_idle(stock: Stock, count: int) -> None:
    async with asyncio.timeout(10.0):
        while stock.idle < count:
            await asyncio.sleep(0.01)


def test_the_worker_that_was_given_back_last_is_taken_first(settings: Settings) -> None:
    async def scene(stock: Stock) -> None:
        await until_idle(stock, 2)
        first, second = await stock.take(soon()), await stock.take(soon())
        stock.give_back(second, usable=True, then=nothing)
        stock.give_back(first, usable=True, then=nothing)
        assert await stock.take(soon()) is first
        assert await stock.take(soon()) is second

    with_stock(settings.data_dir, scene, ready=2)


def test_a_worker_that_is_lost_or_set_aside_is_replaced_before_it_is_missed(settings: Settings) -> None:
    async def scene(stock: Stock) -> None:
        lost = await stock.take(soon())
        stock.give_back(lost, usable=False, then=nothing)
        await until_idle(stock, 1)
        aside = await stock.take(soon())
        stock.set_aside(aside, then=nothing)
        assert os.getpriority(os.PRIO_PROCESS, aside.process) > os.getpriority(os.PRIO_PROCESS, os.getpid())
        await until_idle(stock, 1)
        stock.give_back(aside, usable=True, then=nothing)
        assert (stock.idle, stock._tally.started, stock._tally.killed) == (2 if aside.usable else 1, 3, 1)
        if aside.usable:  # it may come back from the background: this is root
            assert os.getpriority(os.PRIO_PROCESS, aside.process) == os.getpriority(os.PRIO_PROCESS, os.getpid())
            assert await stock.take(soon()) is aside

    with_stock(settings.data_dir, scene)


def test_whoever_has_cost_a_worker_waits_for_the_next_one(settings: Settings) -> None:
    async def scene(stock: Stock) -> None:
        await until_idle(stock, 1)
        idle_then: list[int] = []
        worker = await stock.take(soon())
        stock.give_back(worker, usable=False, then=lambda: idle_then.append(stock.idle))
        assert idle_then == []
        await until_idle(stock, 1)
        await asyncio.sleep(0)
        assert idle_then == [1]

    with_stock(settings.data_dir, scene)


def test_no_more_wait_than_are_of_use(settings: Settings) -> None:
    async def scene(stock: Stock) -> None:
        taken = [await stock.take(soon()) for _ in range(4)]
        for worker in taken:
            stock.give_back(worker, usable=True, then=nothing)
        assert stock.idle == 2

    with_stock(settings.data_dir, scene)


def test_the_snapshot_is_the_latest(tmp_path: Path) -> None:
    async def scene(stock: Stock) -> None:
        assert stock.idle == 0
        first = publish(tmp_path)
        old = await stock.take(soon())
        stock.give_back(old, usable=True, then=nothing)
        second = publish(tmp_path, 2)
        assert (old.snapshot, (await stock.take(soon())).snapshot) == (first, second)

    with_stock(tmp_path, scene)
