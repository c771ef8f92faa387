"""The progress of an ingestion, on standard error: stage, share of the input, rate, time left."""

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

from kg.cli.console import errors


class ProgressBar:
    """A bar on a terminal, nothing elsewhere; what `kg.ingest.run.Progress` asks for."""

    def __init__(self) -> None:
        console = errors()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[articles]} articles"),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
            transient=True,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._bar.stop()

    def start(self, total_bytes: int | None) -> None:
        """Begin; the size of the input in bytes, None where it cannot be known (standard input)."""
        self._task = self._bar.add_task("reading", total=total_bytes, articles=0, rate="")

    def advance(self, done_bytes: int, articles: int) -> None:
        """So many bytes and articles are done, counted from the start."""
        if self._task is None:
            return
        seconds = self._bar.tasks[0].elapsed or 0.0
        rate = f"{articles / seconds:,.0f}/s" if seconds else ""
        self._bar.update(self._task, completed=done_bytes, articles=f"{articles:,}", rate=rate)

    def stage(self, name: str) -> None:
        """What is being done now."""
        if self._task is not None:
            self._bar.update(self._task, description=name)
