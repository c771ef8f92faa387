"""What holds for every finder of values, whatever the text."""

import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.cases import find_case_numbers
from kg.extract.dates import find_dates
from kg.extract.found import Found
from kg.extract.headcounts import find_headcounts
from kg.extract.money import find_money
from kg.extract.numbers import find_numbers
from kg.extract.provisions import find_provisions
from kg.values import PartialDate

Finder = Callable[[str], Sequence[Found[Any]]]


def find_dates_of_june(text: str) -> Sequence[Found[PartialDate]]:
    return find_dates(text, PartialDate(2022, 6, 15))


FINDERS: tuple[Finder, ...] = (
    find_numbers,
    find_money,
    find_headcounts,
    find_dates_of_june,
    find_provisions,
    find_case_numbers,
)
PIECES = (
    *(
        "1",
        "20",
        "2022",
        "1.5",
        "10,000",
        " ",
        "  ",
        ", ",
        ".",
        "\n",
        "\n\n",
        "(",
        ")",
        "-",
        "/",
        "and ",
        "to ",
        "of the ",
    ),
    *("Article ", "Articles ", "art. ", "par. ", "lit. ", "(1)", "(a)", "a)", " b", "GDPR", "the Act", "§ ", "points "),
    *("€", "EUR ", " euros", " million", "m", "kr ", "half a ", "two ", "thousand ", " people", "more than ", "users"),
    *("April ", "on Friday", "yesterday", "in ", "Case No ", "SAN-", "PS/", "é", "😀", "İ", "\u00a0", "²", "٣"),
)
ADVERSARIAL = (
    *(
        "1 ",
        "111 ",
        "1,1,",
        "1.1.",
        "1 , ",
        "9",
        "Art. ",
        "Article 5 ",
        "Article 5, ",
        "Articles 1, ",
        "Article 5(1)(a), ",
    ),
    *(
        "1 € ",
        "€1 and 1 ",
        "1 (a",
        "10 to ",
        "5 of the ",
        "1 a b c d ",
        "one and ",
        "a million ",
        "1 April ",
        "Friday ",
    ),
    *("in 2022 ", "case ", "decision no ", "2020-", "1/", "GDPR ", "points a, ", "Data ", "(", "\n", " "),
)


@pytest.mark.parametrize("find", FINDERS)
@given(text=st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text())
def test_no_text_is_too_odd_and_spans_lie_within_it(find: Finder, text: str) -> None:
    found = find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)
    assert [hit.start for hit in found] == sorted(hit.start for hit in found)


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_grows_with_the_length_of_the_text_only(find: Finder, piece: str) -> None:
    """Far above what linear time needs on a slow machine; what backtracks takes minutes or more here."""
    start = time.process_time()
    find(piece * (60_000 // len(piece)))
    assert time.process_time() - start < 10


def test_linear_time_covers_the_tail_that_fails() -> None:
    text = "Articles 5" + ", 6" * 20_000 + " days"
    start = time.process_time()
    assert find_provisions(text + " GDPR") != ()
    assert time.process_time() - start < 10
