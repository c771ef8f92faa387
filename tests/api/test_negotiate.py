import pytest

from api.negotiate import FORMATS, accept_of, prefers
from kg.errors import QueryError
from kg.graph.query.accept import best
from kg.graph.query.formats import GRAPHS, RESULTS

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("header", "chosen", "accept"),
    [
        (None, None, "*/*"),
        ("", None, "*/*"),
        ("text/csv;q=0.5", None, "text/csv;q=0.5"),
        (BROWSER, "csv", "text/csv"),
        (None, "turtle", "text/turtle"),
    ],
)
def test_the_address_goes_before_the_header(header: str | None, chosen: str | None, accept: str) -> None:
    assert accept_of(header, chosen) == accept


def test_an_unknown_format_is_an_error_that_lists_them() -> None:
    with pytest.raises(QueryError, match=r"'pdf'; there are json, xml, csv"):
        accept_of(None, "pdf")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_had(name: str) -> None:
    offered = (*RESULTS, *GRAPHS)
    assert best(FORMATS[name], offered) in FORMATS[name]


@pytest.mark.parametrize("name", ["json", "xml"])
def test_formats_of_both_kinds_fit_results_and_graphs(name: str) -> None:
    assert RESULTS[best(FORMATS[name], tuple(RESULTS))] == name
    assert GRAPHS[best(FORMATS[name], tuple(GRAPHS))] in {"jsonld", "rdf"}


@pytest.mark.parametrize(
    ("header", "html"),
    [
        (BROWSER, True),
        ("text/html", True),
        (None, False),
        ("*/*", False),
        ("text/html;q=0.1, */*", False),
        ("a/b", False),
    ],
)
def test_browsers_are_known_by_what_they_like_best(header: str | None, html: bool) -> None:
    assert prefers(header, "text/html", "application/json") is html
