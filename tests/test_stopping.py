"""SIGTERM under load: what has begun ends whole, what cannot end is told so, and the server is gone in ten seconds."""

import http.client
import json
import signal
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.kg.graph.query.snapshots import ENDLESS, LARGE, ONE, publish
from tests.serving import started

ROWS = 20_000
LONG = f"{LARGE} LIMIT {ROWS}"
"""Some 4 MB as CSV: too much to go out in one piece."""

MOST_SECONDS = 10.0


@contextmanager
def asking(address: str, query: str, client: int = 1) -> Iterator[http.client.HTTPResponse]:
    """The beginning of the answer to a query, which a client of this number asks: each has an address of its own."""
    source = (f"127.0.0.{client}", 0)
    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=30, source_address=source)) as connection:
        connection.request("GET", f"/sparql?query={quote(query)}", headers={"Accept": "text/csv"})
        with connection.getresponse() as answer:
            yield answer


def wait_until_ready(address: str) -> None:
    for _ in range(100):
        try:
            with asking(address, ONE) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server never answered")


def stop(server: subprocess.Popen[str]) -> float:
    """Send SIGTERM and wait; the seconds that it took."""
    began = time.monotonic()
    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=20)
    return time.monotonic() - began


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    publish(tmp_path)
    return tmp_path


def test_answers_under_way_end_whole(instance: Path) -> None:
    ends: Counter[str] = Counter()
    half_way = threading.Barrier(4)

    def read_one(client: int) -> None:
        with asking(address, LONG, client) as answer:
            body = answer.read(100_000)
            half_way.wait(30)
            time.sleep(0.3)  # the server has its signal meanwhile
            ends["whole" if (body + answer.read()).count(b"\n") == ROWS + 1 else "broken"] += 1

    def read_on(client: int) -> None:
        while True:
            try:
                with asking(address, ONE, client) as answer:
                    ends["whole" if answer.status == 200 and answer.read().count(b"\n") == 2 else "broken"] += 1
            except OSError:
                return  # it takes no more

    with started(instance, query_workers=5, query_timeout=60) as (server, address):
        wait_until_ready(address)
        readers = [
            threading.Thread(target=what, args=(client,))
            for client, what in enumerate((read_one, read_one, read_one, read_on, read_on), 2)
        ]
        for reader in readers:
            reader.start()
        half_way.wait(30)
        seconds = stop(server)
        for reader in readers:
            reader.join(30)
        assert server.returncode == 0
    assert ends["broken"] == 0
    assert ends["whole"] > 3
    assert seconds < MOST_SECONDS


def test_what_cannot_end_holds_nothing_up(instance: Path) -> None:
    told: list[tuple[int, str]] = []

    def ask_endless() -> None:
        with asking(address, ENDLESS, client=2) as answer:
            told.append((answer.status, json.loads(answer.read())["detail"]))

    with started(instance, query_timeout=60, query_workers=3) as (server, address):
        wait_until_ready(address)
        waiting = threading.Thread(target=ask_endless)
        waiting.start()
        where = urlsplit(address)
        with socket.create_connection((where.hostname, where.port)) as never_reads:
            never_reads.sendall(f"GET /sparql?query={quote(LARGE)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(1.0)
            seconds = stop(server)
        waiting.join(30)
        assert server.returncode == 0
    assert told == [(503, "the server is stopping")]
    assert seconds < MOST_SECONDS
