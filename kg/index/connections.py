"""Connections to the index file for any number of threads, each used by one at a time.

Its snapshot is not removed as long as somebody has them.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from kg.errors import StoreError
from kg.graph.store.holding import hold_for
from kg.index.schema import VERSION


class Connections:
    """Read-only connections to one file, opened when needed and used again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._closed = False
        try:
            hold_for(self, path.parent)
        except OSError as error:
            raise StoreError(f"{path}: {error}") from error
        with self.use() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found != VERSION:
            self.close()
            told = f"an index of version {found}, not {VERSION}: run gdpr-kg ingest again"
            raise StoreError(f"{path} is {told}", f"the graph has {told}")

    @contextmanager
    def use(self) -> Iterator[sqlite3.Connection]:
        """A connection for the duration; StoreError where the file cannot be read."""
        try:
            connection = self._take()
            try:
                yield connection
            finally:
                self._give(connection)
        except sqlite3.Error as error:
            raise StoreError(f"{self._path}: {error}") from error

    def close(self) -> None:
        """Close what is idle; what is in use closes when it is given back."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return

    def _take(self) -> sqlite3.Connection:
        try:
            return self._idle.get_nowait()
        except Empty:
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            return sqlite3.connect(uri, uri=True, check_same_thread=False)

    def _give(self, connection: sqlite3.Connection) -> None:
        if self._closed:
            connection.close()
        else:
            self._idle.put(connection)
