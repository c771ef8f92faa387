"""A user's own part of the ontology as a running server shows it: to programs, on the pages, and by SPARQL."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.kg.cli.test_commands import run
from tests.kg.cli.test_ontology_extra import FIRST, OWN
from tests.serving import serving
from tests.test_end_to_end import get

LABELLED = """
    SELECT ?concept WHERE { ?concept <http://www.w3.org/2004/02/skos/core#hiddenLabel> "wayslips"@en }"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("own")
    own = folder / "own.ttl"
    own.write_text(OWN, encoding="utf-8")
    env = {"GDPR_KG_ONTOLOGY_EXTRA": str(own), "GDPR_KG_WORKERS": "1"}
    done = run("ingest", "-", folder=folder / "data", env=env, stdin=json.dumps({"text": FIRST}))
    assert done.returncode == 0, done.stderr
    with serving(folder / "data", ontology_extra=own) as found:
        yield found


def items(address: str, path: str) -> dict[str, dict[str, object]]:
    status, _, text = get(f"{address}{path}")
    assert status == 200, text
    return {item["id"]: item for item in json.loads(text)["items"]}


@pytest.mark.parametrize(
    ("scheme", "key", "label"),
    [
        ("authority", "ua/zpd", "Steppe Inspectorate of Records"),
        ("organisation", "norte-foods", "Norte Foods S.A."),
    ],
)
def test_what_the_file_adds_is_a_value_that_questions_take(address: str, scheme: str, key: str, label: str) -> None:
    assert items(address, f"/schemes/{scheme}")[key]["label"] == label


def test_the_authority_is_listed_with_its_decision(address: str) -> None:
    found = items(address, "/authorities")["ua/zpd"]
    assert (found["label"], found["country"], found["decisions"]) == ("Steppe Inspectorate of Records", "UA", 1)


def test_the_decision_has_what_the_synonym_and_the_name_stand_for(address: str) -> None:
    [decision] = json.loads(get(f"{address}/decisions?authority=ua/zpd&data_category=travel")[2])["items"]
    assert [party["name"] for party in decision["parties"]] == ["Norte Foods S.A."]


@pytest.mark.parametrize("path", ["/authorities", "/query?question=decisions-of-authority", "/decisions"])
def test_pages_show_the_authority(address: str, path: str) -> None:
    status, _, page = get(f"{address}{path}", "text/html")
    assert status == 200
    assert "Steppe Inspectorate of Records" in page


def test_the_graph_has_the_synonym(address: str) -> None:
    _, _, answer = get(f"{address}/sparql?query={quote(LABELLED)}", "text/csv")
    assert answer.split()[1:] == ["https://w3id.org/gdpr-enforcement/vocab/data-category/travel"]
