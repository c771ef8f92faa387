"""SPARQL 1.1 Update, as the W3C tests its evaluation, over HTTP."""

from urllib.parse import quote

import pytest
from rdflib import RDF, RDFS
from rdflib.compare import isomorphic
from rdflib.term import Node

from tests.w3c.expected import UPDATES, cases
from tests.w3c.results import graph as graph_of
from tests.w3c.server import UPDATE, Server
from tests.w3c.suite import MF, UT, file_of, manifest, needs_suite, text_of, triples

FOLDERS = (
    "add",
    "basic-update",
    "clear",
    "copy",
    "delete",
    "delete-data",
    "delete-insert",
    "delete-where",
    "drop",
    "move",
    "update-silent",
)

N_TRIPLES = "application/n-triples"

pytestmark = needs_suite


def entries(folder: str) -> dict[str, Node]:
    """The tests of a folder that change something."""
    store, found = manifest(f"{folder}/manifest.ttl")
    return {
        name: entry
        for name, entry in found.items()
        if str(store.value(entry, RDF.type)).endswith("#UpdateEvaluationTest")
    }


TESTS = [(folder, name) for folder in FOLDERS for name in entries(folder)]


def test_the_suite_is_whole() -> None:
    assert len(TESTS) == 94
    assert set(UPDATES) <= {f"{folder}/{name}" for folder, name in TESTS}


@pytest.mark.parametrize(("folder", "name"), cases(TESTS, UPDATES))
def test_updates(server: Server, folder: str, name: str) -> None:
    store, _ = manifest(f"{folder}/manifest.ttl")
    entry = entries(folder)[name]
    action, result = store.value(entry, MF.action), store.value(entry, MF.result)
    server.load(dataset(folder, action).items())
    text = file_of(store.value(action, UT.request)).read_text("utf-8")
    reply = server.send("POST", "/sparql", UPDATE.items(), text.encode())
    assert reply.status == 204, reply.body
    wanted = {iri: lines for iri, lines in dataset(folder, result).items() if lines or iri is None}
    assert graphs(server) == {iri for iri in wanted if iri is not None}
    for iri, lines in wanted.items():
        assert isomorphic(graph_of(content(server, iri), N_TRIPLES, "u:"), graph_of(lines.encode(), N_TRIPLES, "u:"))


def dataset(folder: str, node: Node | None) -> dict[str | None, str]:
    """The graphs that a node describes, as N-Triples by name; None is the default graph."""
    store, _ = manifest(f"{folder}/manifest.ttl")
    found: dict[str | None, str] = {None: "\n".join(triples(file_of(data)) for data in store.objects(node, UT.data))}
    for data in store.objects(node, UT.graphData):
        found[text_of(store, data, RDFS.label)] = triples(file_of(store.value(data, UT.graph)))
    return found


def graphs(server: Server) -> set[str]:
    """The named graphs with something in them."""
    query = quote("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    return set(server.send("GET", f"/sparql?format=csv&query={query}").body.decode().split()[1:])


def content(server: Server, name: str | None) -> bytes:
    """A graph as N-Triples."""
    place = "default" if name is None else f"graph={quote(name, safe='')}"
    reply = server.send("GET", f"/graphs?{place}", [("Accept", N_TRIPLES)])
    assert reply.status == 200
    return reply.body
