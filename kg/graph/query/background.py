"""Who has the processor first: short queries and the server itself, before queries that last and workers in the making.

A process that goes to the background becomes nicer. Only root, or whoever the limit RLIMIT_NICE allows it, may take
that back; without that right nothing goes there, since a worker that could not come back would be lost for short
queries. It works between processes of one session: Linux shares the processor out among sessions first (sched(7),
autogroup), so the workers stay in that of the server.
"""

import os
import threading
from contextlib import suppress

NICER = 10
"""By how much: a tenth of the processor, where others want it."""

NICEST = 19


def retreat(process: int) -> None:
    """Send a process, 0 for this one, to the background."""
    with suppress(ProcessLookupError):
        os.setpriority(os.PRIO_PROCESS, process, min(_own() + NICER, NICEST))


def advance(process: int) -> None:
    """Bring a process back; it must be one that `may_come_back`."""
    with suppress(ProcessLookupError):
        os.setpriority(os.PRIO_PROCESS, process, _own())


def may_come_back() -> bool:
    """Whether this process may bring others back: tried out by a thread, each of which has a niceness on Linux."""
    allowed = False

    def attempt() -> None:
        nonlocal allowed
        thread = threading.get_native_id()
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, thread, min(_own() + 1, NICEST))
            os.setpriority(os.PRIO_PROCESS, thread, own)
            allowed = True

    own = _own()
    trial = threading.Thread(target=attempt)
    trial.start()
    trial.join()
    return allowed


def _own() -> int:
    """The niceness of this process, or rather of its first thread."""
    return os.getpriority(os.PRIO_PROCESS, os.getpid())
