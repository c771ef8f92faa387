"""The index of the invented articles."""

from collections.abc import Iterator

import pytest

from kg.index.build import build_index
from kg.index.search import Index
from tests.kg.index.fictional import world


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    build_index(world().quads, path)
    opened = Index(path)
    yield opened
    opened.close()
