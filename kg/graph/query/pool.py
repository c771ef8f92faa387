"""The query service: a guard, two lanes, and workers over the latest snapshot.

A worker that overran or died is not missed: the next query in its place gets a new one, which takes some 20 ms. So
does the first query after a new snapshot was published.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, Self

from kg.errors import ServiceBusy
from kg.graph.query import frames, guard
from kg.graph.query.answers import AnswerStream, Run
from kg.graph.query.lanes import Lane
from kg.graph.query.tally import LaneState, Tally
from kg.graph.query.workers import ForkServer, Worker
from kg.graph.store.snapshot import current_snapshot
from kg.graph.terms import Term
from kg.settings import Settings

LaneName = Literal["public", "pages"]
"""The queries of users go by the lane `public`; those that this program makes, for a page or a REST answer, by the
other, so that neither waits for the other."""

PAGES_WORKERS = 1
QUEUE = 64
"""How many queries may wait in each lane."""

MIB = 1 << 20

log = logging.getLogger(__name__)


class QueryPool:
    """Answers queries in processes of their own. `async with` starts and stops it."""

    def __init__(self, settings: Settings, snapshot: Callable[[], Path] | None = None) -> None:
        """`snapshot` tells which snapshot to ask; by default the one that is served at that moment."""
        self._settings = settings
        self._snapshot = snapshot or (lambda: current_snapshot(settings.data_dir))
        self._graphs = f"{settings.base_iri}article/"
        self._lanes = {"public": Lane(settings.query_workers, QUEUE), "pages": Lane(PAGES_WORKERS, QUEUE)}
        self._idle: dict[str, list[Worker]] = {"public": [], "pages": []}
        self._server: ForkServer | None = None
        self._starting = asyncio.Lock()
        self._stopped = False
        self.tally = Tally()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Start the fork server; workers come when they are needed."""
        await self._forks()

    async def stop(self) -> None:
        """End every process of the pool, for good; queries that still run or wait fail with ServiceBusy."""
        self._stopped = True
        async with self._starting:
            if self._server is not None:
                await self._server.stop()

    async def answer(
        self,
        text: str,
        *,
        accept: str = "*/*",
        substitutions: Mapping[str, Term] | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        timeout: float | None = None,
        lane: LaneName = "public",
        client: str | None = None,
    ) -> AnswerStream:
        """Evaluate a SPARQL query and give its answer in the best form that `accept`, an HTTP header, allows.

        A variable `name` of `substitutions` has that value; it must be projected. The graphs are the dataset of the
        SPARQL protocol; without them it is the default graph and all named graphs. The prefixes of
        `kg.graph.namespaces` need no declaration. `timeout` in seconds may shorten the deadline, which covers waiting,
        evaluation and reading; of one `client` one query runs at a time.

        QueryRefused, QueryTooLarge, QueryTimeout, NotAcceptable or QueryError where the query is at fault,
        ServiceBusy where no worker is free or it died of another cause, StoreError where there is no snapshot.
        """
        log.debug("query", extra={"query": text})
        with self.tally.counting():
            guard.check(text, self._graphs)
            guard.check_graphs([*default_graphs, *named_graphs], self._graphs)
            most = self._settings.query_timeout
            seconds = most if timeout is None else min(timeout, most)
            deadline = asyncio.get_running_loop().time() + seconds
            await self._lanes[lane].enter(client, deadline)
            try:
                worker = await self._worker(lane, deadline)
            except BaseException:
                self._lanes[lane].leave(client)
                raise
            run = Run(worker, seconds, deadline, lambda usable: self._release(worker, lane, client, usable))
            stream = await run.begin(
                frames.Request(
                    text=text,
                    accept=accept,
                    seconds=max(0.0, deadline - asyncio.get_running_loop().time()),
                    answer_bytes=self._settings.query_answer_mb * MIB,
                    default_graphs=tuple(default_graphs),
                    named_graphs=tuple(named_graphs),
                    substitutions=substitutions,
                )
            )
        return self.tally.watched(stream)

    def state(self, lane: LaneName) -> LaneState:
        """How a lane does at this moment."""
        return LaneState(self._lanes[lane].busy, len(self._idle[lane]), self._lanes[lane].waiting)

    async def _worker(self, lane: LaneName, deadline: float) -> Worker:
        """A worker of the lane over the snapshot of this moment: an idle one, or a new one."""
        snapshot = self._snapshot()
        idle = self._idle[lane]
        while idle:
            worker = idle.pop()
            if worker.usable and worker.snapshot == snapshot:
                return worker
            worker.kill()
        try:
            async with asyncio.timeout_at(deadline):
                server = await self._forks()
                worker = await server.worker(snapshot, self._settings.query_memory_mb * MIB)
        except TimeoutError as error:
            raise ServiceBusy("no worker could be started in time; try again later") from error
        self.tally.started += 1
        return worker

    async def _forks(self) -> ForkServer:
        """The fork server; a new one where it has died."""
        async with self._starting:
            if self._stopped:
                raise ServiceBusy("the query service has stopped")
            if self._server is None or not self._server.alive:
                self._server = await ForkServer.start()
            return self._server

    def _release(self, worker: Worker, lane: LaneName, client: str | None, usable: bool) -> None:
        if usable and worker.usable:
            self._idle[lane].append(worker)
        else:
            worker.kill()
            self.tally.killed += 1
        self._lanes[lane].leave(client)
