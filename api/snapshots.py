"""The snapshot that is served. A newly published one, or an index made anew, is served from the next request on."""

import threading
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.graph.store.snapshot import INDEX, current_snapshot
from kg.index.search import Index


@dataclass(frozen=True, slots=True)
class Served:
    """A snapshot's folder and its open index; `version` changes whenever what is served changes."""

    folder: Path
    version: str
    index: Index


class Snapshots:
    """Opens the snapshot that CURRENT names, and another one when CURRENT has changed."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._served: Served | None = None

    def current(self) -> Served:
        """What is to be served now; StoreError where nothing was published or the index cannot be read."""
        folder = current_snapshot(self._data_dir)
        version = _version(folder)
        with self._lock:
            if self._served is None or self._served.version != version:
                index = Index(folder / INDEX)
                self._close()
                self._served = Served(folder, version, index)
            return self._served

    def dataset_version(self) -> str:
        """Changes whenever the graph changes, be the index made anew or not; StoreError where nothing was published."""
        return current_snapshot(self._data_dir).name

    def close(self) -> None:
        """Let go of the snapshot."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._served is not None:
            self._served.index.close()
            self._served = None


def _version(folder: Path) -> str:
    try:
        return f"{folder.name}-{(folder / INDEX).stat().st_mtime_ns:x}"
    except OSError as error:
        raise StoreError(f"{folder} has no index yet: {error.strerror}", "there is no index yet") from error
