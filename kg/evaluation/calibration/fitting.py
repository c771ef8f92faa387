"""Weights for each field, and how well they do on texts that they were not fitted on."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.calibration.logistic import fit
from kg.evaluation.result import Judged
from kg.evaluation.scores import Calibration, calibration
from kg.evaluation.verdict import Answer, Field, Verdict
from kg.extract.calibration import features, probability

FIELDS: Mapping[Field, str] = {
    Field.STATUS: "status",
    Field.AUTHORITY: "authority",
    Field.CONTROLLER: "parties",
    Field.FINE: "fine",
    Field.NO_FINE: "fine",
    Field.PROVISION: "infringed",
    Field.DATA_TYPE: "data_categories",
    Field.DATA_SUBJECTS: "affected",
    Field.DECISION_DATE: "decided",
    Field.MEASURE: "measures",
    Field.CASE_NUMBER: "case_number",
    Field.SECTOR: "sector",
    Field.CONTEXT: "contexts",
    Field.SUBJECT_GROUP: "subject_groups",
    Field.TRIGGER: "trigger",
    Field.BREACH_KIND: "breach_kinds",
    Field.BREACH_CAUSE: "breach_causes",
    Field.NOTIFICATION_DELAY: "notification_delay",
    Field.FACTOR: "factors",
}
"""The field of a claim whose values a verdict is about."""

FOLDS = 10
SHRINKAGE = 3.0
"""Worth of the prior in rows: a field with few values keeps near the scores of its rules."""


_FEWEST = 10
"""With fewer values a field keeps the scores of its rules."""


@dataclass(frozen=True, slots=True)
class Example:
    """A value that was found in a text of a set: the field of its claim, what is known of it, whether it was right."""

    text: str
    field: str
    row: tuple[float, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """The weights by field, fitted on all examples, and the calibration on texts held out, of all and by field."""

    weights: Mapping[str, tuple[float, ...]]
    examples: int
    held_out: Calibration
    by_field: Mapping[str, Calibration]


def examples(name: str, texts: Iterable[Judged]) -> Iterator[Example]:
    """What can be learnt from the texts of a set, extracted with scores: every value that was judged."""
    for judged in texts:
        for verdict in judged.judgement.verdicts:
            found = verdict.found
            if found is None or found.confidence is None or not found.spans or verdict.field not in FIELDS:
                continue
            decisions = len(judged.extraction.claims)
            row = features(found.confidence, found.spans, judged.article.title, decisions)
            yield Example(f"{name} {judged.article.key}", FIELDS[verdict.field], row, verdict.right)


def fit_all(known: Sequence[Example]) -> Fit:
    """Fit each field; judge by weights that were fitted without the fold that a text is in."""
    by_field: defaultdict[str, list[Example]] = defaultdict(list)
    for example in known:
        by_field[example.field].append(example)
    judged = {name: list(_held_out(own)) for name, own in sorted(by_field.items())}
    return Fit(
        weights={name: _weights(own) for name, own in sorted(by_field.items()) if len(own) >= _FEWEST},
        examples=len(known),
        held_out=calibration(verdict for verdicts in judged.values() for verdict in verdicts),
        by_field={name: calibration(verdicts) for name, verdicts in judged.items() if verdicts},
    )


def _weights(known: Sequence[Example]) -> tuple[float, ...]:
    weights = fit([item.row for item in known], [item.right for item in known], shrinkage=SHRINKAGE)
    return tuple(round(weight, 3) for weight in weights)


def _held_out(known: Sequence[Example]) -> Iterator[Verdict]:
    """Each example as a verdict with the probability that the other folds give it."""
    for fold in range(FOLDS):
        own = [item for item in known if _fold(item.text) == fold]
        rest = [item for item in known if _fold(item.text) != fold]
        if not own or not rest:
            continue
        weights = _weights(rest)
        for item in own:
            answer = Answer(item.field, probability(weights, item.row))
            yield Verdict(item.text, Field.DECISION, answer, item.field, item.right)


def _fold(text: str) -> int:
    """Which fold a text is in: told by its name, so that it is the same on every run."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % FOLDS
