"""A normal client, in a process of its own: the same short query again and again, and how long each answer took.

Nothing that attackers do in their process delays it, so what it measures is the server. Run as a program, this module
is that process: it asks until its input ends, then writes what it saw.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import NamedTuple

from benchmarks.asking import Client

PAUSE = 0.05
"""Seconds from an answer to the next query."""


class Seen(NamedTuple):
    """What came of one query: status, seconds, the digest of the body, the text of an error, and how late the client
    itself was woken from its pause, in seconds.
    """

    status: int
    seconds: float
    digest: str
    error: str
    late: float


@contextmanager
def meanwhile(port: int, text: str, pause: float = PAUSE) -> Iterator[list[Seen]]:
    """The client asks while the block runs; the list is filled when it ends."""
    command = [sys.executable, "-m", "benchmarks.attack.normal", str(port), str(pause), text]
    seen = list[Seen]()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True) as client:
        assert client.stdout is not None  # noqa: S101 (a pipe was asked for)
        client.stdout.readline()  # its first query is answered
        try:
            yield seen
        finally:
            told, _ = client.communicate()
            seen += [Seen(*row) for row in json.loads(told or b"[]")]


def idle(port: int, text: str, seconds: float) -> list[Seen]:
    """What the client sees when nobody else is there."""
    with meanwhile(port, text) as seen:
        time.sleep(seconds)
    return seen


def _ask(port: int, pause: float, text: str) -> list[Seen]:
    over, seen = threading.Event(), list[Seen]()

    def listen() -> None:
        sys.stdin.read()
        over.set()

    threading.Thread(target=listen, daemon=True).start()
    with Client(port) as client:
        client.query(text)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            wanted = time.perf_counter() + pause
            if over.wait(pause):
                return seen
            late = time.perf_counter() - wanted
            reply = client.query(text)
            error = "" if reply.status == 200 else reply.body.decode(errors="replace")
            seen.append(Seen(reply.status, reply.seconds, sha256(reply.body).hexdigest(), error, late))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_ask(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3])))
