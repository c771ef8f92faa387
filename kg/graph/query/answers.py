"""The answer to a query, whole or as it comes."""

import asyncio
import signal
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass

from kg.errors import KgError, QueryError, QueryTimeout, QueryTooLarge, ServiceBusy
from kg.graph.query import frames
from kg.graph.query.workers import Worker

HELD_BYTES = 1 << 20
"""What an answer may have before its first byte goes out: until then, every failure is still told as one."""

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

    def __init__(self, worker: Worker, seconds: float, deadline: float, release: Callable[[bool], None]) -> None:
        self._worker = worker
        self._seconds = seconds
        self._release = release
        self._released = self._expired = False
        self._watchdog = asyncio.get_running_loop().call_at(deadline, self._expire)

    async def begin(self, request: frames.Request) -> "AnswerStream":
        """Send the query and wait for its answer, or for so much of it that it has to go out in parts."""
        try:
            self._worker.send(frames.pack_request(request))
            media_type = (await self._body() or b"").decode()
            held = bytearray()
            while (body := await self._body()) is not None:
                held += body
                if len(held) >= HELD_BYTES:
                    return AnswerStream(media_type, bytes(held), self._rest())
        except BaseException:
            self._finish(usable=False)
            raise
        return AnswerStream(media_type, bytes(held), None)

    async def _rest(self) -> AsyncIterator[bytes]:
        try:
            while (body := await self._body()) is not None:
                yield body
        finally:
            self._finish(usable=False)

    async def _body(self) -> bytes | None:
        """The body of the next frame; None at the end. The error that the worker sends, or that it died of."""
        try:
            kind, body = await self._worker.receive()
        except (EOFError, ConnectionError) as error:
            raise await self._obituary() from error
        if kind == frames.ERROR:
            told = frames.unpack_error(body)
            self._finish(usable=not isinstance(told, QueryTooLarge))  # it may still hold much of that memory
            raise told
        if kind == frames.END:
            self._finish(usable=body != frames.RETIRE)
            return None
        return body

    async def _obituary(self) -> KgError:
        """What the end of the worker means for whoever asked."""
        if self._expired:
            return self._timeout()
        match await self._worker.cause():
            case signal.SIGALRM:
                return self._timeout()
            case cause if cause in _OVERFLOWS:
                return QueryTooLarge("the query needs more memory, or nests deeper, than one query may")
            case 0:
                return QueryError("the engine failed at this query")
            case _:
                return ServiceBusy("the process that ran this query was stopped from outside; try again")

    def _timeout(self) -> QueryTimeout:
        return QueryTimeout(f"stopped after {self._seconds:g} seconds; the same query will not be faster next time")

    def _expire(self) -> None:
        self._expired = True
        self._finish(usable=False)

    def _finish(self, *, usable: bool) -> None:
        if not self._released:
            self._released = True
            self._watchdog.cancel()
            self._release(usable)


class AnswerStream:
    """An answer that may still be coming: `body` is its beginning, `rest` what follows, None when `body` is all."""

    def __init__(self, media_type: str, body: bytes, rest: AsyncIterator[bytes] | None) -> None:
        self.media_type = media_type
        self.body = body
        self.rest = rest

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
