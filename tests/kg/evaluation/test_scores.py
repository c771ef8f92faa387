"""From verdicts to numbers."""

from decimal import Decimal

import pytest

from kg.evaluation.scores import Amount, Score, amount, calibration, calibrations, is_power_of_ten, scores
from kg.evaluation.verdict import Answer, Field, Verdict
from kg.values import Money


def verdict(found: str | None, expected: str | None, field: Field = Field.FINE, sure: float | None = None) -> Verdict:
    """Right where both are equal."""
    answer = Answer(found, sure) if found is not None else None
    return Verdict("t", field, answer, expected, found == expected)


def fact(sure: float, right: bool, field: Field = Field.FINE) -> Verdict:
    return verdict("a", "a" if right else None, field, sure)


def test_a_wrong_value_is_both_wrong_and_missed() -> None:
    found = scores([verdict("a", "a"), verdict("b", "a"), verdict("b", None), verdict(None, "a"), verdict(None, "c")])
    assert found == {Field.FINE: Score(right=1, wrong=2, missed=3)}
    score = found[Field.FINE]
    assert (score.precision, score.recall) == (1 / 3, 1 / 4)
    assert score.f1 == pytest.approx(2 / 7)


@pytest.mark.parametrize(
    ("score", "shares"),
    [
        (Score(0, 0, 0), (1, 1, 1)),
        (Score(0, 3, 0), (0, 1, 0)),
        (Score(0, 0, 3), (1, 0, 0)),
        (Score(0, 1, 1), (0, 0, 0)),
    ],
)
def test_shares_of_nothing(score: Score, shares: tuple[float, float, float]) -> None:
    assert (score.precision, score.recall, score.f1) == shares


def test_fields_that_nobody_asked_for_have_no_score() -> None:
    found = scores([verdict("a", "a", Field.STATUS), verdict("a", "a", Field.DECISION)])
    assert list(found) == [Field.DECISION, Field.STATUS]


@pytest.mark.parametrize(
    ("found", "expected", "kind"),
    [
        ("75000 EUR", "75000 EUR", Amount.RIGHT),
        ("750000 EUR", "75000 EUR", Amount.POWER_OF_TEN),
        ("75 EUR", "75000 EUR", Amount.POWER_OF_TEN),
        ("75000 SEK", "75000 EUR", Amount.CURRENCY),
        ("9000000 EUR", "75000 EUR", Amount.OTHER),
        ("8 EUR", "75000 EUR", Amount.MISREAD),
        ("8 EUR", "0 EUR", Amount.MISREAD),
        (None, "75000 EUR", Amount.MISSING),
        ("75000 EUR", None, Amount.INVENTED),
    ],
)
def test_what_became_of_a_sum(found: str | None, expected: str | None, kind: Amount) -> None:
    printed = [Money(Decimal(75000), "EUR"), Money(Decimal(9_000_000), "EUR")]
    assert amount(verdict(found, expected), printed) is kind


def test_the_same_sum_in_another_currency_is_right() -> None:
    right = Verdict("t", Field.FINE, Answer("10000 EUR"), "49000 RON", True)
    assert amount(right, []) is Amount.RIGHT


@pytest.mark.parametrize(
    ("found", "expected", "is_one"),
    [("10", "1", True), ("1.005", "10", True), ("1", "1000000", True), ("1", "1", False), ("2", "10", False)],
)
def test_powers_of_ten(found: str, expected: str, is_one: bool) -> None:
    assert is_power_of_ten(Decimal(found), Decimal(expected)) is is_one


def test_calibration_error_is_the_mean_gap() -> None:
    found = calibration([fact(0.9, True), fact(0.9, True), fact(0.9, False), fact(0.3, True), verdict("a", "a")])
    low, high = found.bins
    assert (low.low, low.high, low.count, low.confidence, low.right) == (0.3, 0.4, 1, 0.3, 1.0)
    assert (high.low, high.high, high.count) == (0.9, 1.0, 3)
    assert found.count == 4
    assert found.error == pytest.approx((0.7 + 3 * abs(0.9 - 2 / 3)) / 4)


@pytest.mark.parametrize("tenths", range(11))
def test_a_round_probability_opens_its_bin(tenths: int) -> None:
    [own] = calibration([fact(tenths * 0.1, True)]).bins
    assert own.low == min(tenths, 9) / 10


def test_nothing_is_well_calibrated() -> None:
    assert (calibration([]).count, calibration([]).error) == (0, 0.0)
    assert calibrations([verdict("a", "a")]) == {}


def test_a_fine_where_there_was_none_counts_among_the_fines() -> None:
    found = calibrations([fact(0.9, False, Field.NO_FINE), fact(0.9, True), fact(0.5, True, Field.MEASURE)])
    assert {field: own.count for field, own in found.items()} == {Field.FINE: 2, Field.MEASURE: 1}
