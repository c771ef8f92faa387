"""An instance over a remote store answers what one over the embedded store answers."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.errors import QueryError, QueryTooLarge, StoreError, UnknownGraph
from kg.graph.asking import ask
from kg.graph.backend import query_service, read_graph
from kg.graph.terms import Quad
from kg.ingest.run import IngestReport, ingest
from kg.settings import Settings
from tests.conftest import CORPUS, Silent, settings_for

ARTICLES = ("dedalus-laboratories", "ba-notice-of-intent", "bank-glitch", "barreiro", "berlin-robot-banker")
MANY = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 60000"


def read(settings: Settings, articles: tuple[str, ...] = ARTICLES) -> IngestReport:
    """Ingest some articles of the corpus."""
    return ingest([str(CORPUS / f"{name}.md") for name in articles], settings, Silent())


def facts(settings: Settings) -> set[Quad]:
    """Every quad of an instance."""
    with read_graph(settings) as quads:
        return set(quads)


@pytest.fixture(scope="module")
def instance(server: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Some articles in the server."""
    settings = Settings.model_validate({"data_dir": tmp_path_factory.mktemp("remote"), "workers": 1, **server})
    read(settings)
    return settings


@pytest.fixture(scope="module")
def embedded(instance: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The same articles in an embedded store, anew for each server."""
    assert instance.store is not None
    settings = settings_for(tmp_path_factory.mktemp("embedded"))
    read(settings)
    return settings


def test_the_graph_is_the_same(instance: Settings, embedded: Settings) -> None:
    assert facts(instance) == facts(embedded)


def test_again_changes_nothing_and_what_is_changed_is_replaced(
    instance: Settings, embedded: Settings, tmp_path: Path
) -> None:
    before = facts(instance)
    assert read(instance).unchanged == len(ARTICLES) - 1  # one is irrelevant
    assert facts(instance) == before
    text = (CORPUS / "barreiro.md").read_text(encoding="utf-8")
    file = tmp_path / "barreiro.md"
    file.write_text(text.replace("400,000", "410,000"), encoding="utf-8")
    for settings in (instance, embedded):
        ingest([str(file)], settings, Silent())
    assert facts(instance) == facts(embedded) != before


@pytest.mark.parametrize(
    "path", ["/decisions", "/decisions?country=pt", "/authorities", "/stats", "/facets", "/decisions?q=hospital"]
)
def test_rest_answers_the_same(instance: Settings, embedded: Settings, path: str) -> None:
    with TestClient(create_app(instance)) as one, TestClient(create_app(embedded)) as other:
        left, right = one.get(path), other.get(path)
    assert (left.status_code, left.json()) == (right.status_code, right.json())


def test_pages_and_the_rdf_of_a_decision(instance: Settings) -> None:
    with TestClient(create_app(instance)) as client:
        [first, *_] = client.get("/decisions").json()["items"]
        page = client.get(f"/decisions/{first['id']}", headers={"Accept": "text/html"})
        graph = client.get(f"/decisions/{first['id']}/rdf")
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert graph.status_code == 200
    assert graph.headers["content-type"].startswith("text/turtle")
    assert first["iri"] in graph.text


def test_sparql_over_http(instance: Settings) -> None:
    text = "SELECT ?d WHERE { ?d a gde:EnforcementDecision }"
    with TestClient(create_app(instance)) as client:
        answer = client.post("/sparql", data={"query": text}, headers={"Accept": "application/sparql-results+json"})
        refused = client.post("/sparql", data={"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"})
        broken = client.post("/sparql", data={"query": "SELECT * { ?s ?p"})
        listed = {item["iri"] for item in client.get("/decisions").json()["items"]}
    assert answer.status_code == 200
    assert {row["d"]["value"] for row in answer.json()["results"]["bindings"]} == listed
    assert (refused.status_code, broken.status_code) == (403, 400)


def test_it_is_ready(instance: Settings) -> None:
    with TestClient(create_app(instance)) as client:
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json().get("isolation")) == (200, "remote")


def test_errors_are_those_of_the_service(instance: Settings) -> None:
    with pytest.raises(QueryError, match=r"syntax|error"):
        ask(instance, "SELECT * WHERE { ?s ?p", accept="*/*")
    with pytest.raises(QueryTooLarge):
        ask(instance.model_copy(update={"query_answer_mb": 1}), MANY, accept="application/sparql-results+json")
    with pytest.raises(UnknownGraph, match=r"nothing is fetched"):
        ask(instance, "SELECT * FROM <http://127.0.0.1:9/x> WHERE { ?s ?p ?o }", accept="*/*")
    gone = instance.model_copy(update={"store": "http://127.0.0.1:9/sparql"})
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:9"):
        ask(gone, "ASK { ?s ?p ?o }", accept="*/*")


def test_a_reader_who_does_not_read_holds_no_place(instance: Settings) -> None:
    async def scene() -> str:
        settings = instance.model_copy(update={"query_workers": 1, "query_timeout": 5.0, "query_answer_mb": 1000})
        service = query_service(settings)
        await service.start()
        try:
            slow = await service.answer(
                MANY.replace("60000", "9000"), accept="application/sparql-results+json", client="slow"
            )
            quick = await (
                await service.answer(
                    "ASK { ?s ?p ?o }", client="quick", accept="application/sparql-results+json", timeout=10
                )
            ).read()
            assert slow.body
            return quick.media_type
        finally:
            await service.stop()

    assert asyncio.run(scene()) == "application/sparql-results+json"


def test_a_folder_belongs_to_one_store(instance: Settings, embedded: Settings) -> None:
    elsewhere = instance.model_copy(update={"data_dir": embedded.data_dir})
    with pytest.raises(StoreError, match="belongs to the store embedded"):
        read(elsewhere)
