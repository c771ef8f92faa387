"""A client with short queries, while four others do nothing but ask for what takes for ever."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import servers
from benchmarks.asking import Client, median, percentile
from benchmarks.enforcement import DECISIONS
from benchmarks.questions import ENDLESS, point
from benchmarks.timing import Figure

DEADLINE = 3.0
PAUSE = 0.02
"""Seconds between two queries of the normal client."""

ATTACKERS = {"from one address": ["127.0.0.9"] * 4, "from four addresses": [f"127.0.0.{n}" for n in (5, 6, 7, 8)]}


def measure(data_dir: Path, seconds: float) -> list[Figure]:
    """The normal client's latencies under attack, against those that it had just before."""
    figures = []
    with servers.ours(data_dir, query_workers=2, query_timeout=DEADLINE) as server:
        normal(server.port, 1.0)  # to warm up
        for name, sources in ATTACKERS.items():
            idle = normal(server.port, seconds)
            with attacking(server.port, sources, ENDLESS):
                time.sleep(0.5)
                under = normal(server.port, seconds)
            figures += [
                Figure(f"4 attackers {name}: p50 against idle", median(under) / median(idle), "x", most=2.0),
                Figure("  p50 under attack", 1000 * median(under), "ms"),
                Figure("  p99 against idle", percentile(under, 0.99) / percentile(idle, 0.99), "x"),
            ]
    return figures


def normal(port: int, seconds: float) -> list[float]:
    """The latencies of a client that asks point queries now and then; RuntimeError where one is not answered."""
    took, end = list[float](), time.perf_counter() + seconds
    with Client(port) as client:
        while time.perf_counter() < end:
            reply = client.query(point(len(took) * 37 % DECISIONS))
            if reply.status != 200:
                raise RuntimeError(f"{reply.status} {reply.body[:300]!r}")
            took.append(reply.seconds)
            time.sleep(PAUSE)
    return took


@contextmanager
def attacking(port: int, sources: Sequence[str], text: str) -> Iterator[None]:
    """One client for each address asks the same query over and over, until the block ends."""
    over = threading.Event()

    def attack(source: str) -> None:
        with Client(port, source) as client:
            while not over.is_set():
                if client.query(text).status not in {503, 504}:
                    over.wait(0.1)

    attackers = [threading.Thread(target=attack, args=(source,)) for source in sources]
    for attacker in attackers:
        attacker.start()
    try:
        yield
    finally:
        over.set()
        for attacker in attackers:
            attacker.join()
