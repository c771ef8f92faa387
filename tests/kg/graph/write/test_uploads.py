"""RDF that users send."""

import pyoxigraph as ox
import pytest

from kg.errors import InputError
from kg.graph.write.uploads import read_triples

BASE = "http://example.org/"
ONE = {ox.Triple(ox.NamedNode(BASE + "s"), ox.NamedNode(BASE + "p"), ox.Literal("o"))}

RDF_XML = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://example.org/">
<rdf:Description rdf:about="s"><p>o</p></rdf:Description></rdf:RDF>"""
FORM = b"""--x\r\nContent-Type: text/turtle\r\nContent-Disposition: form-data; name="a"\r\n\r\n<s> <p> "o" .\r\n--x\r
Content-Type: application/n-triples\r\n\r\n<http://example.org/s> <http://example.org/p> "o" .\r\n--x--\r\n"""


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("text/turtle", b'<s> <p> "o" .'),
        ("Text/Turtle; charset=utf-8", b'@prefix : <http://example.org/> . :s :p "o" .'),
        ("application/n-triples", b'<http://example.org/s> <http://example.org/p> "o" .'),
        ("application/rdf+xml", RDF_XML),
        ("application/ld+json", b'{"@id": "s", "http://example.org/p": "o"}'),
        ('multipart/form-data; boundary="x"', FORM),
    ],
)
def test_every_form_is_read(media_type: str, body: bytes) -> None:
    assert set(read_triples(media_type, body, BASE)) == ONE


def test_blank_nodes_of_two_documents_are_two() -> None:
    body = b"_:a <p> _:a ."
    first, second = (next(read_triples("text/turtle", body, BASE)) for _ in range(2))
    assert first.subject == first.object
    assert first.subject != second.subject


@pytest.mark.parametrize(
    ("media_type", "body", "words"),
    [
        ("text/turtle", b"<s> <p> 1 .\n<s> <p> .", "line 2"),
        ("text/turtle", b"<s> <p> \xff .", "Turtle"),
        ("application/rdf+xml", b"<r>\n<!DOCTYPE r>\n</r>", "line 2"),
        ("application/rdf+xml", b'\n\n<!entity a "b">', "line 3"),
        ("application/rdf+xml", "<r/>".encode("utf-16"), "UTF-8"),
        ("application/ld+json", b'{"@context": "http://example.org/c", "a": 1}', "JSON"),
        ("text/html", b"<p>", "text/html is no form of RDF"),
        ("multipart/form-data", b"", "form"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n<s> <p> 1 .\r\n--x--", "text/plain|N-Triples"),
    ],
)
def test_what_is_no_rdf_is_told_so(media_type: str, body: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        list(read_triples(media_type, body, BASE))
