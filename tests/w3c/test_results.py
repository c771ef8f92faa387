"""Formats of results, and the evaluation of queries, as the W3C tests them, over HTTP."""

import re
from pathlib import Path

import pytest
from rdflib import RDF
from rdflib.compare import isomorphic
from rdflib.term import Node

from tests.w3c.expected import RESULTS, cases
from tests.w3c.results import FORMS, graph, solutions, solutions_in_rdf, table
from tests.w3c.server import Server
from tests.w3c.suite import MF, QT, file_of, manifest, needs_suite, triples

FORMATS = ("csv-tsv-res", "json-res")
EVALUATION = [
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "exists",
    "functions",
    "grouping",
    "negation",
    "project-expression",
    "property-path",
    "subquery",
]
KINDS = {"QueryEvaluationTest", "CSVResultFormatTest"}

pytestmark = needs_suite


def entries(folder: str) -> dict[str, Node]:
    """The tests of a folder that ask a query."""
    store, found = manifest(f"{folder}/manifest.ttl")
    return {
        name: entry for name, entry in found.items() if str(store.value(entry, RDF.type)).partition("#")[2] in KINDS
    }


TESTS = [(folder, name) for folder in (*FORMATS, *EVALUATION) for name in entries(folder)]


def test_the_suite_is_whole() -> None:
    assert [len(entries(folder)) for folder in FORMATS] == [6, 4]
    assert sum(len(entries(folder)) for folder in EVALUATION) >= 220


def test_the_list_of_failures_names_tests() -> None:
    assert set(RESULTS) <= {f"{folder}/{name}" for folder, name in TESTS}


@pytest.mark.parametrize(("folder", "name"), cases(TESTS, RESULTS))
def test_results(server: Server, folder: str, name: str) -> None:
    store, _ = manifest(f"{folder}/manifest.ttl")
    entry = entries(folder)[name]
    action = store.value(entry, MF.action)
    default = [(None, triples(file_of(data))) for data in store.objects(action, QT.data)]
    named = [(str(data), triples(file_of(data))) for data in store.objects(action, QT.graphData)]
    server.load([*default, *named])
    query, result = file_of(store.value(action, QT.query)), file_of(store.value(entry, MF.result))
    check(server, query, result)


def check(server: Server, query: Path, result: Path) -> None:
    """AssertionError where the answer to a query is not the result that a file has."""
    text, wanted = query.read_text("utf-8"), result.read_bytes()
    if "BASE" not in text.upper().split("PREFIX")[0]:
        text = f"BASE <{query.resolve().as_uri()}>\n{text}"
    if result.suffix == ".csv":
        got = ask(server, text, "text/csv")
        given = {"ordered": "ORDER" in text.upper(), "by_name": re.search(r"SELECT\s+\*", text) is not None}
        assert table(got, **given) == table(wanted, **given)
    elif result.suffix in FORMS:
        media_type, form = FORMS[result.suffix]
        assert solutions(ask(server, text, media_type), form) == solutions(wanted, form)
    elif b"ResultSet" in wanted:
        media_type, form = FORMS[".srj"]
        assert solutions(ask(server, text, media_type), form) == solutions_in_rdf(result)
    else:
        base = result.resolve().as_uri()
        got = ask(server, text, "text/turtle")
        assert isomorphic(graph(got, "text/turtle", base), graph(wanted, "text/turtle", base))


def ask(server: Server, text: str, accept: str) -> bytes:
    """The answer to a query in a format; AssertionError where it is another one."""
    headers = [("Content-Type", "application/sparql-query"), ("Accept", accept)]
    reply = server.send("POST", "/sparql", headers, text.encode())
    assert reply.status == 200, reply.body
    assert reply.headers["content-type"].startswith(accept)
    return reply.body
