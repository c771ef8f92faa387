"""The prepared questions by REST: listed with what they take, and answered."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from api.questions import ABOUT_THE_ANSWER
from ontology.files import SCHEMES
from ontology.questions import questions
from tests.kg.index.fictional import world

HTML = {"accept": "text/html,*/*;q=0.8"}


def items(client: TestClient, address: str) -> Any:
    response = client.get(address)
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    return response.json()["items"]


def test_every_question_is_listed_with_its_parameters(client: TestClient) -> None:
    listed = {item["name"]: item for item in items(client, "/questions")}
    assert list(listed) == list(questions())
    for name, question in questions().items():
        found = listed[name]
        told = (question.title, question.description, question.category, question.text)
        assert (found["title"], found["description"], found["category"], found["query"]) == told
        assert found["url"] == f"/questions/{name}"
        assert [item["name"] for item in found["parameters"]] == [item.name for item in question.parameters]
    [parameter] = listed["decisions-of-authority"]["parameters"]
    assert parameter == {
        "name": "authority",
        "kind": "iri",
        "description": "The authority that issued them.",
        "required": False,
        "default": "fr/cnil",
        "values_url": "/schemes/authority",
    }


def test_no_question_has_a_parameter_that_is_about_the_answer() -> None:
    names = {parameter.name for question in questions().values() for parameter in question.parameters}
    assert names.isdisjoint(ABOUT_THE_ANSWER)


def test_the_ids_that_a_parameter_takes_are_at_its_address(client: TestClient) -> None:
    parameters = [item for question in items(client, "/questions") for item in question["parameters"]]
    listed = [item for item in parameters if item["values_url"]]
    assert len(listed) > 2
    for parameter in listed:
        accepted = items(client, parameter["values_url"])
        assert parameter["default"] in {item["id"] for item in accepted}
        assert all(item["label"] and item["iri"].startswith("http") for item in accepted)
    assert client.get("/schemes/shoe-sizes").status_code == 404
    assert all(items(client, f"/schemes/{scheme}") for scheme in SCHEMES if scheme != "organisation")  # users fill it


def test_a_decision_is_given_by_its_id_or_its_iri(client: TestClient) -> None:
    name = world().decision("Lantern").id
    iri = f"https://w3id.org/gdpr-enforcement/id/decision/{name}"
    answers = [
        client.get("/questions/evidence-of-decision", params={"decision": given}).json()["results"]["bindings"]
        for given in (name, iri, "nothing-known")
    ]
    assert answers[0] == answers[1] != []
    assert answers[2] == []


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_question_has_an_answer(client: TestClient, name: str) -> None:
    examples = {
        "iri": f"https://w3id.org/gdpr-enforcement/id/decision/{world().decision('Lantern').id}",
        "string": "lantern",
        "integer": "2022",
        "decimal": "0.5",
        "date": "2022-04-15",
    }
    required = {item.name: examples[item.kind] for item in questions()[name].parameters if item.default is None}
    response = client.get(f"/questions/{name}", params=required)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/sparql-results+json"
    assert response.json()["head"]["vars"]


def labels(client: TestClient, address: str) -> set[str]:
    rows = client.get(address).json()["results"]["bindings"]
    return {row["label"]["value"].partition(": ")[2] for row in rows}


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("decisions-of-authority", {"Lantern Clinic"}),
        ("decisions-of-authority?authority=fr/cnil", {"Lantern Clinic"}),
        ("decisions-of-authority?authority=", {"Lantern Clinic"}),
        (
            "decisions-of-authority?authority=https://w3id.org/gdpr-enforcement/id/authority/es/aepd",
            {"Pan y Sol Bakeries"},
        ),
        ("decisions-on-organisation?name=BAKERIES", {"Pan y Sol Bakeries"}),
        ("decisions-since?since=2023-01-01", {"Lantern Clinic"}),
    ],
)
def test_a_parameter_takes_an_id_an_iri_or_a_value(client: TestClient, address: str, found: set[str]) -> None:
    assert labels(client, f"/questions/{address}") == found


@pytest.mark.parametrize(
    ("accept", "form", "media_type"),
    [
        ("*/*", None, "application/sparql-results+json"),
        ("text/csv", None, "text/csv; charset=utf-8"),
        ("text/html,*/*;q=0.8", None, "application/sparql-results+json"),
        ("text/html", "csv", "text/csv; charset=utf-8"),
        ("application/sparql-results+xml", None, "application/sparql-results+xml"),
    ],
)
def test_the_form_of_the_answer_is_chosen_as_with_sparql(
    client: TestClient, accept: str, form: str | None, media_type: str
) -> None:
    given = {"format": form} if form else {}
    response = client.get("/questions/biggest-fines", params=given, headers={"accept": accept})
    sparql = client.get(
        "/sparql", params={"query": questions()["biggest-fines"].text, **given}, headers={"accept": accept}
    )
    assert response.headers["content-type"] == media_type
    assert response.headers["vary"] == "Accept"
    assert response.content == sparql.content


@pytest.mark.parametrize(
    ("address", "status", "named"),
    [
        ("decisions-on-organisation", 422, ["name"]),
        ("decisions-on-organisation?name=", 422, ["name"]),
        ("decisions-of-authority?authority=fr/nobody", 422, ["authority"]),
        ("decisions-of-authority?authority=fr/cnil&authority=es/aepd", 422, ["authority"]),
        ("decisions-of-authority?colour=red&shape=round", 422, ["colour", "shape"]),
        ("decisions-on-provision?provision=5(9)", 422, ["provision"]),
        ("decisions-since?since=yesterday", 422, ["since"]),
        ("doubtful-facts?limit=NaN", 422, ["limit"]),
        ("evidence-of-decision?decision=no one&x=1", 422, ["x", "decision"]),
        ("biggest-fines?format=pdf", 400, []),
        ("biggest-fines?timeout=soon", 400, []),
        ("biggest-fines?format=turtle", 406, []),
        ("no-such-question", 404, []),
    ],
)
def test_what_cannot_be_answered_is_named(client: TestClient, address: str, status: int, named: list[str]) -> None:
    response = client.get(f"/questions/{address}")
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert [error["parameter"] for error in response.json()["errors"]] == named


def test_browsers_are_led_to_the_page_of_the_questions(client: TestClient) -> None:
    response = client.get("/questions", headers=HTML, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/query")
