"""An answer of 400,000 rows: against writing it to memory, and what the server holds of it meanwhile."""

import http.client
import threading
import time
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from benchmarks import servers
from benchmarks.asking import HEADERS, median
from benchmarks.questions import EVERYTHING
from benchmarks.timing import Figure
from kg.graph.store.snapshot import current_snapshot


def measure(data_dir: Path, rounds: int) -> list[Figure]:
    """Streaming over HTTP and serialising to memory, in turns."""
    store = ox.Store.read_only(str(current_snapshot(data_dir) / "store"))
    ratios, firsts, growths = list[float](), list[float](), list[int]()
    with servers.ours(data_dir, query_timeout=120, query_answer_mb=200) as server:
        for turn in range(rounds + 1):
            length, took = _to_memory(store)
            with _Growth(server.process) as growth:
                first, whole = _stream(server.port, length)
            if turn:
                ratios.append(whole / took)
                firsts.append(first)
                growths.append(growth.most)
    return [
        Figure("400,000 rows streamed, against serialised to memory", median(ratios), "x", most=1.3),
        Figure("  the first byte", 1000 * median(firsts), "ms", most=50.0),
        Figure("  growth of the server's memory", max(growths) / (1 << 20), "MiB", most=16.0),
    ]


def _to_memory(store: ox.Store) -> tuple[int, float]:
    """Bytes of the answer, and the seconds to make it in this process."""
    began = time.perf_counter()
    results = store.query(EVERYTHING)
    assert not isinstance(results, ox.QueryTriples)  # noqa: S101 (it is a SELECT)
    return len(results.serialize(format=ox.QueryResultsFormat.JSON) or b""), time.perf_counter() - began


def _stream(port: int, length: int) -> tuple[float, float]:
    """Seconds to the first byte of the answer and to its end; RuntimeError where it is not whole."""
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", f"/sparql?query={quote(EVERYTHING)}", headers=HEADERS)
    response = connection.getresponse()
    came = len(response.read(1))
    first = time.perf_counter() - began
    while chunk := response.read(1 << 18):
        came += len(chunk)
    connection.close()
    if came != length:
        raise RuntimeError(f"{came} bytes came of {length}")
    return first, time.perf_counter() - began


class _Growth:
    """How much a process grows while the block runs: `most` bytes over what it had before."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch)
        self.most = 0

    def __enter__(self) -> "_Growth":
        self._before = servers.resident(self._process)
        self._watcher.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            self.most = max(self.most, servers.resident(self._process) - self._before)
