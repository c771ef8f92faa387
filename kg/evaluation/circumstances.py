"""The circumstances of a case in a claim against those in the gold, as far as somebody wrote these down.

Most gold says nothing of them: a key that a decision does not have is not scored.
"""

from collections.abc import Iterator

from kg.evaluation.answers import answer, answers, one, several
from kg.evaluation.gold import GoldDecision, GoldIncident
from kg.evaluation.verdict import Field, Verdict
from kg.model import Claim


def circumstances(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """The verdicts on sector, contexts, people, trigger, incident and factors."""
    written = decision.model_fields_set
    if "sector" in written:
        yield from one(article, Field.SECTOR, answer(claim.sector if claim else None), decision.sector)
    if "contexts" in written:
        yield from several(article, Field.CONTEXT, answers(claim.contexts if claim else ()), decision.contexts)
    if "groups" in written:
        found = answers(claim.subject_groups if claim else ())
        yield from several(article, Field.SUBJECT_GROUP, found, decision.groups)
    if "trigger" in written:
        yield from one(article, Field.TRIGGER, answer(claim.trigger if claim else None), decision.trigger)
    if "incident" in written:
        yield from _incident(article, claim, decision.incident)
    if "factors" in written:
        expected = (f"{factor.point} {factor.effect}" for factor in decision.factors)
        yield from several(article, Field.FACTOR, answers(claim.factors if claim else ()), expected)


def _incident(article: str, claim: Claim | None, incident: GoldIncident | None) -> Iterator[Verdict]:
    """What is written of an incident; where there was none, nothing must be found of any."""
    written = incident.model_fields_set if incident else GoldIncident.model_fields.keys()
    if "kinds" in written:
        expected = incident.kinds if incident else ()
        yield from several(article, Field.BREACH_KIND, answers(claim.breach_kinds if claim else ()), expected)
    if "causes" in written:
        expected = incident.causes if incident else ()
        yield from several(article, Field.BREACH_CAUSE, answers(claim.breach_causes if claim else ()), expected)
    if "notification_delay_hours" in written:
        delay = incident.notification_delay_hours if incident else None
        found = answer(claim.notification_delay if claim else None)
        yield from one(article, Field.NOTIFICATION_DELAY, found, None if delay is None else str(delay))
