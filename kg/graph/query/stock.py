"""The workers that are ready for a query, and the fork server that they come from."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kg.errors import KgError, ServiceBusy, StoreError
from kg.graph.query.background import may_come_back
from kg.graph.query.connection import Worker
from kg.graph.query.tally import Tally
from kg.graph.query.workers import ForkServer


class Stock:
    """Idle workers over the latest snapshot. One that is lost is replaced at once, before a query has to wait for it,
    and whoever has cost it waits for that: so the workers that are ready are for those who cost none.

    The one that was given back last is taken first: what it has read of the store is still at hand.
    """

    def __init__(self, snapshot: Callable[[], Path], memory_bytes: int, ready: int, most: int, tally: Tally) -> None:
        """`snapshot` tells which snapshot to ask, `ready` how many workers shall always wait,
        `most` how many may; `tally` counts them.
        """
        self._snapshot = snapshot
        self._memory_bytes = memory_bytes
        self._ready = ready
        self._most = most
        self._idle: list[Worker] = []
        self._server: ForkServer | None = None
        self._starting = asyncio.Lock()
        self._filling: asyncio.Task[None] | None = None
        self._tally = tally
        self._owed = deque[Callable[[], None]]()
        """What is to be done for each worker that was lost, when there is another one."""
        self._yields = may_come_back()
        self._stopped = False

    @property
    def idle(self) -> int:
        """How many workers wait for a query."""
        return len(self._idle)

    async def start(self) -> None:
        """Start the fork server, and workers if there is a snapshot; the first of them is ready then."""
        await self._forks()
        await self._filled(1)
        self._fill()

    async def stop(self) -> None:
        """End every process, for good."""
        self._stopped = True
        if self._filling is not None:
            self._filling.cancel()
            await asyncio.gather(self._filling, return_exceptions=True)
        async with self._starting:
            if self._server is not None:
                await self._server.stop()

    async def take(self, deadline: float, *, lasting: bool = False) -> Worker:
        """A worker over the snapshot of this moment: an idle one, or a new one.

        For a `lasting` query it is set aside, and none of those that shall always wait. ServiceBusy where none could be
        started until the deadline, StoreError where there is no snapshot.
        """
        snapshot = self._snapshot()
        while len(self._idle) > (self._ready if lasting else 0):
            worker = self._idle.pop()
            if worker.usable and worker.snapshot == snapshot:
                if lasting:
                    self.yield_to_others(worker)
                return worker
            worker.kill()
            self._fill()
        try:
            async with asyncio.timeout_at(deadline):
                return await self._make_current(snapshot, lasting=lasting)
        except TimeoutError as error:
            raise ServiceBusy("no worker could be started in time; try again later") from error

    def give_back(self, worker: Worker, *, usable: bool, then: Callable[[], None]) -> None:
        """Have a worker back, or its end; `then` is called at once, or when it is replaced."""
        if usable and worker.usable:
            worker.advance()
            self._idle.append(worker)
            if len(self._idle) > self._most:
                self._idle.pop(0).kill()
            then()
            return
        worker.kill()
        self._tally.killed += not usable
        self._owed.append(then)
        self._fill()

    def yield_to_others(self, worker: Worker) -> None:
        """Let a worker that was taken run in the background until it is given back, where it can come back."""
        if self._yields:
            worker.retreat()

    def set_aside(self, worker: Worker, then: Callable[[], None]) -> None:
        """The same for a worker whose query is to last; another one is made in its stead, `then` is called."""
        self.yield_to_others(worker)
        self._owed.append(then)
        self._fill()

    async def _make_current(self, snapshot: Path, *, lasting: bool) -> Worker:
        """A worker over this snapshot, or over one that has taken its place before the worker could open it."""
        while True:
            try:
                worker = await self._make(snapshot)
                if lasting:
                    self.yield_to_others(worker)
                return worker
            except StoreError:
                former, snapshot = snapshot, self._snapshot()
                if snapshot == former:
                    raise

    async def _make(self, snapshot: Path) -> Worker:
        worker = await (await self._forks()).worker(snapshot, self._memory_bytes)
        self._tally.started += 1
        return worker

    async def _forks(self) -> ForkServer:
        """The fork server; a new one where it has died."""
        async with self._starting:
            if self._stopped:
                raise ServiceBusy("the query service has stopped")
            if self._server is None or not self._server.alive:
                self._server = await ForkServer.start(behind=self._yields)
            return self._server

    def _fill(self) -> None:
        """See to it that enough workers wait, without waiting for them."""
        if self._stopped:
            self._settle()
        elif self._filling is None or self._filling.done():
            self._filling = asyncio.create_task(self._filled(self._ready))

    async def _filled(self, count: int) -> None:
        try:
            with suppress(KgError):  # whoever needs a worker next meets the same error, and is told
                while len(self._idle) < count:
                    self._idle.append(await self._make(self._snapshot()))
                    self._settle(1)
        finally:
            self._settle()

    def _settle(self, most: int | None = None) -> None:
        """Do what is owed, all of it or so much."""
        for _ in range(len(self._owed) if most is None else min(most, len(self._owed))):
            self._owed.popleft()()
