"""A decision as RDF has its facts, its parts and its addressees, and nothing else."""

import pyoxigraph as ox
import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from kg.graph.terms import Iri
from tests.kg.index.fictional import NAMES, world

FORMATS = ("turtle", "jsonld", "ntriples", "nquads", "rdfxml")


def expected(party: str) -> set[tuple[str, str, str]]:
    """What the units of a decision and of its addressees say."""
    decision = world().decision(party)
    about = {NAMES.decision(decision.id)}
    about |= {NAMES.organisation(item.organisation.id) for item in decision.addressees if item.organisation}
    return {
        (
            quad.subject.value,
            quad.predicate.value,
            quad.object.value if isinstance(quad.object, Iri) else quad.object.lexical,
        )
        for unit in world().units
        if unit.name.value in about
        for quad in unit.quads
    }


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("party", ["Nordfjord", "Lantern", "school"])
def test_each_format_has_the_facts(client: TestClient, party: str, format_: str) -> None:
    response = client.get(f"/decisions/{world().decision(party).id}/rdf", params={"format": format_})
    assert response.status_code == 200
    assert read(response) == expected(party)


def read(response: Response) -> set[tuple[str, str, str]]:
    """The triples of an answer, by an engine of RDF."""
    kind = ox.RdfFormat.from_media_type(response.headers["content-type"].partition(";")[0])
    found = set[tuple[str, str, str]]()
    for quad in ox.parse(response.content, kind):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        found.add((quad.subject.value, quad.predicate.value, quad.object.value))
    return found


def test_turtle_is_the_favourite_and_others_can_be_asked_for(client: TestClient) -> None:
    address = f"/decisions/{world().decision('Lantern').id}/rdf"
    assert client.get(address).headers["content-type"].startswith("text/turtle")
    as_json = client.get(address, headers={"accept": "application/ld+json"})
    assert as_json.headers["content-type"].startswith("application/ld+json")
    assert read(as_json) == read(client.get(address))


@pytest.mark.parametrize(
    ("name", "given", "status"),
    [
        ("none", {}, 404),
        ("none> ?p ?o } #", {}, 404),
        ("{clinic}", {"format": "table"}, 400),
        ("{clinic}", {"format": "csv"}, 406),
    ],
)
def test_what_cannot_be_had(client: TestClient, name: str, given: dict[str, str], status: int) -> None:
    found = name.replace("{clinic}", world().decision("Lantern").id)
    assert client.get(f"/decisions/{found}/rdf", params=given).status_code == status
