"""Which of a party's sums is the fine, which are its parts, and which was there before a reduction."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from kg.extract import sum_words, triggers
from kg.extract.case import DISCOUNTS, EXACT, Case, Cluster, smaller
from kg.extract.expressions import expression
from kg.extract.fines import Sum
from kg.extract.reading import Reading

_MOST_PARTS = 6


def settle(reading: Reading, case: Case) -> None:
    """Give each sum of a case its place: fine, part or initial fine. What has none stays out."""
    if case.fine is None:
        return
    if not case.parts and len(_listed(reading, [case.fine])) < 2:
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
    elif len(listed := _itemised(reading, _listed(reading, every))) > 1 or len(listed := _bulleted(reading, every)) > 1:
        case.fine, case.parts, case.summed = listed[0], listed, True
    elif added := [cluster for cluster in every[1:] if _is_added(reading, cluster)]:
        case.fine, case.parts, case.summed = every[0], [every[0], *added], True
    else:
        case.fine = max(every, key=lambda c: (c.first in reading.title, len(c.sums), -c.first))


_BULLET = expression(r"\s*(?:[-\u2013\u2022*\u00b7]|\(?[a-z0-9]{1,2}[.)])\s")
_NEAR_BULLET = 60


def _bulleted(reading: Reading, every: Sequence[Cluster]) -> list[Cluster]:
    """The fines that the items of a list begin with, one each: "- fine of €500 for …"."""
    found = []
    for cluster in every:
        line = reading.paragraph(cluster.first)
        begins = _BULLET.match(reading.text, line.start) is not None and cluster.first - line.start < _NEAR_BULLET
        if begins and triggers.FINE_WORDS.search(reading.text, line.start, cluster.first):
            found.append(cluster)
    return found


def _is_added(reading: Reading, cluster: Cluster) -> bool:
    """Whether a sum comes on top of the one before: "an additional €5,000", "another fine of €5,000"."""
    return any(_ADDED.search(reading.before(item.mention, 50)) for item in cluster.sums)


_ADDED = re.compile(
    r"\b(?:additional(?:ly)?|another|a further|a second|a separate)\s(?:(?:administrative|monetary)\s)?"
    r"(?:(?:fine|penalty|sanction)\s(?:of|amounting to|in the amount of)\s)?(?:\w+\s)?[€£$]?$",
    re.IGNORECASE,
)


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
        lower = smaller(every, whole)
        listed = [cluster for _, cluster in _listed(reading, lower)]
        parts = next(iter(summands(whole, lower)), None)
        if (
            parts is None
            and abs(sum(c.money.amount for c in listed) - whole.money.amount) <= EXACT * whole.money.amount
        ):
            parts = tuple(listed)
        if parts is None and lower and any(_called_total(reading, whole)):
            parts = tuple(lower)
        if parts is not None:
            case.fine, case.parts = whole, list(parts)
            return [c for c in every if c not in parts]
    return every


def _called_total(reading: Reading, cluster: Cluster) -> list[bool]:
    return [
        triggers.TOTAL.search(reading.before(item.mention, 40)) is not None
        or triggers.TOTAL.match(reading.after(item.mention, 20).lstrip(" ,(")) is not None
        for item in cluster.sums
    ]


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
        if any(_is_lowered(reading, item) for item in lower.sums):
            return max(higher, key=lambda c: (len(c.sums), c.money.amount)), lower
    return _discount(reading, clusters)


def _is_lowered(reading: Reading, item: Sum) -> bool:
    """Whether the words beside a sum say that it replaces a higher one: "cut to €300", "€300, reduced from €900"."""
    before = reading.before(item.mention, 160)
    if triggers.REPLACES.search(before):
        return True
    sums = [mention for mention, _ in reading.money_within(item.mention.start - 200, item.mention.start)]
    if sums and _TO.fullmatch(reading.text, sums[-1].end, item.mention.start):
        before = reading.words(reading.sentence(item.mention.start))
    elif sums:
        before = before[-max(item.mention.start - sums[-1].end, 1) :]
    return (
        triggers.REDUCTION.search(before) is not None or _DOWN_FROM.match(reading.after(item.mention, 60)) is not None
    )


_TO = re.compile(r"\s*(?:\([^)]*\)\s*)?\)?\s*to\s+(?:\w+\s){0,3}\S?", re.IGNORECASE)
"""Between the sum before and the sum after a change: "cut from €900 (NOK 9,000) to about €300"."""

_DOWN_FROM = re.compile(
    r"[\s,(]*(?:(?:was|were|is|a|sum|this|had been|has been|already)\s)*(?:reduced|lowered|cut|down|halved"
    r"|mitigated|instead of|rather than)"
    r"\b(?!\s+(?:further\s+)?to\b)",
    re.IGNORECASE,
)


def _discount(reading: Reading, clusters: Sequence[Cluster]) -> tuple[Cluster, Cluster] | None:
    """The fine before and after the reductions for paying at once, where the text speaks of them and the sums fit."""
    if triggers.DISCOUNT.search(reading.text) is None:
        return None
    pairs = [(a, b) for a in clusters for b in smaller(clusters, a)]
    return next((p for p in pairs if any(p[1].money.amount == p[0].money.amount * left for left in DISCOUNTS)), None)


_ITEM = re.compile(
    r"(?:\b(?:fine[sd]?|penalt(?:y|ies)|sanction(?:s|ed)?|another|further|second|one|comes to|amounts? to|which|and"
    r"|respectively|"
    r"with)|\bfined\s(?:[^\W\d][\w&.'-]*\s){0,6}|[,:(])\s*"
    r"(?:(?:of|at|for|with|to|a|the|fines?|amount|in|further|another|about|approximately|set|is)\s)*[€£$]?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:\([^)]{1,60}\)\s*)?(?:[,.;)]|$|(?:and|for|under|in|because|over|due|on|as|respectively|the|to)\b)"
)


def _itemised(reading: Reading, listed: Sequence[tuple[Sum, Cluster]]) -> list[Cluster]:
    """The fines that a sentence lists for one thing each, as often as it does; none where one of its sums is none."""
    items = [
        cluster
        for item, cluster in listed
        if _ITEM.search(reading.before(item.mention, 60)) and _GOES_ON.match(reading.after(item.mention, 70))
    ]
    exact = all(item.money == cluster.money for item, cluster in listed)
    return items if len(items) == len(listed) and exact else []


def enumerated(reading: Reading, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The fines that one sentence lists: "€60,000 for …, and €30,000 for …"."""
    return list({id(cluster): cluster for _, cluster in _listed(reading, clusters)}.values())


def _listed(reading: Reading, clusters: Sequence[Cluster]) -> list[tuple[Sum, Cluster]]:
    """The sums that one sentence lists, each as often as it does, with the fines that they are."""
    by_sentence: dict[int, list[tuple[Sum, Cluster]]] = {}
    for cluster in clusters:
        for item in cluster.sums:
            here = by_sentence.setdefault(reading.sentence(item.mention.start).start, [])
            if not here or here[0][1].money.currency == cluster.money.currency:
                here.append((item, cluster))
    longest = max(by_sentence.values(), key=len, default=[])
    return sorted(longest, key=lambda row: row[0].mention.start)
