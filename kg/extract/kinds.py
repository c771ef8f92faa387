"""What a text calls its names: "the bank Norte", "Norte, a bank", "Norte (the controller)" make Norte a bank.

A description ("the bank") then stands for that name, and not for any other.
"""

import re
from collections.abc import Iterable
from typing import Protocol

from kg.extract.expressions import expression
from kg.extract.lexicon import alternation, words
from kg.extract.name_words import OF_HEADS
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
_OF = expression(rf"\b({alternation(OF_HEADS)})\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_BEHIND = expression(r"\s([a-z][a-z-]+)\b")
_TAIL = expression(r"\s(?:of|in|for|from|at|that|which|who|with|near|based|behind|on|to|by|running|operating)\s.*$")


_MEANS: dict[str, tuple[str, ...]] = {
    word: tuple(nouns.split())
    for words, nouns in {
        "banca banco banque bankas banka sparkasse caixa": "bank",
        "hôpital ospedale ospedaliera ziekenhuis hospitalar krankenhaus klinikum sairaala sjukhus": "hospital",
        "clinica clínica clinique klinik kliniek klinika health": "clinic",
        "university universität università universidad université universiteit uniwersytet": "university",
        "comune ayuntamiento gemeente kommune gemeinde commune concello câmara primăria": "municipality town city",
        "air airlines airways aviation": "airline",
        "telecom telekom mobile telecoms móvil": "operator carrier",
        "insurance assurance versicherung seguros assurances assicurazioni vakuutus försäkring": "insurer",
        "hotel hotels hoteles": "hotel chain",
        "farmacia pharma apotheke pharmacie apteka": "pharmacy",
        "energy energia energie énergie power": "supplier utility",
        "school schule école scuola colegio skole": "school",
        "taxi taksi cabs": "carrier",
        "fitness gym gyms": "gym chain",
        "verlag publishing editions media": "publisher",
    }.items()
    for word in words.split()
}
"""What words in the names of organisations say of their kind."""


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


def nouns(description: str) -> list[str]:
    """The nouns of a description that say what it is, the last first; nouns for anybody are left out."""
    found = [noun.group().lower() for noun in PARTY_NOUN.finditer(core(description))]
    return [noun for noun in reversed(found) if noun not in ANYBODY]


def kinds(text: str, named: Iterable[Named]) -> tuple[tuple[str, str], ...]:
    """The nouns that a text puts beside its names: noun and name, in the order of the text."""
    found: list[tuple[str, str]] = []
    for name in named:
        before = _BEFORE.search(text[max(0, name.start - 40) : name.start])
        if before is not None and PARTY_NOUN.fullmatch(before[2]):
            found.append((before[2], name.text))
        of = _OF.search(text[max(0, name.start - 40) : name.start])
        found += [(of[1].lower(), name.text)] if of else []
        behind = _BEHIND.match(text, name.end)
        one_of_many = re.search(r"\b(?:a|an|one)\s+$", text[max(0, name.start - 5) : name.start], re.IGNORECASE)
        if behind is not None and one_of_many is None and PARTY_NOUN.fullmatch(behind[1]):
            found.append((behind[1], name.text))
        found += [(noun.group().lower().rstrip("s"), name.text) for noun in PARTY_NOUN.finditer(name.text)]
        found += [(noun, name.text) for word in name.text.split() for noun in _MEANS.get(word.lower(), ())]
        after = _AFTER.match(text[name.end : name.end + 90])
        if after is not None:
            found += [(noun.group().lower(), name.text) for noun in PARTY_NOUN.finditer(after[1])][-1:]
    return tuple(dict.fromkeys(found))
