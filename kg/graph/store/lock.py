"""One writer at a time: a file that is locked while a process writes, with that process's id in it."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import StoreLocked

_PAUSE = 0.05


@contextmanager
def hold(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock `path` for the length of the block; StoreLocked, naming the holder, where another has it.

    It is waited for as many seconds as `patience` says.

    The system frees the lock when its holder ends, however it ends: a file that is left over is no obstacle.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        end = time.monotonic() + patience
        while not _taken(file):
            if time.monotonic() >= end:
                file.seek(0)
                holder = f"is held by process {file.read().strip() or 'unknown'}"
                raise StoreLocked(f"{path.parent} {holder}", f"the store {holder}")
            time.sleep(_PAUSE)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _taken(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
