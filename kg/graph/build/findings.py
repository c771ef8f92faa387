"""Which findings a decision holds, of all that its reports state, and which of them a statement is evidence for.

Where one report says "Article 5" and another "Article 5(1)(f)", the decision holds the narrower; what the wider one
rests on is then evidence for the narrower.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from kg.graph.build.nodes import party_numbers
from kg.model import Claim, Decision, Stated
from kg.values import Provision

Outcome = Literal["infringed", "not-infringed"]

Finding = tuple[int, Provision]
"""The number of the party, as in `kg.graph.build.nodes`, and the provision."""


def findings(decision: Decision) -> Mapping[Finding, Outcome]:
    """The findings of a decision: those on provisions that it holds, for each party of which a report states them.

    A wider provision stays for a party of which no report states a narrower one, for nobody says that one of it. Its
    outcome is that of the narrower ones.
    """
    outcomes: dict[Provision, Outcome] = dict.fromkeys(decision.not_infringed, "not-infringed")
    outcomes |= dict.fromkeys(decision.infringed, "infringed")
    stated = [
        (number, item.value)
        for report in decision.reports
        for number, item, _ in stated_findings(decision, report.claim)
    ]
    held = {finding: outcomes[finding[1]] for finding in stated if finding[1] in outcomes}
    kept = {
        finding: outcome
        for finding in stated
        if finding[1] not in outcomes and not _narrower(finding, held)
        for provision, outcome in outcomes.items()
        if _is_within(provision, finding[1])
    }
    return held | kept


def stated_findings(decision: Decision, claim: Claim) -> Iterator[tuple[int, Stated[Provision], Outcome]]:
    """What a claim finds, for each party that it is about."""
    for number in party_numbers(decision.addressees, claim):
        yield from ((number, item, "infringed") for item in claim.infringed)
        yield from ((number, item, "not-infringed") for item in claim.not_infringed)


def supported(decision: Decision, finding: Finding, outcome: Outcome) -> Sequence[Finding]:
    """The held findings that a report's statement is evidence for: its own, else the narrower, and of these rather
    those with the outcome that it states. There is always one.
    """
    if finding[1] in decision.infringed or finding[1] in decision.not_infringed:
        return [finding]
    held = findings(decision)
    narrower = _narrower(finding, held)
    return [finding] if finding in held else [item for item in narrower if held[item] == outcome] or narrower


def _narrower(finding: Finding, held: Mapping[Finding, Outcome]) -> list[Finding]:
    number, wider = finding
    return [item for item in held if item[0] == number and _is_within(item[1], wider)]


def _is_within(provision: Provision, wider: Provision) -> bool:
    """Whether a provision is a part of another, and not the same."""
    parent = provision.parent
    return parent is not None and (parent == wider or _is_within(parent, wider))
