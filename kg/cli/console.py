"""Where the command line writes: results to standard output, all else to standard error."""

import sys
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from kg.model import Reject

REJECTS_SHOWN = 20
"""Rejects printed one by one; the rest is counted, and the report lists all."""


def say(message: str) -> None:
    """A line for the person at the terminal, on standard error, never mixed into results."""
    errors().print(message, markup=False, highlight=False, soft_wrap=True)


def errors() -> Console:
    """Standard error as a console; colours only on a terminal, and not with NO_COLOR."""
    return Console(file=sys.stderr)


def results() -> Console:
    """Standard output as a console."""
    return Console(file=sys.stdout)


class RejectLines:
    """Prints rejects as they come, up to a number, and remembers how many there were."""

    def __init__(self) -> None:
        self.count = 0

    def show(self, reject: "Reject") -> None:
        """Print one reject, or only count it."""
        self.count += 1
        if self.count <= REJECTS_SHOWN:
            say(f"rejected: {reject}")

    def finish(self) -> int:
        """Say what was not printed; the exit code: 1 where there were rejects, else 0."""
        if self.count > REJECTS_SHOWN:
            say(f"… and {self.count - REJECTS_SHOWN} more rejects")
        return 1 if self.count else 0
