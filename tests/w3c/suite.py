"""Where the W3C's SPARQL 1.1 tests are, and how their manifests are read.

The suite (github.com/w3c/rdf-tests, folder sparql/sparql11) is not part of this repository. It is looked for in
`../shared/w3c/sparql/sparql11`, or where the variable W3C_SPARQL11 says; where it is missing, its tests are skipped.
"""

import os
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

SUITE = Path(os.environ.get("W3C_SPARQL11", Path(__file__).parents[3] / "shared/w3c/sparql/sparql11"))

needs_suite = pytest.mark.skipif(not SUITE.is_dir(), reason=f"the W3C's tests are not at {SUITE}; set W3C_SPARQL11")

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")


@cache
def manifest(name: str) -> tuple[Graph, dict[str, Node]]:
    """The graph of a manifest, and its entries by their local names; nothing where the suite is missing."""
    path, graph = SUITE / name, Graph()
    if not path.is_file():
        return graph, {}
    graph.parse(path, publicID=path.resolve().as_uri())
    head = graph.value(None, RDF.type, MF.Manifest)
    return graph, {str(entry).partition("#")[2]: entry for entry in members(graph, head, MF.entries)}


def members(graph: Graph, node: Node | None, predicate: Node) -> list[Node]:
    """The members of a list; none where there is no list."""
    head = graph.value(node, predicate)
    return [] if head is None else list(Collection(graph, head))


def file_of(node: object) -> Path:
    """The file that an IRI names."""
    return Path(unquote(str(node).removeprefix("file://")))


def text_of(graph: Graph, node: Node | None, predicate: Node) -> str:
    """A literal, as text; empty where there is none."""
    value = graph.value(node, predicate)
    return "" if value is None else str(value)


def triples(path: Path, base: str | None = None) -> str:
    """A file of RDF as N-Triples, which is also what INSERT DATA takes."""
    quads = ox.parse(path=path, base_iri=base or path.resolve().as_uri())
    return "\n".join(f"{quad.triple} ." for quad in quads)
