"""The ledger: what became of every record, in one SQLite file that survives a kill at any point.

A *record* is a place in the input (`kg.sources.record.Record.identity`), an *article* is a text (`kg.ids.article_id`).
Several records may have one text: it counts once, with the metadata of its representative, the first record by date,
URL and key. A record that comes again with a new text takes it in place of the former one; a text that no record has
any more is forgotten.

A run notes what it reads in `reading`, and `settle` merges it all at once into `record`. So the outcome does not depend
on the order of the input, and a run that was interrupted leaves nothing but extractions, which the next one will use.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.ids import article_id
from kg.ingest.claims import from_json, to_json
from kg.ingest.pipeline import Pipeline
from kg.ingest.shard import Failure, Outcome
from kg.ingest.sql import MERGE, SCHEMA
from kg.model import Article, Reject
from kg.resolve.sources import Source
from kg.sources.record import Record
from kg.values import PartialDate

VERSION = 1
"""Of the tables. A ledger of another version is refused: its claims may not be what this code takes them for."""

COUNTED = ("new", "replaced", "unchanged", "duplicate", "irrelevant")
"""What can become of a record that is an article; a failed one is a Reject."""


@contextmanager
def open_ledger(path: Path) -> Iterator["Ledger"]:
    """Open or make the ledger. Only for the process that holds the live store. Every failure of it is a StoreError."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _prepare(connection, path)
            yield Ledger(connection)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {error}") from error


def copy_ledger(path: Path, target: Path) -> None:
    """Write a copy of the ledger as it is at this moment to the new file `target`; StoreError where that fails."""
    with open_ledger(path) as ledger:
        ledger.copy_to(target)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version not in {0, VERSION}:
        raise StoreError(f"{path} is of version {version}, not {VERSION}: move the folder away and ingest anew")
    connection.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")


class Ledger:
    """The open ledger; get it from `open_ledger`. Each method is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._asked: set[str] = set()

    def begin(self) -> None:
        """Begin a run: what an interrupted one had read is forgotten, what it had extracted is not."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM reading")

    def read(self, records: Iterable[Record], pipeline: Pipeline) -> list[Article]:
        """Note records as read; the articles among them that are to be extracted.

        Those are the texts that pass the gate and that this pipeline has not yet looked at, or failed on.
        """
        wanted = []
        with self._transaction() as connection:
            for record in records:
                article = record.article
                key = article_id(article)
                connection.execute(
                    "INSERT INTO reading (identity, article, key, url, title, published, language, file, line) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (record.identity, key, *_metadata(article), record.file, record.line),
                )
                if self._is_open(key, pipeline) and self._let_in(key, article, pipeline):
                    self._asked.add(key)
                    wanted.append(article)
        return wanted

    def store(self, article: Article, outcome: Outcome, fingerprint: str) -> None:
        """Keep what was extracted from an article, and under which metadata."""
        claims, state, reason = None, "claims", None
        if isinstance(outcome, Failure):
            state, reason = "failed", outcome.reason
        elif outcome.claims:
            claims = to_json(outcome.claims)
        else:
            state = "irrelevant"
        key, (_, _, title, published, language) = article_id(article), _metadata(article)
        if state != "failed":
            self._asked.discard(key)
        with self._transaction() as connection:
            connection.execute(
                "UPDATE article SET state = ?, claims = ?, failure = ?, fingerprint = ?, "
                "as_title = ?, as_published = ?, as_language = ? WHERE id = ?",
                (state, claims, reason, fingerprint, title, published, language, key),
            )

    def settle(self) -> None:
        """All is read: decide for every record what it is now, and forget the texts that no record has any more."""
        with self._transaction() as connection:
            for statement in MERGE:
                connection.execute(statement)

    def pending(self, fingerprint: str) -> Iterator[Article]:
        """Articles with a text that were not extracted by this pipeline under their present metadata, by their id.

        Outcomes may be stored meanwhile.
        """
        ids = self._connection.execute(
            "SELECT id FROM present WHERE text IS NOT NULL AND "
            "(fingerprint, as_title, as_published, as_language) IS NOT (?, title, published, language) ORDER BY id",
            (fingerprint,),
        ).fetchall()
        select = "SELECT text, key, url, title, published, language FROM present WHERE id = ?"
        return (_article(self._connection.execute(select, row).fetchone()) for row in ids)

    def counts(self) -> Mapping[str, int]:
        """How many of the records that were read became what (`COUNTED`); failed ones are under `failed`."""
        rows = self._connection.execute(
            "SELECT CASE WHEN state IN ('irrelevant', 'failed') THEN state ELSE fate END AS became, COUNT(*) "
            "FROM reading LEFT JOIN article ON article.id = reading.article GROUP BY became"
        )
        return dict(rows.fetchall())

    def failures(self) -> Iterator[Reject]:
        """A Reject for every record, read in this run, whose article could not be extracted."""
        rows = self._connection.execute(
            "SELECT file, line, failure FROM reading JOIN article ON article.id = reading.article "
            "WHERE state = 'failed' ORDER BY file, line"
        )
        return (Reject(file, line, reason) for file, line, reason in rows)

    def was_read(self, article: Article) -> bool:
        """Whether this run has read a record with this text."""
        select = "SELECT EXISTS (SELECT 1 FROM reading WHERE article = ?)"
        return bool(self._connection.execute(select, (article_id(article),)).fetchone()[0])

    def finish(self) -> None:
        """End the run: of irrelevant articles only the digest is kept."""
        with self._transaction() as connection:
            connection.execute("UPDATE article SET text = NULL WHERE state = 'irrelevant' AND text IS NOT NULL")
            connection.execute("DELETE FROM reading")

    def sources(self) -> Iterator[Source]:
        """The claims of every article that makes some, by the article's id."""
        rows = self._connection.execute("SELECT id, published, claims FROM present WHERE state = 'claims' ORDER BY id")
        return (Source(key, _date(published), from_json(claims)) for key, published, claims in rows)

    def articles(self) -> Iterator[tuple[Article, str]]:
        """Every article that makes claims, by its id, and the fingerprint of the pipeline that extracted them."""
        rows = self._connection.execute(
            "SELECT text, key, url, title, published, language, fingerprint FROM present "
            "WHERE state = 'claims' ORDER BY id"
        )
        return ((_article(row[:6]), row[6]) for row in rows)

    def digests(self) -> dict[str, str]:
        """The digest of every unit in the live store, by the unit's name."""
        return dict(self._connection.execute("SELECT name, digest FROM unit").fetchall())

    def keep_digests(self, digests: Mapping[str, str | None]) -> None:
        """The units that were just written, None for one that is gone."""
        with self._transaction() as connection:
            gone = [(name,) for name, digest in digests.items() if digest is None]
            connection.executemany("DELETE FROM unit WHERE name = ?", gone)
            connection.executemany("REPLACE INTO unit VALUES (?, ?)", [pair for pair in digests.items() if pair[1]])

    def forget_store(self) -> None:
        """The live store is a new one: nothing is in it, neither units nor reference data."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM unit")
            connection.execute("DELETE FROM note")

    def note(self, name: str) -> str | None:
        """A word that was kept under a name."""
        row = self._connection.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def keep_note(self, name: str, value: str) -> None:
        """Keep a word under a name."""
        with self._transaction() as connection:
            connection.execute("REPLACE INTO note VALUES (?, ?)", (name, value))

    def copy_to(self, target: Path) -> None:
        """Write a copy to a new file."""
        self._connection.execute("VACUUM INTO ?", (str(target),))

    def compact(self) -> None:
        """Give back the room of what is no longer there."""
        self._connection.execute("VACUUM")

    def _is_open(self, key: str, pipeline: Pipeline) -> bool:
        """Whether this pipeline has still to look at a text: it is new, was left lying, or failed before."""
        if key in self._asked:
            return False
        row = self._connection.execute("SELECT state, fingerprint FROM article WHERE id = ?", (key,)).fetchone()
        return row is None or row[0] in {"pending", "failed"} or row[1] != pipeline.fingerprint

    def _let_in(self, key: str, article: Article, pipeline: Pipeline) -> bool:
        """Ask the gate; the text of what it lets in is kept, until it is extracted what was known of it stays."""
        if pipeline.is_relevant(article.text):
            self._connection.execute(
                "INSERT INTO article (id, state, fingerprint, text) VALUES (?, 'pending', '', ?) "
                "ON CONFLICT (id) DO UPDATE SET text = excluded.text",
                (key, article.text),
            )
            return True
        self._connection.execute(
            "REPLACE INTO article (id, state, fingerprint) VALUES (?, 'irrelevant', ?)", (key, pipeline.fingerprint)
        )
        return False

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, also when the keyboard interrupts."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _metadata(article: Article) -> tuple[str, str | None, str | None, str | None, str]:
    published = None if article.published is None else str(article.published)
    return article.key, article.url, article.title, published, article.language


def _article(row: tuple[str, str, str | None, str | None, str | None, str]) -> Article:
    text, key, url, title, published, language = row
    return Article(key, text, title, url, _date(published), language)


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
