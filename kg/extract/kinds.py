"""What a text calls its names: "the bank Norte", "Norte, a bank", "Norte (the controller)" make Norte a bank.

A description ("the bank") then stands for that name, and not for any other.
"""

from collections.abc import Iterable
from typing import Protocol

from kg.extract.expressions import expression
from kg.extract.lexicon import words
from kg.extract.party_words import PARTY_NOUN

RELATIVE = words(
    """supplier processor contractor subcontractor sub-processor subsidiary parent director manager employee franchisee
    developer vendor affiliate partner consultant executive"""
)
"""Nouns for parties beside another one: such a description is no name that the text never calls so."""

ANYBODY = words(
    """company firm controller organisation organization business undertaking entity party operator group respondent
    defendant enterprise employer person agency individual institution provider companies"""
)
"""Nouns that describe anybody: "a company" may be the bank of the sentence before."""

_BEFORE = expression(r"(?:^|[\s(\"“])([A-Za-z][a-z-]+(?:['’]s)?\s)?([a-z][a-z-]+),?\s+[\"“„]?$")  # noqa: RUF001
_AFTER = expression(
    r"\s*(?:\([A-Z]\w{1,9}\)\s*)?(?:,|\(|\s(?:is|was|acts as|acted as)\b|\sas\b)\s*(?:hereinafter:?\s)?"
    r"[\"“']?(?:the|an?|its|his|her)\s"
    r"((?:[\w'’-]+\s){0,4}?[\w-]+)(?=[\s,.;)\"”']|$)"  # noqa: RUF001
)
_TAIL = expression(r"\s(?:of|in|for|from|at|that|which|who|with|near|based|behind|on|to|by|running|operating)\s.*$")


class Named(Protocol):
    """A name with its place."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def text(self) -> str:
        """The name."""


def core(description: str) -> str:
    """A description without its complements: "software supplier of the town" is a software supplier."""
    return _TAIL.sub("", description + " ").strip()


def head(description: str) -> str:
    """The noun that a description is built on: "software supplier of the town" is a supplier."""
    words = core(description).split()
    return words[-1].lower() if words else ""


def kinds(text: str, named: Iterable[Named]) -> tuple[tuple[str, str], ...]:
    """The nouns that a text puts beside its names: noun and name, in the order of the text."""
    found: list[tuple[str, str]] = []
    for name in named:
        before = _BEFORE.search(text[max(0, name.start - 40) : name.start])
        if before is not None and PARTY_NOUN.fullmatch(before[2]):
            found.append((before[2], name.text))
        after = _AFTER.match(text[name.end : name.end + 90])
        if after is not None:
            found += [(noun.group().lower(), name.text) for noun in PARTY_NOUN.finditer(after[1])][-1:]
    return tuple(dict.fromkeys(found))
