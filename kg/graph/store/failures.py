"""What the engine and the file system raise, as one error; and what outlasts a power cut."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError


@contextmanager
def store_failures(place: Path) -> Iterator[None]:
    """Turn what fails in the block (a full disk, a missing file, broken data) into a StoreError naming `place`.

    The engine reports most of it as OSError, and what RocksDB refuses as RuntimeError.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{place}: {error}") from error


def sync(folder: Path) -> None:
    """Make what was made, renamed or removed in a folder last through a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
