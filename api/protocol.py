"""HTTP over a connection, as uvicorn speaks it, with limits for those who send slowly or without end.

Uvicorn limits neither the size of a request's head nor the time in which it comes, nor that of its body. So a few
hundred half-sent requests would hold a server. Here a head is small and comes soon, and a body comes at no less than
the rate of a slow line; what the server itself does not read yet is not held against the sender.
"""

import asyncio
from enum import Enum

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_BYTES = 131_072
"""The longest query that the guard passes, percent-encoded in an address, and room for the headers."""

HEAD_SECONDS = 10.0
"""From the connection, or from the first byte of a further request, to the end of the head."""

BODY_SECONDS = 15.0
"""How often a body is looked at."""

BODY_BYTES = 65_536
"""What must have come of it each time: 4 kB a second."""


class Awaited(Enum):
    """What must come next; `NOTHING` while a request is answered, and before a further one."""

    NOTHING = 0
    HEAD = 1
    BODY = 2


class BoundedProtocol(HttpToolsProtocol):
    """One connection. One that passes a limit is told so, where that can still be, and closed."""

    _awaited = Awaited.HEAD
    _begun = 0
    """How many requests have begun."""
    _came = 0
    """Bytes of what is awaited, since the timer was set."""
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Await a first request."""
        super().connection_made(transport)
        self._set_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        """Await nothing any more."""
        self._awaited = Awaited.NOTHING
        self._set_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what comes, up to the limit of a head. A request that comes in one piece sets no timer."""
        before = self._awaited, self._begun
        super().data_received(data)
        if (self._awaited, self._begun) != before:
            self._set_timer()
        if self._awaited is not Awaited.NOTHING:
            self._came += len(data)
        if self._awaited is Awaited.HEAD and self._came > HEAD_BYTES:
            self._refuse(b"431 Request Header Fields Too Large")

    def on_message_begin(self) -> None:
        """A head begins."""
        super().on_message_begin()
        self._awaited = Awaited.HEAD
        self._begun += 1

    def on_headers_complete(self) -> None:
        """A head is there; a body may follow."""
        self._awaited = Awaited.BODY
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """A request is there."""
        self._awaited = Awaited.NOTHING
        super().on_message_complete()

    def _set_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._came = 0
        if self._awaited is Awaited.HEAD:
            self._timer = self.loop.call_later(HEAD_SECONDS, self._refuse, b"408 Request Timeout")
        elif self._awaited is Awaited.BODY:
            self._timer = self.loop.call_later(BODY_SECONDS, self._look)

    def _look(self) -> None:
        """Go on where enough of the body has come, or where the server does not read."""
        if self._came >= BODY_BYTES or self.flow.read_paused:
            self._set_timer()
        else:
            self.transport.close()

    def _refuse(self, status: bytes) -> None:
        if self._came and not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete):
            self.transport.write(b"HTTP/1.1 " + status + b"\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
        self.transport.close()
