"""Do two values that articles give of the same thing agree? True, False, or None where they cannot be compared."""

from collections.abc import Iterator
from decimal import Decimal

from kg.model import Fine
from kg.values import Money, PartialDate, plain

TOLERANCE = Decimal("0.01")
"""How far two printings of one sum may lie apart, of the larger: 35.3 million for 35,258,707.95."""

ANNOUNCED_WITHIN = 14
"""Days between a decision and its announcement: where sums are equal, one article may give this and one that day."""


def monies_agree(one: Money, other: Money) -> bool:
    """Whether two sums are printings of one, in the same currency."""
    return one.currency == other.currency and abs(one.amount - other.amount) <= TOLERANCE * max(
        one.amount, other.amount
    )


def fines_agree(one: Fine, other: Fine) -> bool | None:
    """Whether two fines may be one: any sum of one, before or after a reduction, in any currency, is one of the other.

    None where no currency is common to both.
    """
    pairs = [(a, b) for a in _sums(one) for b in _sums(other) if a.currency == b.currency]
    return any(monies_agree(a, b) for a, b in pairs) if pairs else None


def digits(number: Decimal | int) -> int:
    """How many digits of a number count: 35258707.95 has ten, 35300000 three."""
    return len(plain(Decimal(number)).replace(".", "").strip("0"))


def dates_agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether one date is a more precise form of the other."""
    return one.covers(other) or other.covers(one)


def days_between(one: PartialDate, other: PartialDate) -> int | None:
    """The distance of two days; None unless both are days."""
    if one.as_day is None or other.as_day is None:
        return None
    return abs((one.as_day - other.as_day).days)


def is_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether all of one date lies before the other begins, as far as both say."""
    length = min(len(str(one)), len(str(other)))
    return str(one)[:length] < str(other)[:length]


def _sums(fine: Fine) -> Iterator[Money]:
    yield from (sum_ for sum_ in (fine.amount, fine.initial, *fine.alternatives) if sum_ is not None)
