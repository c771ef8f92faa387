"""The index of a snapshot made anew, in a process beside everything else: `python -m kg.index.rebuild FOLDER`."""

import os
import sys
from pathlib import Path

from kg.errors import KgError
from kg.graph.store.snapshot import INDEX, STALE, open_snapshot
from kg.index.build import build_index

PRIORITY = 10


def rebuild(snapshot: Path) -> None:
    """Make the index of a snapshot from its store, and put it in place of the one that is there.

    StoreError where the snapshot is gone meanwhile, or the disk is full.
    """
    part = snapshot / f"{INDEX}.part"
    with open_snapshot(snapshot) as store:
        build_index(store.quads(), part)
    part.replace(snapshot / INDEX)
    (snapshot / STALE).unlink(missing_ok=True)


if __name__ == "__main__":
    os.nice(PRIORITY)
    try:
        rebuild(Path(sys.argv[1]))
    except (KgError, OSError) as error:
        sys.exit(str(error))
