"""What the index answers: lists of decisions with their facets, single decisions and articles, counts."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kg.errors import UnknownName
from kg.index.connections import Connections
from kg.index.excerpts import excerpt
from kg.index.filters import Filters, where
from kg.index.paging import ORDERS, read_cursor, write_cursor
from kg.index.records import (
    Article,
    ArticleHead,
    AuthorityCount,
    Count,
    Decision,
    DecisionDetail,
    DecisionPage,
    DecisionReference,
    Evidence,
    Excerpt,
    Statistics,
)
from kg.index.statistics import authority_counts, counts


class Index:
    """The index of one snapshot. Any number of threads may ask it; StoreError where the file cannot be read."""

    def __init__(self, path: Path) -> None:
        self._connections = Connections(path)

    def close(self) -> None:
        """Let go of the file, once what is being asked is answered."""
        self._connections.close()

    def decisions(
        self,
        filters: Filters,
        *,
        order: str = "-date",
        limit: int = 20,
        cursor: str | None = None,
        with_excerpts: bool = False,
    ) -> DecisionPage:
        """A part of the decisions that pass the filters, in one of `paging.ORDERS`; InputError for a bad cursor."""
        by = ORDERS[order]
        condition, parameters = where(filters)
        part, more = condition, list(parameters)
        if cursor is not None:
            part += f" AND ({by.key}, id) {by.after} (?, ?)"
            more += read_cursor(cursor, order)
        with self._connections.use() as connection:
            total = connection.execute(f"SELECT count(*) FROM decision WHERE {condition}", parameters).fetchone()[0]  # noqa: S608
            rows = connection.execute(
                f"SELECT record, {by.key}, id FROM decision WHERE {part}"  # noqa: S608  (see kg.index.filters)
                f" ORDER BY {by.key} {by.direction}, id {by.direction} LIMIT ?",
                (*more, limit + 1),
            ).fetchall()
            excerpts = _excerpts(
                connection, filters.words or "", [row[2] for row in rows[:limit]] if with_excerpts else []
            )
        following = write_cursor(order, *rows[limit - 1][1:]) if len(rows) > limit else None
        items = tuple(Decision.model_validate_json(row[0]) for row in rows[:limit])
        return DecisionPage(total=total, items=items, next=following, excerpts=excerpts)

    def facet(self, kind: str, filters: Filters) -> tuple[Count, ...]:
        """The values of a kind of tag among the decisions that pass all filters but that on this kind."""
        condition, parameters = where(filters.without(kind))
        with self._connections.use() as connection:
            return counts(connection, kind, condition, tuple(parameters))

    def decision(self, decision_id: str) -> DecisionDetail:
        """A decision with its sources and evidence; UnknownName where there is none of this id."""
        with self._connections.use() as connection:
            row = connection.execute("SELECT record FROM decision WHERE id = ?", (decision_id,)).fetchone()
            articles = connection.execute(
                "SELECT record FROM report JOIN article ON article.id = report.article WHERE decision = ?"
                " ORDER BY article.id",
                (decision_id,),
            ).fetchall()
            evidence = connection.execute(
                "SELECT record FROM evidence WHERE decision = ? ORDER BY fact, article, start, rowid", (decision_id,)
            ).fetchall()
        if row is None:
            raise UnknownName(f"there is no decision {decision_id!r}")
        return DecisionDetail(
            **dict(Decision.model_validate_json(row[0])),
            articles=tuple(ArticleHead.model_validate_json(item[0]) for item in articles),
            evidence=tuple(Evidence.model_validate_json(item[0]) for item in evidence),
        )

    def article(self, article_id: str) -> Article:
        """A source article with its text and evidence; UnknownName where there is none of this id."""
        with self._connections.use() as connection:
            row = connection.execute("SELECT record, body FROM article WHERE id = ?", (article_id,)).fetchone()
            decisions = connection.execute(
                "SELECT id, record FROM report JOIN decision ON decision.id = report.decision WHERE article = ?"
                " ORDER BY id",
                (article_id,),
            ).fetchall()
            evidence = connection.execute(
                "SELECT record FROM evidence WHERE article = ? ORDER BY start, rowid", (article_id,)
            ).fetchall()
        if row is None:
            raise UnknownName(f"there is no article {article_id!r}")
        return Article(
            **dict(ArticleHead.model_validate_json(row[0])),
            text=row[1],
            decisions=tuple(
                DecisionReference(id=id_, label=Decision.model_validate_json(record).label) for id_, record in decisions
            ),
            evidence=tuple(Evidence.model_validate_json(item[0]) for item in evidence),
        )

    def authorities(self) -> tuple[AuthorityCount, ...]:
        """Every authority that the graph knows, with what it decided; the busiest first."""
        with self._connections.use() as connection:
            return authority_counts(connection)

    def statistics(self) -> Statistics:
        """What the graph holds, counted."""
        with self._connections.use() as connection:
            return Statistics.model_validate_json(connection.execute("SELECT record FROM statistics").fetchone()[0])

    def knows(self, kind: str, value: str) -> bool:
        """Whether a value of a kind of tag is one that the graph names or a decision has."""
        with self._connections.use() as connection:
            found = connection.execute(
                "SELECT 1 FROM label WHERE kind = :kind AND id = :value"
                " UNION ALL SELECT 1 FROM tag WHERE kind = :kind AND value = :value LIMIT 1",
                {"kind": kind, "value": value},
            )
            return found.fetchone() is not None


def _excerpts(connection: sqlite3.Connection, words: str, decisions: Iterable[str]) -> dict[str, Excerpt]:
    """For each decision the sentence in one of its articles that has words of the search."""
    found: dict[str, Excerpt] = {}
    for decision in decisions:
        rows = connection.execute(
            "SELECT body FROM report JOIN article ON article.id = report.article WHERE decision = ? ORDER BY id",
            (decision,),
        )
        if (sentence := excerpt(words, (row[0] for row in rows))) is not None:
            found[decision] = sentence
    return found
