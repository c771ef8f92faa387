"""The outcome of an evaluation: every verdict with its text, and the numbers made from them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.evaluation.judge import Judgement
from kg.evaluation.scores import DIGITS, Amount, Calibration, Score, amount, calibration, calibrations, scores
from kg.evaluation.verdict import Field, Verdict
from kg.model import Article, Extraction, Reject
from kg.values import Money


@dataclass(frozen=True, slots=True)
class Judged:
    """A text, what was found in it, and the verdicts on that."""

    article: Article
    extraction: Extraction
    judgement: Judgement

    @property
    def misses(self) -> tuple[Verdict, ...]:
        """The verdicts that something is wrong, in the order of the fields."""
        order = list(Field)
        wrong = (verdict for verdict in self.judgement.verdicts if not verdict.right)
        return tuple(sorted(wrong, key=lambda verdict: order.index(verdict.field)))

    @property
    def sums(self) -> tuple[Money, ...]:
        """The sums of money that the text prints."""
        return tuple(mention.value for mention in self.extraction.mentions if isinstance(mention.value, Money))


@dataclass(frozen=True)
class Evaluation:
    """All texts, judged, in the order of the gold; what could not be used of the input."""

    texts: tuple[Judged, ...]
    rejects: tuple[Reject, ...] = ()

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict."""
        return tuple(verdict for judged in self.texts for verdict in judged.judgement.verdicts)

    @cached_property
    def fields(self) -> dict[Field, Score]:
        """The score of each field."""
        return scores(self.verdicts)

    @cached_property
    def amounts(self) -> dict[Amount, int]:
        """How often each came about among the fines."""
        counted = Counter(
            amount(verdict, judged.sums)
            for judged in self.texts
            for verdict in judged.judgement.verdicts
            if verdict.field is Field.FINE
        )
        return {kind: counted[kind] for kind in Amount}

    @cached_property
    def counts(self) -> dict[str, int]:
        """What no field holds, by name."""
        counted: Counter[str] = Counter()
        for judged in self.texts:
            counted.update(judged.judgement.counts)
        if status := self.fields.get(Field.STATUS):
            counted.update(status_right=status.right, status_total=status.right + status.missed)
        counted.update(fine_wrong_by_power_of_ten=self.amounts[Amount.POWER_OF_TEN])
        return dict(sorted(counted.items()))

    @cached_property
    def calibration(self) -> Calibration:
        """The calibration over all facts."""
        return calibration(self.verdicts)

    @cached_property
    def calibrations(self) -> dict[Field, Calibration]:
        """The calibration of each field."""
        return dict(calibrations(self.verdicts))

    def misses(self, field: Field | None = None) -> Iterator[tuple[Judged, Verdict]]:
        """What is wrong, of one field or of all, with its text."""
        for judged in self.texts:
            for verdict in judged.misses:
                if field is None or verdict.field is field:
                    yield judged, verdict

    def to_json(self) -> dict[str, Any]:
        """All numbers and all misses, without the texts."""
        return {
            "texts": len(self.texts),
            "rejects": [str(reject) for reject in self.rejects],
            "fields": {str(field): _score(score) for field, score in self.fields.items()},
            "counts": self.counts,
            "amounts": {str(kind): count for kind, count in self.amounts.items()},
            "calibration": {
                "all": _calibration(self.calibration),
                **{str(field): _calibration(own) for field, own in self.calibrations.items()},
            },
            "misses": [_miss(verdict) for _, verdict in self.misses()],
        }


def _score(score: Score) -> dict[str, float | int]:
    return {
        "p": round(score.precision, DIGITS),
        "r": round(score.recall, DIGITS),
        "f1": round(score.f1, DIGITS),
        "tp": score.right,
        "fp": score.wrong,
        "fn": score.missed,
    }


def _calibration(own: Calibration) -> dict[str, Any]:
    bins = [
        {
            "low": bin_.low,
            "high": bin_.high,
            "count": bin_.count,
            "confidence": round(bin_.confidence, DIGITS),
            "right": round(bin_.right, DIGITS),
        }
        for bin_ in own.bins
    ]
    return {"count": own.count, "error": round(own.error, DIGITS), "bins": bins}


def _miss(verdict: Verdict) -> dict[str, Any]:
    found = verdict.found
    return {
        "id": verdict.article,
        "field": str(verdict.field),
        "found": found.value if found else None,
        "expected": verdict.expected,
        "confidence": found.confidence if found else None,
        "spans": [list(span) for span in found.spans] if found else [],
    }
