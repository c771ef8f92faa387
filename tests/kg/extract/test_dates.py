"""Dates, printed in full or completed by their context."""

import pytest

from kg.extract.dates import find_dates
from kg.values import PartialDate

WEDNESDAY = PartialDate(2022, 6, 15)


def dates(text: str, published: PartialDate | None = None) -> list[str]:
    return [str(found.value) for found in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 April 2022", "2022-04-15"),
        ("15th of April 2022", "2022-04-15"),
        ("15. April 2022", "2022-04-15"),
        ("April 15, 2022", "2022-04-15"),
        ("April 15th 2022", "2022-04-15"),
        ("Dec. 5, 2024", "2024-12-05"),
        ("5 Sept 2024", "2024-09-05"),
        ("15 avril 2022", "2022-04-15"),
        ("15 de abril de 2022", "2022-04-15"),
        ("15. Dezember 2022", "2022-12-15"),
        ("15.04.2022", "2022-04-15"),
        ("15/4/2022", "2022-04-15"),
        ("04/15/2022", "2022-04-15"),
        ("03/04/2022", "2022-04-03"),
        ("24 . 10 . 2023", "2023-10-24"),
        ("2022-04-15", "2022-04-15"),
        ("2022.04.15.", "2022-04-15"),
        ("April 2022", "2022-04"),
        ("in April, 2022", "2022-04"),
        ("in 2022", "2022"),
        ("29 July  2020", "2020-07-29"),
        ("29 July\n2020", "2020-07-29"),
        ("since early 2022", "2022"),
        ("Wednesday, 12 May 2021", "2021-05-12"),
    ],
)
def test_a_printed_date_is_as_precise_as_it_is_printed(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "31 April 2022",
        "on 12 March",
        "SAN-2031-009",
        "Regulation (EU) 2016/679",
        "in 2016/679",
        "20/02136",
        "may 15 people sue",
        "Black Friday",
        "on Friday",
        "yesterday",
        "2022 euros",
        "1.2.3",
        "in 2018 customers",
    ],
)
def test_what_is_no_date_or_has_no_context_is_none(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2022-06-15"),
        ("yesterday", "2022-06-14"),
        ("on Wednesday", "2022-06-15"),
        ("last Wednesday", "2022-06-08"),
        ("on Friday", "2022-06-10"),
        ("fined it Monday for this", "2022-06-13"),
        ("this month", "2022-06"),
        ("last month", "2022-05"),
        ("last year", "2021"),
        ("on 15 April", "2022-04-15"),
        ("on December 20", "2021-12-20"),
        ("from 1 July", "2022-07-01"),
        ("in March", "2022-03"),
        ("on 29 February", "2020-02-29"),
        ("in December", "2021-12"),
    ],
)
def test_the_publication_completes_a_date(text: str, expected: str) -> None:
    assert dates(text, WEDNESDAY) == [expected]


def test_a_day_that_never_is_has_no_year() -> None:
    assert dates("on 31 June", WEDNESDAY) == []


@pytest.mark.parametrize("text", ["every Monday", "next Monday", "Monday to Friday", "Black Friday", "Monday's paper"])
def test_days_that_are_not_in_the_past_week_are_none(text: str) -> None:
    assert dates(text, WEDNESDAY) == []


def test_last_month_of_january_is_in_the_year_before() -> None:
    assert dates("last month", PartialDate(2022, 1, 31)) == ["2021-12"]


def test_a_date_shares_the_year_of_one_that_follows_closely() -> None:
    assert dates("between 12 May and 3 June 2020", WEDNESDAY) == ["2020-05-12", "2020-06-03"]


def test_a_day_takes_no_year_from_a_month_that_follows() -> None:
    assert dates("adopted on 10 April, after a block of February 2021", WEDNESDAY) == ["2022-04-10", "2021-02"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("in February last year", "2021-02"),
        ("12 May last year", "2021-05-12"),
        ("3 March this year", "2022-03-03"),
        ("the 27th day of June 2023", "2023-06-27"),
        ("in autumn 2021", "2021"),
        ("the 2019 decision", "2019"),
    ],
)
def test_years_are_told_in_words_too(text: str, date: str) -> None:
    assert dates(text, WEDNESDAY)[0] == date


def test_the_dateline_stands_in_for_the_publication() -> None:
    assert dates("Riga, 20 September 2022. Yesterday it was fined.") == ["2022-09-20", "2022-09-19"]


def test_a_date_in_the_first_sentence_is_no_dateline() -> None:
    text = (
        "The office has looked at complaints that reached it until 31 December 2018 and at some others. Today it spoke."
    )
    assert dates(text) == ["2018-12-31"]


def test_a_text_without_a_publication_lends_the_year_of_its_nearest_date() -> None:
    text = (
        "In the year of the flood. " * 12
        + "It began on 5 May. Then it went on for long, as all of these do, until 3 June 2019."
    )
    assert dates(text) == ["2019-05-05", "2019-06-03"]


def test_a_publication_without_a_day_completes_no_weekday() -> None:
    assert dates("on Friday", PartialDate(2022, 6)) == []
