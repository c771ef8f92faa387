"""The writing service: changes one after the other, in a process that holds the store no longer than they come.

A change is acknowledged when readers can see it. What was changed meanwhile becomes visible with it, a few times a
second at most: each time, the workers of queries have a new snapshot to open.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from kg.errors import InputError, KgError, QueryError, QueryTimeout, QueryTooLarge, ServiceBusy, StoreError
from kg.graph.store.snapshot import is_behind
from kg.graph.write.changes import Change, Outcome, Setup
from kg.graph.write.owner import WritingProcess, done_all_the_same
from kg.graph.write.publication import Publication
from kg.settings import Settings

IDLE = 1.0
"""Seconds without a change after which the store is let go of, so that an ingestion can have it."""

HELD = 10.0
"""Seconds after which it is let go of though changes go on; whoever waits has it before the next process starts."""

QUEUE = 64
"""How many changes may wait."""

RETRY = 5.0
"""Seconds after which what was written and could not be published is tried again."""

CLOSING = 5.0
"""Seconds that a change may still take when the service closes."""

MIB = 1 << 20

T = TypeVar("T")


class WriteService:
    """Carries out changes for a server: `start` it, and `close` it at the end. The process comes when it is needed."""

    def __init__(self, settings: Settings, on_change: Callable[[], None] = lambda: None) -> None:
        """`on_change` is called when readers can see a change."""
        self._settings = settings
        self._publication = Publication(settings.data_dir, on_change)
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._process: WritingProcess | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._catching_up = False
        self._closed = False

    def start(self) -> None:
        """Make visible, in the background, what a server that died had written and not published."""
        self._see_to_it(0.0)

    async def close(self) -> None:
        """Refuse further changes, let the one that is being carried out end, and let go of the store."""
        self._closed = True
        try:
            async with asyncio.timeout(CLOSING):
                await self._turn.acquire()
        except TimeoutError:
            if self._process is not None:
                self._process.kill()
            await self._turn.acquire()
        await self._let_go()
        self._turn.release()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def write(self, change: Change, body: bytes = b"") -> Outcome:
        """Carry out a change, and wait until readers can see it. It is done wholly or not at all.

        QueryError or InputError where it is at fault, QueryTimeout where it takes too long, QueryTooLarge where it is
        too large, StoreLocked where another process has the store, StoreError where that fails, ServiceBusy where too
        many are waiting. Where an error comes after the change is on disk, its text says so.
        """
        if self._closed or self._waiting >= QUEUE:
            raise ServiceBusy("too many changes are waiting already; try again later")
        deadline = asyncio.get_running_loop().time() + self._settings.write_timeout
        self._waiting += 1
        try:
            async with asyncio.timeout_at(deadline):
                await self._turn.acquire()
        except TimeoutError as error:
            raise ServiceBusy("the changes before this one took too long; try again later") from error
        finally:
            self._waiting -= 1
        # What has begun goes on to its end, though whoever asked for it may hang up.
        return await asyncio.shield(self._run(self._visibly(change, body, deadline)))

    async def _visibly(self, change: Change, body: bytes, deadline: float) -> Outcome:
        """Carry a change out, now that it is its turn, and wait until readers can see it."""
        outcome, number = await self._carry_out(change, body, deadline)
        try:
            await self._publication.of(number)
        except StoreError as error:
            self._see_to_it(RETRY)
            raise done_all_the_same(error) from error
        return outcome

    async def _carry_out(self, change: Change, body: bytes, deadline: float) -> tuple[Outcome, int]:
        """Carry a change out, and let the next one have its turn; the number of its publication."""
        try:
            process = await self._ready()
            try:
                outcome = await process.carry_out(change, body, deadline)
            except BaseException as error:
                if not isinstance(error, QueryError | InputError) or isinstance(error, QueryTimeout | QueryTooLarge):
                    await self._let_go()
                raise
        except BaseException:
            self._see_to_it(RETRY)
            raise
        else:
            return outcome, self._publication.announce(outcome.snapshot)
        finally:
            self._idle = asyncio.get_running_loop().call_later(IDLE, self._go_idle)
            self._turn.release()

    async def _ready(self) -> WritingProcess:
        """The process, a new one where there is none that can be used."""
        if self._idle is not None:
            self._idle.cancel()
        if self._process is not None and not (self._process.usable and self._age() < HELD):
            await self._let_go()
        if self._process is None:
            if self._closed:
                raise ServiceBusy("the server is stopping")
            self._process = await WritingProcess.start(self._setup())
        return self._process

    def _setup(self) -> Setup:
        settings = self._settings
        return Setup(
            str(settings.data_dir), settings.write_memory_mb * MIB, settings.query_tokens, settings.query_depth
        )

    def _age(self) -> float:
        return asyncio.get_running_loop().time() - self._process.since if self._process is not None else 0.0

    async def _let_go(self) -> None:
        """Publish what is not yet, as nobody may when another process has the store; and end the process."""
        await self._publication.finish()
        if self._idle is not None:
            self._idle.cancel()
        if (process := self._process) is not None:
            self._process = None
            await process.end()

    def _go_idle(self) -> None:
        if not self._turn.locked():
            self._run(self._idle_now())

    async def _idle_now(self) -> None:
        async with self._turn:
            await self._let_go()

    def _see_to_it(self, seconds: float) -> None:
        """Publish what is on disk and not visible, in so many seconds."""
        behind = is_behind(self._settings.data_dir)
        if behind and not self._catching_up and not self._closed:
            self._catching_up = True
            self._run(self._catch_up(seconds))

    async def _catch_up(self, seconds: float) -> None:
        try:
            await asyncio.sleep(seconds)
            while is_behind(self._settings.data_dir):
                try:
                    await self.write(Change("publish"))
                except KgError:  # such as a full disk, or an ingestion, which publishes too
                    await asyncio.sleep(RETRY)
        finally:
            self._catching_up = False

    def _run(self, work: Coroutine[Any, Any, T]) -> "asyncio.Task[T]":
        """A task that is kept until it has ended."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
