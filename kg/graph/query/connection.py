"""The owner's end of the connection to a worker."""

import asyncio
import contextlib
import os
import signal
import sys
import time
from pathlib import Path
from typing import cast

from kg.graph.query import background, frames

READ_AHEAD = 4 * frames.DATA_BYTES
"""Bytes of an answer that are held for a client that reads slowly; then the worker waits."""

PATIENCE = 2.0
"""Seconds in which the fork server tells how a worker ended, or ends itself."""

_PROCESS_CLOCK = 2
"""With the complement of a process id above it, the number of that process's clock (clock_getcpuclockid(3))."""


class Worker(asyncio.Protocol):
    """A process that evaluates queries over one snapshot, one at a time. Made by `ForkServer.worker`.

    While `ready`, `take` gives frame after frame; `news` waits for more. So a short answer, which comes at once, costs
    its reader one turn of the event loop.
    """

    def __init__(self, snapshot: Path, *, behind: bool = False) -> None:
        """`behind` is whether it begins in the background."""
        self.snapshot = snapshot
        self.process = 0
        self.lost = False
        """Whether the process has hung up."""
        self._behind = behind
        """Whether it is in the background."""
        self._loop = asyncio.get_running_loop()
        self.ended: asyncio.Future[int | None] = self._loop.create_future()
        """The signal that ended the process, 0 for none, None where nobody can tell."""
        self._transport: asyncio.Transport | None = None
        self._paused = False
        self._come = bytearray()
        self._reader: asyncio.Future[None] | None = None

    @property
    def usable(self) -> bool:
        """Whether the process still listens, as far as is known, and has nothing left to say."""
        return not self.lost and not self.ended.done() and not self._come

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the way to the process."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is none by its class

    def data_received(self, data: bytes) -> None:
        """Keep what has come; when that is enough, the process waits. A frame that is not whole yet is not enough."""
        self._come += data
        if len(self._come) >= READ_AHEAD and not self._paused and self._transport and self.ready:
            self._paused = True
            self._transport.pause_reading()
        self.wake()

    def connection_lost(self, error: Exception | None) -> None:
        """Note that nothing more will come."""
        del error
        self.lost = True
        self.wake()

    def send(self, frame: bytes) -> None:
        """Send a frame; that it arrives shows in the answer only."""
        if self._transport is not None and not self.lost:
            self._transport.write(frame)

    @property
    def ready(self) -> bool:
        """Whether a whole frame has come."""
        return self._length() is not None

    def take(self) -> tuple[bytes, bytes]:
        """The frame that has come: kind and body."""
        length = self._length()
        assert length is not None  # noqa: S101 (see `ready`)
        end = frames.HEADER.size + length
        with memoryview(self._come) as come:
            frame = bytes(come[:1]), bytes(come[frames.HEADER.size : end])
        del self._come[:end]
        if self._paused and len(self._come) < READ_AHEAD and self._transport is not None and not self.lost:
            self._paused = False
            self._transport.resume_reading()
        return frame

    async def news(self) -> None:
        """Wait until more has come, or the process has hung up, or `wake` is called."""
        self._reader = self._loop.create_future()
        await self._reader

    def wake(self) -> None:
        """Let whoever waits for news go on."""
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    async def receive(self) -> tuple[bytes, bytes]:
        """The next frame: kind and body. EOFError when the process has ended."""
        while not self.ready:
            if self.lost:
                raise EOFError
            await self.news()
        return self.take()

    def spent(self) -> float:
        """The processor time that the process has used, in seconds; where the system does not tell, the time."""
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                return time.clock_gettime(~self.process << 3 | _PROCESS_CLOCK)
        return time.monotonic()

    def retreat(self) -> None:
        """Leave the processor to others from now on."""
        if not self._behind:
            self._behind = True
            background.retreat(self.process)

    def advance(self) -> None:
        """Come back from there; see `background.may_come_back`."""
        if self._behind:
            self._behind = False
            background.advance(self.process)

    def kill(self) -> None:
        """End the process at once, and the connection with it."""
        if self.process and not self.ended.done():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
        self.lost = True
        if self._transport is not None:
            self._transport.abort()
        self.wake()

    async def cause(self) -> int | None:
        """The signal that ended the process, see `ended`; None where it is not told in time."""
        try:
            return await asyncio.wait_for(asyncio.shield(self.ended), PATIENCE)
        except TimeoutError:
            return None

    def _length(self) -> int | None:
        """The length of the next frame's body, if it is whole."""
        if len(self._come) < frames.HEADER.size:
            return None
        length: int = frames.HEADER.unpack_from(self._come)[1]
        return length if len(self._come) >= frames.HEADER.size + length else None
