"""The query service: a guard, lanes, and workers over the latest snapshot.

Nobody can tell beforehand whether a query of a user is short. So each starts at once, and most are answered before
they have been noticed; one that lasts needs one of the few places for such, where it yields the processor to others.
If there is none for it, it is broken off and starts again when there is: its first moment was in vain, and nobody else
has waited for it.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, Self

from kg.graph.query import frames, guard
from kg.graph.query.answers import BRIEF_BYTES, BRIEF_SECONDS, HELD_BYTES, AnswerStream, Run
from kg.graph.query.lanes import Lane
from kg.graph.query.latest import Latest
from kg.graph.query.stock import Stock
from kg.graph.query.tally import LaneState, Tally
from kg.graph.terms import Term
from kg.logs import FIELDS
from kg.settings import Settings

LaneName = Literal["public", "pages"]
"""The queries of users go by the lane `public`; those that this program makes, for a page or a REST answer, by the
other, so that neither waits for the other."""

PAGES_WORKERS = 1
QUEUE = 64
"""How many queries may wait in each lane."""

BRIEF_PLACES, BRIEF_EACH = 10, 2
"""How many queries may be in their first moment, in all and of one client; one that has cost a worker, or keeps it,
counts until another one is there. So there is a worker for each place.
"""

READY = BRIEF_PLACES + PAGES_WORKERS
"""How many workers wait when nobody asks."""

MIB = 1 << 20

log = logging.getLogger(__name__)


class QueryPool:
    """Answers queries in processes of their own. `async with` starts and stops it."""

    def __init__(self, settings: Settings, snapshot: Callable[[], Path] | None = None) -> None:
        """`snapshot` tells which snapshot to ask; by default the one that is served at that moment."""
        self._settings = settings
        self._graphs = f"{settings.base_iri}article/"
        self._bounds = guard.bounds_of(settings)
        each = max(1, settings.query_workers - 1)
        self._lanes = {"public": Lane(settings.query_workers, QUEUE, each), "pages": Lane(PAGES_WORKERS, QUEUE)}
        self._brief = Lane(BRIEF_PLACES, QUEUE, BRIEF_EACH)
        self.tally = Tally()
        memory = settings.query_memory_mb * MIB
        ready, most = READY, READY + settings.query_workers
        self._stock = Stock(snapshot or Latest(settings.data_dir), memory, ready, most, self.tally)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Start the fork server; workers come by themselves."""
        await self._stock.start()

    async def stop(self) -> None:
        """End every process of the pool, for good; queries that still run or wait fail with ServiceBusy."""
        await self._stock.stop()

    async def answer(
        self,
        text: str,
        *,
        accept: str = "*/*",
        substitutions: Mapping[str, Term] | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        timeout: float | None = None,
        rows: int | None = None,
        lane: LaneName = "public",
        client: str | None = None,
        strict: bool = False,
        base: str | None = None,
    ) -> AnswerStream:
        """Evaluate a SPARQL query and give its answer in the best form that `accept`, an HTTP header, allows.

        A variable `name` of `substitutions` has that value; it must be projected. The graphs are the dataset of the
        SPARQL protocol; without them it is the default graph and all named graphs. The prefixes of
        `kg.graph.namespaces` need no declaration. `timeout` in seconds may shorten the deadline, which covers waiting,
        evaluation and reading; of one `client` few queries that last run at a time. An answer in rows has at most
        `rows`, and says so where the query did not ask for less. UnknownGraph where the query or the
        dataset names a graph that is neither an article's nor there; with `strict`, an article's must be there too.
        Relative IRIs are resolved against `base`.

        QueryRefused, QueryTooLarge, QueryTimeout, NotAcceptable or QueryError where the query is at fault,
        ServiceBusy where no worker is free or it died of another cause, StoreError where there is no snapshot.
        """
        log.debug("query", extra={FIELDS: {"query": text}})
        with self.tally.counting():
            dataset = [*default_graphs, *named_graphs]
            checked = await guard.check(text, self._bounds)
            named = [*checked.sources, *dataset]
            limited = None if rows is None else checked.rows.limited(text, rows)
            most = self._settings.query_timeout
            seconds = most if timeout is None else min(timeout, most)
            request = frames.Request(
                text=limited or text,
                accept=accept,
                seconds=seconds,
                cpu_seconds=self._settings.query_cpu,
                answer_bytes=self._settings.query_answer_mb * MIB,
                default_graphs=tuple(default_graphs),
                named_graphs=tuple(named_graphs),
                existing=(*guard.foreign(named, self._graphs), *(dataset if strict else ())),
                base=base,
                substitutions=substitutions,
            )
            asked = _Asked(request, client, asyncio.get_running_loop().time() + seconds)
            stream = await self._answer(asked, lane)
            stream.rows = rows if limited else None
        return self.tally.watched(stream)

    def state(self, lane: LaneName) -> LaneState:
        """How a lane does at this moment; idle workers, which serve every lane, are counted with `public`."""
        if lane == "pages":
            return LaneState(self._lanes[lane].busy, 0, self._lanes[lane].waiting)
        lanes = self._brief, self._lanes[lane]
        return LaneState(sum(one.busy for one in lanes), self._stock.idle, sum(one.waiting for one in lanes))

    async def _answer(self, asked: "_Asked", lane: LaneName) -> AnswerStream:
        public = lane == "public"
        if public and asked.request.seconds > BRIEF_SECONDS and (answer := await self._briefly(asked)) is not None:
            return answer
        run, _ = await self._run(asked, self._lanes[lane], lasting=public)
        return await run.finish()

    async def _briefly(self, asked: "_Asked") -> AnswerStream | None:
        """The answer, if it takes a moment only or there is a place among the queries that last; else None."""
        run, place = await self._run(asked, self._brief)
        for held in HELD_BYTES, BRIEF_BYTES:
            if (answer := await run.attempt(lambda: self._stock.yield_to_others(run.worker), held)) is not None:
                return answer
            if self._lanes["public"].take(asked.client):
                self._stock.set_aside(run.worker, then=place.change(self._lanes["public"]))
                return await run.finish()
            if not run.brief:
                break
        run.give_up()
        return None

    async def _run(self, asked: "_Asked", lane: Lane, *, lasting: bool = False) -> tuple[Run, "_Place"]:
        """A run of the query that has not begun, in a place of the lane; `lasting`, see `Stock.take`."""
        await lane.enter(asked.client, asked.deadline)
        place = _Place(lane, asked.client)
        try:
            worker = await self._stock.take(asked.deadline, lasting=lasting)
        except BaseException:
            place.leave()
            raise

        def release(usable: bool) -> None:
            self._stock.give_back(worker, usable=usable, then=place.leave)

        return Run(worker, asked.request, asked.deadline, release), place


class _Asked(NamedTuple):
    """A query, who asks it, and until when."""

    request: frames.Request
    client: str | None
    deadline: float


class _Place:
    """A place in a lane, held for a client."""

    def __init__(self, lane: Lane, client: str | None) -> None:
        self._lane = lane
        self._client = client

    def change(self, lane: Lane) -> Callable[[], None]:
        """Change to a place of another lane, which has been taken already; how to leave the former."""
        former = _Place(self._lane, self._client)
        self._lane = lane
        return former.leave

    def leave(self) -> None:
        """Give the place back."""
        self._lane.leave(self._client)
