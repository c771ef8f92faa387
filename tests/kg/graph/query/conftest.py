"""A snapshot that all tests of the query service read."""

from pathlib import Path

import pytest

from kg.settings import Settings
from tests.kg.graph.query.snapshots import publish, settings_for


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an instance with one snapshot; for reading only."""
    folder = tmp_path_factory.mktemp("query-service")
    publish(folder)
    return settings_for(folder)


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """The data folder of an instance with one snapshot, for a test that publishes more."""
    publish(tmp_path)
    return tmp_path
