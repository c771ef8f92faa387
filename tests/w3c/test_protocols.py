"""The SPARQL protocol and the Graph Store protocol, as the W3C tests them, over HTTP."""

import pytest

from tests.w3c.exchanges import PROTOCOL, exchanges, fixtures, names, play
from tests.w3c.server import Server
from tests.w3c.suite import needs_suite

INDIRECT, DIRECT = (f"graph-store-protocol/manifest-{way}.ttl" for way in ("indirect", "direct"))

pytestmark = needs_suite


def test_the_suite_is_whole() -> None:
    assert [len(names(path)) for path in (PROTOCOL, INDIRECT, DIRECT)] == [34, 9, 4]


@pytest.mark.parametrize("name", names(PROTOCOL))
def test_protocol(server: Server, name: str) -> None:
    server.load(fixtures(name))
    play(server, PROTOCOL, name)


@pytest.mark.parametrize(("path", "name"), [(path, name) for path in (INDIRECT, DIRECT) for name in names(path)])
def test_graph_store(server: Server, path: str, name: str) -> None:
    server.load([])
    play(server, path, name)


@pytest.mark.parametrize("name", names(PROTOCOL))
def test_the_public_mode_answers_queries_and_refuses_updates(public: Server, name: str) -> None:
    for exchange in exchanges(PROTOCOL, name):
        reply = exchange.send(public)
        if exchange.updates:
            assert 400 <= reply.status < 500
            break  # what follows looks for what the update should have done
        exchange.check(reply)


@pytest.mark.parametrize(("path", "name"), [(path, name) for path in (INDIRECT, DIRECT) for name in names(path)])
def test_the_public_mode_writes_no_graph(public: Server, path: str, name: str) -> None:
    for exchange in exchanges(path, name):
        if exchange.method not in {"GET", "HEAD"}:
            assert exchange.send(public).status == 403
