"""Reading the quads of a remote store whole, although servers cut long results without a word.

Every reading is counted first. What comes short is asked for again in halves, and what cannot be halved in ordered
pages, so that no quad is missed whatever the limit of the server.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kg.errors import StoreError
from kg.graph.remote.client import Client, Row, one_count
from kg.graph.remote.statements import values
from kg.graph.terms import Iri, Literal, Quad, Term

NAMES = 100
"""Subjects or graphs asked for in one query."""

PAGE = 1000
"""Rows of an ordered page."""


def about(client: Client, subjects: Sequence[Iri]) -> Iterator[Quad]:
    """The quads of the default graph with these subjects."""
    for some in _portions(subjects, NAMES):
        yield from _read(client, "s", some, "?s ?p ?o", "")


def inside(client: Client, graphs: Sequence[Iri]) -> Iterator[Quad]:
    """The quads of these named graphs."""
    for some in _portions(graphs, NAMES):
        yield from _read(client, "g", some, "GRAPH ?g { ?s ?p ?o }", "?g ")


def everything(client: Client, base: str = "") -> Iterator[Quad]:
    """Every quad of the default graph, and of the named graphs whose IRIs start with `base`.

    A server has graphs of its own beside ours, about itself.
    """
    for names in _portions(_names(client, "s", "?s ?p ?o"), NAMES):
        yield from about(client, names)
    own = client.server.default_graph
    graphs = (
        name
        for name in _names(client, "g", "GRAPH ?g { ?s ?p ?o }")
        if name.value != own and name.value.startswith(base)
    )
    for names in _portions(graphs, NAMES):
        yield from inside(client, names)


def _names(client: Client, name: str, pattern: str) -> Iterator[Iri]:
    """The different values of a variable, in the order of their text, page after page."""
    last = ""
    while True:
        after = f"{values('last', [Literal(last)])} FILTER(STR(?{name}) > ?last)"
        rows = client.select(
            f"SELECT DISTINCT ?{name} WHERE {{ {pattern} {after} }} ORDER BY STR(?{name}) LIMIT {PAGE}"
        )
        found = [_iri(row[name]) for row in rows]
        yield from found
        if not found:
            return
        last = found[-1].value


def _read(client: Client, name: str, names: Sequence[Iri], pattern: str, graph: str) -> Iterator[Quad]:
    where = f"WHERE {{ {values(name, names)} {pattern} }}"
    wanted = one_count(client.select(f"SELECT (COUNT(*) AS ?n) {where}"), "n")
    if wanted == 0:
        return
    rows = client.select(f"SELECT {graph}?s ?p ?o {where}")
    if len(rows) == wanted:
        yield from map(_quad, rows)
    elif len(names) > 1:
        middle = len(names) // 2
        yield from _read(client, name, names[:middle], pattern, graph)
        yield from _read(client, name, names[middle:], pattern, graph)
    else:
        yield from _paged(client, f"{graph}?s ?p ?o", where, wanted)


def _paged(client: Client, names: str, where: str, wanted: int) -> Iterator[Quad]:
    # The order is made inside, since Virtuoso sorts no more than 10,000 rows for a LIMIT that stands beside it.
    ordered = f"SELECT {names} WHERE {{ SELECT {names} {where} ORDER BY ?s ?p ?o }}"
    found = 0
    while found < wanted:
        rows = client.select(f"{ordered} LIMIT {PAGE} OFFSET {found}")
        if not rows:
            raise StoreError(f"{client.server.query} counts {wanted} statements and sends {found}")
        yield from map(_quad, rows)
        found += len(rows)


def _quad(row: Row) -> Quad:
    graph = _iri(row["g"]) if "g" in row else None
    return Quad(_iri(row["s"]), _iri(row["p"]), row["o"], graph)


def _iri(term: Term) -> Iri:
    if isinstance(term, Iri):
        return term
    raise StoreError(f"not an IRI: {term}")


def _portions(names: Iterable[Iri], size: int) -> Iterator[list[Iri]]:
    rest = iter(names)
    while portion := list(islice(rest, size)):
        yield portion
