"""Between our quads and the engine's nothing changes, and nothing that is not ours comes in."""

from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.graph.store.convert import from_quad, from_term, to_quad
from kg.graph.terms import Iri, Literal, Quad, literal
from kg.values import PartialDate

S, P = Iri("http://things.example/s"), Iri("http://things.example/p")


@pytest.mark.parametrize(
    "term",
    [
        S,
        Literal("words"),
        Literal("mots", language="fr"),
        literal(Decimal("0.50")),
        literal(PartialDate(2022)),
        literal(7),
    ],
)
@pytest.mark.parametrize("graph", [None, S])
def test_a_quad_comes_back_as_it_went(term: Iri | Literal, graph: Iri | None) -> None:
    quad = Quad(S, P, term, graph)
    store = ox.Store()
    store.add(to_quad(quad))
    assert [from_quad(found) for found in store] == [quad]


@pytest.mark.parametrize("value", ["no iri", "http://a.example/ b", "", "http://a.example/<"])
def test_what_is_no_iri_does_not_go_in(value: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        to_quad(Quad(Iri(value), P, S))


def test_a_blank_node_does_not_come_out() -> None:
    node = ox.BlankNode("b")
    with pytest.raises(StoreError, match="_:b"):
        from_term(node)
    with pytest.raises(StoreError, match="_:b"):
        from_quad(ox.Quad(node, ox.NamedNode(P.value), ox.NamedNode(P.value)))
