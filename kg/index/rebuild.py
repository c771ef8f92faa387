"""The index of a snapshot made anew, in a process beside everything else: `python -m kg.index.rebuild FOLDER`."""

import os
import sys
from pathlib import Path

from kg.errors import KgError
from kg.graph.store.lock import hold
from kg.graph.store.snapshot import INDEX, STALE, current_snapshot, open_snapshot, take_over
from kg.index.build import build_index

PRIORITY = 10


def rebuild(snapshot: Path) -> None:
    """Make the index of a snapshot from its store, and put it in place of the one that is served.

    Where another snapshot is served meanwhile, the index is newer than the one there, though it remains stale.
    StoreLocked where another process, such as that of a second server, makes it; StoreError where the snapshot is gone
    meanwhile, or the disk is full.
    """
    part = snapshot / f"{INDEX}.part"
    with open_snapshot(snapshot) as store, hold(snapshot / "index.lock"):
        build_index(store.quads(), part)
        while (served := current_snapshot(snapshot.parent.parent)) != snapshot and served.name > snapshot.name:
            _link(part, served / INDEX)
            if current_snapshot(snapshot.parent.parent) == served:
                part.unlink()
                return
        part.replace(snapshot / INDEX)
    (snapshot / STALE).unlink(missing_ok=True)


def _link(file: Path, place: Path) -> None:
    """Have a file in another place too, in the place of what is there."""
    part = place.with_name(f"{place.name}.new")
    part.unlink(missing_ok=True)
    take_over(file, part)
    part.replace(place)


if __name__ == "__main__":
    os.nice(PRIORITY)
    try:
        rebuild(Path(sys.argv[1]))
    except (KgError, OSError) as error:
        sys.exit(str(error))
