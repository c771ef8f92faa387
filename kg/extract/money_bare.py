"""Sums whose currency is left out, as headlines and newsletters do: "4.9M fine in Italy"."""

import re
from collections.abc import Container, Iterator, Sequence

from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.numbers import Numeral
from kg.values import Money

_FINE_BEHIND = expression(r"[ -](?:[\w-]+ ){0,2}(?:fines?|penalt(?:y|ies))\b", re.IGNORECASE)
_FINE_BEFORE = re.compile(
    r"\b(?:fines?|penalt(?:y|ies)) (?:of|worth|totall?ing) (?:about |around |over )?$", re.IGNORECASE
)
_ENDS = re.compile(r"(?![\w%€$£]|\s?(?:percent|per cent|euros?|people|users|customers|times)\b)")


def without_currency(
    text: str, numerals: Sequence[Found[Numeral]], known: Container[int], home: str
) -> Iterator[tuple[int, Found[Money]]]:
    """The sums among numbers of thousands or millions beside the word for a fine, in the currency `home` (ISO 4217).

    `known` are the places of the numbers that have a currency; each sum comes with the place of its number.
    """
    for place, numeral in enumerate(numerals):
        if place in known or numeral.value.scale < 1000:
            continue
        behind = _FINE_BEHIND.match(text, numeral.end) is not None
        before = _FINE_BEFORE.search(text, max(0, numeral.start - 40), numeral.start) is not None
        if behind or (before and _ENDS.match(text, numeral.end)):
            yield place, Found(numeral.start, numeral.end, Money(numeral.value.value, home))
