"""Which claim is about which decision of the gold."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.evaluation.gold import GoldDecision
from kg.evaluation.names import same_name
from kg.model import Claim
from kg.values import Money

_TOLERANCE = Decimal("0.005")
"""Share by which two sums may differ: an exact one and its rounding in a headline."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims and decisions that belong together, claims beyond the gold, decisions that no claim reports."""

    pairs: tuple[tuple[Claim, GoldDecision], ...]
    extra: tuple[Claim, ...]
    missed: tuple[GoldDecision, ...]


def align(claims: Sequence[Claim], decisions: Sequence[GoldDecision]) -> Alignment:
    """Pair greedily, the most alike first; what has nothing in common stays alone, unless there is one of each."""
    alike = sorted(
        (-likeness(claim, decision), i, j) for i, claim in enumerate(claims) for j, decision in enumerate(decisions)
    )
    only = len(claims) == len(decisions) == 1
    pairs: dict[int, int] = {}
    for negative, i, j in alike:
        if (negative < 0 or only) and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return Alignment(
        tuple((claims[i], decisions[j]) for i, j in pairs.items()),
        tuple(claim for i, claim in enumerate(claims) if i not in pairs),
        tuple(decision for j, decision in enumerate(decisions) if j not in pairs.values()),
    )


def likeness(claim: Claim, decision: GoldDecision) -> float:
    """How much a claim and a decision have in common: party and fine most, then authority and articles."""
    score = 0.0
    if any(same_name(one, other) for one in names(claim) for other in decision.names):
        score += 2
    fine = sum_of(claim)
    if fine and decision.fine and same_sum(fine, decision.fine.money):
        score += 2
    elif fine and any(same_sum(fine, other.money) for other in (*decision.fine_alt, *decision.fine_initial)):
        score += 1
    if claim.authority and claim.authority.value == decision.authority_id:
        score += 0.5
    infringed = {str(stated.value.article) for stated in claim.infringed}
    return score + 0.3 * len(infringed & {article_number(provision) for provision in decision.articles})


def names(claim: Claim) -> tuple[str, ...]:
    """The names of the parties; one without a name does not count."""
    return tuple(stated.value.name for stated in claim.parties if stated.value.name)


def sum_of(claim: Claim) -> Money | None:
    """The sum of the fine, where there is one and the text tells it."""
    return claim.fine.value.amount if claim.fine else None


def same_sum(found: Money, expected: Money) -> bool:
    """Whether two sums are the same, but for the rounding of a headline."""
    gap = abs(found.amount - expected.amount)
    return found.currency == expected.currency and gap <= _TOLERANCE * max(expected.amount, Decimal(1))


def article_number(provision: str) -> str:
    """`5` of `5(1)(f)`."""
    return provision.partition("(")[0]
