"""Which two claims report one decision, and which two cannot."""

import pytest

from kg.model import Claim, Party
from kg.resolve.match import contradict, likeness, profile
from kg.values import Status
from tests.kg.making import claim, date, fine

HOSPITAL = Party(None, description="a hospital in the north")
CLINIC = Party(None, description="a clinic")


def same(one: Claim, other: Claim, first: str | None = None, second: str | None = None) -> bool:
    a, b = (profile(item, date(day) if day else None) for item, day in ((one, first), (other, second)))
    assert contradict(a, b) == contradict(b, a)
    assert likeness(a, b) == likeness(b, a)
    return likeness(a, b) > 0 and not contradict(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("Acme SA", sum_="90000 EUR"), claim("ACME", sum_="90000 EUR")),
        (claim("Acme", sum_="90000 EUR"), claim("Acme", on="2022-04-15")),
        (claim("Acme", sum_="35258707.95 EUR"), claim("Acme", sum_="35300000 EUR")),
        (claim("Acme", sum_="35300000 EUR", on="2020-10"), claim("Acme", on="2020-10-01")),
        (claim("Acme", sum_="90000 EUR"), claim("Acme", sum_="90000 EUR", authority=None)),
        (claim("Acme", on="2022-04-15"), claim("Acme", on="2022-04-15", authority=None)),
        # a shorter name is the same where sum and date say so
        (claim("Acme Energy", sum_="91500 EUR"), claim("Acme", sum_="91500 EUR")),
        (claim("Acme Energy", sum_="90000 EUR", on="2022"), claim("Acme", sum_="90000 EUR", on="2022-02")),
        (claim("Acme Energy", on="2022-04-15"), claim("Acme", on="2022-04-15")),
        # other currencies, reductions
        (claim("Acme", sum_=fine("1000 GBP", also=["1150 EUR"])), claim("Acme", sum_="1150 EUR")),
        (claim("Acme", sum_="1000 GBP"), claim("Acme", sum_="1150 EUR")),
        (claim("Acme", sum_="90000 EUR"), claim("Acme", sum_=fine("60000 EUR", initial="90000 EUR"))),
        # the day of the decision and the day of its announcement
        (claim("Acme", sum_="90000 EUR", on="2022-04-15"), claim("Acme", sum_="90000 EUR", on="2022-04-21")),
        # parties without a name
        (claim(HOSPITAL, sum_="90000 EUR", on="2022-04-15"), claim(CLINIC, sum_="90000 EUR", on="2022-04-15")),
        (claim(HOSPITAL, case="SAN-1"), claim("Northern Hospital", case="san 1")),
        (claim("Acme", case="SAN-1"), claim("Umbra", case="SAN-1")),
        # one case, whatever else is said of it
        (claim("Acme", case="SAN-1", sum_="90000 EUR"), claim("Acme", case="SAN-1", sum_="60000 EUR")),
        (claim(HOSPITAL, case="SAN-1", sum_="90000 EUR"), claim("Umbra", case="SAN-1", sum_="60000 EUR")),
        (claim("Acme", "Umbra", case="7", sum_="150000 EUR"), claim("Umbra", case="7", sum_="60000 EUR")),
        (claim("Acme", case="SAN-1", on="2022-04-15"), claim("Acme", case="SAN-1", on="2022-09-01")),
        (claim("Acme", case="SAN-1", sum_="90000 EUR"), claim("Umbra", case="SAN-1", sum_="90000 EUR")),
        # a file and its decision
        (
            claim("Acme", sum_="90000 EUR", on="2022-04-15", case="F-7"),
            claim("Acme", sum_="90000 EUR", on="2022-04-15", case="D-9"),
        ),
    ],
)
def test_these_are_one_decision(one: Claim, other: Claim) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim("Acme", sum_="90000 EUR"), claim("Umbra", sum_="90000 EUR")),
        (claim("Acme", sum_="90000 EUR"), claim("Acme", sum_="90000 EUR", authority="it/garante")),
        (claim("Acme", sum_="90000 EUR"), claim("Acme", sum_="80000 EUR")),
        (claim("Acme", on="2022-04-15"), claim("Acme", on="2022-05-15")),
        (claim("Acme", sum_="90000 EUR", on="2022-04-15"), claim("Acme", sum_="90000 EUR", on="2022-06-15")),
        (claim("Acme", on="2019"), claim("Acme", on="2022-05-15")),
        (claim("Acme", case="SAN-1"), claim("Acme", case="SAN-2")),
        (claim("Acme", case="1", sum_="90000 EUR"), claim("Acme", case="1", sum_="60000 EUR", authority="it/garante")),
        (claim("Acme", case="1", sum_="90000 EUR"), claim("Acme", case="1", sum_="60000 EUR", authority=None)),
        # one number of a joint announcement
        (claim("Acme", case="SAN-1", sum_="90000 EUR"), claim("Umbra", case="SAN-1", sum_="60000 EUR")),
        # too little to tell
        (claim("Acme Energy", sum_="90000 EUR"), claim("Acme", sum_="90000 EUR")),
        (claim("Acme", authority=None), claim("Acme")),
        (claim("Acme", on="2022", authority=None), claim("Acme", on="2022-03-04")),
        (claim("Acme Energy"), claim("Acme")),
        (claim("Acme Energy", on="2022"), claim("Acme", on="2022")),
        (claim(HOSPITAL, sum_="90000 EUR"), claim(CLINIC, sum_="90000 EUR")),
        (claim(HOSPITAL, on="2022-04-15"), claim(HOSPITAL, on="2022-04-15")),
        (
            claim(HOSPITAL, sum_="90000 EUR", on="2022-04-15", authority=None),
            claim(HOSPITAL, sum_="90000 EUR", on="2022-04-15", authority=None),
        ),
        (claim(HOSPITAL, sum_="90000 EUR", on="2022-04-15"), claim("Acme", sum_="90000 EUR", on="2022-04-15")),
    ],
)
def test_these_are_not(one: Claim, other: Claim) -> None:
    assert not same(one, other)


def test_articles_of_other_years_are_of_other_decisions_unless_sum_or_day_agree() -> None:
    assert same(claim("Acme"), claim("Acme"), "2022-04-15", "2022-06-01")
    assert not same(claim("Acme"), claim("Acme"), "2019-04-15", "2022-06-01")
    assert same(claim("Acme", sum_="90000 EUR"), claim("Acme", sum_="90000 EUR"), "2019-04-15", "2022-06-01")


def test_what_was_published_before_the_decision_does_not_report_it() -> None:
    decided = claim("Acme", sum_="90000 EUR", on="2022-04-15")
    assert not same(claim("Acme", sum_="90000 EUR"), decided, "2022-02-10")
    assert same(claim("Acme", sum_="90000 EUR"), decided, "2022-04-20")
    assert same(claim("Acme", sum_="90000 EUR", status=Status.PROPOSED), decided, "2022-02-10")
