"""Which of a party's sums is the fine, which are its parts, and which was there before a reduction."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from kg.extract import sum_words, triggers
from kg.extract.case import EXACT, Case, Cluster
from kg.extract.reading import Reading

_MOST_PARTS = 6


def settle(reading: Reading, case: Case) -> None:
    """Give each sum of a case its place: fine, part or initial fine. What has none stays out."""
    if case.fine is None or not case.parts:
        return
    every = [case.fine, *case.parts]
    every = [cluster for cluster in every if not _recalled(reading, cluster)] or every
    case.fine = every[0]
    case.parts = []
    every = _take_total(reading, case, every)
    if (pair := _reduction(reading, every)) is not None:
        case.initial, case.fine = pair
    elif case.parts:
        return
    elif len(listed := enumerated(reading, every)) > 1:
        case.fine, case.parts, case.summed = listed[0], listed, True
    else:
        case.fine = max(every, key=lambda c: (c.first in reading.title, len(c.sums), -c.first))


def _recalled(reading: Reading, cluster: Cluster) -> bool:
    """Whether every mention of a sum stands in a sentence that recalls what was before."""
    return all(
        item.mention.start not in reading.title
        and sum_words.RECALLED.search(reading.words(reading.sentence(item.mention.start))) is not None
        for item in cluster.sums
    )


def _take_total(reading: Reading, case: Case, every: list[Cluster]) -> list[Cluster]:
    """Find a sum that others add up to, or that is called a total; what is left are the sums that are no part of it."""
    for whole in every:
        smaller = [c for c in every if c.money.currency == whole.money.currency and c.money.amount < whole.money.amount]
        parts = next(iter(summands(whole, smaller)), None)
        if parts is None and smaller and any(_called_total(reading, whole)):
            parts = tuple(smaller)
        if parts is not None:
            case.fine, case.parts = whole, list(parts)
            return [c for c in every if c not in parts]
    return every


def _called_total(reading: Reading, cluster: Cluster) -> list[bool]:
    return [triggers.TOTAL.search(reading.before(item.mention, 40)) is not None for item in cluster.sums]


def summands(whole: Cluster, others: Sequence[Cluster]) -> list[tuple[Cluster, ...]]:
    """The sets of two and more sums that add up to another, the largest sets first."""
    found = []
    for size in range(min(len(others), _MOST_PARTS), 1, -1):
        for chosen in combinations(others[:_MOST_PARTS], size):
            total = sum((c.money.amount for c in chosen), Decimal(0))
            if abs(total - whole.money.amount) <= EXACT * whole.money.amount:
                found.append(chosen)
    return found


def _reduction(reading: Reading, clusters: Sequence[Cluster]) -> tuple[Cluster, Cluster] | None:
    """The fine before and after a reduction, where the words beside a sum speak of one."""
    for lower in sorted(clusters, key=lambda c: c.first):
        higher = [
            c for c in clusters if c.money.currency == lower.money.currency and c.money.amount > lower.money.amount
        ]
        if not higher:
            continue
        for item in lower.sums:
            if triggers.REDUCTION.search(reading.before(item.mention, 110) + " " + reading.after(item.mention, 50)):
                return max(higher, key=lambda c: (len(c.sums), c.money.amount)), lower
    return None


def enumerated(reading: Reading, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The fines that one sentence lists: "€60,000 for …, and €30,000 for …"."""
    by_sentence: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        for item in cluster.sums:
            here = by_sentence.setdefault(reading.sentence(item.mention.start).start, [])
            if cluster not in here and (not here or here[0].money.currency == cluster.money.currency):
                here.append(cluster)
    return max(by_sentence.values(), key=len)
