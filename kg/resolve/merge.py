"""What is held true of a decision, of what its reports say: one value for each fact, the same on every run.

Where reports differ, the value that most of them state wins; ties go to the more precise, then to the more certain,
then to the first in the order of the printed form.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from kg.model import Claim, Fine, Stated
from kg.resolve.agreement import dates_agree, digits, monies_agree
from kg.values import Bound, Factor, Headcount, Money, PartialDate, Provision, Status

T = TypeVar("T")

_STATUS = (Status.OVERTURNED, Status.REDUCED, Status.APPEALED, Status.FINAL, Status.PROPOSED)
"""What came later in a procedure comes first: an article that is older than an appeal does not contradict it."""


def most_stated(
    values: Iterable[Stated[T] | None], precision: Callable[[T], int] = lambda _: 0, text: Callable[[T], str] = str
) -> T | None:
    """The value that most state; ties by `precision` (the more, the better), confidence, and `text`."""
    weights: defaultdict[T, list[float]] = defaultdict(list)
    for stated in values:
        if stated is not None:
            weights[stated.value].append(stated.confidence)
    return min(
        weights,
        key=lambda value: (-len(weights[value]), -precision(value), -max(weights[value]), text(value)),
        default=None,
    )


def status(claims: Iterable[Claim]) -> Status:
    """The latest state of the procedure that a claim reports."""
    return min((claim.status.value for claim in claims), key=_STATUS.index)


def fine(claims: Iterable[Claim]) -> Fine | None:
    """The fine: its amount as printed most precisely, among the printings of the amount that most claims give.

    A sum that another claim knows as the one before a reduction is the initial amount, and is the higher one. Sums in
    another currency become alternatives. None where no claim reports a fine; without an amount where none gives one.
    """
    stated = [claim.fine for claim in claims if claim.fine is not None]
    if not stated:
        return None
    fines = [item.value for item in stated]
    reduced = [item.initial for item in fines if item.initial is not None]
    current = [item.amount for item in fines if item.amount and not _any_agrees(item.amount, reduced)]
    amount = _amount(current) or _amount([item.amount for item in fines if item.amount])
    if amount is None:
        return Fine(None, initial=_amount(reduced))
    others = {other for item in fines for other in (item.amount, *item.alternatives) if other is not None}
    parts = [item.parts for item in fines if item.parts and item.amount and monies_agree(item.amount, amount)]
    return Fine(
        amount,
        initial=_amount([item for item in reduced if item.currency == amount.currency and item.amount > amount.amount]),
        alternatives=tuple(sorted((item for item in others if item.currency != amount.currency), key=_printed)),
        parts=min(parts, key=lambda items: (-len(items), list(map(_printed, items))), default=()),
    )


def provisions(stated: Iterable[Stated[Provision]]) -> tuple[Provision, ...]:
    """All provisions in the order of the regulation, without those that only say less exactly what another says."""
    found = {item.value for item in stated}
    wider = {parent for item in found for parent in _parents(item)}
    return tuple(sorted(found - wider, key=lambda item: item.sort_key))


def infringements(claims: Iterable[Claim]) -> tuple[tuple[Provision, ...], tuple[Provision, ...]]:
    """What was infringed, and what was examined and not; a provision on both sides goes to where most claims put it."""
    claims = list(claims)
    infringed = [item for claim in claims for item in claim.infringed]
    cleared = [item for claim in claims for item in claim.not_infringed]
    votes: defaultdict[Provision, int] = defaultdict(int)
    for item in infringed:
        votes[item.value] += 1
    for item in cleared:
        votes[item.value] -= 1
    stay = provisions(item for item in infringed if votes[item.value] >= 0)
    return stay, provisions(item for item in cleared if votes[item.value] < 0)


def decided(claims: Iterable[Claim]) -> PartialDate | None:
    """Of the dates that no other makes more precise, the one that most claims agree with; of two that tie, the earlier.

    A decision comes before its announcement, which an article may give for it.
    """
    dates = Counter(claim.decided.value for claim in claims if claim.decided is not None)
    precise = [date for date in dates if not any(date != other and date.covers(other) for other in dates)]
    return min(precise, key=lambda date: (-_support(date, dates, dates_agree), str(date)), default=None)


def factors(claims: Iterable[Claim]) -> tuple[Factor, ...]:
    """Each point of Article 83(2) that a claim weighs, the way that most of them say."""
    stated = [item for claim in claims for item in claim.factors]
    points = sorted({item.value.point for item in stated})
    chosen = (most_stated(item for item in stated if item.value.point == point) for point in points)
    return tuple(factor for factor in chosen if factor is not None)


def affected(claims: Iterable[Claim]) -> Headcount | None:
    """The number of people that most claims print; ties go to the exact, then to the one with the more digits."""
    return most_stated(
        (claim.affected for claim in claims), lambda value: 100 * (value.bound is Bound.EXACT) + digits(value.count)
    )


def _amount(monies: Iterable[Money]) -> Money | None:
    """The most precise printing of the sum that most give."""
    counted = Counter(monies)
    return min(
        counted,
        key=lambda money: (
            -_support(money, counted, monies_agree),
            -digits(money.amount),
            -counted[money],
            _printed(money),
        ),
        default=None,
    )


def _support(value: T, counted: Counter[T], agree: Callable[[T, T], bool]) -> int:
    """How many values agree with one, itself among them."""
    return sum(number for other, number in counted.items() if agree(value, other))


def _any_agrees(money: Money, others: Iterable[Money]) -> bool:
    return any(monies_agree(money, other) for other in others)


def _parents(provision: Provision) -> Iterable[Provision]:
    while (parent := provision.parent) is not None:
        yield parent
        provision = parent


def _printed(money: Money) -> tuple[str, str]:
    return (money.currency, str(money))
