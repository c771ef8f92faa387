"""Which snapshots are read: a shared lock on the folder, which the system frees when its holder ends, however it ends.

Where a file system has no such locks, every snapshot counts as read by nobody.
"""

import errno
import fcntl
import os
import shutil
import weakref
from pathlib import Path

_NO_LOCKS = {errno.EBADF, errno.ENOLCK, errno.ENOTSUP, errno.EINVAL}


def hold(folder: Path) -> int:
    """Keep a snapshot from being removed until the handle that this returns is closed, or the process ends.

    FileNotFoundError where it is gone, BlockingIOError where it is just being removed.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle, fcntl.LOCK_SH)
    except BaseException:
        os.close(handle)
        raise
    return handle


def hold_for(owner: object, folder: Path) -> "weakref.finalize[[int], object]":
    """Keep a snapshot from being removed until `owner` is gone, or what this returns is called: see `hold`."""
    return weakref.finalize(owner, os.close, hold(folder))


def remove_unless_held(folder: Path) -> None:
    """Remove a snapshot that nobody reads."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return
    try:
        _lock(handle, fcntl.LOCK_EX)
        shutil.rmtree(folder)
    except BlockingIOError:
        return
    finally:
        os.close(handle)


def _lock(handle: int, kind: int) -> None:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
