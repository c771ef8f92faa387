"""What a holder of a key may send by mistake or in anger: RDF and updates that kill, hang or bloat a parser."""

from collections.abc import Iterator
from urllib.parse import quote

from benchmarks.attack.hostile import REFUSED, TOO_LARGE, WRONG, Hostile

GRAPH = "https://w3id.org/gdpr-enforcement/id/article/attacked"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

BROKEN = frozenset({400, 413})
"""Not well formed as far as it was read, or more than the process that reads it could bear."""

ENDED = BROKEN | {503, 504}


def requests(canary: str, secret: str) -> Iterator[Hostile]:
    """All of them, with a key that may write."""
    for name, media_type, body, statuses in _documents(canary):
        headers = {"Authorization": f"Bearer {secret}", "Content-Type": media_type}
        yield Hostile(name, statuses, body, f"/graphs?graph={quote(GRAPH, safe='')}", "PUT", headers)
    for name, text, statuses in _updates(canary):
        headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/sparql-update"}
        yield Hostile(name, statuses, text.encode(), headers=headers)


def _documents(canary: str) -> Iterator[tuple[str, str, bytes, frozenset[int]]]:
    xml, turtle, json = "application/rdf+xml", "text/turtle", "application/ld+json"
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    yield "entity bomb", xml, _xml("<e:p>&a9;</e:p>", f'<!DOCTYPE r [<!ENTITY a0 "lol">{entities}]>'), WRONG
    outside = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{canary}"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
    yield "external entity", xml, _xml("<e:p>&x;&y;</e:p>", outside), WRONG
    yield "nested RDF/XML", xml, _xml("<e:p><e:C>" * 50_000 + "</e:C></e:p>" * 50_000), ENDED | {204}
    triples = "<<( <a:a> <a:p> " * 50_000 + "1" + ")>>" * 50_000
    yield "nested triple terms", turtle, f"<a:a> <a:p> {triples} .".encode(), BROKEN
    yield "nested JSON-LD", json, ('{"a:p":' * 50_000 + "1" + "}" * 50_000).encode(), BROKEN
    yield "nested arrays", json, ('{"a:p":' + "[" * 200_000 + "]" * 200_000 + "}").encode(), BROKEN
    yield "remote context", json, f'{{"@context": "{canary}", "@id": "a:a", "name": "b"}}'.encode(), WRONG
    yield "local context", json, b'{"@context": "file:///etc/hostname", "@id": "a:a", "name": "b"}', WRONG
    yield "no RDF", turtle, b"\xff\xfe\0" * 1_000, WRONG


def _updates(canary: str) -> Iterator[tuple[str, str, frozenset[int]]]:
    yield "LOAD", f"LOAD <{canary}>", REFUSED
    yield "LOAD SILENT INTO", f"LOAD SILENT <{canary}> INTO GRAPH <{GRAPH}>", REFUSED
    yield "LOAD a file", "LOAD <file:///etc/passwd>", REFUSED
    yield "LOAD after another", f"DROP SILENT GRAPH <{GRAPH}> ; LOAD <{canary}>", REFUSED
    yield "SERVICE in an update", f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{canary}> {{ ?s ?p ?o }} }}", REFUSED
    yield "nested update", "INSERT DATA " + "{" * 5_000 + "}" * 5_000, TOO_LARGE
    chain = "1" + "+1" * 20_000
    yield "chain of + in an update", f"INSERT {{ <a:a> <a:p> ?x }} WHERE {{ BIND({chain} AS ?x) }}", TOO_LARGE
    counted = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    yield "endless update", f"INSERT {{ <a:a> <a:p> ?n }} WHERE {{ {{ {counted} }} }}", ENDED


def _xml(content: str, head: str = "") -> bytes:
    described = f'<rdf:Description rdf:about="a:a">{content}</rdf:Description>'
    return f'<?xml version="1.0"?>{head}<rdf:RDF xmlns:rdf="{RDF}" xmlns:e="a:">{described}</rdf:RDF>'.encode()
