"""Decisions by REST: the list, its parts and its facets, and the same through SPARQL."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from api.parameters import DecisionQuery
from tests.kg.index.fictional import party_names, world


def get(client: TestClient, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    return response.json()


def parties(answer: Any) -> set[str]:
    return {item["parties"][0]["name"] for item in answer["items"]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("authority=fr/cnil", {"Lantern Clinic"}),
        ("authority=fr/cnil&authority=es/aepd", {"Lantern Clinic", "Pan y Sol Bakeries"}),
        ("country=fr", {"Lantern Clinic"}),
        ("provision=5(1)", {"Lantern Clinic", "Pan y Sol Bakeries"}),
        ("provision=Art.%2032%20GDPR", {"Lantern Clinic", "Nordfjord Telecom"}),
        ("not_infringed=33", {"Lantern Clinic"}),
        ("data_category=health&year=2023", {"Lantern Clinic"}),
        ("status=proposed", {"Orbit Ads Ltd"}),
        ("role=processor", {"Nordfjord Telecom"}),
        ("measure=reprimand&has_fine=false", {"a school in the west"}),
        ("sector=hospitals", {"Lantern Clinic"}),
        ("sector=health&trigger=complaint", {"Lantern Clinic"}),
        ("context=health-care", {"Lantern Clinic"}),
        ("party=orb", {"Orbit Ads Ltd"}),
        ("q=whereabouts", {"Nordfjord Telecom"}),
        ("date_from=2022&date_to=2022-11", {"Nordfjord Telecom"}),
        ("fine_min=40000&fine_max=905000.00", {"Lantern Clinic", "Nordfjord Telecom", "Kühn & Söhne <b>Versand</b>"}),
        ("authority=&q=&year=&fine_min=&party=bakeries", {"Pan y Sol Bakeries"}),
    ],
)
def test_filters(client: TestClient, query: str, found: set[str]) -> None:
    answer = get(client, f"/decisions?{query}")
    assert parties(answer) == found
    assert answer["total"] == len(found)
    assert answer["next"] is None


def test_parts_lead_to_each_other(client: TestClient) -> None:
    seen, address = list[str](), "/decisions?has_fine=true&sort=-fine&limit=2&q="
    while address:
        part = get(client, address)
        assert part["total"] == 6
        seen += [item["parties"][0]["name"] for item in part["items"]]
        address = part["next_url"]
        if address:
            assert parse_qs(urlsplit(address).query) | {"cursor": [""]} == {
                "has_fine": ["true"],
                "sort": ["-fine"],
                "limit": ["2"],
                "cursor": [""],
            }
    assert seen[:2] == ["Orbit Ads Ltd", "Lantern Clinic"]
    assert seen[-1] == "Bottega Verde Chiaro"
    assert len(set(seen)) == 6


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("sort=size", "sort"),
        ("provision=100", "provision"),
        ("provision=5(9)", "provision"),
        ("not_infringed=x", "not_infringed"),
        ("date_from=2022-13", "date_from"),
        ("date_to=yesterday", "date_to"),
        ("year=MMXX", "year"),
        ("fine_min=-1", "fine_min"),
        ("fine_max=NaN", "fine_max"),
        ("has_fine=perhaps", "has_fine"),
        ("role=witness", "role"),
        ("authority=fr/nobody", "authority"),
        ("country=XX", "country"),
        ("data_category=shoe-size", "data_category"),
        ("measure=flogging", "measure"),
        ("sector=alchemy", "sector"),
        ("context=seance", "context"),
        ("trigger=omen", "trigger"),
        ("status=lost", "status"),
        ("autority=fr/cnil", "autority"),
        (f"q={'x' * 501}", "q"),
    ],
)
def test_a_bad_parameter_is_named(client: TestClient, query: str, parameter: str) -> None:
    for path in ("/decisions", "/facets"):
        response = client.get(f"{path}?{query}")
        assert response.status_code == 422
        assert response.headers["content-type"] == "application/problem+json"
        assert [error["parameter"] for error in response.json()["errors"]] == [parameter]
        assert parameter in response.json()["detail"]


def test_all_bad_parameters_are_named_at_once(client: TestClient) -> None:
    errors = client.get("/decisions?limit=0&year=x&zz=1").json()["errors"]
    assert {error["parameter"] for error in errors} == {"limit", "year", "zz"}


NASTY = [
    "0",
    "1e999",
    "NaN",
    "9" * 400,
    "\0",
    "'",
    "%",
    "()",
    "* *",
    "NEAR(a b)",
    "^",
    "٣",
    "5(²)",
    "0000",
    "\u202e",
    "[" * 300,
]


@pytest.mark.parametrize("path", ["/decisions", "/decisions.csv", "/facets"])
@pytest.mark.parametrize("value", NASTY)
def test_no_value_makes_the_server_fail(client: TestClient, path: str, value: str) -> None:
    for parameter in DecisionQuery.model_fields:
        assert client.get(path, params={parameter: value}).status_code in {200, 400, 422}


def test_a_bad_cursor_is_a_bad_request(client: TestClient) -> None:
    response = client.get("/decisions?cursor=made-up")
    assert (response.status_code, response.json()["type"]) == (400, "/docs#problem-input")


def test_facets(client: TestClient) -> None:
    facets = get(client, "/facets?year=2021")["facets"]
    assert {item["value"] for item in facets["authority"]} == {"es/aepd", "ie/dpc"}
    assert {item["value"] for item in facets["year"]} == {"2020", "2021", "2022", "2023"}
    assert {"value": "DE", "label": "Germany", "decisions": 1} in get(client, "/facets")["facets"]["country"]


def test_a_decision_with_its_sentences(client: TestClient) -> None:
    decision = world().decision("Nordfjord")
    found = get(client, f"/decisions/{decision.id}")
    assert [party["name"] for party in found["parties"]] == party_names(decision)
    assert found["fine"]["sum"] == {"amount": "2500000", "currency": "NOK"}
    assert found["date"] == {"value": "2022-11", "precision": "month"}
    (fine,) = {(item["prefix"], item["quote"], item["suffix"]) for item in found["evidence"] if item["fact"] == "/fine"}
    assert fine[1] == "NOK 2.5 million"
    assert "".join(fine).startswith("Norway's data protection authority fined")


def test_the_same_through_sparql(client: TestClient) -> None:
    query = """SELECT ?decision ?eur WHERE {
      ?decision a gde:EnforcementDecision ; gde:totalFineEUR ?eur ;
        gde:findsInfringement [ gde:outcome <https://w3id.org/gdpr-enforcement/vocab/finding-outcome/infringed> ;
                                gde:ofProvision/gde:articleNumber 32 ] }"""
    accept = {"accept": "application/sparql-results+json"}
    rows = client.get("/sparql", params={"query": query}, headers=accept).json()["results"]["bindings"]
    rest = get(client, "/decisions?provision=32&has_fine=true")["items"]
    assert {(row["decision"]["value"], row["eur"]["value"]) for row in rows} == {
        (item["iri"], item["fine"]["amount_eur"]) for item in rest
    }
    assert len(rest) == 2
