"""Answers to compare with what the W3C expects: graphs and sets of solutions, whatever their blank nodes are called.

Numbers are compared by value: the engine writes each literal in the canonical form of its type.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, Graph, Namespace
from rdflib.util import from_n3

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")

FORMS = {
    ".srx": ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
    ".srj": ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
    ".tsv": ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
}
"""Media type and format of a file of results, by its ending."""

Rows = tuple[list[str], list[str]]

_NUMBERS = ("#double", "#float", "#decimal", "#integer")
_VALUE, _IN = ox.NamedNode("u:value"), ox.NamedNode("u:in")


def graph(text: bytes, media_type: str, base: str) -> Graph:
    """A graph of rdflib, for `isomorphic`."""
    form = ox.RdfFormat.from_media_type(media_type.partition(";")[0])
    assert form is not None, media_type
    found = Graph()
    for quad in ox.parse(text, form, base_iri=base):
        found.add(tuple(from_n3(str(_by_value(term))) for term in quad.triple))  # type: ignore[arg-type]
    return found


def solutions(text: bytes, form: ox.QueryResultsFormat) -> Rows | bool:
    """The solutions in some format, or the answer to ASK."""
    results = ox.parse_query_results(text, form)
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    names = [variable.value for variable in results.variables]
    return _canonical(names, ({name: term for name in names if (term := row[name]) is not None} for row in results))


def solutions_in_rdf(path: Path) -> Rows | bool:
    """The solutions that a graph in the test suite's own vocabulary describes."""
    store = Graph().parse(path)
    head = store.value(None, RDF.type, RS.ResultSet)
    if (boolean := store.value(head, RS.boolean)) is not None:
        return str(boolean) == "true"
    rows = []
    for solution in store.objects(head, RS.solution):
        found = {}
        for binding in store.objects(solution, RS.binding):
            [quad] = ox.parse(f"<u:s> <u:p> {store.value(binding, RS.value).n3()} .", ox.RdfFormat.TURTLE)  # type: ignore[union-attr]
            found[str(store.value(binding, RS.variable))] = quad.object
        rows.append(found)
    return _canonical([str(name) for name in store.objects(head, RS.resultVariable)], rows)


def table(text: bytes, *, ordered: bool, by_name: bool) -> list[list[str]]:
    """CSV as rows, the first with the names; blank nodes are alike, rows sorted unless ordered, columns where asked."""
    rows = [[_cell(cell) for cell in row] for row in csv.reader(io.StringIO(text.decode().replace("\r\n", "\n")))]
    if by_name:
        order = sorted(range(len(rows[0])), key=lambda column: rows[0][column])
        rows = [[row[column] for column in order] for row in rows]
    return rows if ordered else [rows[0], *sorted(rows[1:])]


def _cell(text: str) -> str:
    if text.startswith("_:"):
        return "_:"
    return repr(float(text)) if re.fullmatch(r"[-+]?[0-9.]+[eE][-+]?[0-9]+", text) else text


def _canonical(names: Iterable[str], rows: Iterable[Mapping[str, object]]) -> Rows:
    """Names and rows in an order of their own, so that equal results are equal."""
    dataset = ox.Dataset()
    for row in rows:
        node = ox.BlankNode()
        dataset.add(ox.Quad(node, _IN, _IN))
        for name, term in row.items():
            dataset.add(ox.Quad(node, ox.NamedNode(f"u:{name}"), _by_value(term)))  # type: ignore[arg-type]
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(names), sorted(map(str, dataset))


def _by_value(term: object) -> object:
    """A term as the engine stores it; of a number that is not exact, twelve digits."""
    if not isinstance(term, ox.Literal):
        return term
    store = ox.Store()
    store.add(ox.Quad(_IN, _VALUE, term))
    stored = next(iter(store)).object
    if isinstance(stored, ox.Literal) and stored.datatype.value.endswith(_NUMBERS):
        return ox.Literal(f"{float(stored.value):.12g}", datatype=stored.datatype)
    return stored
