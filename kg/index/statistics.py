"""What the graph holds, counted once when the index is built."""

import sqlite3
from decimal import Decimal

from kg.index.records import AuthorityCount, Count, Statistics, YearCount
from kg.values import Status, plain

TOP = 10
"""How long the lists of the most frequent are."""

STANDING = (Status.FINAL.value, Status.APPEALED.value, Status.REDUCED.value)
"""A fine that was only proposed, or that a court annulled, is in no sum."""

_STANDING = f"number IN (SELECT decision FROM tag WHERE kind = 'status' AND value IN {STANDING})"  # noqa: S608

_TAGGED = f"number IN (SELECT decision FROM tag WHERE kind = ? AND value = ?) AND {_STANDING}"  # noqa: S608


def count_statistics(connection: sqlite3.Connection, triples: int) -> Statistics:
    """Count decisions, fines, sums and sources of a graph with so many triples."""
    return Statistics(
        decisions=_number(connection, "SELECT count(*) FROM decision"),
        fines=_number(connection, "SELECT count(*) FROM decision WHERE has_fine"),
        total_eur=_total(connection, _STANDING),
        organisations=_number(connection, "SELECT count(DISTINCT value) FROM tag WHERE kind = 'organisation'"),
        authorities=_number(connection, "SELECT count(DISTINCT value) FROM tag WHERE kind = 'authority'"),
        articles=_number(connection, "SELECT count(*) FROM article"),
        evidence=_number(connection, "SELECT count(*) FROM evidence"),
        triples=triples,
        years=tuple(_years(connection)),
        top_authorities=counts(connection, "authority")[:TOP],
        top_provisions=tuple(item for item in counts(connection, "provision") if "(" not in item.value)[:TOP],
        top_data_categories=counts(connection, "data_category")[:TOP],
    )


def counts(
    connection: sqlite3.Connection, kind: str, condition: str = "1", parameters: tuple[object, ...] = ()
) -> tuple[Count, ...]:
    """How many of the decisions that meet a condition have each value of a kind of tag; the most frequent first."""
    rows = connection.execute(
        "SELECT tag.value, coalesce(label.label, tag.value), count(*) FROM tag"  # noqa: S608  (see kg.index.filters)
        " LEFT JOIN label ON label.kind = tag.kind AND label.id = tag.value"
        f" WHERE tag.kind = ? AND tag.decision IN (SELECT number FROM decision WHERE {condition})"
        " GROUP BY tag.value ORDER BY count(*) DESC, tag.value",
        (kind, *parameters),
    )
    return tuple(Count(value=value, label=label, decisions=number) for value, label, number in rows)


def authority_counts(connection: sqlite3.Connection) -> tuple[AuthorityCount, ...]:
    """Every authority that the graph knows, with what it decided; the busiest first."""
    rows = connection.execute(
        "SELECT label.id, label.iri, label.label, count(decision.number), coalesce(sum(decision.has_fine), 0)"
        " FROM label LEFT JOIN tag ON tag.kind = 'authority' AND tag.value = label.id"
        " LEFT JOIN decision ON decision.number = tag.decision WHERE label.kind = 'authority'"
        " GROUP BY label.id ORDER BY count(decision.number) DESC, label.label"
    ).fetchall()
    return tuple(
        AuthorityCount(
            id=id_,
            iri=iri,
            label=label,
            country=id_[:2].upper(),
            decisions=decisions,
            fines=fines,
            total_eur=_total(connection, _TAGGED, "authority", id_) if fines else "0",
        )
        for id_, iri, label, decisions, fines in rows
    )


def _years(connection: sqlite3.Connection) -> list[YearCount]:
    return [
        YearCount(
            year=int(item.value), decisions=item.decisions, total_eur=_total(connection, _TAGGED, "year", item.value)
        )
        for item in sorted(counts(connection, "year"), key=lambda item: item.value)
    ]


def _number(connection: sqlite3.Connection, query: str) -> int:
    found: int = connection.execute(query).fetchone()[0]
    return found


def _total(connection: sqlite3.Connection, condition: str, *parameters: object) -> str:
    """The exact sum of the fines in euro."""
    rows = connection.execute(
        f"SELECT fine_eur FROM decision WHERE fine_eur IS NOT NULL AND {condition}",  # noqa: S608  (constants)
        parameters,
    )
    return plain(sum((Decimal(row[0]) for row in rows), Decimal(0)))
