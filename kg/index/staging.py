"""Quads sorted into units by SQLite, so that a graph of any size is read unit by unit with little memory."""

import itertools
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.graph.namespaces import TYPE
from kg.graph.terms import Iri, Literal, Quad, Term

_TABLE = """
CREATE TEMP TABLE quad(named INTEGER, unit TEXT, subject TEXT, predicate TEXT, is_iri INTEGER, object TEXT,
                       datatype TEXT, language TEXT)
"""
_ORDER = "subject, predicate, is_iri, object, datatype, language"
_OF_KIND = f"SELECT unit FROM quad WHERE predicate = '{TYPE.value}' AND object = ? AND named = ?"  # noqa: S608


class Triples:
    """The triples of one unit. Values come in a fixed order."""

    def __init__(self, name: str, values: Mapping[tuple[str, str], tuple[Term, ...]]) -> None:
        self.name = name
        self._values = values

    def all(self, subject: str, predicate: str) -> tuple[Term, ...]:
        """Every value of a property."""
        return self._values.get((subject, predicate), ())

    def iris(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Every value of a property that is an IRI."""
        return tuple(term.value for term in self.all(subject, predicate) if isinstance(term, Iri))

    def iri(self, subject: str, predicate: str) -> str | None:
        """The first value of a property that is an IRI; None without one."""
        return next(iter(self.iris(subject, predicate)), None)

    def text(self, subject: str, predicate: str) -> str | None:
        """The lexical form of the first value of a property that is a literal; None without one."""
        return next((term.lexical for term in self.all(subject, predicate) if isinstance(term, Literal)), None)

    def subjects(self, kind: str) -> Iterator[str]:
        """The nodes of a class."""
        return (
            subject
            for (subject, predicate), values in self._values.items()
            if predicate == TYPE.value and Iri(kind) in values
        )


def lexical(term: Term) -> str:
    """An IRI, or the lexical form of a literal."""
    return term.value if isinstance(term, Iri) else term.lexical


class Staging:
    """All quads of a graph, in a temporary table of a connection."""

    def __init__(self, connection: sqlite3.Connection, quads: Iterable[Quad]) -> None:
        self._connection = connection
        connection.execute(_TABLE)
        connection.executemany("INSERT INTO quad VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, quads))
        connection.execute("CREATE INDEX temp.quad_by_unit ON quad(named, unit)")
        connection.execute(f"CREATE INDEX temp.quad_by_type ON quad(object) WHERE predicate = '{TYPE.value}'")

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM quad").fetchone()[0]
        return count

    def facts(self, kind: str) -> Iterator[Triples]:
        """The units of the default graph that have a node of a class, by name."""
        return self._units(False, kind)

    def graphs(self, kind: str) -> Iterator[Triples]:
        """The named graphs that have a node of a class, by name."""
        return self._units(True, kind)

    def properties(self, predicates: Iterable[str]) -> Iterator[tuple[str, str, Term]]:
        """Every triple of the default graph with one of some predicates, sorted."""
        wanted = sorted(predicates)
        marks = ", ".join("?" * len(wanted))
        rows = self._connection.execute(
            f"SELECT {_ORDER} FROM quad WHERE named = 0 AND predicate IN ({marks})"  # noqa: S608  (constants)
            f" ORDER BY {_ORDER}",
            wanted,
        )
        return ((row[0], row[1], _term(*row[2:])) for row in rows)

    def values(self, subject: str, predicate: str) -> list[Term]:
        """The values that a property has in the default graph."""
        rows = self._connection.execute(
            "SELECT is_iri, object, datatype, language FROM quad"
            " WHERE named = 0 AND unit = ? AND subject = ? AND predicate = ? ORDER BY is_iri, object",
            (subject.partition("#")[0], subject, predicate),
        )
        return [_term(*row) for row in rows]

    def holds(self, subject: str, predicate: str, value: Term) -> bool:
        """Whether the default graph has a triple."""
        return value in self.values(subject, predicate)

    def drop(self) -> None:
        """Forget the quads."""
        self._connection.execute("DROP TABLE quad")

    def _units(self, named: bool, kind: str) -> Iterator[Triples]:
        rows = self._connection.execute(
            f"SELECT unit, {_ORDER} FROM quad WHERE named = ? AND unit IN ({_OF_KIND})"  # noqa: S608  (constants)
            f" ORDER BY unit, {_ORDER}",
            (int(named), kind, int(named)),
        )
        for unit, group in itertools.groupby(rows, key=lambda row: str(row[0])):
            values: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
            for _, subject, predicate, *term in group:
                values[subject, predicate].append(_term(*term))
            yield Triples(unit, {key: tuple(terms) for key, terms in values.items()})


def _row(quad: Quad) -> tuple[int, str, str, str, int, str, str, str]:
    named, subject, value = quad.graph is not None, quad.subject.value, quad.object
    unit = quad.graph.value if quad.graph is not None else subject.partition("#")[0]
    if isinstance(value, Iri):
        return int(named), unit, subject, quad.predicate.value, 1, value.value, "", ""
    return int(named), unit, subject, quad.predicate.value, 0, value.lexical, value.datatype, value.language


def _term(is_iri: int, lexical: str, datatype: str, language: str) -> Term:
    return Iri(lexical) if is_iri else Literal(lexical, datatype, language)
