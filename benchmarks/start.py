"""How fast a cold start is: `gdpr-kg --help`, and the words that extraction looks for, with and without their cache.

Each run is a process of its own. Run by `make bench`, or alone: `python -m benchmarks.start`.
"""

import os
import subprocess
import sys
import time

from benchmarks.timing import Figure, on_one_core, report

ROUNDS = 5
HELP = "from kg.cli import main; main()"


def seconds(code: str, *arguments: str) -> float:
    """The least wall-clock seconds of a process of Python, of several that run after each other."""
    return min(_once(code, *arguments) for _ in range(ROUNDS))


def _once(code: str, *arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL, env=dict(os.environ)
    )
    return time.perf_counter() - began


if __name__ == "__main__":
    on_one_core()
    sys.exit(report("Cold start, wall clock", [Figure("gdpr-kg --help", seconds(HELP, "--help"), "s", most=0.5)]))
