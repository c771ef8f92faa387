"""Names of months and weekdays, from CLDR for the languages of Europe, in English also short forms."""

from collections.abc import Mapping
from functools import cache

from babel.dates import get_month_names

LANGUAGES = (
    *("cs", "da", "de", "en", "es", "et", "fi", "fr"),
    *("hr", "hu", "it", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of `datetime.date.weekday`."""


@cache
def english_months() -> Mapping[str, int]:
    """Month names in English, in lower case, and their short forms without a dot."""
    names = [*get_month_names("wide", locale="en").items(), *get_month_names("abbreviated", locale="en").items()]
    return {**{name.lower(): month for month, name in names}, "sept": 9}


@cache
def months() -> Mapping[str, int]:
    """Month names in all languages, in lower case; a name of different months (`listopad`) is left out."""
    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for month, name in get_month_names("wide", context, language).items():
                found.setdefault(name.lower().rstrip("."), set()).add(month)
    for name, month in english_months().items():
        found[name] = {month}
    return {name: next(iter(of)) for name, of in sorted(found.items()) if len(of) == 1}
