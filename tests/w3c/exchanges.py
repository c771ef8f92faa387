"""The W3C's tests of the two protocols: requests, and what is expected of their answers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import RDFS, Graph
from rdflib.compare import isomorphic
from rdflib.term import Node
from rdflib.util import from_n3

from tests.w3c.server import Reply, Server
from tests.w3c.suite import CNT, HT, MF, UT, file_of, manifest, members, text_of, triples

HOST = "www.example"
"""The host of the suite, by which the graphs of its tests are named."""

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"

PROTOCOL = "protocol/manifest.ttl"

_STATUSES: dict[str, range] = {
    "OK": range(200, 201),
    "Created": range(201, 202),
    "NoContent": range(204, 205),
    "NotFound": range(404, 405),
    "StatusCode2xx": range(200, 300),
    "StatusCode3xx": range(300, 400),
    "StatusCode4xx": range(400, 500),
    "StatusCode5xx": range(500, 600),
}
_ACCEPT_TURTLE = ("Accept", "text/turtle")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, and the node of the response that is expected in the graph of its manifest."""

    graph: Graph
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: str | None
    encoding: str
    response: Node | None

    @property
    def updates(self) -> bool:
        """Whether the request is an update, well formed or not."""
        sent = f"{self.target} {self.body or ''} {self.headers}"
        return "update=" in sent or "sparql-update" in sent or "CLEAR NAMED" in sent

    def send(self, server: Server, location: str | None = None) -> Reply:
        """Send the request; `location` is where an earlier one has made a graph."""
        target = self.target.replace("$LOCATION$", location or "")
        target = target.replace("/gsp", "/graphs").replace("%2Fgsp", "%2Fgraphs").replace("/sparql/", "/sparql")
        body = None if self.body is None else self.body.encode(self.encoding)
        if body is not None and any("multipart" in value for _, value in self.headers):
            body = b"\r\n".join(line.strip() for line in body.split(b"\n"))
        headers = self.headers
        if self.method == "GET" and "/graphs" in target and not any(name.lower() == "accept" for name, _ in headers):
            headers = (*headers, _ACCEPT_TURTLE)
        return server.send(self.method, target, headers, body, HOST if "/graphs" in target else None)

    def check(self, reply: Reply) -> None:
        """AssertionError where a reply is not the one that is expected."""
        statuses = [str(found).partition("#")[2] for found in self.graph.objects(self.response, MF.expectedStatus)]
        assert not statuses or any(reply.status in _STATUSES[name] for name in statuses), (reply, statuses)
        kind = reply.headers.get("content-type", "")
        if (boolean := self.graph.value(self.response, MF.expectedBoolean)) is not None:
            assert json.loads(reply.body)["boolean"] == boolean.toPython()  # type: ignore[attr-defined]
        if form := text_of(self.graph, self.response, MF.expectedFormat):
            assert form == ("RDF" if _form(kind) else "boolean" if b"boolean" in reply.body else "tabular")
        if self.graph.value(self.response, MF.expectedLocation) is not None:
            assert "location" in reply.headers
        if (body := self.graph.value(self.response, HT.body)) is not None:
            wanted = text_of(self.graph, body, CNT.chars).encode()
            assert isomorphic(_parsed(wanted, "text/turtle"), _parsed(reply.body, kind))


def names(path: str) -> list[str]:
    """The tests of a manifest."""
    return list(manifest(path)[1])


def exchanges(path: str, name: str) -> Iterator[Exchange]:
    """The requests of a test, one after the other."""
    graph, entries = manifest(path)
    for request in members(graph, graph.value(entries[name], MF.action), HT.requests):
        headers = members(graph, request, HT.headers)
        body = graph.value(request, HT.body)
        yield Exchange(
            graph,
            text_of(graph, request, HT.methodName),
            text_of(graph, request, HT.absolutePath),
            tuple((text_of(graph, item, HT.fieldName), text_of(graph, item, HT.fieldValue)) for item in headers),
            None if body is None else text_of(graph, body, CNT.chars),
            text_of(graph, body, CNT.characterEncoding) or "utf-8",
            graph.value(request, HT.resp),
        )


def fixtures(name: str) -> Iterator[tuple[str, str]]:
    """The graphs of a test of the protocol: name and N-Triples. `data0.rdf`, which no test has filled, is empty."""
    yield DATA.format(0), ""
    graph, entries = manifest(PROTOCOL)
    for data in graph.objects(entries[name], UT.graphData):
        label = text_of(graph, data, RDFS.label)
        yield label, triples(file_of(graph.value(data, UT.graph)), label)


def play(server: Server, path: str, name: str) -> None:
    """Send the requests of a test and check the answers."""
    location = None
    for exchange in exchanges(path, name):
        reply = exchange.send(server, location)
        exchange.check(reply)
        location = reply.headers.get("location", location)


def _form(media_type: str) -> ox.RdfFormat | None:
    return ox.RdfFormat.from_media_type(media_type.partition(";")[0].strip())


def _parsed(body: bytes, media_type: str) -> Graph:
    """A graph for comparing."""
    form = _form(media_type)
    assert form is not None, media_type
    graph = Graph()
    for quad in ox.parse(body, form, base_iri=f"http://{HOST}/"):
        graph.add(tuple(from_n3(str(term)) for term in quad.triple))  # type: ignore[arg-type]
    return graph
