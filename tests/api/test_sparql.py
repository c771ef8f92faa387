"""The SPARQL protocol: most of it in one process, and what happens to connections with a real server."""

import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, contextmanager

import httpx2
import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from api import sparql
from api.problems import add_problem_handlers
from kg.graph.query.pool import QueryPool
from kg.keys import KeyRing
from kg.settings import Settings
from tests.kg.graph.query.snapshots import ARTICLE, BASE, ENDLESS, HUNGRY, LARGE, ONE, publish, settings_for

CSV_OF_ONE = f"d\r\n{BASE}decision/7\r\n"
HEADLINE = "SELECT ?t WHERE { ?a schema:headline ?t }"
BARE = {"Content-Type": "application/sparql-query"}
PROBLEM = "application/problem+json"


def application(settings: Settings) -> FastAPI:
    """An application that has this route and nothing else."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with QueryPool(settings) as app.state.pool:
            yield

    app = FastAPI(lifespan=lifespan)
    app.state.settings = settings
    app.state.keys = KeyRing(settings.data_dir)
    app.include_router(sparql.router)
    add_problem_handlers(app)
    return app


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("sparql")
    publish(folder)
    return settings_for(folder)


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(application(settings), follow_redirects=False) as client:
        yield client


def test_get_form_and_bare_post_answer_alike(client: TestClient) -> None:
    headers = {"Accept": "text/csv"}
    responses = [
        client.get("/sparql", params={"query": ONE}, headers=headers),
        client.post("/sparql", data={"query": ONE}, headers=headers),
        client.post("/sparql", content=ONE, headers=headers | BARE),
        client.post(
            "/sparql", content=ONE, headers=headers | {"Content-Type": "application/sparql-query; charset=UTF-8"}
        ),
    ]
    for response in responses:
        assert (response.status_code, response.text) == (200, CSV_OF_ONE)
        assert response.headers["content-type"] == "text/csv; charset=utf-8"
        assert response.headers["content-length"] == str(len(CSV_OF_ONE))
        assert response.headers["vary"] == "Accept"
        assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (ONE, None, "application/sparql-results+json"),
        (ONE, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ONE, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("ASK { ?s ?p ?o }", None, "application/sparql-results+json"),
        ("DESCRIBE <http://example.org/>", None, "text/turtle; charset=utf-8"),
        ("CONSTRUCT WHERE { ?s ?p 7 }", "application/n-triples", "application/n-triples"),
        ("CONSTRUCT WHERE { ?s ?p 7 }", "application/rdf+xml;q=0.5, text/turtle;q=0.1", "application/rdf+xml"),
    ],
)
def test_the_client_chooses_the_form(client: TestClient, query: str, accept: str | None, media_type: str) -> None:
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept or "*/*"})
    assert (response.status_code, response.headers["content-type"]) == (200, media_type)


def test_a_link_chooses_the_form_by_its_address(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": ONE, "format": "csv"}, headers={"Accept": "text/html"})
    assert response.text == CSV_OF_ONE


def test_the_protocols_dataset_is_kept_to(client: TestClient) -> None:
    form = {"query": HEADLINE, "format": "csv"}
    assert client.post("/sparql", data=form).text == "t\r\n"
    assert client.post("/sparql", data=form | {"default-graph-uri": ARTICLE}).text == "t\r\nZoë's bakery fined\r\n"
    bare = client.post(
        "/sparql", params={"default-graph-uri": ARTICLE, "format": "csv"}, content=HEADLINE, headers=BARE
    )
    assert bare.text == "t\r\nZoë's bakery fined\r\n"


def test_percent_signs_and_plus_arrive_as_they_were_meant(client: TestClient) -> None:
    for text in ("100%25 + é & co", "%2B", "a+b"):
        query = f'SELECT ("{text}" AS ?x) {{}}'
        for response in (
            client.get("/sparql", params={"query": query}),
            client.post("/sparql", data={"query": query}),
            client.post("/sparql", content=query.encode(), headers=BARE),
        ):
            assert json.loads(response.text)["results"]["bindings"] == [{"x": {"type": "literal", "value": text}}]


@pytest.mark.parametrize(
    ("parameters", "status", "words"),
    [
        ({"query": "SELECT ?x"}, 400, "error at 1:10"),
        ({"query": ""}, 400, "error at 1:1"),
        ({"other": "x"}, 400, "there is no query"),
        ({"query": [ONE, ONE]}, 400, "2 times"),
        ({"query": ONE, "timeout": "soon"}, 400, "timeout"),
        ({"query": ONE, "timeout": "-1"}, 400, "timeout"),
        ({"query": ONE, "format": "pdf"}, 400, "'pdf'"),
        ({"query": "ASK { SERVICE <http://127.0.0.1:9/> {} }"}, 403, "line 1, column 7"),
        ({"query": "DROP ALL"}, 403, "not taken as a query"),
        ({"query": ONE, "default-graph-uri": "http://example.org/"}, 403, "no graph here"),
        ({"query": ONE, "format": "turtle"}, 406, "text/csv"),
        ({"query": "ASK {" + " " * 33_000 + "}"}, 413, "32768"),
        ({"query": HUNGRY}, 413, "memory"),
        ({"query": ENDLESS, "timeout": "0.3"}, 504, "0.3 seconds"),
    ],
)
def test_a_request_at_fault_is_told_so(client: TestClient, parameters: dict[str, str], status: int, words: str) -> None:
    for response in (client.get("/sparql", params=parameters), client.post("/sparql", data=parameters)):
        assert (response.status_code, response.headers["content-type"]) == (status, PROBLEM)
        assert words in response.json()["detail"]


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"\xff\xfe", BARE, 400),
        (b"query=%FF", {"Content-Type": "application/x-www-form-urlencoded"}, 400),
        (b"ASK {}", {}, 415),
        (b"DROP ALL", {"Content-Type": "application/sparql-update"}, 403),
        (b"update=DROP+ALL", {"Content-Type": "application/x-www-form-urlencoded"}, 403),
        (b"ASK {}", {"Content-Type": "application/sparql-query; charset=utf-16"}, 415),
        (b"#" * 300_000, BARE, 413),
        (b"&a=1" * 2_000, {"Content-Type": "application/x-www-form-urlencoded"}, 400),
    ],
)
def test_a_body_that_is_no_query_is_told_so(
    client: TestClient, content: bytes, headers: dict[str, str], status: int
) -> None:
    response = client.post("/sparql", content=content, headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (status, PROBLEM)


def test_without_a_query_everyone_gets_what_helps(client: TestClient) -> None:
    page = client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert '<textarea id="query"' in page.text
    for accept in ("*/*", "text/turtle", "application/ld+json;q=0.5, text/turtle;q=0.9"):
        described = client.get("/sparql", headers={"Accept": accept})
        assert described.headers["content-type"] == "text/turtle; charset=utf-8"
        assert "sd:SPARQL11Query" in described.text
        assert "SPARQL11Update" not in described.text
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/sparql", params={"update": "DROP ALL"}).status_code == 400


def test_scripts_of_other_sites_may_ask(client: TestClient) -> None:
    response = client.options(
        "/sparql", headers={"Origin": "http://example.org", "Access-Control-Request-Method": "POST"}
    )
    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == "*"
    assert "POST" in response.headers["access-control-allow-methods"]
    assert "Content-Type" in response.headers["access-control-allow-headers"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_answered(client: TestClient, method: str) -> None:
    assert client.request(method, "/sparql", params={"query": ONE}).status_code == 405


def test_the_description_of_the_api_names_the_parameters(client: TestClient) -> None:
    path = client.get("/openapi.json").json()["paths"]["/sparql"]
    names = [parameter["name"] for parameter in path["get"]["parameters"]]
    assert names == ["query", "default-graph-uri", "named-graph-uri", "format", "rows", "timeout"]
    assert set(path["post"]["requestBody"]["content"]) == {
        "application/x-www-form-urlencoded",
        "application/sparql-query",
        "application/sparql-update",
    }
    assert "text/turtle" in path["get"]["responses"]["200"]["content"]


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The address of a real server."""
    config = uvicorn.Config(application(settings), log_config=None, timeout_graceful_shutdown=2)
    server = uvicorn.Server(config)
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def test_twenty_clients_at_once_are_answered(settings: Settings) -> None:
    with serving(settings) as address, httpx2.Client(timeout=20) as http, ThreadPoolExecutor(20) as threads:

        def ask(_: int) -> str:
            return http.get(f"{address}/sparql", params={"query": ONE, "format": "csv"}).text

        assert set(threads.map(ask, range(20))) == {CSV_OF_ONE}


def test_a_large_answer_is_whole_or_visibly_broken(settings: Settings) -> None:
    with serving(settings) as address, httpx2.Client(timeout=20) as http:
        with pytest.raises(httpx2.RemoteProtocolError):
            http.get(f"{address}/sparql", params={"query": LARGE})
        assert http.get(f"{address}/sparql", params={"query": ONE, "format": "csv"}).text == CSV_OF_ONE
    with serving(settings.model_copy(update={"query_answer_mb": 100, "query_timeout": 60.0})) as address:
        body = httpx2.get(f"{address}/sparql", params={"query": LARGE}, timeout=60).content
        assert len(json.loads(body)["results"]["bindings"]) == 300 * 300


def test_a_client_that_hangs_up_frees_the_worker(settings: Settings) -> None:
    single = settings.model_copy(update={"query_workers": 1, "query_answer_mb": 100})
    with serving(single) as address, httpx2.Client(timeout=20) as http:
        with pytest.raises(httpx2.ReadTimeout):
            httpx2.get(f"{address}/sparql", params={"query": ENDLESS}, timeout=0.3)
        with httpx2.stream("GET", f"{address}/sparql", params={"query": LARGE}) as response:
            assert response.status_code == 200
        start = time.perf_counter()
        assert http.get(f"{address}/sparql", params={"query": ONE, "format": "csv"}).text == CSV_OF_ONE
        assert time.perf_counter() - start < 2.0  # not the 5 seconds of the deadline


ALL = "SELECT ?d WHERE { ?d gde:totalFineEUR ?n }"


def test_a_limit_of_rows_is_told_where_the_query_does_not_ask_for_less(settings: Settings) -> None:
    with TestClient(application(settings.model_copy(update={"query_rows": 20}))) as client:
        response = client.get("/sparql", params={"query": ALL})
        said = response.json()
        assert len(said["results"]["bindings"]) == 20
        assert response.headers["X-SPARQL-MaxRows"] == "20"
        assert said["head"]["link"] == ["http://testserver/sparql#at-most-20-rows"]
        assert client.get("/sparql", params={"query": ALL, "rows": "30"}).headers["X-SPARQL-MaxRows"] == "20"
        few = client.get("/sparql", params={"query": ALL, "rows": "3", "format": "xml"})
        assert few.headers["X-SPARQL-MaxRows"] == "3"
        assert few.text.count("<result>") == 3
        assert '<link href="http://testserver/sparql#at-most-3-rows"/></head>' in few.text
        own = client.get("/sparql", params={"query": f"{ALL} LIMIT 5", "rows": "9"})
        assert "X-SPARQL-MaxRows" not in own.headers
        assert "link" not in own.json()["head"]


def test_without_a_limit_of_rows_an_answer_is_whole(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": ALL})
    assert len(response.json()["results"]["bindings"]) == 300
    assert "X-SPARQL-MaxRows" not in response.headers


@pytest.mark.parametrize("rows", ["0", "-1", "many", "1.5", "9" * 40])
def test_a_number_of_rows_that_is_none_is_an_error(client: TestClient, rows: str) -> None:
    assert client.get("/sparql", params={"query": ALL, "rows": rows}).status_code == 400
