"""Changes by users, carried out by a remote store."""

import asyncio
import logging

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.errors import ConfigError, QueryError, QueryRefused, QueryTooLarge, StoreError
from kg.graph.asking import ask
from kg.graph.backend import write_service
from kg.graph.write.changes import Change, Outcome
from kg.instance.backup import back_up
from kg.instance.compaction import compact
from kg.keys import KeyRing, Scope
from kg.logs import FIELDS
from kg.settings import Settings

GRAPH = "https://example.org/notes"
TURTLE = b'<https://example.org/n> <https://example.org/says> "one", "two" .'
UPDATE = Change("update")


def carried_out(settings: Settings, *changes: tuple[Change, bytes]) -> list[Outcome]:
    """What became of some changes, one after another."""

    async def scene() -> list[Outcome]:
        service = write_service(settings)
        service.start()
        try:
            return [await service.write(change, body) for change, body in changes]
        finally:
            await service.close()

    return asyncio.run(scene())


def notes(settings: Settings) -> list[str]:
    """What the graph of notes says."""
    text = f"SELECT ?o WHERE {{ GRAPH <{GRAPH}> {{ ?s <https://example.org/says> ?o }} }} ORDER BY ?o"
    return ask(settings, text, accept="text/csv").body.decode().replace('"', "").split()[1:]


def test_updates_and_graphs(settings: Settings) -> None:
    insert = f'INSERT DATA {{ GRAPH <{GRAPH}> {{ <https://example.org/n> <https://example.org/says> "zero" }} }}'
    carried_out(settings, (UPDATE, insert.encode()))
    assert notes(settings) == ["zero"]
    into = Change("replace", graph=GRAPH, media_type="text/turtle")
    assert carried_out(settings, (into, TURTLE)) == [Outcome(existed=True)]
    assert notes(settings) == ["one", "two"]
    more = Change("add", graph=GRAPH, media_type="text/turtle")
    carried_out(settings, (more, TURTLE.replace(b'"one", "two"', b'"three"')))
    assert notes(settings) == ["one", "three", "two"]
    drop = Change("drop", graph=GRAPH)
    carried_out(settings, (drop, b""))
    assert notes(settings) == []
    assert carried_out(settings, (drop, b"")) == [Outcome(existed=False)]


def test_mistakes_are_told(settings: Settings) -> None:
    with pytest.raises((QueryError, StoreError), match=r"syntax|parse|error"):
        carried_out(settings, (UPDATE, b"INSERT DATA { oops"))
    broken = Change("replace", graph=GRAPH, media_type="text/turtle")
    with pytest.raises((QueryError, StoreError)):
        carried_out(settings, (broken, b"<oops"))
    nowhere = settings.model_copy(update={"store_graphs": None})
    with pytest.raises(StoreError, match="GDPR_KG_STORE_GRAPHS"):
        carried_out(nowhere, (Change("drop", graph=GRAPH), b""))


def test_what_is_not_for_a_remote_store_says_what_is(settings: Settings) -> None:
    for refused in (lambda: back_up(settings, settings.data_dir, 0.0), lambda: compact(settings, 0.0)):
        with pytest.raises(ConfigError, match="gdpr-kg export"):
            refused()


def test_its_queries_are_logged_at_the_same_level_as_others(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="kg"):
        notes(settings)
    assert [GRAPH in getattr(record, FIELDS)["query"] for record in caplog.records] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <u:s> <u:p> 1 } ; LOAD <http://127.0.0.1:9/x>",
        "LOAD SILENT <file:///etc/hostname> INTO GRAPH <u:g>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        "DELETE WHERE { ?s ?p ?o FILTER(" + "!" * 5000 + "true) }",
    ],
)
def test_what_goes_elsewhere_is_not_sent_on(settings: Settings, text: str) -> None:
    before = notes(settings)
    with pytest.raises((QueryRefused, QueryTooLarge)):
        carried_out(settings, (UPDATE, text.encode()))
    assert notes(settings) == before


def test_over_http_with_a_key(settings: Settings) -> None:
    settings.data_dir.mkdir()
    key = {"Authorization": f"Bearer {KeyRing(settings.data_dir).add('writer', [Scope.WRITE])}"}
    change = f'INSERT DATA {{ GRAPH <{GRAPH}> {{ <https://example.org/n> <https://example.org/says> "http" }} }}'
    with TestClient(create_app(settings)) as client:
        refused = client.post("/sparql", data={"update": change})
        done = client.post("/sparql", data={"update": change}, headers=key)
        said = client.post("/sparql", data={"query": f"ASK {{ GRAPH <{GRAPH}> {{ ?s ?p 'http' }} }}"})
        put = client.put(f"/graphs?graph={GRAPH}", content=TURTLE, headers={**key, "Content-Type": "text/turtle"})
        seen = client.get(f"/graphs?graph={GRAPH}", headers={"Accept": "text/turtle"})
        gone = client.delete(f"/graphs?graph={GRAPH}", headers=key)
    assert (refused.status_code, done.status_code, said.status_code) == (401, 204, 200)
    assert (put.status_code, seen.status_code, gone.status_code) == (204, 200, 204)
    assert "one" in seen.text
