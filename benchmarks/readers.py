"""Readers of large answers who read slowly, not at all, or vanish: what they cost others."""

import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from benchmarks import servers
from benchmarks.asking import Client, hang_up_hard, median
from benchmarks.neighbours import normal
from benchmarks.questions import EVERYTHING
from benchmarks.timing import Figure

DEADLINE = 3.0
READERS = 4


def measure(data_dir: Path) -> list[Figure]:
    """For each kind of reader: others' latency against before, and how long after the deadline its worker is held."""
    figures = []
    with servers.ours(data_dir, query_workers=2, query_timeout=DEADLINE, query_answer_mb=200) as server:
        normal(server.port, 1.0)  # to warm up
        for name, read in _KINDS.items():
            idle = normal(server.port, 1.5)
            over = threading.Event()
            readers = [threading.Thread(target=_reader, args=(server.port, n, read, over)) for n in range(READERS)]
            began = time.perf_counter()
            for reader in readers:
                reader.start()
            time.sleep(0.3)
            under = normal(server.port, DEADLINE - 1.0)
            late = _until_free(server.port) - began - DEADLINE
            over.set()
            for reader in readers:
                reader.join()
            figures += [
                Figure(f"readers who {name}: others' p50 against idle", median(under) / median(idle), "x", most=2.0),
                Figure("  workers are free after the deadline by", max(late, 0.0), "s", most=0.5),
            ]
    return figures


def _reader(
    port: int, number: int, read: Callable[[socket.socket, threading.Event], None], over: threading.Event
) -> None:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.bind((f"127.0.0.{20 + number}", 0))
    connection.connect(("127.0.0.1", port))
    connection.sendall(f"GET /sparql?query={quote(EVERYTHING)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    read(connection, over)
    connection.close()


def _slowly(connection: socket.socket, over: threading.Event) -> None:
    while not over.wait(0.1) and connection.recv(100):
        pass


def _never(connection: socket.socket, over: threading.Event) -> None:
    del connection
    over.wait()


def _vanish(connection: socket.socket, over: threading.Event) -> None:
    over.wait(0.2)
    hang_up_hard(connection)


_KINDS = {"read 1 kB/s": _slowly, "never read": _never, "vanish": _vanish}


def _until_free(port: int) -> float:
    """The time when no worker is at work any more, as the server's own figures tell."""
    with Client(port) as client:
        while _busy(client.send("GET", "/metrics", headers={"Accept": "text/plain"}).body.decode()):
            time.sleep(0.05)
    return time.perf_counter()


def _busy(figures: str) -> bool:
    name = 'gdpr_kg_query_workers{lane="public",state="busy"}'
    return next(float(line.removeprefix(name)) for line in figures.splitlines() if line.startswith(name)) > 0
