"""Numbers as news prints them: `1,5 Mio.`, `10.000,50`, `3 471 905`, `forty-five thousand`, `half a million`.

What a separator means follows from the digits around it: groups of three are thousands, one or two digits after the
last separator are decimals. Before a scale word a dot is a decimal point whatever follows: `1.500 million`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import text2num  # type: ignore[import-untyped]

from kg.extract.expressions import expression
from kg.extract.found import Found

_SCALES = (
    (10**3, r"thousands?|k|tsd\.?|tausend|tys\.?|mille|mila|tisíc|ezer"),
    (
        10**6,
        r"millions?|milions?|millió|million(?:er|en|es|i)|milion[ei]|milh(?:ão|ões)|mill[oó]n(?:es)?|mili[oó]n(?:y|ów|ov|ů)"
        r"|miljoen|miljoner|miljoonaa?|mio\.?|mln\.?|mn\.?|mil\.|m",
    ),
    (10**9, r"billions?|milliarden?|milliards?|miliard(?:e|y|ów|a)?|miljard(?:er)?|mrd\.?|bln\.?|bn\.?|b"),
    (10**12, r"trillions?|tn"),
)
"""Words and letters after digits. `mil` without a dot is left out: a thousand in Spanish, a million elsewhere."""

_BLANK = r"[ \u00a0\u2009\u202f]"
_ANY_SCALE = "|".join(words for _, words in _SCALES)
_APART = rf"{_BLANK}{{0,3}}\n?{_BLANK}{{0,3}}(?=(?:thousand|million|billion|trillion|Mio|Mrd))"
"""How far from its number a scale word may stand: missing that it does is an error of powers of ten."""
_SCALE = rf"(?:(?:{_BLANK}|-)?|{_APART})(?P<scale>{_ANY_SCALE})(?!\w)"
_DIGITS = expression(
    rf"""(?<!\d)(?<!\d[.,/:])(?P<digits>
      \d{{1,3}}(?:{_BLANK}\d{{3}}){{1,4}}(?!\d)(?:[.,]\d{{1,2}}(?!\d))?    # 3 471 905,50
    | \d{{1,3}}(?:\ [.,]\ ?\d{{3}}(?!\d)|[.,]\ 000(?!\d)){{1,3}}           # 20 , 000 as machines translate it
    | \d{{1,3}}\ [.,]\ ?\d{{1,2}}(?={_BLANK}?(?:{_ANY_SCALE})\b)           # 1 .5 million
    | (?:(?<=[^\W\d_]\ )|(?<=[€£$]))\d{{1,3}}\.\ \d{{1,2}}(?={_BLANK}?(?:{_ANY_SCALE})\b)  # of 1. 5 million
    | \d{{1,15}}(?:[.,'\u2019]\d{{1,15}}){{0,5}}
    )(?!\d|[/:]\d)(?:{_SCALE}(?:{_BLANK}(?:and{_BLANK})?(?P<rest>\d{{1,3}}){_BLANK}thousand\b)?)?""",
    re.VERBOSE | re.IGNORECASE,
)

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_MAGNITUDES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_MAGNITUDE = "|".join(_MAGNITUDES)
_FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}
_WORDS = expression(
    rf"""\b(?:
      (?P<fraction>half|(?:a\ )?quarter\ of|three[ -]quarters\ of)[ -](?:an?[ -])?(?P<of>{_MAGNITUDE})
    | (?P<whole>{_UNITS})[ -]and[ -]a[ -]half[ -](?P<times>{_MAGNITUDE})
    | (?P<run>(?:(?:{_UNITS})|an?[ -](?:{_MAGNITUDE}))(?:(?:[ -]|\ and\ )(?:{_UNITS}|{_MAGNITUDE})){{0,12}})
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with the scale word after it already multiplied in: `1,5 Mio.` is 1500000 with the scale 1000000."""

    value: Decimal
    scale: int = 1

    @property
    def bare(self) -> bool:
        """Whether it may lack a scale word that stands further on, like the first in `10 to 20 million`."""
        return self.scale == 1 and self.value < 1000


def find_numbers(text: str) -> tuple[Found[Numeral], ...]:
    """The numbers in a text, in its order, none overlapping another. Of unclear ones (`1.2.3`) there is none."""
    found = [*_in_digits(text)]
    taken = {place for hit in found for place in (hit.start, hit.end - 1)}
    found += [hit for hit in _in_words(text) if not taken & {hit.start, hit.end - 1}]
    return tuple(sorted(found, key=lambda hit: hit.start))


def read_digits(digits: str, *, scaled: bool = False) -> Decimal | None:
    """The number that digits with separators mean; `scaled` says that a scale word follows. None for none."""
    digits = re.sub(r"[\s'\u2019]", "", digits)
    separators = re.findall(r"[.,]", digits)
    groups = re.split(r"[.,]", digits)
    if not separators:
        return None if len(digits) > 1 and digits.startswith("0") else Decimal(digits)
    last_is_decimal = separators.count(separators[-1]) == 1 and (
        len(separators) > 1 or _is_decimal(groups[0], groups[1], scaled and separators[0] == ".")
    )
    whole = groups[:-1] if last_is_decimal else groups
    if len(set(separators[: len(whole) - 1])) > 1 or not _are_thousands(whole, separators[0]):
        return None
    return Decimal("".join(whole) + (f".{groups[-1]}" if last_is_decimal else ""))


def _is_decimal(whole: str, rest: str, scaled: bool) -> bool:
    """Whether the only separator of a number is a decimal point, as in `1.5` but not in `1.500`."""
    return len(rest) != 3 or len(whole) > 3 or whole.startswith("0") or scaled


def _are_thousands(groups: list[str], separator: str) -> bool:
    """Whether the groups are those of one number: `10,000`, or in India `1,50,000`."""
    if len(groups) == 1:
        return True
    inner = {len(group) for group in groups[1:-1]}
    return (
        len(groups[0]) <= 3
        and len(groups[-1]) == 3
        and (inner <= {3} or (inner == {2} and len(groups[0]) <= 2 and separator == ","))
    )


def _in_digits(text: str) -> Iterator[Found[Numeral]]:
    for match in _DIGITS.finditer(text):
        scale = _scale(match["scale"])
        value = read_digits(match["digits"], scaled=scale > 1)
        if value is not None:
            rest = int(match["rest"]) * 1000 if match["rest"] else 0
            yield Found(match.start(), match.end(), Numeral(_whole(value * scale + rest), scale))


def _scale(word: str | None) -> int:
    if word is None:
        return 1
    return next(scale for scale, words in _SCALES if re.fullmatch(words, word, re.IGNORECASE))


def _in_words(text: str) -> Iterator[Found[Numeral]]:
    for match in _WORDS.finditer(text):
        if match["run"]:
            yield from _runs(match["run"], match.start())
            continue
        if match["fraction"]:
            first = re.split("[ -]", match["fraction"].lower().removeprefix("a "))[0]
            part, scale = _FRACTIONS[first], _MAGNITUDES[match["of"].lower()]
        else:
            part, scale = text2num(match["whole"].lower(), "en") + Decimal("0.5"), _MAGNITUDES[match["times"].lower()]
        yield Found(match.start(), match.end(), Numeral(_whole(part * scale), scale))


def _runs(words: str, start: int) -> Iterator[Found[Numeral]]:
    """One number, or several joined by `and`: `between two and three million`."""
    if (numeral := _read_words(words)) is not None:
        yield Found(start, start + len(words), numeral)
        return
    for part in re.split(" and ", words, flags=re.IGNORECASE):
        if (numeral := _read_words(part)) is not None:
            yield Found(start, start + len(part), numeral)
        start += len(part) + len(" and ")


def _read_words(words: str) -> Numeral | None:
    plain = re.sub(r"\ban?\b", "one", words.lower())
    try:
        value = text2num(plain, "en")
    except ValueError:
        return None
    last = re.split("[ -]", plain)[-1]
    return Numeral(Decimal(value), _MAGNITUDES.get(last, 1))


def _whole(value: Decimal) -> Decimal:
    """Without empty decimals, so that equal numbers print alike."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
