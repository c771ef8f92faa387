"""One server for all of the W3C's tests that write, and one that is only read."""

from collections.abc import Iterator

import pytest

from tests.w3c.exchanges import fixtures, names
from tests.w3c.server import Server, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that may be written to."""
    with serving(tmp_path_factory.mktemp("w3c")) as running:
        yield running


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server without keys, whose store has the graphs of all tests of the protocol."""
    folder = tmp_path_factory.mktemp("w3c-public")
    with serving(folder) as writable:
        writable.load({graph for name in names("protocol/manifest.ttl") for graph in fixtures(name)})
    with serving(folder, writable=False) as running:
        yield running
