"""Every query that the pool is asked is counted once, by what became of it."""

import asyncio
from collections import Counter
from typing import Any

import pytest

from kg.errors import KgError, QueryTimeout
from kg.graph.query.pool import READY, QueryPool
from kg.graph.query.tally import OUTCOMES, LaneState
from kg.settings import Settings
from tests.kg.graph.query.scenes import one_at_work, read, within
from tests.kg.graph.query.snapshots import ENDLESS, LARGE, ONE

LONG = f"{LARGE} LIMIT 20000"
"""Some 4 MB as JSON: too much to come in one piece."""


def counted(pool: QueryPool) -> dict[str, int]:
    return dict(+pool.tally.outcomes)


def test_each_outcome_has_its_count(settings: Settings) -> None:
    asked: list[tuple[str, dict[str, Any], str]] = [
        (ONE, {}, "answered"),
        ("SELECT", {}, "error"),
        ("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }", {}, "refused"),
        (ONE, {"accept": "image/png"}, "not-acceptable"),
        (ENDLESS, {"timeout": 0.2}, "timeout"),
    ]

    async def scene(pool: QueryPool) -> None:
        assert set(pool.tally.outcomes) == set(OUTCOMES)
        for text, more, _ in asked:
            try:
                await read(pool, text, **more)
            except KgError:
                continue
        assert counted(pool) == Counter(outcome for *_, outcome in asked)

    within(settings, scene)


def test_a_long_answer_counts_when_it_ends(settings: Settings) -> None:
    generous = settings.model_copy(update={"query_answer_mb": 100, "query_timeout": 60.0})

    async def scene(pool: QueryPool) -> None:
        whole = await pool.answer(LONG)
        assert counted(pool) == {}
        await whole.read()
        assert counted(pool) == {"answered": 1}
        left = (await pool.answer(LONG)).chunks()
        assert [await anext(left), await anext(left)]
        await left.aclose()
        await asyncio.sleep(0.05)
        assert counted(pool) == {"answered": 1, "abandoned": 1}
        slow = (await pool.answer(LARGE, timeout=0.5)).chunks()
        await anext(slow)
        await asyncio.sleep(0.6)
        with pytest.raises(QueryTimeout):
            async for _ in slow:
                pass
        assert counted(pool) == {"answered": 1, "abandoned": 1, "cut-short": 1}

    within(generous, scene)


def test_the_state_of_a_lane_and_its_workers(settings: Settings) -> None:
    single = settings.model_copy(update={"query_workers": 1})

    async def scene(pool: QueryPool) -> None:
        while pool.state("public").idle < READY:
            await asyncio.sleep(0.01)
        assert pool.state("public") == LaneState(busy=0, idle=READY, waiting=0)
        assert pool.state("pages") == LaneState(busy=0, idle=0, waiting=0)
        running = [asyncio.create_task(read(pool, ENDLESS, timeout=5.0))]
        await one_at_work(pool)
        running.append(asyncio.create_task(read(pool, ENDLESS, timeout=1.5)))
        while (pool.state("public").busy, pool.state("public").waiting) != (1, 1):
            await asyncio.sleep(0.01)
        await asyncio.gather(*running, return_exceptions=True)  # the one that waits gives up long before it could start
        assert pool.state("public").busy == pool.state("public").waiting == 0
        assert pool.tally.killed == 2  # the one that ran to its end in vain, and the one that was broken off to wait
        assert counted(pool) == {"timeout": 1, "busy": 1}

    within(single, scene)
