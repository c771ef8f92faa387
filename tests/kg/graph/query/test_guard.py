import asyncio
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, QueryRefused, QueryTooLarge
from kg.graph.query import guard
from kg.graph.query.guard import BOUNDS, Bounds, bounds_of, foreign
from kg.settings import Settings


def check(text: str, bounds: Bounds = BOUNDS) -> list[str]:
    return asyncio.run(guard.check(text, bounds)).sources


GRAPHS = "https://w3id.org/gdpr-enforcement/id/article/"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        'ASK { ?s ?p "SERVICE <http://example.org/> { }" }',
        "ASK { ?s ?p '''\nSERVICE''' } # SERVICE <x>",
        "ASK { <http://example.org/SERVICE> ?service _:load }",
        "PREFIX service: <http://example.org/> SELECT * { ?s service:SERVICE service:x.service }",
        "PREFIX insert: <http://example.org/> BASE <http://example.org/> CONSTRUCT { ?s insert:a ?o } { ?s ?p ?o }",
        "SELECT ?load { ?load ?insert ?drop }",
        "ASK { ?s ?p 'Dienst'@service }",
        "SELECT * FROM <GRAPHS00ff> FROM NAMED <GRAPHS00aa> { ?s ?p ?o }".replace("GRAPHS", GRAPHS),
        "PREFIX a: <GRAPHS> SELECT * FROM a:00ff { ?s ?p ?o }".replace("GRAPHS", GRAPHS),
        "SELECT * {",
        "",
        "gibberish ) ] }",
    ],
)
def test_what_may_run_passes_well_formed_or_not(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "line 1, column 12: SERVICE"),
        ("SELECT *\n{ ?s ?p ?o\n  sErViCe#\n<http://example.org/> {} }", "line 3, column 3: SERVICE"),
        ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT ?x {} } }", "SERVICE"),
        ("ASK { ?s ?p 'a' . SERVICE ex:y {} }", "SERVICE"),
        ('ASK { ?s ?p "\\" SERVICE" SERVICE <http://example.org/> {} }', "column 26"),
        ("LOAD <http://example.org/>", "LOAD is an update"),
        ("PREFIX a: <http://example.org/>\ninsert data { a:a a:b a:c }", "line 2, column 1: INSERT"),
        ("BASE <http://example.org/> DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("WITH <http://example.org/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
        ("# a comment\nDROP ALL", "line 2, column 1: DROP"),
    ],
)
def test_what_may_not_run_is_refused_with_its_place(text: str, where: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        check(text)
    assert where in str(refused.value)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("ASK { }" + " " * 32_768, "characters"),
        ("ASK " + "{" * 65 + "}" * 65, "column 69: nested more than 64"),
        ("ASK { FILTER(" + "!" * 5_000 + "true) }", "more than 4000 words"),
        ("ASK { FILTER" + "([" * 40 + "1" + "])" * 40, "nested"),
    ],
)
def test_what_is_too_large_is_refused(text: str, what: str) -> None:
    with pytest.raises(QueryTooLarge, match=what):
        check(text)


def test_the_bounds_are_inclusive() -> None:
    check("ASK { { } }", Bounds(characters=11, tokens=5, depth=2))
    for bounds in (Bounds(10, 5, 2), Bounds(11, 4, 2), Bounds(11, 5, 1)):
        with pytest.raises(QueryTooLarge):
            check("ASK { { } }", bounds)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("SELECT * FROM <http://example.org/g> { ?s ?p ?o }", ["http://example.org/g"]),
        ("SELECT * FROM <u:a> FROM NAMED <file:///etc/hostname> { ?s ?p ?o }", ["u:a", "file:///etc/hostname"]),
        ("PREFIX e: <http://example.org/> SELECT * from named e:g { ?s ?p ?o }", ["http://example.org/g"]),
        ("SELECT * FROM gde:x { ?s ?p ?o }", ["https://w3id.org/gdpr-enforcement/ns#x"]),
        ("SELECT * FROM <relative> { ?s ?p 'FROM <u:a>' } # FROM <u:b>", []),
    ],
)
def test_the_graphs_after_from_are_found(text: str, sources: list[str]) -> None:
    assert check(text) == sources


def test_foreign_graphs_are_told_from_those_of_articles() -> None:
    assert foreign([GRAPHS + "00ff", "http://example.org/g"], GRAPHS) == ("http://example.org/g",)


def test_the_bounds_are_settings() -> None:
    assert bounds_of(Settings.model_validate({})) == BOUNDS
    given = {"query_length": 9, "query_tokens": 5, "query_depth": 2}
    assert bounds_of(Settings.model_validate(given)) == Bounds(9, 5, 2)


@given(st.text(max_size=60), st.sampled_from(['"', "'", '"""', "'''"]))
def test_no_string_is_ever_taken_for_a_keyword(content: str, quote: str) -> None:
    inner = content.replace("\\", "\\\\").replace('"', '\\"').replace("'", "\\'")
    inner = inner.replace("\n", "\\n").replace("\r", "\\r")
    check(f"ASK {{ ?s ?p {quote}{inner} SERVICE {quote} }}")


@given(st.text(max_size=60))
def test_service_after_any_string_is_found(content: str) -> None:
    inner = content.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    with pytest.raises(QueryRefused, match="SERVICE"):
        check(f'ASK {{ ?s ?p "{inner}" SERVICE <http://example.org/> {{}} }}')


@given(st.text())
def test_any_text_passes_or_is_refused_and_nothing_else(text: str) -> None:
    with suppress(QueryError):
        check(text)
