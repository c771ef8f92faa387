"""Time, measured fairly: on one core, in turns, as ratios. Absolute figures of a shared machine mean little."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, and the bound that it shall keep: at least `least`, or at most `most`."""

    name: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the figure keeps to its bound."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        bound = "" if self.most is None else f"at most {self.most:g}"
        bound = bound if self.least is None else f"at least {self.least:g}"
        verdict = "" if not bound else f"{bound:>15}  {'ok' if self.kept else 'MISSED'}"
        return f"{self.name:<58}{self.value:>11,.2f} {self.unit:<7}{verdict}".rstrip()


def on_one_core() -> None:
    """Keep this process, and libraries that are imported later, to one core."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def in_turns(works: Mapping[str, Work], rounds: int = 3) -> dict[str, float]:
    """The least CPU seconds that each work took, all of them done in turns; once before, to warm up."""
    best = dict.fromkeys(works, float("inf"))
    for turn in range(rounds + 1):
        for name, work in works.items():
            spent = cpu_seconds(work)
            if turn:
                best[name] = min(best[name], spent)
    return best


def cpu_seconds(work: Work) -> float:
    """The CPU seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def report(title: str, figures: list[Figure]) -> int:
    """Print the figures; the exit code: 1 where one misses its bound."""
    told = [f"\n{title}\n{'-' * len(title)}", *map(str, figures)]
    print("\n".join(told), flush=True)  # a long run is looked at while it goes on
    return 0 if all(figure.kept for figure in figures) else 1
