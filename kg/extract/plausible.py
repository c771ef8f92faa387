"""Sums that no word calls a fine, and that are one all the same: what the text around them tells.

"Four hundred thousand euros is what the CNIL wants from the firm": the sentence has no word for a fine. Such a sum
counts where the text tells of an authority and of sanctions, and the likelier, the more speaks for it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import sum_words, triggers
from kg.extract.case import DISCOUNTS
from kg.extract.expressions import expression
from kg.extract.fines import Sum, Use
from kg.extract.listings import is_entry
from kg.extract.parties import Statement
from kg.extract.party_words import Strength
from kg.extract.reading import Reading, Span
from kg.model import Label
from kg.values import Money

_REACH = 60
"""How far from its sum a verb of sanction may stand, in characters."""

_NEEDED = 3.0
_DECIDED = expression(
    r"\b(?:decisions?|decided|ruled|deliberation|infring\w+|violat\w+|breach\w*|contrary to|unlawful\w*|illegal\w*)\b",
    re.IGNORECASE,
)
_SMALL = 1000
_BEYOND = 10**10
"""No fine was ever as high, in whatever currency of Europe but the forint: such a sum is a turnover."""


def with_plausible(reading: Reading, found: Sequence[Sum], statements: Sequence[Statement]) -> tuple[Sum, ...]:
    """The sums, those among the bare ones that are plausible fines made fines; in a text of no enforcement none."""
    if not _tells_of_enforcement(reading, statements):
        return tuple(found)
    beside = _Beside(reading, found, statements)
    promoted = tuple(
        replace(item, use=Use.FINE, assumed=True)
        if item.use is Use.BARE and item.money.amount < _BEYOND and beside.supports(item)
        else item
        for item in found
    )
    promoted = tuple(_discounted(reading, promoted))
    if any(item.use in {Use.FINE, Use.DRAFT} for item in promoted) or sum_words.NO_FINE.search(reading.text):
        return promoted
    amounts = Counter(item.money for item in promoted if item.use is Use.BARE)
    rated = [(_score(reading, item, amounts), -item.mention.start, item) for item in promoted if item.use is Use.BARE]
    score, _, best = max(rated, key=lambda row: row[:2], default=(0.0, 0, None))
    if best is None or score < _NEEDED:
        return promoted
    return tuple(replace(item, use=Use.FINE, assumed=True) if item is best else item for item in promoted)


_LETTER = expression(r"(?:^|[\s,;])[b-h]\)\s$")
"""Before the further items of a list inside a sentence: "a) €900 for …, b) €300 for …"."""


def _discounted(reading: Reading, found: Sequence[Sum]) -> Iterator[Sum]:
    """The sums, a bare one made a fine where it is a further item of a list, or what a discount leaves of another."""
    whole = [s.money for s in found if s.use in {Use.FINE, Use.DRAFT}]
    shares = DISCOUNTS if triggers.DISCOUNT.search(reading.text) else ()
    for item in found:
        left = item.use is Use.BARE and _LETTER.search(reading.before(item.mention, 12)) is not None and bool(whole)
        left |= item.use is Use.BARE and any(
            money.currency == item.money.currency and item.money.amount == money.amount * share
            for money in whole
            for share in shares
        )
        yield replace(item, use=Use.FINE, assumed=True) if left else item


def _tells_of_enforcement(reading: Reading, statements: Sequence[Statement]) -> bool:
    named = bool(reading.named(Label.AUTHORITY)) or triggers.SOME_AUTHORITY.search(reading.text) is not None
    words = (triggers.FINE_WORDS, triggers.PAY_WORDS, triggers.RULING, _DECIDED)
    said = any(s.strength is Strength.FINED and not s.paired for s in statements)
    return named and (said or any(pattern.search(reading.text) for pattern in words))


class _Beside:
    """The statements on fined parties, to be looked up by place."""

    def __init__(self, reading: Reading, found: Sequence[Sum], statements: Sequence[Statement]) -> None:
        self._reading = reading
        self._sums = {item.mention.start for item in found}
        self._fined = sorted((s for s in statements if s.strength is Strength.FINED), key=lambda s: s.place)

    def supports(self, item: Sum) -> bool:
        """Whether a statement stands beside a bare sum, or a label such as "The price:" before it."""
        start = item.mention.start
        sentence = self._reading.sentence(start)
        first = bisect_left(self._fined, start - _REACH, key=lambda s: s.place)
        last = bisect_right(self._fined, start + _REACH, key=lambda s: s.place)
        for statement in self._fined[first:last]:
            phrase, place = statement.phrase, statement.place
            if place == start:
                # A phrase behind the sum was found by its preposition; one before it must be the entry's own.
                if phrase.start > place or statement.paired or is_entry(self._reading, phrase, item.mention):
                    return True
            elif place not in self._sums and place in sentence:
                return True
        return _labelled(self._reading, item)


def _labelled(reading: Reading, item: Sum) -> bool:
    before = reading.text[
        max(reading.paragraph(item.mention.start).start, item.mention.start - 60) : item.mention.start
    ]
    label = re.search(r"(?:^|[.;!?|*]\s+|\|)([^.;:!?|]{2,40}):[\s*]*$", before)
    return label is not None and sum_words.LABEL_OF_SUM.search(label[1]) is not None


def _score(reading: Reading, item: Sum, amounts: Counter[Money]) -> float:
    """How much speaks for a bare sum: a title, repetition, an authority or words of sanction close by, its height."""
    paragraph = reading.paragraph(item.mention.start)
    words = reading.words(paragraph)
    score = 2.0 * (item.mention.start in reading.title)
    score += 2.0 * (item.mention.start not in reading.title and reading.is_heading(item.mention.start))
    score += 1.0 * (amounts[item.money] > 1)
    score += 2.0 * _has_authority(reading, reading.sentence(item.mention.start))
    score += 1.0 * _has_authority(reading, paragraph)
    score += 1.0 * (triggers.FINE_WORDS.search(words) is not None or triggers.PAY_WORDS.search(words) is not None)
    score += 1.0 * (len(amounts) == 1)
    score -= 3.0 * (item.money.amount < _SMALL)
    return score


def _has_authority(reading: Reading, span: Span) -> bool:
    return any(mention.start in span for mention, _ in reading.named(Label.AUTHORITY))
