"""How long after its discovery a breach was notified to the authority, in hours.

Article 33(1) allows 72 hours: a notification that is 15 days late came after 18 days.
"""

import re
from collections.abc import Iterator

from kg.extract.found import Found
from kg.extract.reading import Reading, Span, within
from kg.model import Label, Mention

ALLOWED = 72
"""Hours that Article 33(1) allows."""

_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 730}
"""Hours in a unit; a month has a twelfth of a year."""

_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = dict(zip(_NAMES, range(1, 13), strict=True))

_LENGTH = rf"(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})\s(?:full\s|whole\s)?(?P<unit>hour|day|week|month)s?"
_NOTIFIED = r"(?:notif\w+|report\w*|inform\w*|told|tell\w*|disclos\w+|alert\w*|announc\w+)"
_KNOWN = (
    r"(?:(?:it|they|the \w+)\s)?(?:had\s|having\s(?:had\s)?|have\s)?(?:knowledge|know\w*|discover\w*|becom\w+ aware"
    r"|became aware|be(?:en|ing) aware|learn\w*|learnt|detect\w*|notic\w+|found (?:out|it)"
    r"|the (?:discovery|breach|incident|attack|leak))"
)

_LATE = re.compile(rf"\b{_LENGTH}\s(?:too\s)?late\b(?!\sr)", re.IGNORECASE)
_AFTER = re.compile(
    rf"\b{_NOTIFIED}\b[^.;]{{0,80}}?\b{_LENGTH}\s(?:after|from|since)\s{_KNOWN}"
    rf"|\b(?P<number2>\d{{1,3}}|{'|'.join(_WORDS)})\s(?P<unit2>hour|day|week|month)s?\s(?:after|from|since)\s{_KNOWN}"
    rf"[^.;]{{0,60}}?\b{_NOTIFIED}\b",
    re.IGNORECASE,
)
_WAITED = re.compile(
    rf"\b(?:wait\w*|took|taken|needed|let|delay\w*)\s(?:\w+\s){{0,4}}?{_LENGTH}\s(?:\w+\s){{0,3}}?(?:to"
    rf"|before|until)\s(?:\w+\s)?{_NOTIFIED}\b",
    re.IGNORECASE,
)
_BREACH = re.compile(
    r"\b(?:breach|leak|incident|attack|hack|authority|regulator|watchdog|72 hours|Article 33)\w*", re.IGNORECASE
)


def find_delays(text: str) -> Iterator[Found[str]]:
    """Where a text tells a delay; the values are whole numbers of hours since the discovery."""
    for hit in _LATE.finditer(text):
        yield Found(hit.start(), hit.end(), str(ALLOWED + _hours(hit["number"], hit["unit"])))
    for pattern in (_AFTER, _WAITED):
        for hit in pattern.finditer(text):
            groups = hit.groupdict()
            number, unit = groups["number"] or groups["number2"], groups["unit"] or groups["unit2"]
            yield Found(hit.start(), hit.end(), str(_hours(number, unit)))


def delay(reading: Reading, spans: tuple[Span, ...]) -> tuple[int, Mention] | None:
    """The delay that the stretches of text tell of the notification of a breach, with its mention."""
    for mention, hours in within(reading.named(Label.NOTIFICATION_DELAY), spans):
        sentence = reading.sentence(mention.start)
        if _BREACH.search(reading.text, max(0, sentence.start - _REACH), sentence.end):
            return int(hours), mention
    return None


_REACH = 250
"""How far before its sentence a breach may be spoken of."""


def _hours(number: str, unit: str) -> int:
    return (int(number) if number.isdigit() else _WORDS[number.lower()]) * _HOURS[unit.lower()]
