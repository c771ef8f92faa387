"""Dates as they are printed, before the context completes them: `15 April`, `April 15, 2022`, `15.04.2022`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.date_words import english_months, months
from kg.extract.expressions import Expression, expression
from kg.values import PartialDate


@dataclass(frozen=True, slots=True)
class Printed:
    """What a text prints of a date at `[start, end)`; without a year if the text leaves it to the reader."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def in_year(self, year: int | None) -> PartialDate | None:
        """The date, in a year if none is printed; None where there is no such day."""
        year = self.year or year
        if year is None:
            return None
        month = f"-{self.month:02}" if self.month else ""
        return PartialDate.parse(f"{year:04}{month}" + (f"-{self.day:02}" if self.day else ""))


def find_printed(text: str) -> Iterator[Printed]:
    """The printed dates of a text, in its order, none overlapping another. Numbers go day first unless they cannot."""
    for match in _pattern().finditer(text):
        groups = match.groupdict()
        start, end = match.start(), match.end()
        if groups["iso_year"]:
            yield Printed(start, end, int(groups["iso_year"]), int(groups["iso_month"]), int(groups["iso_day"]))
        elif groups["first"]:
            day, month = int(groups["first"]), int(groups["second"])
            day, month = (month, day) if month > 12 >= day else (day, month)
            yield Printed(start, end, int(groups["last"]), month, day)
        elif groups["year"]:
            yield Printed(match.start("year"), match.end("year"), int(groups["year"]))
        else:
            yield from _worded(match)


def _worded(match: re.Match[str]) -> Iterator[Printed]:
    groups = match.groupdict()
    name = next(groups[key] for key in ("name_1", "name_2", "name_3", "name_4") if groups[key])
    year = next((int(groups[key]) for key in ("year_1", "year_2", "year_3") if groups[key]), None)
    day = next((int(groups[key]) for key in ("day_1", "day_2") if groups[key]), None)
    english = name.lower() in english_months()
    # "may 15", "mars" and the like are words too: without a day and a year only a capital makes a month.
    if year is None and not (english and name[0].isupper()):
        return
    start = match.start("name_4") if groups["name_4"] else match.start()
    yield Printed(start, match.end(), year, months()[name.lower()], day)


@cache
def _pattern() -> Expression:
    names = sorted(months(), key=lambda name: (-len(name), name))
    month = "|".join(re.escape(name) for name in names)
    year = r"(?:19[5-9]\d|20[0-4]\d)(?![\w/]|-\d|[.,]\d)"
    gap = r"(?:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,2})"
    of = rf"(?:\s?(?:of|de|del|d['\u2019])\s?|{gap})"
    return expression(
        rf"""(?<![\w./-])(?:
          (?P<iso_year>(?:19|20)\d\d)(?P<dash>[-/.])(?P<iso_month>\d\d)(?P=dash)(?P<iso_day>\d\d)(?![\d/-])
        | (?P<first>\d{{1,2}})\s?(?P<dot>[./-])\s?(?P<second>\d{{1,2}})\s?(?P=dot)\s?(?P<last>(?:19|20)\d\d)(?![\d/-])
        | (?P<day_1>\d{{1,2}})(?:st|nd|rd|th|er|\.|\u00ba)?\s?(?:\s?(?:day\s)?(?:of|de)(?:\sthe)?\s)?{gap}?
            (?P<name_1>{month})(?![^\W\d_])(?:\.?,?{of}(?P<year_1>{year}))?
        | (?P<name_2>{month})(?![^\W\d_])(?:\.?{gap}|\sthe\s)(?P<day_2>\d{{1,2}})(?!\d|[.,]\d|\s?%)(?:st|nd|rd|th)?
            (?:,?{of}(?P<year_2>{year}))?
        | (?P<name_3>{month})(?![^\W\d_])\.?,?{of}(?P<year_3>{year})
        | (?:in|since|during|until|by|last|this|early|late|mid|mid-|end\sof|beginning\sof)[\s-]
            (?P<name_4>{"|".join(sorted(english_months(), key=lambda name: -len(name)))})(?![\w-]|\.?,?{of}(?:the\s)?\d)
        | (?:(?:in|since|during|until|by|of|from|to|and|early|late|mid|year|between|end|beginning|around|before|after
            |spring|summer|autumn|winter)[\s-]
            |(?:the|its|an?|that)\ (?=\d{{4}}\s(?:fine|decision|penalty|ruling|reprimand|sanction|resolution)))
            (?P<year>{year})(?!\s(?:people|users|customers|clients|patients|employees|persons|euros?|cases)\b)
        )""",
        re.VERBOSE | re.IGNORECASE,
    )
