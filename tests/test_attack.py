"""The hostile list, each of it twice, against a real server: `make attack` in short, held to bounds that never give."""

from pathlib import Path

import pytest

from benchmarks import enforcement, servers
from benchmarks.asking import Client
from benchmarks.attack import hostile, siege, uploads
from benchmarks.attack.canary import Canary
from benchmarks.questions import point
from kg.keys import KeyRing, Scope

TIMES = 2
DEADLINE = 1.0
WRITE_DEADLINE = 8.0
MEMORY_MB = 200

PATIENCE = 10.0
"""Seconds beyond the deadline that a busy machine may take."""


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with a small graph."""
    folder = tmp_path_factory.mktemp("attacked")
    enforcement.write(folder / "graph.nt", 300)
    servers.publish_graph(folder, folder / "graph.nt")
    return folder


def test_whatever_is_asked_is_answered_rightly_and_harms_nobody(instance: Path) -> None:
    settings = {"query_timeout": DEADLINE, "query_memory_mb": MEMORY_MB, "query_workers": 2}
    with Canary() as canary, servers.ours(instance, **settings) as server, Client(server.port) as client:
        assert client.query(point(7)).status == 200
        first = servers.processes(server.process)
        with siege.Watch(server.process) as watch:
            outcomes = siege.besiege(server.port, hostile.requests(canary.address) * TIMES)
        assert {name: outcome.wrong for name, outcome in outcomes.items() if outcome.wrong} == {}
        assert {outcome.sent for outcome in outcomes.values()} == {TIMES}
        assert max(outcome.longest for outcome in outcomes.values()) < DEADLINE + PATIENCE
        assert client.query(point(7)).status == 200
        assert servers.processes(server.process)[:2] == first[:2]
        assert watch.largest_worker < max(map(servers.own_memory, first[1:])) + (MEMORY_MB << 20)
        assert canary.hits == 0


def test_whatever_is_sent_with_a_key_leaves_the_graph_as_it_was(instance: Path) -> None:
    secret = KeyRing(instance).add("attacker", [Scope.WRITE])
    settings = {"write_timeout": WRITE_DEADLINE, "write_memory_mb": MEMORY_MB}
    with Canary() as canary, servers.ours(instance, **settings) as server, Client(server.port) as client:
        before = client.query(point(7)).body
        outcomes = siege.besiege(server.port, [*uploads.requests(canary.address, secret)], clients=1)
        assert {name: outcome.wrong for name, outcome in outcomes.items() if outcome.wrong} == {}
        assert client.query(point(7)).body == before != b""
        assert canary.hits == 0
