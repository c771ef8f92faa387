"""Which snapshot is served, asked at every query."""

from pathlib import Path

from kg.graph.store.snapshot import current_snapshot


class Latest:
    """The snapshot that CURRENT names: the file is read again when it has been replaced, which costs a look to see."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._file = data_dir / "CURRENT"
        self._seen: tuple[int, int] | None = None
        self._folder: Path | None = None

    def __call__(self) -> Path:
        """The folder of the snapshot; StoreError where nothing was published yet."""
        try:
            status = self._file.stat()
        except OSError:
            return current_snapshot(self._data_dir)
        seen = status.st_ino, status.st_mtime_ns
        if self._folder is None or seen != self._seen:
            self._folder = current_snapshot(self._data_dir)
            self._seen = seen
        return self._folder
