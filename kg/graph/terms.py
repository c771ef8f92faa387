"""Triples as plain values, before any RDF library: what `kg.graph` builds, sorts, compares and hands to a store.

Literals are canonical when they are made, so that equal facts are equal quads: see `literal`.
"""

from decimal import Decimal
from typing import NamedTuple, TypeAlias

from kg.values import PartialDate, plain

XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(NamedTuple):
    """A node with a name. There are no blank nodes in what this package writes."""

    value: str


class Literal(NamedTuple):
    """A value: its canonical lexical form, and either a datatype IRI or a language tag."""

    lexical: str
    datatype: str = XSD + "string"
    language: str = ""


Term: TypeAlias = Iri | Literal


class Quad(NamedTuple):
    """A statement; `graph` is None in the default graph."""

    subject: Iri
    predicate: Iri
    object: Term
    graph: Iri | None = None


class Unit(NamedTuple):
    """What is replaced as a whole: all quads whose subject is `name` or `name#…` in the default graph, and all quads
    in the graph of that name. A unit without quads is one that shall be gone.
    """

    name: Iri
    quads: frozenset[Quad]


def literal(value: str | bool | int | Decimal | PartialDate, language: str = "") -> Literal:
    """The literal of a value with its XSD type: of a date, xsd:date, xsd:gYearMonth or xsd:gYear, as it is precise."""
    match value:
        case bool():
            return Literal("true" if value else "false", XSD + "boolean")
        case int():
            return Literal(str(value), XSD + "integer")
        case Decimal():
            return Literal(plain(value), XSD + "decimal")
        case PartialDate():
            kind = "date" if value.day else "gYearMonth" if value.month else "gYear"
            return Literal(str(value), XSD + kind)
        case str():
            return Literal(value, language=language) if language else Literal(value)
