"""One claim against one decision of the gold, field by field."""

from collections.abc import Iterator

from kg.evaluation.align import article_number, same_sum, sum_of
from kg.evaluation.answers import answer, answers, fine_answer, merged, one, party_answers, several
from kg.evaluation.circumstances import circumstances
from kg.evaluation.gold import GoldDecision
from kg.evaluation.names import same_name
from kg.evaluation.verdict import Answer, Field, Verdict
from kg.extract.record import measure_kind
from kg.model import Claim

UNSCORED_MEASURES = frozenset({"publication", "information-campaign", "police-report", "infringement-declaration"})
"""Measures that the gold of some sets does not list."""

_COUNT_TOLERANCE = 0.01
"""Share by which a number of people may differ."""


def compare(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """The verdicts on every field; no claim means that the decision was missed, and so was all that it holds."""
    yield from fine(article, claim, decision)
    yield from controllers(article, claim, decision)
    if decision.is_authority_scored:
        found = answer(claim.authority if claim else None)
        yield from one(article, Field.AUTHORITY, found, decision.authority_id)
    yield from provisions(article, claim, decision)
    yield from several(article, Field.DATA_TYPE, answers(claim.data_categories if claim else ()), decision.data_types)
    yield from affected(article, claim, decision)
    yield from decided(article, claim, decision)
    yield from measures(article, claim, decision)
    if claim and decision.status:
        yield from one(article, Field.STATUS, answer(claim.status), decision.status)
    yield from circumstances(article, claim, decision)


def beyond(article: str, claim: Claim) -> Iterator[Verdict]:
    """The verdicts on a claim that no decision of the gold answers to: its fine and its parties are inventions."""
    if found := fine_answer(claim):
        yield Verdict(article, Field.FINE, found, None, False)
    for found in party_answers(claim):
        yield Verdict(article, Field.CONTROLLER, found, None, False)


def fine(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """The sum of the fine; the same one in another currency is right too."""
    found, expected = sum_of(claim) if claim else None, decision.fine
    accepted = (expected, *decision.fine_alt) if expected else ()
    right = found is not None and any(same_sum(found, other.money) for other in accepted)
    shown = fine_answer(claim) if claim else None
    yield from one(article, Field.FINE, shown, str(expected.money) if expected else None, right)


def controllers(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """Each named party of the gold once, and each name that belongs to none of them."""
    found = party_answers(claim) if claim else ()
    for name in decision.names:
        hit = next((party for party in found if same_name(name, party.value)), None)
        yield Verdict(article, Field.CONTROLLER, hit, name, hit is not None)
    for party in found:
        if not any(same_name(name, party.value) for name in decision.names):
            yield Verdict(article, Field.CONTROLLER, party, None, False)


def provisions(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """The infringed provisions, by number and at full depth; only the latter have a probability: none counts twice."""
    found = answers(claim.infringed if claim else ())
    numbers: dict[str, Answer] = {}
    for provision, whole in found.items():
        number = article_number(provision)
        numbers[number] = merged(Answer(number, None, whole.spans), numbers.get(number))
    yield from several(article, Field.ARTICLE, numbers, map(article_number, decision.articles))
    yield from several(article, Field.PROVISION, found, decision.articles)


def affected(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """The number of people, within a hundredth."""
    found, expected = claim.affected if claim else None, decision.data_subjects
    near = found and expected is not None and abs(found.value.count - expected) <= _COUNT_TOLERANCE * max(expected, 1)
    shown = answer(found, lambda headcount: str(headcount.count))
    yield from one(article, Field.DATA_SUBJECTS, shown, None if expected is None else str(expected), bool(near))


def decided(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """The date: as the gold has it, more precise, or the day of the announcement."""
    found, expected = answer(claim.decided if claim else None), decision.decision_date
    if found and found.value == decision.announced_date:
        expected = found.value
    right = found is not None and expected is not None and found.value.startswith(expected)
    yield from one(article, Field.DECISION_DATE, found, expected, right)


def measures(article: str, claim: Claim | None, decision: GoldDecision) -> Iterator[Verdict]:
    """The measures by kind, as `kg.extract.record` prints them: two of one kind count once."""
    kinds: dict[str, Answer] = {}
    for name, found in answers(claim.measures if claim else ()).items():
        if (kind := measure_kind(name)) not in UNSCORED_MEASURES:
            kinds[kind] = merged(Answer(kind, found.confidence, found.spans), kinds.get(kind))
    expected = (measure for measure in decision.measures if measure not in UNSCORED_MEASURES)
    yield from several(article, Field.MEASURE, kinds, expected)
