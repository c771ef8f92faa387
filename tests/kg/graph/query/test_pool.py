"""The query service with real processes: what it answers, what it refuses, and whom it lets wait."""

import asyncio
import json
import time
from pathlib import Path

import pytest

from kg.errors import (
    KgError,
    NotAcceptable,
    QueryError,
    QueryRefused,
    QueryTimeout,
    QueryTooLarge,
    ServiceBusy,
    StoreError,
)
from kg.graph.query.answers import HELD_BYTES, Answer
from kg.graph.query.pool import QueryPool
from kg.graph.terms import XSD, Iri, Literal
from kg.settings import Settings
from tests.kg.graph.query.scenes import CSV_OF_ONE, one_at_work, read, within
from tests.kg.graph.query.snapshots import ARTICLE, BASE, ENDLESS, HIGHEST, HUNGRY, LARGE, ONE, publish, settings_for


def test_the_same_answer_in_every_form(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        assert await read(pool, ONE) == Answer("text/csv", CSV_OF_ONE)
        found = await read(pool, ONE, accept="*/*")
        assert found.media_type == "application/sparql-results+json"
        [row] = json.loads(found.body)["results"]["bindings"]
        assert row["d"] == {"type": "uri", "value": f"{BASE}decision/7"}
        assert (await read(pool, ONE, accept="text/tab-separated-values")).body == f"?d\n<{BASE}decision/7>\n".encode()
        assert f"<uri>{BASE}decision/7</uri>".encode() in (await read(pool, ONE, accept="application/xml")).body
        assert (await read(pool, "ASK { ?d ?p 7 }", accept="application/json")).body == b'{"head":{},"boolean":true}'

    within(settings, scene)


@pytest.mark.parametrize(
    ("accept", "media_type", "part"),
    [
        ("*/*", "text/turtle", b"@prefix gde:"),
        ("application/n-triples", "application/n-triples", b'#totalFineEUR> "7"^^<http://www.w3.org/2001/XMLSchema#'),
        ("application/n-quads", "application/n-quads", b"/decision/7> <"),
        ("application/rdf+xml", "application/rdf+xml", b"<rdf:RDF"),
        ("application/ld+json", "application/ld+json", b'"@id"'),
    ],
)
def test_a_graph_in_every_form(settings: Settings, accept: str, media_type: str, part: bytes) -> None:
    text = "CONSTRUCT { ?d gde:totalFineEUR ?n } WHERE { ?d gde:totalFineEUR ?n FILTER(?n = 7) }"
    found = within(settings, lambda pool: read(pool, text, accept=accept))
    assert found.media_type == media_type
    assert part in found.body


def test_values_take_the_place_of_variables_and_stay_values(settings: Settings) -> None:
    hostile = Literal('"7" } ; DROP ALL #')

    async def scene(pool: QueryPool) -> list[bytes]:
        text = "SELECT ?d ?n WHERE { ?d gde:totalFineEUR ?n }"
        number, decision = Literal("9", XSD + "integer"), Iri(f"{BASE}decision/9")
        return [
            (await read(pool, text, substitutions=given)).body
            for given in ({"n": number}, {"d": decision}, {"n": hostile})
        ]

    row = f"d,n\r\n{BASE}decision/9,9\r\n".encode()
    assert within(settings, scene) == [row, row, b"d,n\r\n"]


def test_the_dataset_is_the_default_graph_and_what_graph_names(settings: Settings) -> None:
    headline, everything = "SELECT ?t WHERE { ?a schema:headline ?t }", "SELECT ?t WHERE { GRAPH ?g { ?a ?p ?t } }"
    expected = "t\r\nZoë's bakery fined\r\n".encode()

    async def scene(pool: QueryPool) -> None:
        assert (await read(pool, headline)).body == b"t\r\n"
        assert (await read(pool, everything)).body == expected
        assert (await read(pool, headline, default_graphs=[ARTICLE])).body == expected
        assert (await read(pool, everything, default_graphs=[ARTICLE])).body == b"t\r\n"
        assert (await read(pool, everything, named_graphs=[ARTICLE])).body == expected
        with pytest.raises(QueryRefused):
            await read(pool, headline, default_graphs=["http://example.org/"])

    within(settings, scene)


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("SELECT ?x", QueryError, "error at 1:10"),
        ("SELECT ?x WHERE { ?x nobody:knows ?y }", QueryError, "error at 1:"),
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", QueryRefused, "SERVICE"),
        ("DELETE WHERE { ?s ?p ?o }", QueryRefused, "not taken as a query"),
        ("ASK {" + "{" * 2_000 + "}" * 2_000 + "}", QueryTooLarge, "nested"),
        (LARGE, QueryTooLarge, "larger than 3145728 bytes"),
        (HUNGRY, QueryTooLarge, "memory"),
    ],
)
def test_a_query_at_fault_is_told_so_and_the_next_one_is_answered(
    settings: Settings, text: str, error: type[KgError], words: str
) -> None:
    async def scene(pool: QueryPool) -> None:
        with pytest.raises(error, match=words) as caught:
            await read(pool, text)
        assert type(caught.value) is error
        assert len(str(caught.value)) < 400
        assert (await read(pool, ONE)).body == CSV_OF_ONE

    within(settings, scene)


def test_a_value_for_a_variable_that_is_not_projected_is_an_error(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        with pytest.raises(QueryError, match="x"):
            await read(pool, ONE, substitutions={"x": Iri("http://example.org/")})
        with pytest.raises(QueryError):
            await read(pool, ONE, substitutions={"d": Iri("no iri")})

    within(settings, scene)


def test_no_acceptable_form_is_an_error_that_lists_them(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        with pytest.raises(NotAcceptable, match="text/csv"):
            await read(pool, ONE, accept="text/turtle")
        with pytest.raises(NotAcceptable, match="text/turtle"):
            await read(pool, "CONSTRUCT WHERE { ?s ?p ?o }", accept="text/csv")

    within(settings, scene)


PATIENCE = 10.0
"""Seconds beyond the deadline that a busy machine may take."""

SLOW = {
    "cross product": ENDLESS,
    "long path": "ASK { ?a <http://example.org/p>" + "/<http://example.org/p>" * 1_000 + " ?b }",
    "many patterns": "ASK {" + " ".join(f"?a{n} <http://example.org/p> ?a{n + 1} ." for n in range(780)) + "}",
    "values": "SELECT (COUNT(*) AS ?n) {" + "".join(f"VALUES ?v{n} {{{' 1' * 60}}} " for n in range(8)) + "}",
    "concatenation": "SELECT (GROUP_CONCAT(?a) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "pattern": "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(REGEX(CONCAT(STR(?a), STR(?d), STR(?g)), 'x(a+)+y')) }",
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_what_is_too_slow_is_stopped_at_its_deadline(settings: Settings, text: str) -> None:
    async def scene(pool: QueryPool) -> float:
        await read(pool, ONE)
        start = time.perf_counter()
        with pytest.raises((QueryTimeout, QueryTooLarge)):
            await read(pool, text, timeout=0.6)
        seconds = time.perf_counter() - start
        assert (await read(pool, ONE)).body == CSV_OF_ONE
        return seconds

    assert within(settings, scene) < 0.6 + PATIENCE


def test_a_caller_may_shorten_the_deadline_and_never_lengthen_it(settings: Settings) -> None:
    quick = settings.model_copy(update={"query_timeout": 0.5})

    async def scene(pool: QueryPool) -> None:
        with pytest.raises(QueryTimeout, match=r"0\.5 seconds"):
            await read(pool, ENDLESS, timeout=60.0)
        with pytest.raises(QueryTimeout, match=r"0\.2 seconds"):
            await read(pool, ENDLESS, timeout=0.2)

    within(quick, scene)


def test_a_reader_who_does_not_read_holds_no_worker(settings: Settings) -> None:
    single = settings.model_copy(update={"query_workers": 1, "query_answer_mb": 100})

    async def scene(pool: QueryPool) -> None:
        answer = await pool.answer(LARGE, timeout=0.7)
        assert not answer.whole
        pieces = answer.chunks()
        assert len(await anext(pieces)) >= HELD_BYTES
        assert (await read(pool, ONE, timeout=5.0)).body == CSV_OF_ONE
        with pytest.raises(QueryTimeout):
            async for _ in pieces:
                pass

    within(single, scene)


def test_a_large_answer_comes_in_pieces_and_whole(settings: Settings) -> None:
    generous = settings.model_copy(update={"query_answer_mb": 100, "query_timeout": 60.0})

    async def scene(pool: QueryPool) -> tuple[bool, bytes]:
        answer = await pool.answer(LARGE, accept="text/csv")
        return answer.whole, (await answer.read()).body

    whole, body = within(generous, scene)
    assert not whole
    assert body.count(b"\r\n") == 1 + 300 * 300


def test_twenty_queries_at_once_are_all_answered(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> list[Answer]:
        clients = [f"client-{number % 7}" for number in range(20)]
        return await asyncio.gather(*(read(pool, ONE, client=client) for client in clients))

    assert [answer.body for answer in within(settings, scene)] == [CSV_OF_ONE] * 20


def test_slow_queries_of_one_client_hold_up_no_other(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        slow = [asyncio.create_task(read(pool, ENDLESS, client="greedy", timeout=4.0)) for _ in range(6)]
        await one_at_work(pool)
        assert (await read(pool, ONE, client="modest")).body == CSV_OF_ONE
        assert not any(task.done() for task in slow)
        results = await asyncio.gather(*slow, return_exceptions=True)
        assert {type(result) for result in results} == {QueryTimeout, ServiceBusy}

    within(settings, scene)


def test_short_queries_and_pages_do_not_wait_for_those_that_last(settings: Settings) -> None:
    async def scene(pool: QueryPool) -> None:
        slow = [asyncio.create_task(read(pool, ENDLESS, timeout=3.0)) for _ in range(2)]
        while pool.state("public").busy < 2 or pool.state("public").idle < 2:
            await asyncio.sleep(0.05)
        assert (await read(pool, ONE, client="one")).body == CSV_OF_ONE
        assert (await read(pool, ONE, lane="pages")).body == CSV_OF_ONE
        with pytest.raises((ServiceBusy, QueryTimeout)):  # the latter on a machine too busy to give it its first moment
            await read(pool, ENDLESS, client="one", timeout=0.3)
        assert not any(task.done() for task in slow)
        assert {type(result) for result in await asyncio.gather(*slow, return_exceptions=True)} == {QueryTimeout}

    within(settings, scene)


def test_a_query_that_was_broken_off_to_wait_is_answered_when_there_is_a_place(settings: Settings) -> None:
    generous = settings.model_copy(update={"query_workers": 1, "query_timeout": 20.0, "query_answer_mb": 100})

    async def scene(pool: QueryPool) -> None:
        slow = asyncio.create_task(read(pool, ENDLESS, timeout=1.0))
        await one_at_work(pool)
        assert (await read(pool, LARGE)).body.count(b"\r\n") == 1 + 300 * 300
        with pytest.raises(QueryTimeout):
            await slow

    within(generous, scene)


def test_a_new_snapshot_is_asked_from_the_next_query_on(own_folder: Path) -> None:
    async def scene(pool: QueryPool) -> list[bytes]:
        before = await read(pool, HIGHEST)
        publish(own_folder, 2, highest=4)
        return [before.body, (await read(pool, HIGHEST)).body, (await read(pool, HIGHEST)).body]

    assert within(settings_for(own_folder), scene) == [b"highest\r\n300\r\n", b"highest\r\n4\r\n", b"highest\r\n4\r\n"]


def test_without_a_snapshot_the_pool_starts_and_says_so(tmp_path: Path) -> None:
    async def scene(pool: QueryPool) -> None:
        with pytest.raises(StoreError, match="nothing ingested yet"):
            await read(pool, ONE)
        publish(tmp_path)
        assert (await read(pool, ONE)).body == CSV_OF_ONE

    within(settings_for(tmp_path), scene)


def test_a_snapshot_that_cannot_be_opened_is_named(own_folder: Path) -> None:
    (own_folder / "snapshots/000002").mkdir()
    (own_folder / "CURRENT").write_text("000002\n", encoding="ascii")

    async def scene(pool: QueryPool) -> None:
        with pytest.raises(StoreError, match="000002"):
            await read(pool, ONE)

    within(settings_for(own_folder), scene)
