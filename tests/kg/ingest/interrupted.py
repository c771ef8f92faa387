"""An ingestion in a process of its own, which may end itself by SIGKILL at a named point.

`python -m tests.kg.ingest.interrupted DATA_DIR INPUT [POINT COUNT]`: POINT is `module:function` or
`module:Class.method`; the process is killed when that is called for the COUNT-th time, before it does anything, or
after it has done all where the point ends in `!`. Prints a line for each stage.
"""

import importlib
import os
import signal
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

from kg.ingest import publish
from kg.ingest.run import ingest
from kg.settings import Settings
from tests.kg.ingest.extractors import PIPELINE


def say(line: str) -> None:
    """A line for the process that watches."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Lines:
    """Progress as lines on standard output."""

    def start(self, total_bytes: int | None) -> None:
        say(f"start {total_bytes}")

    def advance(self, done_bytes: int, articles: int) -> None:
        say(f"advance {done_bytes} {articles}")

    def stage(self, name: str) -> None:
        say(f"stage {name}")


def kill_at(point: str, count: int) -> None:
    """Arrange the end."""
    module, _, path = point.removesuffix("!").partition(":")
    *parents, name = path.split(".")
    owner = reduce(getattr, parents, importlib.import_module(module))
    original: Callable[..., Any] = getattr(owner, name)
    calls = 0

    def last_call(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == count and not point.endswith("!"):
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*args, **kwargs)
        if calls == count:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, last_call)


def main() -> None:
    """Run, with small portions so that there are many points to be killed at."""
    folder, source, *point = sys.argv[1:]
    publish.PORTION = 60
    if point:
        kill_at(point[0], int(point[1]))
    settings = Settings.model_validate({"data_dir": Path(folder), "workers": 2})
    say(str(ingest([source], settings, Lines(), PIPELINE)))


if __name__ == "__main__":
    main()
