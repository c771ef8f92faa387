"""Sums that share a currency or a scale: `between 30 and 50 million euros`, `€10-20 million`, `fines of €1m and 2m`."""

import re
from collections.abc import Mapping, Sequence

from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.numbers import Numeral
from kg.values import Money

_RANGE = expression(r"\s?(?:to|or|-|\u2013|\u2014)\s?", re.IGNORECASE)
_AND = expression(r",?\s(?:and|y|e|et|und)\s|\s?[,&]\s", re.IGNORECASE)
_BETWEEN = expression(r"\bbetween\s\S{0,4}\s?$", re.IGNORECASE)
_SEVERAL = expression(
    r"\b(?:fines|penalties|sanctions|sums|amounts|payments|fees)\b[^.;\n\d]{0,40}\S{0,3}\s?$", re.IGNORECASE
)
_FINED = expression(r"\b(?:fined|pay)\s$", re.IGNORECASE)
_LIST_ENDS = expression(
    r"\s*(?:$|[.;,)\n]|(?:respectively|and|or|each|for|against|on|to|were|was|has|have)\b)", re.IGNORECASE
)
_LOOK = 60


def share(text: str, numerals: Sequence[Found[Numeral]], sums: Mapping[int, Found[Money]]) -> tuple[Found[Money], ...]:
    """The sums (by place in `numerals`), and those numbers beside them that belong to the same list or range."""
    found = dict(sums)
    for number in range(len(numerals) - 2, -1, -1):
        if number not in found and number + 1 in found:
            _add(found, number, _backward(text, numerals[number], numerals[number + 1], found[number + 1]))
    for number in range(1, len(numerals)):
        if number not in found and number - 1 in found:
            sums_before = found[number - 1]
            _add(found, number, _forward(text, sums_before, numerals[number - 1], numerals[number]))
            if number in found and _RANGE.fullmatch(text, sums_before.end, numerals[number].start):
                found[number - 1] = _scaled(sums_before, numerals[number - 1], numerals[number])
    return tuple(found.values())


def _add(found: dict[int, Found[Money]], number: int, money: Found[Money] | None) -> None:
    if money is not None:
        found[number] = money


def _backward(
    text: str, numeral: Found[Numeral], following: Found[Numeral], money: Found[Money]
) -> Found[Money] | None:
    """The sum that `15,000` is in `15,000 and 20,000 euros`, and `30` in `between 30 and 50 million euros`."""
    if money.start != following.start or (numeral.start > 0 and text[numeral.start - 1].isalpha()):
        return None
    ranged = _is_range(text, numeral.start, numeral.end, following.start)
    listed = _AND.fullmatch(text, numeral.end, following.start) and (
        not numeral.value.bare or (following.value.scale > 1 and _of_fines(text, numeral.start))
    )
    if not ranged and not listed:
        return None
    return _scaled(
        Found(numeral.start, numeral.end, Money(numeral.value.value, money.value.currency)), numeral, following
    )


def _of_fines(text: str, start: int) -> bool:
    """Whether words for several fines stand before a number: "fines of 27 and 15 million"."""
    before = text[max(0, start - _LOOK) : start]
    return _SEVERAL.search(before) is not None or _FINED.search(before) is not None


def _forward(text: str, money: Found[Money], leading: Found[Numeral], numeral: Found[Numeral]) -> Found[Money] | None:
    """The sum that `2m` is in `fines of €1m and 2m`, and `20 million` in `€10 to 20 million`."""
    ranged = _is_range(text, money.start, money.end, numeral.start)
    listed = (
        _AND.fullmatch(text, money.end, numeral.start)
        and not numeral.value.bare
        and _SEVERAL.search(text, max(0, money.start - _LOOK), money.start)
    )
    # A number with a scale of its own can be nothing but the other end of the range.
    ends = (ranged and not numeral.value.bare and numeral.value.scale > 1) or _LIST_ENDS.match(text, numeral.end)
    if money.end != leading.end or not (ranged or listed) or not ends:
        return None
    return Found(numeral.start, numeral.end, Money(numeral.value.value, money.value.currency))


def _is_range(text: str, start: int, end: int, following: int) -> bool:
    between = _BETWEEN.search(text, max(0, start - 20), start)
    return bool(_RANGE.fullmatch(text, end, following) or (between and _AND.fullmatch(text, end, following)))


def _scaled(money: Found[Money], numeral: Found[Numeral], following: Found[Numeral]) -> Found[Money]:
    """A bare number takes the scale of the number that it is a range with."""
    if not numeral.value.bare or following.value.scale == 1:
        return money
    return Found(money.start, money.end, Money(money.value.amount * following.value.scale, money.value.currency))
