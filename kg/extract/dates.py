"""Dates in a text, completed by its context: the day of its publication, its dateline, and the other dates in it."""

import datetime
import re
from collections.abc import Iterator, Sequence

from kg.extract.date_forms import Printed, find_printed
from kg.extract.date_words import WEEKDAYS
from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.values import PartialDate

_DATELINE = 250
"""How far into a text its dateline may stand, in characters."""
_SHORT_LINE = 80
"""How long a line may be that holds little but a dateline, in characters."""
_DASH = expression(r"[.,)]?\s?[-\u2013\u2014|:/(]")
_SAME_YEAR = 60
"""How far before a date with a year one without may stand and share it: `between 12 May and 3 June 2022`."""
_YEAR_TOLD = expression(r",?\s(?:of\s)?(?P<which>this|last|the\sprevious)\syear\b", re.IGNORECASE)
_AHEAD = datetime.timedelta(days=31)
"""How far in the future a date without a year may lie, seen from the publication; a later one is of the year before."""

_RELATIVE = expression(
    rf"""\b(?:
      (?P<day>today|yesterday)
    | (?P<which>last|this|past)\s(?P<period>month|year)
    | (?:(?P<last>last)\s|(?:on|this|late|early)\s)?(?P<weekday>{"|".join(WEEKDAYS)})
    )\b(?!['\u2019]|,?\s\d{{1,2}}\b|,?\s(?:to|through|and)\s[A-Z][a-z]+day)""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_WEEKDAY = expression(
    r"(?:\b(?:black|good|cyber|every|each|next|from|until|to|by|coming|and|or)\s|-|\d[.,]?\s)$", re.IGNORECASE
)


def find_dates(text: str, published: PartialDate | None) -> tuple[Found[PartialDate], ...]:
    """The dates in a text, in its order, each as precise as it is printed.

    `on Friday`, `yesterday` and the like count from the day of publication or, where it is unknown, from the dateline,
    always backwards; without either they are left out. A day without a year gets that of a date that follows closely,
    else the latest one that is not after the publication, else that of the nearest date with a year.
    """
    printed = tuple(find_printed(text))
    anchor = _anchor(text, printed, published)
    found = [*_absolute(text, printed, anchor)]
    taken = [(hit.start, hit.end) for hit in found]
    if anchor is not None:
        found += [hit for hit in _relative(text, anchor) if not _overlaps(hit, taken)]
    return tuple(sorted(found, key=lambda hit: hit.start))


def _anchor(text: str, printed: Sequence[Printed], published: PartialDate | None) -> datetime.date | None:
    """The day from which a text speaks: that of publication, else of the dateline."""
    if published is not None:
        return published.as_day
    dates = (date.in_year(None) for date in printed if date.day and _is_dateline(text, date))
    return next((date.as_day for date in dates if date is not None), None)


def _is_dateline(text: str, date: Printed) -> bool:
    """Whether a date stands at the top of a text, and by itself or at the beginning or before a dash."""
    if date.start >= _DATELINE:
        return False
    start = text.rfind("\n", 0, date.start) + 1
    end = text.find("\n", date.end)
    line = text[start : end if end >= 0 else len(text)]
    return date.start == start or len(line) <= _SHORT_LINE or _DASH.match(text, date.end) is not None


def _absolute(text: str, printed: Sequence[Printed], anchor: datetime.date | None) -> Iterator[Found[PartialDate]]:
    for place, date in enumerate(printed):
        year = date.year or _told_year(text, date, anchor) or _year(printed, place, anchor)
        if (value := date.in_year(year)) is not None:
            yield Found(date.start, date.end, value)


def _told_year(text: str, date: Printed, anchor: datetime.date | None) -> int | None:
    """The year that words tell behind a date: `in February last year`, `12 May this year`."""
    told = _YEAR_TOLD.match(text, date.end) if anchor is not None else None
    return anchor.year - (told["which"].lower() != "this") if told and anchor is not None else None


def _year(printed: Sequence[Printed], place: int, anchor: datetime.date | None) -> int | None:
    """The year of a date that is printed without one."""
    date = printed[place]
    following = printed[place + 1] if place + 1 < len(printed) else None
    alike = following is not None and (following.day is None) == (date.day is None)
    if following and alike and following.year and following.month and following.start - date.end < _SAME_YEAR:
        return following.year
    if anchor is not None:
        return _latest_year(date, anchor)
    others = [(abs(other.start - date.start), other.year) for other in printed if other.year and other.month]
    return min(others)[1] if others and date.day is not None else None


def _latest_year(date: Printed, anchor: datetime.date) -> int | None:
    """The last year in which a month or day was before the anchor; a 29 February may be years ago."""
    limit = anchor + (_AHEAD if date.day else datetime.timedelta(0))
    for year in range(anchor.year, anchor.year - 9, -1):
        value = date.in_year(year)
        if value is not None and datetime.date(value.year, value.month or 1, value.day or 1) <= limit:
            return year
    return None


def _relative(text: str, anchor: datetime.date) -> Iterator[Found[PartialDate]]:
    for match in _RELATIVE.finditer(text):
        if match["weekday"]:
            before = text[max(0, match.start() - 10) : match.start()]
            if not match["weekday"][0].isupper() or _NO_WEEKDAY.search(before):
                continue
            back = (anchor.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
            day = anchor - datetime.timedelta(days=back or (7 if match["last"] else 0))
            yield Found(match.start(), match.end(), PartialDate.of(day))
        elif match["day"]:
            back = 1 if match["day"].lower() == "yesterday" else 0
            yield Found(match.start(), match.end(), PartialDate.of(anchor - datetime.timedelta(days=back)))
        else:
            yield Found(match.start(), match.end(), _period(match["which"].lower(), match["period"].lower(), anchor))


def _period(which: str, period: str, anchor: datetime.date) -> PartialDate:
    """This or last month or year."""
    back = 0 if which == "this" else 1
    if period == "year":
        return PartialDate(anchor.year - back)
    first = anchor.replace(day=1) - datetime.timedelta(days=back)
    return PartialDate(first.year, first.month)


def _overlaps(hit: Found[PartialDate], taken: Sequence[tuple[int, int]]) -> bool:
    return any(hit.start < end and start < hit.end for start, end in taken)
