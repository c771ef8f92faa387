"""What no update may do, and what it may: much data."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, QueryRefused, QueryTooLarge
from kg.graph.query.guard import BOUNDS, Bounds
from kg.graph.write.guard import LONGEST, check_update

WHERE = "INSERT { ?s ?p ?x } WHERE { "


@pytest.mark.parametrize(
    ("text", "error", "where"),
    [
        ("INSERT DATA { } ;\nload <http://example.org/>", QueryRefused, "line 2, column 1: load"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE SILENT ?x {} }", QueryRefused, "SERVICE"),
        ("INSERT DATA { " + "(" * 70, QueryTooLarge, "nested"),
        ("INSERT DATA { <a> <b> 'c }", QueryError, "does not end"),
        ("INSERT DATA { <u:s> <u:p> " + "<< " * 70 + "<u:s> <u:p> 1", QueryTooLarge, "nested"),
        ("INSERT DATA { " + "<<" * 70 + "<u:s> <u:p> 1", QueryTooLarge, "nested"),
        ("INSERT DATA { " + "<<<u:s><u:p>" * 70, QueryTooLarge, "nested"),
        (WHERE + "BIND(1" + "+1" * 3000 + " AS ?x) }", QueryTooLarge, "column 4.*4000 words and signs besides data"),
        (WHERE + "FILTER(" + "!" * 5000 + "true) }", QueryTooLarge, "besides data"),
        (WHERE + "?a <u:p>" + "/<u:p>" * 3000 + " ?x }", QueryTooLarge, "besides data"),
        (WHERE + " ; ".join(["?s <u:p> ?o"] * 3000) + " }", QueryTooLarge, "besides data"),
        ("INSERT DATA { <u:s> <u:p> 1 } ; " + WHERE + "1 " * 5000, QueryTooLarge, "besides data"),
        ("INSERT DATA { <u:s> <u:p> 1 " + "x" * LONGEST, QueryTooLarge, "characters"),
    ],
)
def test_what_no_update_may_do_is_refused(text: str, error: type[QueryError], where: str) -> None:
    with pytest.raises(error, match=where) as caught:
        check_update(text)
    assert type(caught.value) is error


@pytest.mark.parametrize(
    "text",
    [
        "DROP ALL",
        "INSERT DATA { <u:load> <u:service> 'LOAD <u:x>' } # SERVICE",
        "nonsense",
        "INSERT DATA { " + "<u:s> <u:p> 1 . " * 5000 + "}",
        "DELETE DATA { GRAPH <u:g> { <u:s> <u:p> 1" + ", 1" * 5000 + "} }",
        "INSERT DATA { " + "<<<u:s><u:p><u:o>>> <u:p> 1 . " * 100 + "}",
        "INSERT DATA { " + "<< <u:s> <u:p> << <u:s> <u:p> 1 >>>> <u:p> 1 . " * 100 + "}",
        "DELETE { ?s ?p ?o } WHERE { VALUES ?s { " + "<u:s> " * 5000 + "} ?s ?p ?o }",
        "DELETE { ?s ?p ?o } WHERE { VALUES (?s ?o) { " + "(<u:s> UNDEF) " * 5000 + "} ?s ?p ?o }",
        " ; ".join(["INSERT DATA { <u:s> <u:p> 1 }", WHERE + "?s ?p ?x FILTER(?x < 1 || ?x<<u:x>) }"] * 1000),
    ],
)
def test_other_updates_pass(text: str) -> None:
    check_update(text)


def test_the_bounds_are_those_that_are_given() -> None:
    check_update("DELETE WHERE { ?s ?p ?o }", Bounds(tokens=7))
    with pytest.raises(QueryTooLarge, match="more than 6"):
        check_update("DELETE WHERE { ?s ?p ?o }", Bounds(tokens=6))
    assert BOUNDS.tokens > 6


@given(st.text(alphabet="<>u:{}()? ;DATAVALUES", max_size=80))
def test_any_text_passes_or_is_refused_and_nothing_else(text: str) -> None:
    with suppress(QueryError):
        check_update(text)
