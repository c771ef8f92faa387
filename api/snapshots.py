"""The snapshot that is served. A newly published one is served from the next request on, without a restart."""

import threading
from dataclasses import dataclass
from pathlib import Path

from kg.graph.store.snapshot import current_snapshot
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
        with self._lock:
            if self._served is None or self._served.folder != folder:
                path = folder / "index.sqlite"
                index = Index(path)
                self._close()
                self._served = Served(folder, f"{folder.name}-{path.stat().st_mtime_ns:x}", index)
            return self._served

    def close(self) -> None:
        """Let go of the snapshot."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._served is not None:
            self._served.index.close()
            self._served = None
