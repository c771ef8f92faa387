"""Each server, empty and filled; the tests of this folder run once for each."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.graph.backend import WritableStore, write_store
from kg.graph.remote.store import RemoteStore
from kg.settings import Settings
from tests.remote.servers import SERVERS


@pytest.fixture(scope="module", params=sorted(SERVERS))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The settings of a running server, which each module of tests finds empty."""
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as settings:
        yield dict(settings)


@pytest.fixture
def settings(server: dict[str, Any], tmp_path: Path) -> Settings:
    """The settings of an instance of its own that uses the server."""
    return Settings.model_validate({"data_dir": tmp_path / "kg", "workers": 1, **server})


@pytest.fixture
def store(settings: Settings) -> Iterator[RemoteStore]:
    """The server, open for writing."""
    settings.data_dir.mkdir()
    opened: WritableStore
    with write_store(settings) as opened:
        assert isinstance(opened, RemoteStore)
        yield opened
