"""Claims survive the ledger, with every kind of value in its own type."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from kg.ingest.claims import from_json, to_json
from kg.model import Claim, Fine, Label, Mention, Party, Stated, T
from kg.values import Bound, Headcount, Money, PartialDate, Provision, Role, Status

SUM = Money(Decimal("1250000.50"), "NOK")


def stated(value: T, label: Label, of: Money | Provision | PartialDate | Headcount | Party | str) -> Stated[T]:
    return Stated(value, (Mention(3, 9, label, of),), 0.75)


FULL = Claim(
    status=stated(Status.APPEALED, Label.STATUS, "appealed"),
    authority=stated("no/datatilsynet", Label.AUTHORITY, "no/datatilsynet"),
    parties=(
        stated(Party("Aurora Kino AS", Role.PROCESSOR), Label.PARTY, Party("Aurora Kino AS", Role.PROCESSOR)),
        stated(Party(None, description="a cinema"), Label.PARTY, Party(None, description="a cinema")),
    ),
    fine=stated(Fine(SUM, Money(Decimal(2), "NOK"), (Money(Decimal(3), "EUR"),), (SUM,)), Label.MONEY, SUM),
    infringed=(stated(Provision(5, 1, "f"), Label.PROVISION, Provision(5, 1, "f")),),
    not_infringed=(stated(Provision(32), Label.PROVISION, Provision(32)),),
    cited=(stated(Provision(83, 2), Label.PROVISION, Provision(83, 2)),),
    data_categories=(stated("health", Label.DATA_CATEGORY, "health"),),
    affected=stated(Headcount(40_000, Bound.ABOUT), Label.HEADCOUNT, Headcount(40_000, Bound.ABOUT)),
    decided=stated(PartialDate(2025, 3), Label.DATE, PartialDate(2025, 3)),
    measures=(stated("reprimand", Label.MEASURE, "reprimand"),),
    case_number=stated("24/01", Label.CASE_NUMBER, "24/01"),
)


@pytest.mark.parametrize("claims", [(), (FULL,), (FULL, Claim(status=FULL.status))])
def test_claims_come_back_as_they_were(claims: tuple[Claim, ...]) -> None:
    assert from_json(to_json(claims)) == claims


@pytest.mark.parametrize("text", ["", "{}", '[{"status": 1}]'])
def test_what_is_not_ours_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        from_json(text)
