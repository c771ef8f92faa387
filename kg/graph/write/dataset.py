"""The dataset of an update, as the SPARQL protocol gives it: `using-graph-uri` and `using-named-graph-uri`."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.query.scan import Kind, place, scan


def with_dataset(text: str, using: Sequence[str], using_named: Sequence[str]) -> str:
    """The update with these graphs as the dataset of each of its patterns, which is what USING clauses say.

    QueryError where it has USING or WITH of its own (SPARQL 1.1 Protocol, 2.2.3), for DELETE WHERE, which has no place
    for a dataset, and for what is no IRI.
    """
    if not using and not using_named:
        return text
    clauses = " ".join([*(f"USING {_iri(iri)}" for iri in using), *(f"USING NAMED {_iri(iri)}" for iri in using_named)])
    pieces, done = [], 0
    for start in _patterns(text):
        pieces += [text[done:start], clauses, " "]
        done = start
    return "".join([*pieces, text[done:]])


def _patterns(text: str) -> Iterator[int]:
    """Where the WHERE clauses of the operations start."""
    depth, before = 0, ""
    for token in scan(text):
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        word = token.text.upper() if token.kind is Kind.WORD and depth == 0 else ""
        if word in {"USING", "WITH"}:
            raise QueryError(f"{place(text, token.start)}: {word}, while the request gives the dataset by parameters")
        if word == "WHERE":
            if before == "DELETE":
                raise QueryError(
                    f"{place(text, token.start)}: DELETE WHERE takes no dataset; write DELETE {{ … }} WHERE {{ … }}"
                )
            yield token.start
        before = word


def _iri(text: str) -> str:
    try:
        return str(ox.NamedNode(text))
    except ValueError as error:
        raise QueryError(f"{text!r} is no IRI: {error}") from error
