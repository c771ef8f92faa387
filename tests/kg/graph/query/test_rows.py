"""A limit of rows in a query, and in the head of an answer."""

import asyncio
import json

import pytest

from kg.graph.query import guard
from kg.graph.query.rows import announced


def limited(text: str, most: int = 10) -> str | None:
    return asyncio.run(guard.check(text)).rows.limited(text, most)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o }\nLIMIT 10\n"),
        ("SELECT * { ?s ?p ?o } # all", "SELECT * { ?s ?p ?o } # all\nLIMIT 10\n"),
        ("SELECT * { ?s ?p ?o } ORDER BY ?s OFFSET 5", "SELECT * { ?s ?p ?o } ORDER BY ?s OFFSET 5\nLIMIT 10\n"),
        ("SELECT * { ?s ?p ?o } limit 11 OFFSET 2", "SELECT * { ?s ?p ?o } limit 10 OFFSET 2"),
        ("SELECT * { ?s ?p ?o } LIMIT 10", None),
        ("SELECT * { ?s ?p ?o } LIMIT\n0", None),
        (
            "SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 3 } }",
            "SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 3 } }\nLIMIT 10\n",
        ),
        (
            "SELECT * { ?s ?p 'LIMIT 3' } VALUES ?s { <a:b> }",
            "SELECT * { ?s ?p 'LIMIT 3' } \nLIMIT 10\nVALUES ?s { <a:b> }",
        ),
        (
            "PREFIX limit: <a:> SELECT ?limit { limit:3 ?p ?limit }",
            "PREFIX limit: <a:> SELECT ?limit { limit:3 ?p ?limit }\nLIMIT 10\n",
        ),
        ("ASK { ?s ?p ?o }", None),
        ("CONSTRUCT WHERE { ?s ?p ?o }", None),
        ("DESCRIBE <a:b>", None),
        ("gibberish", None),
    ],
)
def test_a_limit_of_rows_goes_where_the_outermost_limit_is(text: str, expected: str | None) -> None:
    assert limited(text) == expected


def test_the_head_of_json_and_xml_has_a_link() -> None:
    link = "http://example.org/sparql?a&b#at-most-3-rows"
    said = json.loads(announced(b'{"head":{"vars":["s"]},"results":{"bindings":[]}}', "json", link))
    assert said == {"head": {"link": [link], "vars": ["s"]}, "results": {"bindings": []}}
    xml = b'<sparql><head><variable name="s"/></head><results></results></sparql>'
    assert b'<variable name="s"/><link href="http://example.org/sparql?a&amp;b#' in announced(xml, "xml", link)
    assert announced(b"s\r\n", "csv", link) == b"s\r\n"
