"""Build the index of a snapshot from its quads, and only from them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from kg.errors import StoreError
from kg.graph.namespaces import NEWS_ARTICLE
from kg.graph.terms import Quad
from kg.index.articles import read_article, read_evidence
from kg.index.decisions import Reading, read_decision
from kg.index.labels import SCHEMES, Labels, concept_id, country_name, last_part
from kg.index.records import Decision
from kg.index.schema import INDEXES, TABLES, VERSION
from kg.index.staging import Staging
from kg.index.statistics import count_statistics
from kg.values import Provision
from ontology.terms import Gde

_PLACES_KEPT = 4096
"""Decisions whose places stay in memory while articles are read; the rest are read again from the table."""


def build_index(quads: Iterable[Quad], path: Path) -> None:
    """Write the index of a graph to a new file at `path`, in place of one that stands there.

    Memory is that of the largest unit and of the names in the graph. StoreError where the file cannot be written.
    """
    try:
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")  # a file that was not finished is never served
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            _build(connection, Staging(connection, quads))
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{path}: {error}") from error


def _build(connection: sqlite3.Connection, staging: Staging) -> None:
    for statement in TABLES.split(";\n"):
        connection.execute(statement)
    connection.execute("CREATE TEMP TABLE place(decision TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID")
    connection.execute("CREATE TEMP TABLE name(number INTEGER PRIMARY KEY, parties TEXT, facts TEXT)")
    labels = Labels(staging)
    connection.executemany("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", _label_rows(labels))
    for number, facts in enumerate(staging.facts(Gde.EnforcementDecision), start=1):
        _add_decision(connection, number, read_decision(facts, labels), labels)
    _add_articles(connection, staging, labels)
    _add_words(connection)
    triples = len(staging)
    staging.drop()
    for statement in INDEXES.split(";\n"):
        connection.execute(statement)
    connection.execute("INSERT INTO statistics VALUES (?)", (count_statistics(connection, triples).model_dump_json(),))


def _label_rows(labels: Labels) -> Iterator[tuple[str, str, str, str]]:
    for kind, scheme in SCHEMES.items():
        for concept in labels.concepts(scheme):
            yield kind, concept.id, concept.iri, concept.label
    for iri, provision in labels.provisions():
        title = labels.title(iri) if provision.paragraph is None else None
        for kind in ("provision", "not_infringed"):
            yield kind, str(provision), iri, f"Art. {provision} {title or ''}".rstrip()


def _add_decision(connection: sqlite3.Connection, number: int, reading: Reading, labels: Labels) -> None:
    record = reading.record
    amount = record.fine.amount_eur if record.fine else None
    connection.execute(
        "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, record.id, *_days(record), amount, record.fine is not None, record.model_dump_json()),
    )
    tags = sorted(set(_tags(record, labels)))
    connection.executemany("INSERT INTO tag VALUES (?, ?, ?)", [(kind, value, number) for kind, value in tags])
    connection.executemany(
        "INSERT INTO report VALUES (?, ?)", [(record.id, last_part(iri)) for iri in reading.articles]
    )
    connection.execute("INSERT INTO place VALUES (?, ?)", (record.iri, json.dumps(reading.places)))
    if record.authority:
        code = record.authority.country
        rows = [("country", code, "", country_name(code))]
        connection.executemany("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", rows)
    names = " ; ".join(name for party in record.parties for name in (party.name, *party.other_names))
    concepts = [record.authority, *record.data_categories, *record.measures]
    facts = " ; ".join([record.label, record.case_number or "", *(item.label for item in concepts if item)])
    connection.execute("INSERT INTO name VALUES (?, ?, ?)", (number, names, facts))


def _days(record: Decision) -> tuple[str, str] | tuple[None, None]:
    """The first and the last day that the date of a decision may mean; the last is a bound, not always a real day."""
    if record.date is None:
        return None, None
    value = record.date.value
    return value + "-01-01"[len(value) - 4 :], value + "-12-31"[len(value) - 4 :]


def _tags(record: Decision, labels: Labels) -> Iterator[tuple[str, str]]:
    """What the decision can be filtered by, each of one of the kinds of `kg.index.filters.TAGS`."""
    if record.authority:
        yield "authority", record.authority.id
        yield "country", record.authority.country
    if record.date:
        yield "year", record.date.value[:4]
    if record.status:
        yield "status", record.status.id
    yield from (("organisation", party.id) for party in record.parties if party.id)
    yield from (("role", party.role) for party in record.parties if party.role)
    yield from _concept_tags(record, labels)
    yield from _provision_tags(record)


def _concept_tags(record: Decision, labels: Labels) -> Iterator[tuple[str, str]]:
    tagged = {
        "data_category": record.data_categories,
        "measure": record.measures,
        "sector": [party.sector for party in record.parties if party.sector],
        "context": record.contexts,
        "trigger": [record.trigger] if record.trigger else [],
    }
    for kind, concepts in tagged.items():
        for concept in concepts:
            for iri in labels.with_broader(concept.iri):
                yield kind, concept_id(SCHEMES[kind], iri)


def _provision_tags(record: Decision) -> Iterator[tuple[str, str]]:
    for finding in record.infringements:
        kind = "provision" if finding.outcome == "infringed" else "not_infringed"
        provision = Provision.parse(finding.provision)
        while provision is not None:
            yield kind, str(provision)
            provision = provision.parent


def _add_articles(connection: sqlite3.Connection, staging: Staging, labels: Labels) -> None:
    @lru_cache(maxsize=_PLACES_KEPT)
    def places(decision: str) -> Mapping[str, str]:
        row = connection.execute("SELECT places FROM place WHERE decision = ?", (decision,)).fetchone()
        found: dict[str, str] = json.loads(row[0]) if row else {}
        return found

    for graph in staging.graphs(NEWS_ARTICLE.value):
        head, body = read_article(graph)
        connection.execute("INSERT INTO article VALUES (?, ?, ?)", (head.id, head.model_dump_json(), body))
        found = sorted(
            read_evidence(graph, places, staging, labels), key=lambda item: (item.start, item.end, item.fact)
        )
        rows = [(item.decision, item.article, item.start, item.fact, item.model_dump_json()) for item in found]
        connection.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", rows)


def _add_words(connection: sqlite3.Connection) -> None:
    """The words by which a decision is found: the names, the facts, and the text of its articles."""
    connection.execute(
        "INSERT INTO words(rowid, parties, facts, body) SELECT number, parties, facts,"
        " (SELECT group_concat(body, char(10)) FROM report JOIN article ON article.id = report.article"
        "  WHERE report.decision = decision.id)"
        " FROM name JOIN decision USING (number) ORDER BY number"
    )
