"""Between our quads and those of pyoxigraph. Total on what `kg.graph` builds; a blank node has no place in either."""

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.terms import Iri, Literal, Quad, Term

DEFAULT = ox.DefaultGraph()


def to_term(term: Term) -> ox.NamedNode | ox.Literal:
    """A term for pyoxigraph; ValueError where an IRI is none."""
    if isinstance(term, Iri):
        return ox.NamedNode(term.value)
    if term.language:
        return ox.Literal(term.lexical, language=term.language)
    return ox.Literal(term.lexical, datatype=ox.NamedNode(term.datatype))


def to_quad(quad: Quad) -> ox.Quad:
    """A quad for pyoxigraph; ValueError where an IRI is none."""
    graph = DEFAULT if quad.graph is None else ox.NamedNode(quad.graph.value)
    return ox.Quad(ox.NamedNode(quad.subject.value), ox.NamedNode(quad.predicate.value), to_term(quad.object), graph)


def is_ours(quad: ox.Quad) -> bool:
    """Whether a quad of the store can be one of ours: it has neither blank node nor triple term."""
    return (
        isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.NamedNode | ox.Literal)
        and not isinstance(quad.graph_name, ox.BlankNode)
    )


def from_term(term: object) -> Term:
    """A term of the store; StoreError for a blank node or a triple term, which nothing of ours writes."""
    match term:
        case ox.NamedNode():
            return Iri(term.value)
        case ox.Literal(language=None):
            return Literal(term.value, term.datatype.value)
        case ox.Literal():
            return Literal(term.value, language=term.language or "")
        case _:
            raise StoreError(f"neither an IRI nor a literal: {term}")


def from_quad(quad: ox.Quad) -> Quad:
    """A quad of the store; StoreError where it holds a blank node."""
    graph = None if quad.graph_name == DEFAULT else _iri(quad.graph_name)
    return Quad(_iri(quad.subject), Iri(quad.predicate.value), from_term(quad.object), graph)


def _iri(term: object) -> Iri:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    raise StoreError(f"not an IRI: {term}")
