"""What readers open: numbered, unchanging folders, of which the file CURRENT names the one that is served.

A snapshot holds `store/`, a checkpoint of the live store, and the index made from it. It is whole before CURRENT
names it, and CURRENT is replaced by a rename, so a reader sees the old snapshot or the new one.

After an update the index is that of the snapshot before, with the file `index.stale` beside it, until it is made anew.
The process that writes makes a snapshot of every change (`prepare_changes`); several changes are published at once, as
the last of these (`publish_changes`), by the owner of that process.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.store.convert import from_quad, is_ours
from kg.graph.store.failures import store_failures, sync
from kg.graph.store.holding import hold_for, remove_unless_held
from kg.graph.store.live import LiveStore, touched_by
from kg.graph.terms import Quad

INDEX, STALE = "index.sqlite", "index.stale"

EMPTY = "nothing ingested yet: run gdpr-kg ingest"

_NAME = re.compile(r"\d{6,}")


class ReadOnlyStore:
    """The store of a snapshot: any number of processes may read it at the same time. A `with` block closes it.

    The snapshot is not removed as long as it is open.
    """

    def __init__(self, snapshot: Path) -> None:
        self._folder = snapshot / "store"
        with store_failures(self._folder):
            self._let_go = hold_for(self, snapshot)
            self._store: ox.Store | None = ox.Store.read_only(str(self._folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._store = None
        self._let_go()

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
    return ReadOnlyStore(folder)


def current_snapshot(data_dir: Path) -> Path:
    """The folder of the snapshot that is served; StoreError where nothing was published yet."""
    if (number := _current(data_dir)) is None:
        raise StoreError(EMPTY, EMPTY)
    folder = _folder(data_dir, number)
    if not folder.is_dir():
        raise StoreError(f"{data_dir / 'CURRENT'} names {folder.name}, which is not there")
    return folder


def is_behind(data_dir: Path) -> bool:
    """Whether users may have changed the store without a snapshot of it being served."""
    noted = touched_by(data_dir / "store")
    return noted is not None and (not noted or int(noted) > (_current(data_dir) or 0))


def next_snapshot(data_dir: Path, prepared: Path | None = None) -> Path:
    """Make the empty folder of the next snapshot; what a run left that died before it published goes first.

    What comes next is after the one that is served, and after the one `prepared` that will be. Only for the one process
    that holds the live store.
    """
    last = max(_current(data_dir) or 0, int(prepared.name) if prepared else 0)
    with store_failures(data_dir):
        for number in _numbers(data_dir):
            if number > last:
                shutil.rmtree(_folder(data_dir, number))
        folder = _folder(data_dir, last + 1)
        folder.mkdir(parents=True)
    return folder


def prepare_changes(store: LiveStore, data_dir: Path, prepared: Path | None = None) -> Path:
    """Make, and do not publish, a snapshot of what users have changed; `prepared` is the one made so before.

    Only for the process that holds the store.
    """
    folder = next_snapshot(data_dir, prepared)
    store.checkpoint(folder / "store")
    store.note_snapshot(folder)
    return folder


def publish_changes(data_dir: Path, folder: Path) -> None:
    """Publish a snapshot of `prepare_changes`, with the index that is there; only as long as the store is held."""
    former = _current(data_dir)
    with store_failures(folder):
        (folder / STALE).touch()
        if former is not None:
            take_over(_folder(data_dir, former) / INDEX, folder / INDEX)
    publish(data_dir, folder)


def take_over(index: Path, place: Path) -> None:
    """Have the same file in another place, where the file system can, else a copy; nothing where there is no file."""
    try:
        os.link(index, place)
    except FileNotFoundError:
        return
    except OSError:
        shutil.copyfile(index, place)


def publish(data_dir: Path, folder: Path) -> None:
    """Let readers find the snapshot `folder`, from one moment to the next, and drop those that nobody needs.

    The one before stays as well, for those who have just found it and not opened it yet.
    """
    former = _current(data_dir)
    part = data_dir / "CURRENT.part"
    with store_failures(data_dir):
        with part.open("w", encoding="ascii") as file:
            file.write(f"{folder.name}\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(data_dir / "CURRENT")
        sync(data_dir)
        for number in _numbers(data_dir):
            if number < int(folder.name) and number != former:
                remove_unless_held(_folder(data_dir, number))


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
