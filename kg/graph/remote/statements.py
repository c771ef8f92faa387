"""Quads as the statements of an update, and terms as the values of a query: typed terms, written by the engine.

A name that is no IRI is a ValueError here, so nothing that was read in an article can end a statement and begin
another.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby

from kg.errors import QueryError
from kg.graph.query.scan import Kind, scan
from kg.graph.store.convert import to_quad, to_term
from kg.graph.terms import Iri, Quad, Term


def change(removed: Iterable[Quad], added: Iterable[Quad], emptied: Iterable[Iri], default_graph: str | None) -> str:
    """An update that takes quads away, drops graphs that are empty then, and puts quads in.

    Quads of our default graph are put where the server keeps it: in its own, or in the graph `default_graph`.
    """
    parts = [f"DELETE DATA {{ {data} }}" for data in _data(removed, default_graph)]
    parts += [f"DROP SILENT GRAPH {to_term(graph)}" for graph in emptied]
    parts += [f"INSERT DATA {{ {data} }}" for data in _data(added, default_graph)]
    return " ;\n".join(parts)


def values(name: str, terms: Iterable[Term]) -> str:
    """A VALUES clause for one variable."""
    return f"VALUES ?{name} {{ {' '.join(str(to_term(term)) for term in terms)} }}"


def with_values(text: str, terms: Mapping[str, Term]) -> str:
    """A query in which variables have values from the start of its pattern, where its filters see them too.

    QueryError where the text has no pattern.
    """
    if not terms:
        return text
    names = " ".join(f"?{name}" for name in terms)
    row = " ".join(str(to_term(term)) for term in terms.values())
    start = _pattern(text)
    return f"{text[:start]} VALUES ({names}) {{ ({row}) }} {text[start:]}"


def _pattern(text: str) -> int:
    """Where the pattern of a query begins: behind its first brace, of CONSTRUCT the first behind WHERE."""
    behind_template = True
    for token in scan(text):
        word = token.text.upper()
        if token.kind is Kind.WORD and word in {"CONSTRUCT", "WHERE"}:
            behind_template = word == "WHERE"
        elif token.text == "{" and behind_template:
            return token.start + 1
    raise QueryError("there is no pattern in the query")


def _data(quads: Iterable[Quad], default_graph: str | None) -> Iterable[str]:
    """The quads of one operation as the text within its braces; nothing where there are none."""
    placed = sorted((_graph(quad, default_graph), str(to_quad(quad).triple)) for quad in quads)
    blocks = []
    for graph, found in groupby(placed, key=lambda pair: pair[0]):
        triples = " .\n".join(triple for _, triple in found)
        blocks.append(f"GRAPH {graph} {{ {triples} }}" if graph else f"{triples} .")
    if blocks:
        yield "\n".join(blocks)


def _graph(quad: Quad, default_graph: str | None) -> str:
    if quad.graph is not None:
        return str(to_term(quad.graph))
    return str(to_term(Iri(default_graph))) if default_graph is not None else ""
