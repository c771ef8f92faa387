"""The owner's side of the fork server, which makes workers."""

import asyncio
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Self

from kg.errors import ServiceBusy
from kg.graph.query import frames
from kg.graph.query.connection import PATIENCE, Worker


class ForkServer:
    """A running fork server: get it from `start`, and `stop` it, which ends its workers too."""

    def __init__(self, control: socket.socket, process: "subprocess.Popen[bytes]", *, behind: bool) -> None:
        self._behind = behind
        self._control = control
        self._process = process
        self._workers: dict[int, Worker] = {}
        self._listener = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, *, behind: bool = False) -> Self:
        """Start the process; it imports the engine while the first worker is waited for.

        `behind`: it makes its workers, and buries them, in the background.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(  # noqa: S603 (our own program, by its name)
                [sys.executable, "-m", "kg.graph.query.forkserver", str(theirs.fileno()), str(int(behind))],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"},
                process_group=0,  # an interrupt at the terminal is for the owner; for the session see `background`
            )
        ours.setblocking(False)
        return cls(ours, process, behind=behind)

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
            loop = asyncio.get_running_loop()
            _, worker = await loop.create_unix_connection(lambda: Worker(snapshot, behind=self._behind), sock=ours)
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
        worker.advance()
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
