"""Point queries, as many as 16 connections carry: the price of isolation, and the distance to the usual choice."""

from pathlib import Path

from benchmarks import load, servers
from benchmarks.asking import median
from benchmarks.enforcement import DECISIONS
from benchmarks.questions import point
from benchmarks.timing import Figure


def measure(data_dir: Path, ntriples: Path, seconds: float, rounds: int) -> list[Figure]:
    """The rates of three servers in turns, as ratios of each round; and our latencies."""
    queries = [point(number * 37 % DECISIONS) for number in range(500)]
    seen: list[tuple[load.Load, load.Load, load.Load]] = []
    with (
        servers.ours(data_dir) as ours,
        servers.same_process(data_dir) as same,
        servers.peer(ntriples, "Oxigraph") as peer,
    ):
        for turn in range(rounds + 1):
            one, two, three = (load.press(server.address, queries, seconds) for server in (ours, same, peer))
            if turn:  # the first is to warm up
                seen.append((one, two, three))
    return [
        Figure("point queries a second, ours", median([one.rate for one, _, _ in seen]), "1/s"),
        Figure("median latency under that load", 1000 * median([one.p50 for one, _, _ in seen]), "ms"),
        Figure(
            "rate against the engine in the server's own process",
            median([a.rate / b.rate for a, b, _ in seen]),
            "x",
            least=0.6,
        ),
        Figure(
            "rate against rdflib-endpoint on oxrdflib", median([a.rate / c.rate for a, _, c in seen]), "x", least=2.5
        ),
        Figure("p99 against p50", median([one.p99 / one.p50 for one, _, _ in seen]), "x", most=5.0),
    ]
