"""Sums in euro by the reference rates of the ECB."""

from decimal import Decimal

import pytest

from kg.model import EuroAmount
from kg.resolve.rates import in_euro
from kg.values import Money, PartialDate


def euro(amount: str, rate: float, day: str) -> EuroAmount:
    return EuroAmount(Money(Decimal(amount), "EUR"), rate, PartialDate.parse(day))


@pytest.mark.parametrize(
    ("money", "date", "expected"),
    [
        ("1137.20 USD", "2021-01-22", euro("935.35", 1.2158, "2021-01-22")),
        ("100 USD", "2021-01-24", euro("82.25", 1.2158, "2021-01-22")),  # a Sunday: the Friday before
        ("1000000 DKK", "2022-01", euro("134473.67", 7.4364, "2021-12-31")),  # a month: its first day, a Saturday
        ("1000000 DKK", "2022", euro("134473.67", 7.4364, "2021-12-31")),
        ("7.5345 HRK", "2023-03-01", euro("1.00", 7.5365, "2022-12-30")),  # the kuna's last rate
    ],
)
def test_the_rate_is_that_of_the_nearest_business_day_before(money: str, date: str, expected: EuroAmount) -> None:
    found = Money.parse(money)
    assert found is not None
    assert in_euro(found, PartialDate.parse(date)) == expected


def test_euro_need_no_rate() -> None:
    money = Money(Decimal(5), "EUR")
    assert in_euro(money, None) == EuroAmount(money)


@pytest.mark.parametrize(
    ("currency", "date"),
    [("RSD", "2022-05-01"), ("USD", None), ("HRK", "2025-01-01"), ("USD", "1990-01-01"), ("USD", "0001")],
)
def test_without_a_rate_there_is_no_sum_in_euro(currency: str, date: str | None) -> None:
    assert in_euro(Money(Decimal(100), currency), PartialDate.parse(date) if date else None) is None
