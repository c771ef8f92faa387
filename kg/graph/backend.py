"""The store of the settings, embedded or remote: opened for reading, for writing, and for queries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from kg.graph.query.pool import QueryPool
from kg.graph.query.service import QueryService
from kg.graph.remote.client import Client
from kg.graph.remote.queries import RemoteQueries
from kg.graph.remote.reading import everything
from kg.graph.remote.server import server_of
from kg.graph.remote.store import open_remote
from kg.graph.remote.writes import RemoteWrites
from kg.graph.store.live import open_store
from kg.graph.store.snapshot import current_snapshot, open_snapshot
from kg.graph.terms import Quad, Unit
from kg.graph.write.changes import Change, Outcome
from kg.graph.write.service import WriteService
from kg.settings import Settings

LOCK_SECONDS = 5.0
"""How long the store is waited for: a server that writes lets go of it when nothing has come for a second."""


class WritableStore(Protocol):
    """A store that units are written to: see `LiveStore` and `RemoteStore`."""

    def apply(self, units: Iterable[Unit]) -> None:
        """Replace each unit."""

    def replace_reference(self, files: Sequence[Path]) -> None:
        """Make the triples of Turtle files, and no other reference data, part of the default graph."""

    @property
    def touched(self) -> bool:
        """Whether it is known that users have changed what was written."""

    def vouch(self) -> None:
        """Note that everything is again what it should be."""


def store_folder(settings: Settings) -> Path:
    """Where the embedded store is, or what is kept beside a remote one."""
    return settings.data_dir / ("store" if settings.store is None else "remote")


def write_store(settings: Settings) -> AbstractContextManager[WritableStore]:
    """The store, open for writing. StoreLocked where another process of this instance has it."""
    if (server := server_of(settings)) is not None:
        return open_remote(server, store_folder(settings))
    return open_store(store_folder(settings), LOCK_SECONDS)


@contextmanager
def read_graph(settings: Settings) -> Iterator[Iterator[Quad]]:
    """Every quad of the graph: of the latest snapshot, or of what this program keeps in the remote store now."""
    if (server := server_of(settings)) is not None:
        with Client(server) as client:
            yield everything(client, settings.base_iri)
    else:
        with open_snapshot(current_snapshot(settings.data_dir)) as store:
            yield store.quads()


class Writing(Protocol):
    """Carries out changes by users: see `WriteService` and `RemoteWrites`. Started once and closed once."""

    def start(self) -> None:
        """Make visible what was left invisible."""

    async def close(self) -> None:
        """Refuse further changes, and end."""

    async def write(self, change: Change, body: bytes = b"") -> Outcome:
        """Carry out a change."""


def write_service(settings: Settings, on_change: Callable[[], None] = lambda: None) -> Writing:
    """What carries out changes in the store; `on_change` is called when readers can see one."""
    if (server := server_of(settings)) is not None:
        return RemoteWrites(settings, server, on_change)
    return WriteService(settings, on_change)


@contextmanager
def read_others(settings: Settings) -> Iterator[Iterator[str]]:
    """Every statement that no Quad can express, which only users bring into the embedded store: see `others`."""
    if settings.store is not None:
        yield iter(())
    else:
        with open_snapshot(current_snapshot(settings.data_dir)) as store:
            yield store.others()


def query_service(settings: Settings) -> QueryService:
    """What answers queries over the store; not started yet."""
    if (server := server_of(settings)) is not None:
        return RemoteQueries(settings, server)
    return QueryPool(settings)
