"""An instance that holds the invented articles of `tests.kg.index.fictional`, and a client of its server."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.graph.store.live import open_store
from kg.graph.store.snapshot import next_snapshot, publish
from kg.graph.terms import Unit
from kg.index.build import build_index
from kg.settings import Settings
from ontology.files import turtle_files
from tests.kg.index.fictional import world


def publish_units(data_dir: Path, units: Iterable[Unit]) -> None:
    """Publish a snapshot in which these units are new or replaced: the store and its index."""
    with open_store(data_dir / "store") as store:
        store.replace_reference(turtle_files())
        store.apply(units)
        folder = next_snapshot(data_dir)
        store.checkpoint(folder / "store")
        build_index(store.quads(), folder / "index.sqlite")
    publish(data_dir, folder)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of an instance with the invented articles; for reading only."""
    data_dir = tmp_path_factory.mktemp("instance")
    publish_units(data_dir, world().units)
    return Settings.model_validate({"data_dir": data_dir, "query_workers": 1, "rate_limit": 0})


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """A client of a running server over that instance."""
    with TestClient(create_app(settings), raise_server_exceptions=False) as opened:
        yield opened
