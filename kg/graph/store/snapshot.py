"""What readers open: numbered, unchanging folders, of which the file CURRENT names the one that is served.

A snapshot holds `store/`, a checkpoint of the live store, and the index made from it. It is whole before CURRENT
names it, and CURRENT is replaced by a rename, so a reader sees the old snapshot or the new one.

After an update the index is that of the snapshot before, with the file `index.stale` beside it, until it is made anew.
"""

import os
import re
import shutil
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.store.convert import from_quad, is_ours
from kg.graph.store.failures import store_failures, sync
from kg.graph.store.live import LiveStore
from kg.graph.terms import Quad

KEPT = 2
"""How many snapshots stay at least: the one that is served, and the one that its last readers may still hold."""

KEPT_SECONDS = 30.0
"""How long a snapshot stays after another has taken its place: where writes follow each other, a reader is behind by
more than one, and the engine opens files as it needs them."""

INDEX, STALE = "index.sqlite", "index.stale"

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
        """Every quad that `kg.graph` can express, in no particular order: all but `others`."""
        with store_failures(self._folder):
            yield from map(from_quad, filter(is_ours, self._open))

    def others(self) -> Iterator[str]:
        """The quads with blank nodes or triple terms, which only users bring, as N-Quads without the final dot."""
        with store_failures(self._folder):
            yield from (str(quad) for quad in self._open if not is_ours(quad))

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


def publish_changes(store: LiveStore, data_dir: Path) -> Path:
    """Publish what users have changed, with the index that is there; only for the process that holds the store."""
    former = _current(data_dir)
    folder = next_snapshot(data_dir)
    store.checkpoint(folder / "store")
    with store_failures(folder):
        (folder / STALE).touch()
        if former is not None:
            _take_over(_folder(data_dir, former) / INDEX, folder / INDEX)
    publish(data_dir, folder)
    store.note_published(folder)
    return folder


def _take_over(index: Path, place: Path) -> None:
    """Have the same file in another place, where the file system can, else a copy."""
    try:
        os.link(index, place)
    except FileNotFoundError:
        return
    except OSError:
        shutil.copyfile(index, place)


def publish(data_dir: Path, folder: Path, kept_seconds: float = KEPT_SECONDS) -> None:
    """Let readers find the snapshot `folder`, from one moment to the next, and drop those that nobody needs."""
    part = data_dir / "CURRENT.part"
    with store_failures(data_dir):
        with part.open("w", encoding="ascii") as file:
            file.write(f"{folder.name}\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(data_dir / "CURRENT")
        sync(data_dir)
        for number in _outdated(data_dir, kept_seconds):
            shutil.rmtree(_folder(data_dir, number))


def _outdated(data_dir: Path, seconds: float) -> list[int]:
    """The snapshots in whose place another one was made so many seconds ago."""
    numbers, limit = _numbers(data_dir), time.time() - seconds
    following = pairwise(numbers[: 1 - KEPT])
    return [number for number, successor in following if _folder(data_dir, successor).stat().st_ctime <= limit]


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
