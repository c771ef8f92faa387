"""Sums of money in a text.

A number is a sum where a currency stands beside it. The words and signs of the currencies are the labels of the
ontology; a hidden label is shared by several currencies (`kr`, `crowns`) or needs none of its country (`dollars`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.extract.expressions import Expression, expression
from kg.extract.found import Found
from kg.extract.money_bare import elliptical, without_currency
from kg.extract.money_list import share
from kg.extract.numbers import Numeral, find_numbers
from kg.values import Money
from ontology.concepts import concepts

CROWNS = frozenset({"SEK", "NOK", "DKK", "ISK", "CZK"})
"""Currencies whose units are crowns: what `kr` and `crowns` may mean."""

_BEFORE = 5
"""How long a word for a currency may be to stand before its number: `lei 500`, `euros 500`, but not `pounds 500`."""
_ENGLISH_WORDS = frozenset({"TRY"})
"""Codes that are words too; as a code they stand beside no small number."""

_GAP_BEFORE = expression(r"[ \u00a0\u2009\u202f]{0,2}|[ \u00a0]?\n")
_GAP_AFTER = expression(
    r"(?:[,.][-\u2013\u2014])?\)?[\s\u00a0\u2009\u202f-]{0,2}(?:(?:of|de|di)\s|d['\u2019])?(?:\([^()\d\n]{3,80}\)\s?)?"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or sign for a currency in a text: what it may be (`codes`), and whether it needs more to tell."""

    start: int
    end: int
    label: str
    codes: tuple[str, ...]
    shared: bool


def find_money(text: str, krone: str | None = None, home: str | None = None) -> tuple[Found[Money], ...]:
    """The sums of money in a text, in its order; numbers without a currency only in lists (`fines of €1m and 2m`).

    With `home`, the currency of the text's country, numbers beside the word for a fine too (`4.9M fine`).

    `kr`, `kroner` and `crowns` stand for the currency that the text names in full elsewhere; where it names none, for
    `krone` (ISO 4217), and without that such sums are left out. Foreign dollars are no US dollars.
    """
    numerals = find_numbers(text)
    if not numerals:
        return ()
    units = tuple(_units(text))
    crown = _named_crown(units) or krone
    pairs = _pair(text, numerals, units)
    sums = {}
    for number, (start, end, unit) in pairs.items():
        if (code := _code(unit, crown)) is not None:
            amount = numerals[number].value.value / (100 if "cent" in unit.label else 1)
            sums[number] = Found(start, end, Money(amount, code))
    if home is not None:
        sums |= without_currency(text, numerals, sums, home)
    sums |= dict(elliptical(text, numerals, sums))
    shared = share(text, numerals, sums)
    return tuple(sorted(shared, key=lambda hit: hit.start))


@cache
def _labels() -> dict[str, tuple[tuple[str, ...], bool]]:
    """Label in lower case to the codes that go by it, and whether it is a shared one."""
    own: dict[str, set[str]] = {}
    hidden: dict[str, set[str]] = {}
    for code, concept in concepts("currency").items():
        for label in concept.labels:
            (hidden if label.kind == "hidden" else own).setdefault(label.text.lower(), set()).add(code)
    return {
        label: (tuple(sorted(own.get(label) or hidden[label])), label not in own or len(own[label]) > 1)
        for label in sorted(own.keys() | hidden.keys())
    }


@cache
def _pattern() -> Expression:
    """Any label, in any case but for short ones such as `Ft` and `TL` and the codes that are words."""
    texts = {label.text for concept in concepts("currency").values() for label in concept.labels}
    cased = {
        text for text in texts if text in _ENGLISH_WORDS or (len(text) <= 3 and text.lower() != text != text.upper())
    }
    anycase = {text.lower() for text in texts} - {text.lower() for text in cased}
    return expression(rf"(?<![^\W\d_])(?:(?i:{_any_of(anycase)})|{_any_of(cased)})")


def _any_of(labels: Iterable[str]) -> str:
    """Any of the labels, the longest first, where no letter goes on; digits may (`NOK250,000`, `100000kr`)."""
    ordered = sorted(labels, key=lambda label: (-len(label), label))
    return "|".join(re.escape(label) + (r"(?![^\W\d_])" if label[-1].isalpha() else "") for label in ordered)


def _units(text: str) -> Iterator[Unit]:
    for match in _pattern().finditer(text):
        label = match.group().lower()
        codes, shared = _labels()[label]
        yield Unit(match.start(), match.end(), match.group(), codes, shared)


def _named_crown(units: Iterable[Unit]) -> str | None:
    """The crowns that a text names most often by their own name or code; of equals the first."""
    named = Counter(unit.codes[0] for unit in units if not unit.shared and unit.codes[0] in CROWNS)
    return named.most_common(1)[0][0] if named else None


def _code(unit: Unit, crown: str | None) -> str | None:
    if not unit.shared:
        return unit.codes[0]
    if CROWNS & set(unit.codes):
        return crown if crown is not None else None
    return unit.codes[0] if len(unit.codes) == 1 else None


def _pair(text: str, numerals: Sequence[Found[Numeral]], units: Sequence[Unit]) -> dict[int, tuple[int, int, Unit]]:
    """The currency of each number that has one, by the place of the number, with where the whole sum starts and ends.

    A currency belongs to one number only. Signs and codes before a number come first, then any label after it.
    """
    ending = {unit.end: unit for unit in units if len(unit.label) <= _BEFORE}
    starting = {unit.start: unit for unit in units}
    starts = {numeral.start for numeral in numerals}
    pairs: dict[int, tuple[int, int, Unit]] = {}
    used: set[int] = set()
    for number, numeral in enumerate(numerals):
        before = _before(text, numeral, ending)
        after = _after(text, numeral, starting, starts)
        if before is not None and before.start not in used and _fits(before, numeral.value):
            end = after.end if after is not None and after.codes == before.codes else numeral.end
            pairs[number] = (before.start, end, before)
            used.add(before.start)
        elif after is not None and _fits(after, numeral.value) and not _in_word(text, numeral.start):
            pairs[number] = (numeral.start, after.end, after)
        if after is not None and number in pairs and pairs[number][1] == after.end:
            used.add(after.start)
    return pairs


def _before(text: str, numeral: Found[Numeral], ending: dict[int, Unit]) -> Unit | None:
    place = numeral.start
    for gap in range(3):
        if (unit := ending.get(place - gap)) is not None:
            return unit
        if place - gap < 1 or not _GAP_BEFORE.fullmatch(text, place - gap - 1, place):
            return None
    return None


def _after(text: str, numeral: Found[Numeral], starting: dict[int, Unit], starts: set[int]) -> Unit | None:
    gap = _GAP_AFTER.match(text, numeral.end)
    unit = starting.get(gap.end()) if gap else None
    if unit is None or "\n\n" in text[numeral.end : unit.start]:
        return None
    # "One of PLN 900": the code belongs to the number behind it.
    if " of " in text[numeral.end : unit.start] and text[unit.end : unit.end + 1] == " " and unit.end + 1 in starts:
        return None
    # "5 million €6 million": the sign belongs to what it is glued to.
    return None if unit.end in starts and not unit.label[-1].isalpha() else unit


def _fits(unit: Unit, numeral: Numeral) -> bool:
    return unit.label not in _ENGLISH_WORDS or numeral.value >= Decimal(1000)


def _in_word(text: str, start: int) -> bool:
    return start > 0 and text[start - 1].isalpha()
