"""What readers open: numbered, unchanging folders, of which the file CURRENT names the one that is served.

A snapshot holds `store/`, a checkpoint of the live store, and the index made from it. It is whole before CURRENT
names it, and CURRENT is replaced by a rename, so a reader sees the old snapshot or the new one.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.store.convert import from_quad
from kg.graph.store.failures import store_failures
from kg.graph.terms import Quad

KEPT = 2
"""How many snapshots stay: the one that is served, and the one that its last readers may still hold."""

_NAME = re.compile(r"\d{6,}")


class ReadOnlyStore:
    """The store of a snapshot: any number of processes may read it at the same time. A `with` block closes it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with store_failures(folder):
            self._store: ox.Store | None = ox.Store.read_only(str(folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._store = None

    def quads(self) -> Iterator[Quad]:
        """Every quad, in no particular order."""
        with store_failures(self._folder):
            yield from map(from_quad, self._open)

    def __len__(self) -> int:
        return len(self._open)

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"{self._folder} is closed")
        return self._store


def open_snapshot(folder: Path) -> ReadOnlyStore:
    """Open the store of a snapshot; StoreError where there is none."""
    return ReadOnlyStore(folder / "store")


def current_snapshot(data_dir: Path) -> Path:
    """The folder of the snapshot that is served; StoreError where nothing was published yet."""
    if (number := _current(data_dir)) is None:
        raise StoreError("nothing ingested yet: run gdpr-kg ingest")
    folder = _folder(data_dir, number)
    if not folder.is_dir():
        raise StoreError(f"{data_dir / 'CURRENT'} names {folder.name}, which is not there")
    return folder


def next_snapshot(data_dir: Path) -> Path:
    """Make the empty folder of the next snapshot; what a run left that died before it published goes first.

    Only for the one process that holds the live store.
    """
    current = _current(data_dir) or 0
    with store_failures(data_dir):
        for number in _numbers(data_dir):
            if number > current:
                shutil.rmtree(_folder(data_dir, number))
        folder = _folder(data_dir, current + 1)
        folder.mkdir(parents=True)
    return folder


def publish(data_dir: Path, folder: Path) -> None:
    """Let readers find the snapshot `folder`, from one moment to the next, and drop all but the last two."""
    part = data_dir / "CURRENT.part"
    with store_failures(data_dir):
        with part.open("w", encoding="ascii") as file:
            file.write(f"{folder.name}\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(data_dir / "CURRENT")
        _sync(data_dir)
        for number in _numbers(data_dir)[:-KEPT]:
            shutil.rmtree(_folder(data_dir, number))


def _folder(data_dir: Path, number: int) -> Path:
    return data_dir / "snapshots" / f"{number:06}"


def _numbers(data_dir: Path) -> list[int]:
    snapshots = data_dir / "snapshots"
    if not snapshots.is_dir():
        return []
    return sorted(int(path.name) for path in snapshots.iterdir() if _NAME.fullmatch(path.name))


def _current(data_dir: Path) -> int | None:
    try:
        name = (data_dir / "CURRENT").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{data_dir / 'CURRENT'}: {error}") from error
    if _NAME.fullmatch(name) is None:
        raise StoreError(f"{data_dir / 'CURRENT'} names no snapshot: {name!r}")
    return int(name)


def _sync(folder: Path) -> None:
    """Make a rename in a folder last through a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
