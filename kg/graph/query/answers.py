"""The answer to a query, whole or as it comes."""

import asyncio
import signal
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass

from kg.errors import KgError, QueryError, QueryTimeout, QueryTooLarge, ServiceBusy
from kg.graph.query import frames
from kg.graph.query.connection import Worker

HELD_BYTES = frames.DATA_BYTES
"""What an answer may have before its first byte goes out: until then, every failure is still told as one."""

BRIEF_BYTES = 1 << 20
"""What it may have, at most, to pass as an answer that was made in a moment."""

BRIEF_SECONDS = 0.05
"""How much of the processor such an answer may take."""

YIELD_SECONDS = 0.005
"""How much it takes before it yields to others: most are done by then."""

SHORTEST = 0.005
"""Seconds between two looks at a query that has not had its time of the processor."""

_OVERFLOWS = frozenset({signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS})
"""How the engine ends a process whose memory or whose stack is not enough."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer and its media type."""

    media_type: str
    body: bytes


class Run:
    """One query in one worker, from the moment that it is sent until `release` has its worker back.

    `release` is called once, with whether the worker can be used again. At the deadline the worker is killed and
    released, whoever waits for whom: a client that does not read holds no worker either.
    """

    def __init__(
        self, worker: Worker, request: frames.Request, deadline: float, release: Callable[[bool], None]
    ) -> None:
        self.worker = worker
        self._request = request
        self._deadline = deadline
        self._release = release
        self._sent = self._released = self._expired = self._pressed = False
        self._media_type: str | None = None
        self._held = bytearray()
        self._timer: asyncio.TimerHandle | None = None
        self._before: float | None = None
        """The processor time that the worker had used before this query, once `attempt` has asked."""

    async def attempt(self, yield_to_others: Callable[[], None], held: int = HELD_BYTES) -> "AnswerStream | None":
        """The answer, where it comes in a moment and has less than so many bytes.

        Else None, and the query still runs: then `finish`, or `give_up`; or `attempt` again with more bytes, unless
        it is not `brief` any more. `yield_to_others` is called when it takes longer than most.
        """
        if self._before is None:
            self._before = self.worker.spent()
        self._yield_to_others = yield_to_others
        self._timer = asyncio.get_running_loop().call_later(YIELD_SECONDS, self._look)
        try:
            whole = await self._collect(held)
            return AnswerStream(self._type, bytes(self._held), None) if whole else None
        except BaseException:
            self._end(usable=False)
            raise
        finally:
            self._stop_timer()

    @property
    def brief(self) -> bool:
        """Whether it has not yet had the time of the processor that a brief query has."""
        return not self._pressed

    async def finish(self) -> "AnswerStream":
        """Wait for the answer, or for so much of it that it has to go out in parts."""
        self._pressed = False
        self._timer = asyncio.get_running_loop().call_at(self._deadline, self._expire)
        try:
            whole = await self._collect(HELD_BYTES)
        except BaseException:
            self._end(usable=False)
            raise
        return AnswerStream(self._type, bytes(self._held), None if whole else self._rest())

    def give_up(self) -> None:
        """End the worker. The query may be sent again elsewhere, since nobody has seen anything of its answer."""
        self._end(usable=False)

    async def _collect(self, most: int) -> bool:
        """Send the query, if it is not yet, and hold so much of what comes of its answer; whether that is all of it."""
        if not self._sent:
            self._sent = True
            self.worker.send(frames.pack_request(self._request))
        while len(self._held) < most and await self._arrived():
            if (body := self._next()) is None:
                return True
            if self._media_type is None:
                self._media_type = body.decode()
            else:
                self._held += body
        return False

    async def _rest(self) -> AsyncIterator[bytes]:
        try:
            while await self._arrived() and (body := self._next()) is not None:
                yield body
        finally:
            self._end(usable=False)

    async def _arrived(self) -> bool:
        """Wait for a frame; false where it is not to be waited for any longer. The error that the worker died of."""
        while not self.worker.ready:
            if self.worker.lost:
                raise await self._obituary()
            if self._pressed:
                return False
            await self.worker.news()
        return True

    def _next(self) -> bytes | None:
        """The body of the frame that has arrived; None at the end. The error that the worker sends."""
        kind, body = self.worker.take()
        if kind == frames.ERROR:
            told = frames.unpack_error(body)
            self._end(usable=not isinstance(told, QueryTooLarge))  # it may still hold much of that memory
            raise told
        if kind == frames.END:
            self._end(usable=body != frames.RETIRE)
            return None
        return body

    @property
    def _type(self) -> str:
        return self._media_type or ""

    async def _obituary(self) -> KgError:
        """What the end of the worker means for whoever asked."""
        if self._expired:
            return self._timeout()
        match await self.worker.cause():
            case signal.SIGALRM:
                return self._timeout()
            case signal.SIGPROF:
                used = f"{self._request.cpu_seconds:g} seconds of the processor"
                return QueryTimeout(f"stopped after {used}; the same query will not need less next time")
            case cause if cause in _OVERFLOWS:
                return QueryTooLarge("the query needs more memory, or nests deeper, than one query may")
            case 0:
                return QueryError("the engine failed at this query")
            case _:
                return ServiceBusy("the process that ran this query was stopped from outside; try again")

    def _timeout(self) -> QueryTimeout:
        seconds = self._request.seconds
        return QueryTimeout(f"stopped after {seconds:g} seconds; the same query will not be faster next time")

    def _look(self) -> None:
        """See whether the query has had enough of the processor; on a busy machine that may take a while."""
        loop, spent = asyncio.get_running_loop(), self.worker.spent() - (self._before or 0.0)
        if loop.time() >= self._deadline:
            self._expire()
            return
        if spent >= BRIEF_SECONDS:
            self._pressed = True
            self.worker.wake()
            return
        if spent >= YIELD_SECONDS:
            self._yield_to_others()
        left = (BRIEF_SECONDS if spent >= YIELD_SECONDS else YIELD_SECONDS) - spent
        self._timer = loop.call_at(min(loop.time() + max(left, SHORTEST), self._deadline), self._look)

    def _expire(self) -> None:
        self._expired = True
        self._end(usable=False)

    def _end(self, *, usable: bool) -> None:
        if not self._released:
            self._released = True
            self._stop_timer()
            self._release(usable)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


class AnswerStream:
    """An answer that may still be coming: `body` is its beginning, `rest` what follows, None when `body` is all.

    `rows` is the number of rows after which it ends though the query does not say so, None where there is none.
    """

    def __init__(
        self, media_type: str, body: bytes, rest: AsyncIterator[bytes] | None, rows: int | None = None
    ) -> None:
        self.media_type = media_type
        self.body = body
        self.rest = rest
        self.rows = rows

    @property
    def whole(self) -> bool:
        """Whether `body` is the whole answer."""
        return self.rest is None

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """The pieces of the answer, once. A failure on the way raises, so that a cut is never taken for an end."""
        yield self.body
        if self.rest is not None:
            async for chunk in self.rest:
                yield chunk

    async def read(self) -> Answer:
        """The whole answer."""
        return Answer(self.media_type, b"".join([chunk async for chunk in self.chunks()]))
