"""A search shows the sentence in which its words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.index.excerpts import excerpt
from kg.index.filters import Filters
from kg.index.search import Index
from tests.kg.index.fictional import world

TEXT = "A clinic kept X-rays open. Its Zürich branch (once Müller & Co.) did so too!\n\nNobody's access-logs were read."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("clinic", ("A ", "clinic", " kept X-rays open.")),
        ("CLINIC branch", ("A ", "clinic", " kept X-rays open.")),
        ("zurich", ("Its ", "Zürich", " branch (once Müller & Co.) did so too!")),
        ('"access logs"', ("Nobody's ", "access-logs", " were read.")),
        ('"logs access" branch', ("Its Zürich ", "branch", " (once Müller & Co.) did so too!")),
        ("bran*", ("Its Zürich ", "branch", " (once Müller & Co.) did so too!")),
        ("missing kept", ("A clinic ", "kept", " X-rays open.")),
        ("bran", None),
        ("linic", None),
        ("( *", None),
        ("a.*c", None),
    ],
)
def test_the_first_term_that_is_there_is_shown(typed: str, found: tuple[str, str, str] | None) -> None:
    shown = excerpt(typed, ["Something else entirely.", TEXT])
    assert (shown and (shown.prefix, shown.quote, shown.suffix)) == found


@given(st.text(), st.text())
def test_an_excerpt_is_a_stretch_of_the_text(typed: str, text: str) -> None:
    shown = excerpt(typed, [text])
    assert shown is None or (shown.quote and shown.prefix + shown.quote + shown.suffix in text)


def test_a_list_by_words_has_them(index: Index) -> None:
    found = index.decisions(Filters(words="whereabouts"), with_excerpts=True)
    shown = found.excerpts[world().decision("Nordfjord").id]
    assert (shown.prefix, shown.quote) == ("The ", "whereabouts")
    assert index.decisions(Filters(), with_excerpts=True).excerpts == {}
