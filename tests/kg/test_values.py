"""The values print what they parse, and none of them can be impossible."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.values import LAST_ARTICLE, Bound, Headcount, Money, PartialDate, Provision, plain

points = st.none() | st.sampled_from("abcdefghijk")
provisions = st.builds(Provision, st.integers(1, LAST_ARTICLE), st.none() | st.integers(1, 26), points)
sums = st.decimals(0, 10**12, places=2, allow_nan=False)
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1))


@given(provisions)
def test_a_provision_reads_back_what_it_writes(provision: Provision) -> None:
    assert Provision.parse(str(provision)) == provision


@pytest.mark.parametrize("text", ["", "0", "100", "5(0)", "5(1)(ff)", "5(1) (f)", "Art. 5", "5(1)(f) ", "5(1)(F)"])
def test_what_is_no_provision_is_none(text: str) -> None:
    assert Provision.parse(text) is None


@pytest.mark.parametrize(("text", "parent"), [("5(1)(f)", "5(1)"), ("5(1)", "5"), ("32", None)])
def test_the_parent_is_the_next_wider_place(text: str, parent: str | None) -> None:
    provision = Provision.parse(text)
    assert provision is not None
    assert (str(provision.parent) if provision.parent else None) == parent


def test_provisions_sort_as_in_the_regulation() -> None:
    texts = ["32", "5(2)", "5(1)(f)", "5", "5(1)", "13"]
    found = sorted(filter(None, map(Provision.parse, texts)), key=lambda provision: provision.sort_key)
    assert list(map(str, found)) == ["5", "5(1)", "5(1)(f)", "5(2)", "13", "32"]


@pytest.mark.parametrize(
    ("article", "paragraph", "point"), [(0, None, None), (100, None, None), (5, 0, None), (5, None, "1")]
)
def test_an_impossible_provision_is_refused(article: int, paragraph: int | None, point: str | None) -> None:
    with pytest.raises(ValueError, match=r"no |not "):
        Provision(article, paragraph, point)


@given(sums)
def test_money_reads_back_what_it_writes(amount: Decimal) -> None:
    assert Money.parse(str(Money(amount, "EUR"))) == Money(amount, "EUR")


@pytest.mark.parametrize("text", ["", "5", "EUR 5", "-5 EUR", "5 eur", "5e3 EUR", "1,000 EUR"])
def test_what_is_no_money_is_none(text: str) -> None:
    assert Money.parse(text) is None


@pytest.mark.parametrize(("amount", "currency"), [("-1", "EUR"), ("NaN", "EUR"), ("Infinity", "EUR"), ("1", "€")])
def test_an_impossible_sum_is_refused(amount: str, currency: str) -> None:
    with pytest.raises(ValueError, match="no "):
        Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("number", "text"), [("50000.00", "50000"), ("1E+6", "1000000"), ("0.50", "0.5"), ("100", "100")]
)
def test_a_number_prints_in_its_canonical_form(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


@given(days)
def test_a_date_reads_back_what_it_writes_at_every_precision(day: datetime.date) -> None:
    whole = PartialDate.of(day)
    assert whole.as_day == day
    for date in (whole, PartialDate(day.year, day.month), PartialDate(day.year)):
        assert PartialDate.parse(str(date)) == date
        assert date.covers(whole)
    assert not whole.covers(PartialDate(day.year))


@pytest.mark.parametrize("text", ["", "22", "2022-13", "2022-02-30", "2022-4-5", "0000", "2022-04-15T10:00"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert PartialDate.parse(text) is None


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="without a month"):
        PartialDate(2022, None, 5)


def test_a_headcount_counts_somebody() -> None:
    assert str(Headcount(5, Bound.ABOUT)) == "about 5"
    with pytest.raises(ValueError, match="no number of people"):
        Headcount(0)
