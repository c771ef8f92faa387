"""Sums in euro, by the reference rates of the European Central Bank that a package brings along. No network."""

import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError  # type: ignore[import-untyped]

from kg.model import EuroAmount
from kg.values import Money, PartialDate

EURO = "EUR"
CENT = Decimal("0.01")
PLACES = 4
"""Decimal places of a rate that two printed sums imply, as many as the ECB gives for most currencies."""

MAX_AGE = 366
"""Days that a rate may be older than the day it is used for. The ECB sets none at weekends, on holidays, for a currency
that is gone, and after the last day of the package's data; a rate older than a year says nothing any more."""


def in_euro(money: Money, date: PartialDate | None) -> EuroAmount | None:
    """The sum in euro, to the cent, at the rate of the day, or of the nearest business day before it.

    A month counts as its first day and a year as 1 January: the only day that is not after the decision. None without
    a date, and for a currency or a time without a rate; euro need neither.
    """
    if money.currency == EURO:
        return EuroAmount(money)
    if date is None or (found := _rate(money.currency, _first_day(date))) is None:
        return None
    rate, day = found
    amount = (money.amount / rate).quantize(CENT, ROUND_HALF_UP)
    return EuroAmount(Money(amount, EURO), float(rate), PartialDate.of(day))


def as_printed(money: Money, euro: Money) -> EuroAmount | None:
    """The sum in euro that a text gives beside another, with the rate that the two imply, and no day of it."""
    return EuroAmount(euro, round(float(money.amount / euro.amount), PLACES)) if euro.amount else None


def _first_day(date: PartialDate) -> datetime.date:
    return datetime.date(date.year, date.month or 1, date.day or 1)


@cache
def _rate(currency: str, day: datetime.date) -> tuple[Decimal, datetime.date] | None:
    """Units of the currency for one euro, and the day of that rate."""
    converter = _converter()
    if currency not in converter.currencies:
        return None
    first, last = converter.bounds[currency]
    if day < first:
        return None
    for age in range(max((day - last).days, 0), MAX_AGE + 1):
        try:
            return converter.convert(1, EURO, currency, day - datetime.timedelta(age)), day - datetime.timedelta(age)
        except RateNotFoundError:
            continue
    return None


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)
