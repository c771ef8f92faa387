import asyncio

import pytest

from kg.errors import ServiceBusy
from kg.graph.query.lanes import Lane


def soon(seconds: float = 5.0) -> float:
    return asyncio.get_running_loop().time() + seconds


def test_places_go_in_order_of_arrival() -> None:
    async def scene() -> list[str]:
        lane, served = Lane(places=1, queue=10), list[str]()

        async def ask(name: str) -> None:
            await lane.enter(name, soon())
            served.append(name)
            await asyncio.sleep(0)
            lane.leave(name)

        await asyncio.gather(*(ask(name) for name in "abcde"))
        return served

    assert asyncio.run(scene()) == list("abcde")


def test_one_client_holds_one_place_and_others_pass_it() -> None:
    async def scene() -> list[str]:
        lane, served = Lane(places=2, queue=10), list[str]()

        async def ask(name: str, client: str) -> None:
            await lane.enter(client, soon())
            served.append(name)
            await asyncio.sleep(0.02)
            lane.leave(client)

        await asyncio.gather(ask("greedy 1", "g"), ask("greedy 2", "g"), ask("greedy 3", "g"), ask("modest", "m"))
        return served

    assert asyncio.run(scene()) == ["greedy 1", "modest", "greedy 2", "greedy 3"]


def test_nobody_in_particular_may_hold_every_place() -> None:
    async def scene() -> None:
        lane = Lane(places=2, queue=0)
        await lane.enter(None, soon())
        await lane.enter(None, soon())
        with pytest.raises(ServiceBusy):
            await lane.enter(None, soon())

    asyncio.run(scene())


def test_whoever_waits_too_long_is_told_and_leaves_the_queue() -> None:
    async def scene() -> None:
        lane = Lane(places=1, queue=10)
        await lane.enter("a", soon())
        with pytest.raises(ServiceBusy, match="in time"):
            await lane.enter("b", soon(0.01))
        lane.leave("a")
        await lane.enter("c", soon(0.01))

    asyncio.run(scene())


def test_a_full_queue_refuses_at_once_and_one_client_fills_half_of_it() -> None:
    async def scene() -> None:
        lane = Lane(places=1, queue=4)
        await lane.enter("a", soon())
        waiting = [asyncio.create_task(lane.enter("b", soon())) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(ServiceBusy, match="too many"):
            await lane.enter("b", soon())
        waiting += [asyncio.create_task(lane.enter(name, soon())) for name in "cd"]
        await asyncio.sleep(0)
        with pytest.raises(ServiceBusy, match="too many"):
            await lane.enter("e", soon())
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    asyncio.run(scene())


@pytest.mark.parametrize("admitted", [False, True])
def test_a_place_is_not_lost_when_who_waits_gives_up(admitted: bool) -> None:
    async def scene() -> None:
        lane = Lane(places=1, queue=10)
        await lane.enter("a", soon())
        waiting = asyncio.create_task(lane.enter("b", soon()))
        await asyncio.sleep(0)
        if admitted:
            lane.leave("a")  # gives the place to b, who is cancelled before it hears of it
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        if not admitted:
            lane.leave("a")
        await lane.enter("b", soon(0.01))

    asyncio.run(scene())


def test_a_place_passes_by_who_gives_up_at_the_same_moment() -> None:
    async def scene() -> None:
        lane = Lane(places=1, queue=10)
        await lane.enter("a", soon())
        waiting = [asyncio.create_task(lane.enter(name, soon())) for name in "bc"]
        await asyncio.sleep(0)
        waiting[0].cancel()
        lane.leave("a")  # b has not yet said that it gives up
        results = await asyncio.gather(*waiting, return_exceptions=True)
        assert [type(result) for result in results] == [asyncio.CancelledError, type(None)]

    asyncio.run(scene())
