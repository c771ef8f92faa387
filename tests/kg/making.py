"""Claims and sources for tests, written short: every value rests on one mention, which stands where it is told to."""

from collections.abc import Sequence
from typing import TypeVar

from kg.model import Claim, Fine, Label, Mention, Party, Stated, Value
from kg.resolve.sources import Source
from kg.values import Headcount, Money, PartialDate, Provision, Role, Status

T = TypeVar("T")


def money(text: str) -> Money:
    """`1500000 EUR`."""
    if (found := Money.parse(text)) is None:
        raise ValueError(text)
    return found


def date(text: str) -> PartialDate:
    """`2022-04-15`, `2022-04` or `2022`."""
    if (found := PartialDate.parse(text)) is None:
        raise ValueError(text)
    return found


def provision(text: str) -> Provision:
    """`5(1)(f)`."""
    if (found := Provision.parse(text)) is None:
        raise ValueError(text)
    return found


def stated(value: T, label: Label = Label.STATUS, *, confidence: float = 0.9, printed: Value = "") -> Stated[T]:
    """A value that rests on the first word of a text."""
    return Stated(value, (Mention(0, 3, label, printed),), confidence)


def fine(
    amount: str | None, *, initial: str | None = None, also: Sequence[str] = (), parts: Sequence[str] = ()
) -> Fine:
    """A fine of sums as `money` reads them."""
    return Fine(
        money(amount) if amount else None,
        money(initial) if initial else None,
        tuple(map(money, also)),
        tuple(map(money, parts)),
    )


def claim(
    *parties: str | Party,
    authority: str | None = "fr/cnil",
    sum_: str | Fine | None = None,
    on: str | None = None,
    case: str | None = None,
    status: Status = Status.FINAL,
    infringed: str = "",
    cleared: str = "",
    data: str = "",
    measures: str = "",
    affected: Headcount | None = None,
) -> Claim:
    """A claim about parties by name; lists are words with spaces between them."""
    people = [Party(party, Role.CONTROLLER) if isinstance(party, str) else party for party in parties]
    reported = fine(sum_) if isinstance(sum_, str) else sum_
    return Claim(
        status=stated(status),
        authority=stated(authority, Label.AUTHORITY) if authority else None,
        parties=tuple(stated(party, Label.PARTY) for party in people),
        fine=stated(reported, Label.MONEY) if reported else None,
        infringed=tuple(stated(provision(text), Label.PROVISION) for text in infringed.split()),
        not_infringed=tuple(stated(provision(text), Label.PROVISION) for text in cleared.split()),
        data_categories=tuple(stated(text, Label.DATA_CATEGORY) for text in data.split()),
        affected=stated(affected, Label.HEADCOUNT) if affected else None,
        decided=stated(date(on), Label.DATE) if on else None,
        measures=tuple(stated(text, Label.MEASURE) for text in measures.split()),
        case_number=stated(case, Label.CASE_NUMBER) if case else None,
    )


def source(name: str, *claims: Claim, published: str | None = None) -> Source:
    """An article of that id."""
    return Source(name, date(published) if published else None, claims)
