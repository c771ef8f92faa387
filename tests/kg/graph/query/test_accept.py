import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NotAcceptable
from kg.graph.query.accept import best, parse, weight

OFFERED = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
JSON, XML, CSV, TSV = OFFERED


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("nonsense", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/*", CSV),
        ("text/csv;q=0.5, text/tab-separated-values", TSV),
        ("text/csv, application/sparql-results+json", JSON),
        ("application/sparql-results+json;q=0.2, text/*;q=0.1, */*;q=0.3", XML),
        ("application/*;q=0, */*", CSV),
        ("text/csv;header=present;q=0.9, application/*;q=0.8", CSV),
        ("image/png, */*;q=0.1", JSON),
        ("text/csv;q=high, text/tab-separated-values;q=0.1", TSV),
        ("text/csv;q=7, text/tab-separated-values;q=0.1", TSV),
        ("text/csv ; q=0.3 , application/sparql-results+xml ;q=0.4", XML),
    ],
)
def test_the_best_is_what_the_client_likes_best(accept: str, chosen: str) -> None:
    assert best(accept, OFFERED) == chosen


@pytest.mark.parametrize("accept", ["image/png", "*/*;q=0", "text/csv;q=0", "image/*, video/mp4"])
def test_where_nothing_fits_the_error_says_what_there_is(accept: str) -> None:
    with pytest.raises(NotAcceptable, match=r"text/csv, text/tab-separated-values"):
        best(accept, OFFERED)


def test_the_most_specific_range_decides() -> None:
    ranges = parse("text/csv;q=0.1, text/*;q=0.9, */*;q=0.5")
    assert [weight(media_type, ranges) for media_type in (CSV, TSV, JSON)] == [0.1, 0.9, 0.5]


@given(st.text(alphabet="abtext/csvq=0.5;,* \t"))
def test_any_header_is_answered_or_refused(accept: str) -> None:
    try:
        assert best(accept, OFFERED) in OFFERED
    except NotAcceptable:
        assert parse(accept)
