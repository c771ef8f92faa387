"""The unit of work: some articles, extracted one after the other in a worker process."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from kg.model import Article, Extraction

Extract = Callable[[Article], Extraction]

SHOWN = 300
"""Characters of an error that are told: some quote the whole text that they stumbled over."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing could be extracted from an article."""

    reason: str


Outcome = Extraction | Failure


def run_shards(extract: Extract, connection: Connection) -> None:
    """Body of a worker: take tuples of articles from the connection, answer each article with an outcome, in order.

    Ends when the other side is gone, however it went. An interrupt from the keyboard is for the main process alone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            articles: tuple[Article, ...] = connection.recv()
            for article in articles:
                connection.send(outcome_of(extract, article))
    except (EOFError, ConnectionError):
        return


def outcome_of(extract: Extract, article: Article) -> Outcome:
    """What the extractor gives; whatever it raises is a Failure, so one bad article never loses the others."""
    try:
        return extract(article)
    except Exception as error:  # noqa: BLE001  the one place of the program that catches everything
        return Failure(f"extraction failed: {type(error).__name__}: {error}"[:SHOWN])
