"""Our application with the engine in its own process: what isolation is measured against, and nothing to serve with."""

from collections.abc import Mapping, Sequence

import pyoxigraph as ox
from fastapi import FastAPI

from api.app import create_app
from kg.graph.namespaces import PREFIXES
from kg.graph.query.answers import AnswerStream
from kg.graph.store.snapshot import current_snapshot
from kg.settings import read_settings


class InProcess:
    """Takes the place of the query pool: evaluates at once, without guard, deadline or limit."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    async def start(self) -> None:
        """Nothing: there is no process to start."""

    async def stop(self) -> None:
        """Nothing, for the same reason."""

    async def answer(self, text: str, **_: str | Sequence[str] | Mapping[str, str] | float | None) -> AnswerStream:
        """The answer as JSON or N-Triples."""
        results = self._store.query(text, prefixes=PREFIXES)
        if isinstance(results, ox.QueryTriples):
            return AnswerStream("application/n-triples", _bytes(results.serialize(format=ox.RdfFormat.N_TRIPLES)), None)
        body = _bytes(results.serialize(format=ox.QueryResultsFormat.JSON))
        return AnswerStream("application/sparql-results+json", body, None)


def create() -> FastAPI:
    """The application for the settings of the environment."""
    settings = read_settings()
    app = create_app(settings)
    app.state.pool = InProcess(ox.Store.read_only(str(current_snapshot(settings.data_dir) / "store")))
    return app


def _bytes(serialized: bytes | None) -> bytes:
    assert serialized is not None  # noqa: S101 (no output was given, so it is returned)
    return serialized
