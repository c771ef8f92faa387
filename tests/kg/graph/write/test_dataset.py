"""The dataset that a request gives to an update."""

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.write.dataset import with_dataset

COPY = "INSERT { ?s <u:copied> ?o } WHERE { ?s <u:p> ?o }"


def copied(text: str, using: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> list[str]:
    """What an update copies in a store whose graphs each have a number."""
    store = ox.Store()
    store.update("INSERT DATA { <u:s> <u:p> 0 . GRAPH <u:1> { <u:s> <u:p> 1 } GRAPH <u:2> { <u:s> <u:p> 2 } }")
    store.update(with_dataset(text, using, named))
    return sorted(quad.object.value for quad in store.quads_for_pattern(None, ox.NamedNode("u:copied"), None, None))  # type: ignore[union-attr]


def test_patterns_are_matched_in_that_dataset() -> None:
    assert copied(COPY) == ["0"]
    assert copied(COPY, ("u:1",)) == ["1"]
    assert copied(COPY, ("u:1", "u:2")) == ["1", "2"]
    in_graph = "INSERT { ?s <u:copied> ?o } WHERE { GRAPH ?g { ?s <u:p> ?o } }"
    assert copied(in_graph) == ["1", "2"]
    assert copied(in_graph, named=("u:2",)) == ["2"]
    assert copied(in_graph, using=("u:2",)) == []
    twice = f"PREFIX where: <u:> DELETE {{ <u:x> <u:y> 'WHERE' }} # WHERE\n WHERE {{ }} ; {COPY}"
    assert copied(twice, ("u:2",)) == ["2"]


@pytest.mark.parametrize(
    ("text", "iri", "words"),
    [
        (f"WITH <u:g> {COPY}", "u:1", "line 1, column 1: WITH"),
        ("DELETE { ?s ?p ?o } USING <u:1> WHERE { ?s ?p ?o }", "u:1", "USING"),
        ("DELETE WHERE { ?s ?p ?o }", "u:1", "takes no dataset"),
        (COPY, "u:1> WHERE { } ; DROP ALL #", "no IRI"),
    ],
)
def test_what_cannot_have_it_is_told_so(text: str, iri: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        with_dataset(text, (iri,), ())
