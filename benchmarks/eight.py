"""The eight queries over HTTP: ours against rdflib-endpoint on the store that it has by default."""

from pathlib import Path

from benchmarks import servers
from benchmarks.asking import Client, median
from benchmarks.questions import EIGHT
from benchmarks.timing import Figure


def measure(data_dir: Path, ntriples: Path, rounds: int) -> list[Figure]:
    """How many times faster each query is, by the least of the rounds of each, and at the median of the queries."""
    ours: dict[str, float] = dict.fromkeys(EIGHT, float("inf"))
    theirs = dict(ours)
    with servers.ours(data_dir, query_timeout=60) as own, servers.peer(ntriples, "default") as peer:
        one, two = Client(own.port), Client(peer.port)
        for _ in range(rounds):
            for name, text in EIGHT.items():
                ours[name] = min(ours[name], _seconds(one, text))
                theirs[name] = min(theirs[name], _seconds(two, text))
    ratios = {name: theirs[name] / ours[name] for name in EIGHT}
    figures = [Figure(f"  {name}", ratio, "x") for name, ratio in ratios.items()]
    return [
        Figure("eight queries against rdflib-endpoint, median", median([*ratios.values()]), "x", least=8.0),
        *figures,
    ]


def _seconds(client: Client, text: str) -> float:
    reply = client.query(text)
    if reply.status != 200:
        raise RuntimeError(f"{reply.status} {reply.body[:300]!r} for {text}")
    return reply.seconds
