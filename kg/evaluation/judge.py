"""One text against its gold: the verdicts on all that was found in it, and what is counted besides."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.evaluation.align import align, article_number, names, same_sum, sum_of
from kg.evaluation.answers import answer, fine_answer, one
from kg.evaluation.compare import beyond, compare
from kg.evaluation.gold import AnnotatedGold, CaseRecord, Gold, GoldDecision
from kg.evaluation.verdict import Answer, Field, Verdict
from kg.model import Claim
from kg.values import Status

_IMPOSED = frozenset({Status.FINAL, Status.REDUCED, Status.APPEALED})
_CORRECTIVE = frozenset({"upheld", "violation found", "partly upheld", "reprimand", "order"})
"""Outcomes of a case that must show as a decision, also without a fine."""

_NOT_INFRINGED = frozenset({"4", "58", "60", "83"})
"""Articles with definitions, powers and procedure: nobody infringes them, so their citation is not asked for."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts on one text, and counts of what happened in it that no field holds."""

    verdicts: tuple[Verdict, ...]
    counts: Counter[str] = field(default_factory=Counter)


def judge(article: str, claims: Sequence[Claim], gold: Gold) -> Judgement:
    """Compare the claims found in the text of this key with its gold, of either kind."""
    return _judge_case(article, claims, gold) if isinstance(gold, CaseRecord) else _judge_all(article, claims, gold)


def _judge_all(article: str, claims: Sequence[Claim], gold: AnnotatedGold) -> Judgement:
    """Every decision that the text reports. A past one that it only recalls may be found or not: neither is scored."""
    aligned = align(claims, gold.decisions)
    pairs = [(claim, decision) for claim, decision in aligned.pairs if not decision.is_background]
    missed = [decision for decision in aligned.missed if not decision.is_background]
    extra = [claim for claim in aligned.extra if sum_of(claim) or names(claim)]
    verdicts: list[Verdict] = []
    for claim, decision in pairs:
        verdicts.append(Verdict(article, Field.DECISION, Answer(_title(claim)), _gold_title(decision), True))
        verdicts.extend(compare(article, claim, decision))
    for claim in extra:
        verdicts.append(Verdict(article, Field.DECISION, Answer(_title(claim)), None, False))
        verdicts.extend(beyond(article, claim))
    for decision in missed:
        verdicts.append(Verdict(article, Field.DECISION, None, _gold_title(decision), False))
        verdicts.extend(compare(article, None, decision))
    counts: Counter[str] = Counter()
    if not gold.decisions:
        counts["texts_without_decision"] = 1
        counts["texts_without_decision_but_fine_reported"] = int(any(map(sum_of, claims)))
    return Judgement(tuple(verdicts), counts)


def _judge_case(article: str, claims: Sequence[Claim], gold: CaseRecord) -> Judgement:
    """One case, by what its text states. Nothing found is no fault where the case ended without a measure."""
    if not claims and not gold.fine and (gold.outcome or "").lower() not in _CORRECTIVE:
        return Judgement((), Counter({"cases_without_corrective_outcome_skipped": 1}))
    best = max(claims, key=lambda claim: _fit(claim, gold), default=None)
    verdicts = [*one(article, Field.AUTHORITY, answer(best.authority if best else None), gold.authority)]
    counts: Counter[str] = Counter()
    if gold.fine and gold.fine_in_text:
        expected = gold.fine.money
        right = [found is not None and same_sum(found, expected) for found in map(sum_of, claims)]
        first = fine_answer(claims[0]) if claims else None
        verdicts.extend(one(article, Field.FINE, first, str(expected), right[:1] == [True]))
        counts += Counter(fine_any_total=1, fine_any_right=int(any(right)))
    elif gold.no_fine:
        verdicts.append(_no_fine(article, claims))
        counts += Counter(no_fine_total=1, no_fine_but_fine_reported=int(not verdicts[-1].right))
    verdicts.extend(_recall(article, claims, gold))
    if gold.date_in_text:
        verdicts.extend(one(article, Field.DECISION_DATE, answer(best.decided if best else None), gold.decision_date))
    if gold.case_number and gold.case_number_in_text:
        verdicts.append(_case_number(article, claims, gold.case_number))
    return Judgement(tuple(verdicts), counts)


def _fit(claim: Claim, gold: CaseRecord) -> tuple[bool, bool, int]:
    """What makes a claim the one about the case: its fine, having one, the articles it names."""
    fine = sum_of(claim)
    return (bool(fine and gold.fine and same_sum(fine, gold.fine.money)), fine is not None, len(claim.infringed))


def _no_fine(article: str, claims: Sequence[Claim]) -> Verdict:
    imposed = (fine_answer(claim) for claim in claims if claim.status.value in _IMPOSED)
    wrong = next(filter(None, imposed), None)
    return Verdict(article, Field.NO_FINE, wrong or Answer("none"), "none", wrong is None)


def _recall(article: str, claims: Sequence[Claim], gold: CaseRecord) -> Iterator[Verdict]:
    """Whether what the text cites was seen. The record lists relevant law, so nothing can be said of what else was."""
    found = {
        str(stated.value): answer(stated)
        for claim in claims
        for stated in (*claim.infringed, *claim.not_infringed, *claim.cited)
    }
    for provision in gold.articles_in_text:
        if article_number(provision) not in _NOT_INFRINGED:
            hit = found.get(provision)
            seen = hit and Answer(hit.value, None, hit.spans)
            yield Verdict(article, Field.PROVISION_RECALL, seen, provision, seen is not None)


def _case_number(article: str, claims: Sequence[Claim], expected: str) -> Verdict:
    """The number of any claim, whatever stands between its letters and digits."""
    found = list(filter(None, (answer(claim.case_number) for claim in claims)))
    hit = next((number for number in found if _bare(number.value) == _bare(expected)), None)
    return Verdict(article, Field.CASE_NUMBER, hit or next(iter(found), None), expected, hit is not None)


def _bare(number: str) -> str:
    return re.sub(r"\W", "", number).lower()


def _title(claim: Claim) -> str:
    shown = names(claim) or tuple(stated.value.description or "" for stated in claim.parties)
    return ", ".join(filter(None, (*shown, str(sum_of(claim) or "")))) or "a decision"


def _gold_title(decision: GoldDecision) -> str:
    shown = decision.names or tuple(party.desc or "" for party in decision.controllers)
    return ", ".join(filter(None, (*shown, str(decision.fine.money) if decision.fine else ""))) or "a decision"
