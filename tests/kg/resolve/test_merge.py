"""One value is held true of several that are reported."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from kg.model import Claim, Fine
from kg.resolve import merge
from kg.values import Bound, Headcount, Status
from tests.kg.making import claim, date, fine, provision, stated


@pytest.mark.parametrize(
    ("reported", "held"),
    [
        ([None], None),
        (["90000 EUR"], fine("90000 EUR")),
        ([fine(None), "90000 EUR"], fine("90000 EUR")),
        ([fine(None), None], fine(None)),
        # the most precise of those that agree; the most reported of those that do not
        (["35300000 EUR", "35258707.95 EUR", "35300000 EUR"], fine("35258707.95 EUR")),
        (["60000 EUR", "90000 EUR", "60000 EUR"], fine("60000 EUR")),
        # a reduction
        (["90000 EUR", "90000 EUR", fine("60000 EUR", initial="90000 EUR")], fine("60000 EUR", initial="90000 EUR")),
        ([fine("60000 EUR", initial="50000 EUR")], fine("60000 EUR")),
        # the same sum in other currencies
        (["1000 GBP", "1000 GBP", "1150 EUR"], fine("1000 GBP", also=["1150 EUR"])),
        ([fine("1000 GBP", also=["1150 EUR"]), "1000 GBP"], fine("1000 GBP", also=["1150 EUR"])),
        # parts
        (["150 EUR", fine("150 EUR", parts=["90 EUR", "60 EUR"])], fine("150 EUR", parts=["90 EUR", "60 EUR"])),
        (["150 EUR", "150 EUR", fine("90 EUR", parts=["50 EUR", "40 EUR"])], fine("150 EUR")),
    ],
)
def test_a_fine_is_what_most_reports_give_as_precisely_as_any(
    reported: Sequence[str | Fine | None], held: Fine | None
) -> None:
    for order in permutations(reported):
        assert merge.fine([claim("Acme", sum_=item) for item in order]) == held


@pytest.mark.parametrize(
    ("reported", "held"),
    [
        ("32 5(1)(f)", "5(1)(f) 32"),
        ("5 5(1) 5(1)(f) 5(2)", "5(1)(f) 5(2)"),
        ("6(1) 6(1)(a) 6(4) 13", "6(1)(a) 6(4) 13"),
    ],
)
def test_the_most_specific_provisions_stay(reported: str, held: str) -> None:
    found = merge.provisions(stated(provision(text)) for text in reported.split())
    assert found == tuple(provision(text) for text in held.split())


def test_a_provision_is_infringed_or_not() -> None:
    claims = [claim(infringed="32 13", cleared="9"), claim(cleared="32 13"), claim(infringed="9", cleared="13")]
    infringed, cleared = merge.infringements(claims)
    assert infringed == (provision("9"), provision("32"))
    assert cleared == (provision("13"),)


@pytest.mark.parametrize(
    ("dates", "held"),
    [
        (["2022-04", "2022-04-15", "2022"], "2022-04-15"),
        (["2022-04-15", "2022-04-21", "2022-04-21"], "2022-04-21"),
        (["2022-04-21", "2022-04-15"], "2022-04-15"),
        (["2022-04-21", "2022-04-15", "2022"], "2022-04-15"),
    ],
)
def test_the_date_is_the_most_precise_that_most_agree_with(dates: Sequence[str], held: str) -> None:
    for order in permutations(dates):
        assert merge.decided([claim(on=text) for text in order]) == date(held)


def test_the_number_of_people_is_the_most_printed() -> None:
    about, exact = Headcount(500_000, Bound.ABOUT), Headcount(491_840)
    assert merge.affected([claim(affected=about), claim(affected=about), claim(affected=exact)]) == about
    assert merge.affected([claim(affected=about), claim(affected=exact), claim()]) == exact
    assert merge.affected([claim()]) is None


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ([Status.FINAL, Status.APPEALED], Status.APPEALED),
        ([Status.REDUCED, Status.APPEALED, Status.FINAL], Status.REDUCED),
        ([Status.PROPOSED, Status.FINAL], Status.FINAL),
    ],
)
def test_the_latest_state_of_the_procedure_holds(told: Sequence[Status], held: Status) -> None:
    claims: list[Claim] = [claim(status=status) for status in told]
    assert merge.status(claims) == merge.status(reversed(claims)) == held


def test_ties_go_to_the_more_certain_and_then_to_the_first_in_print() -> None:
    assert merge.most_stated([stated("b", confidence=0.9), stated("a", confidence=0.5), None]) == "b"
    assert merge.most_stated([stated("b"), stated("a")]) == "a"
    assert merge.most_stated([stated("b"), stated("a"), stated("b", confidence=0.1)]) == "b"
