"""The owner's side of the fork server and of its workers."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Self

from kg.errors import ServiceBusy
from kg.graph.query import frames

READ_AHEAD = 2 * frames.DATA_BYTES
"""Bytes of an answer that are held for a client that reads slowly; then the worker waits."""

PATIENCE = 2.0
"""Seconds in which the fork server tells how a worker ended, or ends itself."""


class Worker:
    """A process that evaluates queries over one snapshot, one at a time. Made by `ForkServer.worker`."""

    def __init__(self, snapshot: Path, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.snapshot = snapshot
        self._reader = reader
        self._writer = writer
        self.process = 0
        self.ended: asyncio.Future[int | None] = asyncio.get_running_loop().create_future()
        """The signal that ended the process, 0 for none, None where nobody can tell."""

    @property
    def usable(self) -> bool:
        """Whether the process still listens, as far as is known."""
        return not self.ended.done() and not self._reader.at_eof() and not self._writer.is_closing()

    def send(self, frame: bytes) -> None:
        """Send a frame; that it arrives shows in the answer only."""
        self._writer.write(frame)

    async def receive(self) -> tuple[bytes, bytes]:
        """The next frame: kind and body. EOFError or ConnectionError when the process has ended."""
        kind, length = frames.HEADER.unpack(await self._reader.readexactly(frames.HEADER.size))
        return kind, await self._reader.readexactly(length)

    def kill(self) -> None:
        """End the process at once, and the connection with it."""
        if self.process and not self.ended.done():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
        self._writer.close()

    async def cause(self) -> int | None:
        """The signal that ended the process, see `ended`; None where it is not told in time."""
        try:
            return await asyncio.wait_for(asyncio.shield(self.ended), PATIENCE)
        except TimeoutError:
            return None


class ForkServer:
    """A running fork server: get it from `start`, and `stop` it, which ends its workers too."""

    def __init__(self, control: socket.socket, process: "subprocess.Popen[bytes]") -> None:
        self._control = control
        self._process = process
        self._workers: dict[int, Worker] = {}
        self._listener = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls) -> Self:
        """Start the process; it imports the engine while the first worker is waited for."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(  # noqa: S603 (our own program, by its name)
                [sys.executable, "-m", "kg.graph.query.forkserver", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"},
                start_new_session=True,  # an interrupt at the terminal is for the owner
            )
        ours.setblocking(False)
        return cls(ours, process)

    @property
    def alive(self) -> bool:
        """Whether it can be asked for workers."""
        return not self._listener.done()

    @property
    def process(self) -> int:
        """Its process id."""
        return self._process.pid

    async def worker(self, snapshot: Path, memory_bytes: int) -> Worker:
        """A new worker, ready for its first query.

        StoreError where the snapshot cannot be opened, ServiceBusy where the fork server has died.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            reader, writer = await asyncio.open_unix_connection(sock=ours, limit=READ_AHEAD)
            worker = Worker(snapshot, reader, writer)
            try:
                socket.send_fds(self._control, [b"+"], [theirs.fileno()])
            except OSError as error:
                worker.kill()
                raise ServiceBusy("the fork server has died; try again") from error
        try:
            worker.send(frames.pack_setup(frames.Setup(str(snapshot), memory_bytes)))
            kind, body = await worker.receive()
        except (EOFError, ConnectionError) as error:
            worker.kill()
            raise ServiceBusy("a worker could not be started; try again") from error
        except BaseException:
            worker.kill()
            raise
        if kind == frames.ERROR:
            worker.kill()
            raise frames.unpack_error(body)
        worker.process = int(body)
        self._workers[worker.process] = worker
        return worker

    async def stop(self) -> None:
        """End the fork server and every worker, and wait until they are gone."""
        workers = list(self._workers.values())
        for worker in workers:
            worker.kill()
        await asyncio.gather(*(worker.cause() for worker in workers))
        if self.alive:
            self._control.shutdown(socket.SHUT_RDWR)
        await self._listener

    async def _listen(self) -> None:
        """Note which workers have ended, until the fork server ends."""
        loop, rest = asyncio.get_running_loop(), b""
        while data := await self._hear(loop):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                process, cause = map(int, line.split())
                if (worker := self._workers.pop(process, None)) is not None:
                    worker.ended.set_result(cause)
        for worker in self._workers.values():
            worker.kill()
            worker.ended.set_result(None)
        self._workers.clear()
        self._control.close()
        self._reap()

    async def _hear(self, loop: asyncio.AbstractEventLoop) -> bytes:
        try:
            return await loop.sock_recv(self._control, 4096)
        except ConnectionError:
            return b""

    def _reap(self) -> None:
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
