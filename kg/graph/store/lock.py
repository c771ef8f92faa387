"""One writer at a time: a file that is locked while a process writes, with that process's id in it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreLocked


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold the lock `path` for the length of the block; StoreLocked, naming the holder, where another has it.

    The system frees the lock when its holder ends, however it ends: a file that is left over is no obstacle.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise StoreLocked(f"{path.parent} is held by process {file.read().strip() or 'unknown'}") from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
