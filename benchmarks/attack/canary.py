"""A server that nothing may ever connect to, and an ear at the system calls by which a process would."""

import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

FOLLOWING = 1.0
"""Seconds that strace may need to follow."""


class Canary:
    """Listens at `address` while its block runs; `hits` counts who connected."""

    def __enter__(self) -> Self:
        self.hits = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.hits += 1
            connection.close()


class Trace:
    """Follows processes, and those that they start, while its block runs; then `connections` has each that they made.

    None where there is no `strace`, or it may not follow.
    """

    def __init__(self, processes: Sequence[int]) -> None:
        self._processes = processes
        self._strace: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._said = Path(tempfile.mkstemp(prefix="strace-")[1])
        if (strace := shutil.which("strace")) is not None:
            followed = [word for process in self._processes for word in ("-p", str(process))]
            command = [strace, "-f", "-q", "-e", "trace=connect", "-o", str(self._said), *followed]
            self._strace = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            time.sleep(FOLLOWING)
        return self

    def __exit__(self, *error: object) -> None:
        if self._strace is not None:
            self.refused = self._strace.poll() is not None
            self._strace.terminate()
            self._strace.wait()
        self._lines = self._said.read_text(encoding="utf-8", errors="replace").splitlines()
        self._said.unlink()

    @property
    def connections(self) -> list[str] | None:
        """The calls of `connect` that named an address of the internet."""
        if self._strace is None or self.refused:
            return None
        return [line for line in self._lines if "AF_INET" in line]


@contextmanager
def visitor(canary: Canary) -> Iterator["subprocess.Popen[bytes]"]:
    """A program that does connect, once its input ends, so that it can be held that whoever looks sees such a thing."""
    code = f"import socket, sys; sys.stdin.read(); socket.create_connection(('127.0.0.1', {canary.port}))"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as program:
        yield program
