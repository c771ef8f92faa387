"""What several tests need: articles, and a graph that the whole pipeline has built from the shipped corpus."""

from pathlib import Path

import pytest

from kg.ingest.run import IngestReport, ingest
from kg.settings import Settings

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus/articles"


class Silent:
    """Progress that nobody watches."""

    def start(self, total_bytes: int | None) -> None: ...

    def advance(self, done_bytes: int, articles: int) -> None: ...

    def stage(self, name: str) -> None: ...


def settings_for(folder: Path, **more: object) -> Settings:
    """The settings of an instance that lives in a folder."""
    return Settings.model_validate({"data_dir": folder, "workers": 1, **more})


def build(folder: Path, *paths: Path, workers: int = 1) -> IngestReport:
    """Ingest files into the instance that lives in a folder."""
    return ingest([str(path) for path in paths], settings_for(folder, workers=workers), Silent())


@pytest.fixture(scope="session")
def corpus_instance(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An instance that holds the shipped corpus; for reading only."""
    folder = tmp_path_factory.mktemp("corpus-instance")
    build(folder, CORPUS, workers=2)
    return settings_for(folder)
