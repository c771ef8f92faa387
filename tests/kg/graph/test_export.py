"""The same quads are the same bytes, and every format reads back as what was written."""

import io
import tracemalloc
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from typing_extensions import Buffer

from kg.errors import StoreError
from kg.graph import sorting
from kg.graph.export import nquads_line, whole_file, write
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


@pytest.mark.parametrize("name", ["nquads", "trig", "turtle"])
def test_portions_on_disk_are_one_order(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    whole = written(QUADS * 3, name)
    monkeypatch.setattr(sorting, "PORTION", 4)
    assert written(QUADS * 3, name) == whole == written(QUADS, name)


def test_lines_of_nquads_are_sorted() -> None:
    assert written(QUADS * 2, "nquads").splitlines(keepends=True) == sorted(map(nquads_line, QUADS))


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "PORTION", 1000)
    peaks = []
    for size in (5_000, 40_000):
        quads = (Quad(Iri(f"http://things.example/{n * 7919 % size}"), P, literal(n), G) for n in range(size))
        tracemalloc.start()
        write(quads, "trig", Nowhere())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


class Nowhere(io.BytesIO):
    """A file that keeps nothing."""

    def write(self, data: Buffer) -> int:
        return len(bytes(data))


def test_what_no_quad_can_express_is_in_nquads_alone() -> None:
    out = io.BytesIO()
    write(QUADS[:1], "nquads", out, ["_:b <http://a.example/p> <http://a.example/o>"])
    assert b"_:b <http://a.example/p> <http://a.example/o> .\n" in out.getvalue()
    assert len(list(ox.parse(out.getvalue(), ox.RdfFormat.N_QUADS))) == 2


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "graph.nq"
    with whole_file(target) as file:
        file.write(b"first")
    with pytest.raises(TypeError), whole_file(target) as file:
        file.writelines([b"second, but ", None])  # type: ignore[list-item]
    assert target.read_bytes() == b"first"
    with pytest.raises(StoreError, match="nowhere"), whole_file(tmp_path / "nowhere/graph.nq"):
        pass
    assert list(tmp_path.iterdir()) == [target]


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
