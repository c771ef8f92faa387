"""Sums whose currency is left out, as headlines and newsletters do: "4.9M fine in Italy"."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

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


_PAID = re.compile(
    r"\b(?:(?:must|has to|have to|had to|will|is to|to) (?:pay|find)|pays?|paid"
    r"|(?:escape[sd]|got away|gets away|hit) with"
    r"|fined|(?:amount|sum|fine|bill|figure|penalty) (?:is|was|came to|comes to)"
    r"|relieve[sd] [A-Z][^,;.\d]{1,40} of) $",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:,|;|,? and) (?:the )?[A-Z\u00c0-\u017d][^,;\d\n]{1,60} ")
_CLOSED = re.compile(r"\s*(?:$|[.;,)\n]|(?:respectively|and|or|each|for|while|because|after|over)\b)")
_REACH = 1200
"""How far before the currency may stand, in characters."""


def elliptical(
    text: str, numerals: Sequence[Found[Numeral]], known: Mapping[int, Found[Money]]
) -> Iterator[tuple[int, Found[Money]]]:
    """The sums among numbers of thousands or millions that leave out the currency of a sum before, with their places.

    They stand behind a verb of paying ("has to pay 500 thousand"), or in a list of names and sums ("Norte 5 million
    kronor, Sur 3 million"); all sums before are in one currency.
    """
    last: Found[Money] | None = None
    currencies: set[str] = set()
    for place, numeral in enumerate(numerals):
        if (sum_ := known.get(place)) is not None:
            last = sum_
            currencies.add(sum_.value.currency)
            continue
        if last is None or len(currencies) > 1 or numeral.value.scale < 1000 or numeral.start - last.end > _REACH:
            continue
        paid = _PAID.search(text, max(0, numeral.start - 40), numeral.start) is not None
        listed = _NAMED.fullmatch(text, last.end, numeral.start) is not None
        if (paid or listed) and _CLOSED.match(text, numeral.end):
            last = Found(numeral.start, numeral.end, Money(numeral.value.value, last.value.currency))
            yield place, last
