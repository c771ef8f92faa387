"""A run of ingestion: read, extract, publish. Broken off anywhere, it is completed by running it again."""

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol

from kg.errors import StoreError
from kg.graph.backend import store_folder, write_store
from kg.ids import Names
from kg.ingest.engine import Engine
from kg.ingest.ledger import Ledger, open_ledger
from kg.ingest.pipeline import Pipeline, standard_pipeline
from kg.ingest.publish import publish
from kg.ingest.report import IngestReport
from kg.ingest.shard import Failure
from kg.model import Article, Reject
from kg.settings import Settings
from kg.sources.files import total_bytes
from kg.sources.reader import read_records
from kg.sources.record import Record
from kg.sources.stream import Meter

BATCH = 64
"""Records noted in one transaction. A run that is broken off reads these again, whatever the number."""

EMBEDDED = "embedded"
"""The address of the store that is in the instance's own folder."""

ARTICLE_SECONDS = 60.0
"""The time that one article may take. Most take milliseconds; what takes this long would never end."""

__all__ = ["IngestReport", "Progress", "ingest"]


class Progress(Protocol):
    """Who watches a run."""

    def start(self, total_bytes: int | None) -> None:
        """It begins; the size of the input, None where it cannot be known."""

    def advance(self, done_bytes: int, articles: int) -> None:
        """So many bytes of the input and records are read, counted from the start."""

    def stage(self, name: str) -> None:
        """What is being done now."""


def ingest(
    paths: Sequence[str],
    settings: Settings,
    progress: Progress,
    pipeline: Pipeline | None = None,
    article_seconds: float = ARTICLE_SECONDS,
) -> IngestReport:
    """Read all that the paths mean into the instance of the settings, and publish what it changes.

    InputError where a path is missing, before anything is done; StoreLocked where another run is at work. An interrupt
    leaves what is committed: no snapshot, and extractions that the next run need not do again.
    """
    began = time.monotonic()
    meter = Meter()
    records = read_records(paths, meter)
    progress.start(total_bytes(paths))
    pipeline = pipeline or standard_pipeline()
    _make_folder(settings.data_dir)
    ledger_file = settings.data_dir / "ledger.sqlite"
    _know_the_store(settings, ledger_file)
    with write_store(settings) as store, open_ledger(ledger_file) as ledger:
        ledger.begin()
        with Engine(pipeline, settings.workers, article_seconds) as engine:
            run = _Run(ledger, engine, pipeline, progress, meter)
            rejects = run.extract(records)
        progress.stage("publishing")
        decisions = publish(ledger, store, settings.data_dir, Names(settings.base_iri))
        counts = ledger.counts()
        ledger.finish()
    return IngestReport(
        new=counts.get("new", 0),
        replaced=counts.get("replaced", 0),
        unchanged=counts.get("unchanged", 0),
        duplicates=counts.get("duplicate", 0),
        irrelevant=counts.get("irrelevant", 0),
        rejects=tuple(sorted(rejects, key=lambda item: (item.file, item.line or 0, item.reason))),
        decisions=decisions,
        seconds=time.monotonic() - began,
    )


class _Run:
    """The extracting half of a run: what it reads, and the rejects that it has met."""

    def __init__(self, ledger: Ledger, engine: Engine, pipeline: Pipeline, progress: Progress, meter: Meter) -> None:
        self._ledger, self._engine, self._pipeline = ledger, engine, pipeline
        self._progress, self._meter = progress, meter
        self._rejects: list[Reject] = []

    def extract(self, records: Iterator[Record | Reject]) -> list[Reject]:
        """Extract from all records, then from whatever else in the ledger this pipeline has not looked at."""
        self._progress.stage("extracting")
        self._work(self._read(records))
        self._ledger.settle()
        self._progress.stage("extracting again")
        failed = self._work(self._ledger.pending(self._pipeline.fingerprint))
        lost = [
            Reject(article.url or article.key, None, failure.reason)
            for article, failure in failed
            if not self._ledger.was_read(article)
        ]
        return [*self._rejects, *self._ledger.failures(), *lost]

    def _work(self, articles: Iterator[Article]) -> list[tuple[Article, Failure]]:
        """Extract and store; those that failed."""
        failed = []
        for article, outcome in self._engine.run(articles):
            self._ledger.store(article, outcome, self._pipeline.fingerprint)
            if isinstance(outcome, Failure):
                failed.append((article, outcome))
        return failed

    def _read(self, records: Iterator[Record | Reject]) -> Iterator[Article]:
        """The articles to extract from, as they are asked for."""
        count = 0
        while batch := list(islice(records, BATCH)):
            count += len(batch)
            self._rejects += [item for item in batch if isinstance(item, Reject)]
            yield from self._ledger.read((item for item in batch if isinstance(item, Record)), self._pipeline)
            self._progress.advance(self._meter.done, count)


def _know_the_store(settings: Settings, ledger_file: Path) -> None:
    """Hold the ledger to the one store that it knows; StoreError where the settings name another.

    What a store holds is forgotten where its folder is new: on the first run, or when someone has removed the folder to
    have the store written anew.
    """
    address = settings.store or EMBEDDED
    with open_ledger(ledger_file) as ledger:
        known = ledger.note("store")
        if known is not None and known != address:
            raise StoreError(
                f"{settings.data_dir} belongs to the store {known}, not to {address}: use another GDPR_KG_DATA_DIR"
            )
        if not store_folder(settings).exists():
            ledger.forget_store()
        ledger.keep_note("store", address)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder} cannot be made: {error.strerror}") from error
