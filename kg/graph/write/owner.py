"""The owner's side of the process that writes."""

import asyncio
import contextlib
import os
import signal
import sys
from typing import Self

from kg.errors import KgError, QueryError, QueryTimeout, QueryTooLarge, ServiceBusy, StoreError
from kg.graph.query import frames
from kg.graph.write import changes
from kg.graph.write.changes import Change, Outcome, Setup

PREPARING = 10.0
"""Seconds that the snapshot of a change may take, once that is on disk."""

ON_DISK = "the change is on disk, and will be visible later"

PATIENCE = 2.0
"""Seconds in which a process ends by itself."""

_OVERFLOWS = frozenset({-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS})
"""How the engine ends a process whose memory or whose stack is not enough."""


class WritingProcess:
    """A process that holds the store of an instance: get it from `start`, and `end` it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.since = asyncio.get_running_loop().time()
        """When it was started, in the time of the event loop."""

    @classmethod
    async def start(cls, setup: Setup) -> Self:
        """Start it and let it open the store; StoreLocked or StoreError where it cannot."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "kg.graph.write.process", str(os.getpid())),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"},
            start_new_session=True,  # an interrupt at the terminal is for the owner
        )
        started = cls(process)
        try:
            await started._send(changes.pack_setup(setup))
            await started._receive()
        except BaseException as error:
            await started.end()
            if isinstance(error, ConnectionError | EOFError):
                raise ServiceBusy("the process that writes could not be started; try again") from error
            raise
        return started

    @property
    def usable(self) -> bool:
        """Whether it still runs, as far as is known."""
        return self._process.returncode is None

    async def carry_out(self, change: Change, body: bytes, deadline: float) -> Outcome:
        """Let it carry out a change until the deadline; on any error but QueryError and InputError, `end` it."""
        seconds = max(0.0, deadline - asyncio.get_running_loop().time())
        on_disk = False
        try:
            async with asyncio.timeout_at(deadline) as limit:
                await self._send(changes.pack_change(change, seconds) + frames.pack(frames.DATA, body))
                kind, answer = await self._receive()
                if on_disk := kind == frames.HEAD:
                    limit.reschedule(asyncio.get_running_loop().time() + PREPARING)
                    _, answer = await self._receive()
            return changes.unpack_outcome(answer)
        except TimeoutError as error:
            self.kill()
            late = QueryTimeout("stopped at its deadline")
            raise (done_all_the_same(late) if on_disk else late) from error
        except (ConnectionError, EOFError) as error:
            cause = await self._obituary()
            raise (done_all_the_same(cause) if on_disk else cause) from error
        except KgError as error:
            raise (done_all_the_same(error) if on_disk else error) from error

    def kill(self) -> None:
        """End the process at once. What it was doing is wholly done or not at all."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        """Let the process let go of the store and end."""
        assert self._process.stdin is not None  # noqa: S101  (it was asked for)
        self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), PATIENCE)
        except TimeoutError:
            self.kill()
            await self._process.wait()

    async def _send(self, frame: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101
        self._process.stdin.write(frame)
        await self._process.stdin.drain()

    async def _receive(self) -> tuple[bytes, bytes]:
        """The kind and the body of the next frame; the error that the process sends."""
        assert self._process.stdout is not None  # noqa: S101
        header = await self._process.stdout.readexactly(frames.HEADER.size)
        kind, length = frames.HEADER.unpack(header)
        body = await self._process.stdout.readexactly(length)
        if kind == frames.ERROR:
            raise frames.unpack_error(body)
        return kind, body

    async def _obituary(self) -> KgError:
        """What the end of the process means for whoever asked."""
        match await self._process.wait():
            case signal_ if -signal_ == signal.SIGALRM:
                return QueryTimeout("stopped at its deadline")
            case signal_ if signal_ in _OVERFLOWS:
                return QueryTooLarge("the change needs more memory, or nests deeper, than one may")
            case 0 | 1:
                return QueryError("the engine failed at this change")
            case _:
                return ServiceBusy("the process that writes was stopped from outside")


def done_all_the_same(error: KgError) -> KgError:
    """The error that came after a change was on disk, with that in its text."""
    if isinstance(error, StoreError):
        return type(error)(f"{error}; {ON_DISK}", f"{error.told}; {ON_DISK}")
    return type(error)(f"{error}; {ON_DISK}")
