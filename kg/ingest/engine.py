"""Extraction on all cores of one machine: worker processes that may crash, hang or be killed.

A worker answers article by article, so it is always known which one it is at. When a worker dies or passes the time
limit, a new one takes over behind that article, and the article is tried once more, alone; if it brings down its worker
again, it is a Failure. Workers are forked from a server that has the extractor imported, so a new one costs little.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from types import TracebackType
from typing import Self

from kg.ingest.pipeline import Pipeline
from kg.ingest.shard import Failure, Outcome, run_shards
from kg.model import Article

SHARD = 16
"""Articles handed to a worker at a time: enough to keep it busy while the main process writes."""

LIFE = 4000
"""Articles after which a worker is replaced: spaCy remembers every word that it has met."""

Result = tuple[Article, Outcome]


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the line to it, and what it has still to answer; the first of `waiting` is what it is at."""

    process: ForkServerProcess
    connection: Connection
    waiting: deque[Article] = field(default_factory=deque)
    done: int = 0
    deadline: float = 0.0


class Engine:
    """Workers for one pipeline; a `with` block ends them. `seconds` is the time that one article may take."""

    def __init__(self, pipeline: Pipeline, workers: int, seconds: float) -> None:
        self._pipeline, self._size, self._seconds = pipeline, workers, seconds
        self._context: ForkServerContext = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(list(pipeline.preload))
        self._workers: list[_Worker] = []
        self._suspects: dict[Article, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def run(self, articles: Iterable[Article]) -> Iterator[Result]:
        """Extract from every article, in any order. Articles are taken only as workers come free."""
        source = iter(articles)
        while True:
            exhausted = self._hand_out(source)
            busy = [worker for worker in self._workers if worker.waiting]
            if busy:
                yield from self._collect(busy)
            elif self._suspects:
                yield self._try_alone()
            elif exhausted:
                return

    def _hand_out(self, source: Iterator[Article]) -> bool:
        """Give every idle worker a shard; whether the source has no more."""
        while (worker := self._idle()) is not None:
            if not (shard := tuple(islice(source, SHARD))):
                return True
            self._send(worker, shard)
        return False

    def _idle(self) -> _Worker | None:
        for worker in [worker for worker in self._workers if not worker.waiting]:
            if worker.done < LIFE:
                return worker
            self._drop(worker)
        return self._start() if len(self._workers) < self._size else None

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        process = self._context.Process(target=run_shards, args=(self._pipeline.extract, there), daemon=True)
        process.start()
        there.close()
        worker = _Worker(process, here)
        self._workers.append(worker)
        return worker

    def _send(self, worker: _Worker, shard: tuple[Article, ...]) -> None:
        worker.waiting.extend(shard)
        worker.deadline = time.monotonic() + self._seconds
        try:
            worker.connection.send(shard)
        except ConnectionError:
            return  # it has died: the next answer asked of it says so

    def _collect(self, busy: list[_Worker]) -> Iterator[Result]:
        """Wait until a worker says something, or until one must be given up."""
        patience = min(worker.deadline for worker in busy) - time.monotonic()
        ready = wait([worker.connection for worker in busy], max(0.0, patience))
        for worker in busy:
            if worker.connection in ready:
                yield from self._answers(worker)
            elif time.monotonic() > worker.deadline:
                self._give_up(worker, f"extraction took more than {self._seconds:g} seconds")

    def _answers(self, worker: _Worker) -> Iterator[Result]:
        try:
            outcome: Outcome = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._give_up(worker, f"extraction ended its process ({_cause(worker)})")
            return
        worker.done += 1
        worker.deadline = time.monotonic() + self._seconds
        yield worker.waiting.popleft(), outcome

    def _give_up(self, worker: _Worker, reason: str) -> None:
        """Replace a worker: what it was at is under suspicion, a new one takes the rest."""
        suspect, *rest = worker.waiting
        self._drop(worker)
        self._suspects[suspect] = reason
        if rest:
            self._send(self._start(), tuple(rest))

    def _try_alone(self) -> Result:
        """The second and last try of an article that brought down its worker; none other is at work meanwhile."""
        suspect = next(iter(self._suspects))
        del self._suspects[suspect]
        worker = self._idle() or self._start()
        self._send(worker, (suspect,))
        while worker in self._workers:
            for result in self._collect([worker]):
                return result
        return suspect, Failure(self._suspects.pop(suspect))

    def _drop(self, worker: _Worker) -> None:
        _end(worker)
        self._workers.remove(worker)


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _cause(worker: _Worker) -> str:
    code = worker.process.exitcode or 0
    return f"signal {-code}" if code < 0 else f"exit code {code}"
