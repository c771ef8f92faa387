"""The same quads are the same bytes, and every format reads back as what was written."""

import io

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg.graph import export
from kg.graph.export import nquads_line, write
from kg.graph.store.convert import from_quad
from kg.graph.terms import XSD, Iri, Literal, Quad, literal
from kg.values import PartialDate
from ontology.terms import NS, vocab

A, B = Iri("http://things.example/a#1"), Iri(NS + "EnforcementDecision")
P, TYPE = Iri(NS + "caseNumber"), Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
G = Iri("http://things.example/article/1")
QUADS = [
    Quad(A, TYPE, B),
    Quad(A, P, Literal('line\nwith "quotes", a \\ and a \t tab\x01\x7f')),
    Quad(A, P, Literal("été", language="fr")),
    Quad(A, P, literal(PartialDate(2022, 4))),
    Quad(A, P, literal(-12)),
    Quad(A, P, literal(True)),
    Quad(A, P, Literal("1500000", XSD + "decimal")),
    Quad(A, P, Literal("0.5", XSD + "decimal")),
    Quad(B, P, Iri(NS)),
    Quad(B, P, Iri(vocab("measure", "reprimand"))),
    Quad(A, P, literal(3), G),
    Quad(B, P, A, G),
]


def written(quads: list[Quad], name: str) -> bytes:
    out = io.BytesIO()
    write(iter(quads), name, out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["nquads", "trig", "turtle"])
def test_the_order_of_the_quads_makes_no_difference(name: str) -> None:
    shuffled = QUADS[5:] + QUADS[:5][::-1]
    assert written(QUADS, name) == written([*shuffled, QUADS[0]], name)


def test_portions_on_disk_are_one_order(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = written(QUADS * 3, "nquads")
    monkeypatch.setattr(export, "PORTION", 4)
    assert written(QUADS * 3, "nquads") == whole
    assert whole.splitlines() == sorted({line.removesuffix(b"\n") for line in map(nquads_line, QUADS)})


def test_nothing_is_written_of_nothing() -> None:
    assert written([], "nquads") == b""


@pytest.mark.parametrize(("name", "format_"), [("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)])
def test_quads_read_back(name: str, format_: ox.RdfFormat) -> None:
    assert sorted(map(from_quad, ox.parse(written(QUADS, name), format_))) == sorted(QUADS)


def test_turtle_is_the_default_graph_for_people() -> None:
    text = written(QUADS, "turtle")
    assert len(Graph().parse(data=text, format="turtle")) == len([quad for quad in QUADS if quad.graph is None])
    assert b"<http://things.example/a#1> a gde:EnforcementDecision ;\n    gde:caseNumber " in text
    assert b" -12,\n" in text
    assert b" measure:reprimand" in text
    assert b'"1500000"^^xsd:decimal' in text


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="no format 'xml'"):
        written(QUADS, "xml")
