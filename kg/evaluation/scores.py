"""From verdicts to numbers: precision, recall and F1 of each field; what became of the sums; calibration."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.evaluation.align import same_sum
from kg.evaluation.verdict import Field, Verdict
from kg.values import Money

DIGITS = 4
"""Places to which shares are rounded, here and in floors."""


@dataclass(frozen=True, slots=True)
class Score:
    """How often a field was right, found wrongly, and missed; one wrong value for another is both."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def scores(verdicts: Iterable[Verdict]) -> dict[Field, Score]:
    """The score of each field that was judged at all, in the order of `Field`, over all texts together."""
    right: Counter[Field] = Counter()
    wrong: Counter[Field] = Counter()
    missed: Counter[Field] = Counter()
    for verdict in verdicts:
        right[verdict.field] += verdict.right
        wrong[verdict.field] += verdict.found is not None and not verdict.right
        missed[verdict.field] += verdict.expected is not None and not verdict.right
    return {field: Score(right[field], wrong[field], missed[field]) for field in Field if field in right}


class Amount(StrEnum):
    """What became of a sum.

    `other sum of the text`, `misread` (no sum that the text prints) and `other currency` stand for a wrong one;
    `missing` for none where there is one, `invented` for one where there is none.
    """

    RIGHT = "right"
    POWER_OF_TEN = "wrong by a power of ten"
    CURRENCY = "other currency"
    OTHER = "other sum of the text"
    MISREAD = "misread"
    MISSING = "missing"
    INVENTED = "invented"


_POWERS = tuple(Decimal(10) ** exponent for exponent in (-6, -3, -2, -1, 1, 2, 3, 6))
_NEAR = Decimal("0.01")


def amount(verdict: Verdict, printed: Iterable[Money]) -> Amount:
    """What became of the sum of a verdict on a fine; `printed` are the sums that its text prints."""
    found = Money.parse(verdict.found.value) if verdict.found else None
    expected = Money.parse(verdict.expected) if verdict.expected else None
    if verdict.right:
        return Amount.RIGHT
    if found is None or expected is None:
        return Amount.INVENTED if found else Amount.MISSING
    if is_power_of_ten(found.amount, expected.amount):
        return Amount.POWER_OF_TEN
    if found.amount == expected.amount:
        return Amount.CURRENCY
    return Amount.OTHER if any(same_sum(found, other) for other in printed) else Amount.MISREAD


def is_power_of_ten(found: Decimal, expected: Decimal) -> bool:
    """Whether a number is another one with its point moved by one, two, three or six places, within a hundredth."""
    return bool(expected) and any(abs(found / expected / power - 1) < _NEAR for power in _POWERS)


BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts whose probability lies in `[low, high)`, the last bin with its end: how many, how sure, how right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far probabilities can be believed: the bins that hold anything, in order."""

    bins: tuple[Bin, ...]

    @property
    def count(self) -> int:
        """The facts in all bins."""
        return sum(bin_.count for bin_ in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: the mean gap between sureness and truth, weighted by facts; 0 for none."""
        gaps = sum(bin_.count * abs(bin_.confidence - bin_.right) for bin_ in self.bins)
        return gaps / self.count if self.count else 0.0


def calibration(verdicts: Iterable[Verdict]) -> Calibration:
    """The calibration over the facts among the verdicts: all that was found with a probability, in ten equal bins."""
    facts: dict[int, list[tuple[float, bool]]] = {}
    for verdict in verdicts:
        if verdict.found is not None and (sure := verdict.found.confidence) is not None:
            # 0.3 * 10 is just below 3: without the rounding a round probability falls into the bin below its own.
            facts.setdefault(min(int(round(sure * BINS, 9)), BINS - 1), []).append((sure, verdict.right))
    return Calibration(tuple(_bin(number, facts[number]) for number in sorted(facts)))


def calibrations(verdicts: Iterable[Verdict]) -> Mapping[Field, Calibration]:
    """The calibration of each field that has facts, in the order of `Field`; a fine where there was none counts too."""
    by_field: dict[Field, list[Verdict]] = {field: [] for field in Field}
    for verdict in verdicts:
        by_field[Field.FINE if verdict.field is Field.NO_FINE else verdict.field].append(verdict)
    found = {field: calibration(own) for field, own in by_field.items()}
    return {field: calibration_ for field, calibration_ in found.items() if calibration_.count}


def _bin(number: int, facts: list[tuple[float, bool]]) -> Bin:
    count = len(facts)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        count=count,
        confidence=sum(sure for sure, _ in facts) / count,
        right=sum(right for _, right in facts) / count,
    )
