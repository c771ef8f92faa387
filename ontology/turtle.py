"""Turtle files as triples: the one place where the ontology's own files are parsed for the pipeline.

The parser is Oxigraph's, which reads all files in a twentieth of a second and knows the line of every error.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox

from ontology.files import OntologyFileError, extra_files, place, read_text
from ontology.lines import line_of_blank

_PLACE = re.compile(r"^Parser error .*?\d: ")
"""Where an error is, as the parser has it in front of what it is: only the first line is kept, as a number."""


class Text(NamedTuple):
    """A literal: `language` is empty where it has none, `datatype` an IRI."""

    value: str
    language: str
    datatype: str


Node: TypeAlias = str | Text
"""What a statement says of its subject: an IRI, or a literal."""


class Triple(NamedTuple):
    """A statement; subject and predicate are IRIs."""

    subject: str
    predicate: str
    value: Node


def read_turtle(path: Path) -> tuple[Triple, ...]:
    """The statements of a file, in its order.

    OntologyFileError, with file and line, for a file that is missing, that is no Turtle or uses a prefix that it does
    not declare, and for a blank node, which could neither be named in the graph nor be replaced there.
    """
    text = read_text(path)
    return tuple(_triple(quad, path, text) for quad in _parse(text, path))


@cache
def extra_triples() -> tuple[Triple, ...]:
    """The statements of all the user's own files."""
    return tuple(triple for path in extra_files() for triple in read_turtle(path))


def check_syntax(path: Path) -> None:
    """OntologyFileError, with file and line, where a file is no Turtle; blank nodes are allowed."""
    for _ in _parse(read_text(path), path):
        pass


def _parse(text: str, path: Path) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(text, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        reason = _PLACE.sub("", error.msg or "not Turtle")
        raise OntologyFileError(f"{place(path, error.lineno)}: {reason}") from error


def _triple(quad: ox.Quad, path: Path, text: str) -> Triple:
    subject, value = quad.subject, quad.object
    if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
        raise OntologyFileError(
            f"{place(path, line_of_blank(text))}: a blank node, which has no name that lasts: give it an IRI"
        )
    node: Node = value.value if isinstance(value, ox.NamedNode) else _literal(value)
    return Triple(subject.value, quad.predicate.value, node)


def _literal(value: ox.Literal) -> Text:
    return Text(value.value, value.language or "", value.datatype.value)
