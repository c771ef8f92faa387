"""The structure of the GDPR: which chapters, articles, paragraphs, definitions and points it has.

A provision is a string such as `5(1)(f)`; the definitions of Article 4 count as paragraphs, `4(7)`. Paragraphs that
the regulation does not number do not exist here: there is no `16(1)`. The table is derived from GDPRtEXT 0.7 (ADAPT
Centre, CC BY 4.0), with its numbers of unnumbered paragraphs taken out. Titles are those of the Official Journal.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ontology.files import ARTICLE_TITLES_CSV, DIVISIONS_CSV, PROVISIONS_CSV, read_table

LANGUAGES = ("en", "de", "es", "fr", "it")
"""The languages in which articles and divisions have titles."""

_KEY = re.compile(r"\d{1,2}(\(\d{1,2}\))?(\([a-z]\))?")


class Division(NamedTuple):
    """A chapter, or a section of one: its articles run from `first` to `last`; `titles` is by language."""

    chapter: int
    section: int | None
    first: int
    last: int
    titles: Mapping[str, str]


def provisions() -> tuple[str, ...]:
    """Every provision, in the order of the regulation; a whole before its parts."""
    return tuple(_titles())


def exists(provision: str) -> bool:
    """Whether the GDPR has this provision: `5(1)(f)` is one, `16(1)` and `5(1)(g)` are not."""
    return provision in _titles()


def title(article: int, language: str = "en") -> str:
    """The title of an article: 32 is "Security of processing". KeyError for no such article or other `LANGUAGES`."""
    return _titles()[str(article)] if language == "en" else _translations()[str(article)][language]


def parent(provision: str) -> str | None:
    """The next wider provision; None for a whole article. KeyError where there is no such provision."""
    if provision not in _titles():
        raise KeyError(provision)
    return provision[: provision.rindex("(")] if "(" in provision else None


def children(provision: str) -> tuple[str, ...]:
    """The provisions directly within one: `5` has `5(1)` and `5(2)`. KeyError where there is no such provision."""
    if provision not in _titles():
        raise KeyError(provision)
    return _children().get(provision, ())


@cache
def divisions() -> tuple[Division, ...]:
    """The chapters, each followed by its sections."""
    return tuple(
        Division(
            int(row["chapter"]),
            int(row["section"]) if row["section"] else None,
            int(row["first_article"]),
            int(row["last_article"]),
            {language: row[language] for language in LANGUAGES},
        )
        for row in read_table(DIVISIONS_CSV, ("chapter", "first_article", "last_article"), re.compile(r"\d{1,2}"))
    )


def divisions_of(article: int) -> tuple[Division, ...]:
    """The chapter of an article, and its section where the chapter has some. KeyError for no such article."""
    if str(article) not in _titles():
        raise KeyError(article)
    return tuple(division for division in divisions() if division.first <= article <= division.last)


@cache
def _children() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for provision in _titles():
        if (wider := parent(provision)) is not None:
            found[wider] = (*found.get(wider, ()), provision)
    return found


@cache
def _titles() -> Mapping[str, str]:
    """Provision to English title; only whole articles have one, the others the empty string."""
    return {row["provision"]: row["title"] for row in read_table(PROVISIONS_CSV, ("provision",), _KEY, unique=True)}


@cache
def _translations() -> Mapping[str, Mapping[str, str]]:
    """Article to its titles by language, English not among them."""
    rows = read_table(ARTICLE_TITLES_CSV, ("article",), re.compile(r"\d{1,2}"), unique=True)
    return {row["article"]: row for row in rows}
