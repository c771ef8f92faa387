"""Who was sanctioned: statements such as "fined X", "a fine on X", "X must pay", "X breached", each with its phrase.

A statement gives one phrase of the text; which name the phrase stands for ("the company") is for `kg.extract.naming`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.authorities import acronyms
from kg.extract.countries import is_nationality, is_place
from kg.extract.expressions import expression
from kg.extract.kinds import core
from kg.extract.names import Phrase, phrase_at
from kg.extract.party_words import BACKWARD, FINE, FORWARD, NO_NAMES, NOT_NAMES, NOT_PARTIES, PARTY_NOUN, Strength
from kg.extract.reading import Reading, Span
from kg.extract.subjects import phrase_before
from kg.model import Label


@dataclass(frozen=True, slots=True)
class Statement:
    """A phrase for a party, how strong the statement is, and where its verb stands."""

    phrase: Phrase
    strength: Strength
    place: int
    listed: bool = False
    """Whether the phrase stands in a list of several: "A, B and C were ordered"."""
    paired: bool = False
    """Whether it was found beside a sum, among the parties and sums of its sentence."""


_SUM_FIRST = expression(
    r"(?:with\s+|by\s+|a\s+total\s+of\s+|a\s+|an\s+|for\s+|up\s+to\s+|of\s+|in\s+the\s+amount\s+of\s+)*[^\s]*$",
    re.IGNORECASE,
)
_ON = expression(r"\b(?:on|upon|[Aa]gainst|to|for)\s+")
_FINE_NOUN = expression(rf"\b{FINE}\b", re.IGNORECASE)


_NUMBER = expression(r"[A-Z]{1,6}[./ -]?\d[\d./-]{2,}|[A-Z]{2,6}-\d+$")
"""How the name of a file, a form or a law looks: EXP2022045, ZVOP-2."""


_TOLD = expression(r"\btold\s+$")
_TO_DO = expression(r"\s+(?:not\s+)?to\s|\s+that\s(?:it|they)\smust\b|\s+off\b")
_IT = expression(
    r"\b(?:fined|issued|handed|served|ordered|reprimanded|sanctioned|penali[sz]ed|hit)\s+it\s+(?=[^.;]{0,30}(?:\d|fine|penalty|"
    r"reprimand|warning|order|to\s))"
    r"|\bIt\s+(?:was|has\s(?:now\s|also\s)?been|must|will\shave\sto|has\sto|is\sto)\s(?:\w+ly\s)?(?:fined|ordered|reprimanded|"
    r"sanctioned|pay)\b"
)
_FINED_IT = expression(r"fined|pay|issued|handed|sanctioned|penali|hit")
"""A pronoun for the subject of the sentence before: "issued it with a penalty of", "It must pay"."""


def can_be_party(name: str) -> bool:
    """Whether a name can be that of a party: not a court's, a regulator's, a law's, a country's."""
    return (
        (NOT_NAMES if " " in name else NOT_PARTIES).search(name) is None
        and len(name) > 1
        and _NUMBER.match(name) is None
        and name not in acronyms()
        and not is_nationality(name)
        and not is_place(name)
        and name.lower() not in NO_NAMES
    )


def statements(reading: Reading) -> tuple[Statement, ...]:
    """All statements about parties, in the order of their verbs."""
    found: list[Statement] = []
    subject: Phrase | None = None
    for sentence in reading.sentences:
        found += _in_sentence(reading, sentence.start, sentence.end)
        if subject is not None:
            found += _on_it(reading, sentence, subject)
        first = phrase_at(reading.text, sentence.start, sentence.end)
        if first is not None and first.named:
            subject = first if is_party(reading, first) else None
    return tuple(sorted(set(found), key=lambda s: (s.place, -s.strength, s.phrase.start)))


def _on_it(reading: Reading, sentence: Span, subject: Phrase) -> Iterator[Statement]:
    """What a sentence says of "it", the subject of the sentence before."""
    for verb in _IT.finditer(reading.text, sentence.start, sentence.end):
        fined = _FINED_IT.search(verb.group()) is not None
        yield Statement(subject, Strength.FINED if fined else Strength.ORDERED, verb.start())


def _in_sentence(reading: Reading, start: int, end: int) -> Iterator[Statement]:
    text = reading.text
    for strength, words in FORWARD.items():
        for verb in words.finditer(text, start, end):
            for phrase in _after(reading, verb.end(), end, strength):
                yield Statement(phrase, strength, verb.start())
    for strength, words in BACKWARD.items():
        for verb in words.finditer(text, start, end):
            subject = phrase_before(text, start, verb.start())
            if subject is not None and is_party(reading, subject) and not _is_active(reading, verb, end, strength):
                others = _listed_before(reading, subject, start) if strength >= Strength.INFRINGES else []
                yield Statement(subject, strength, verb.start(), bool(others))
                yield from (Statement(other, strength, verb.start(), True) for other in others)
    for noun in _FINE_NOUN.finditer(text, start, end):
        if (fined := _fine_on(reading, noun.end(), end)) is not None:
            yield Statement(fined, Strength.FINED, noun.start())


def _after(reading: Reading, place: int, end: int, strength: Strength) -> Iterator[Phrase]:
    """The phrase after a verb, perhaps behind the sum; and further ones, each before a sum of its own."""
    place = _skip_sum(reading, place, end)
    phrase = phrase_at(reading.text, place, end)
    if phrase is None or not is_party(reading, phrase):
        return
    if _TOLD.search(reading.text, max(0, place - 6), place) and not _TO_DO.match(reading.text, phrase.end):
        return
    if strength in {Strength.DEFINED, Strength.INFRINGES} and not phrase.named:
        return
    yield phrase


_BEHIND_SUM = expression(r"\s*(?:\([^)]*\)\s*)?(?:fine\s+)?(?:on|upon|against|to|for)?\s*")


def _skip_sum(reading: Reading, place: int, end: int) -> int:
    """Behind a sum that stands at a place, with its preposition: "fined €2,000 | a community"."""
    for mention, _ in reading.money_within(place, min(end, place + 40)):
        if _SUM_FIRST.fullmatch(reading.text[place : mention.start]):
            rest = _BEHIND_SUM.match(reading.text, mention.end)
            return rest.end() if rest else mention.end
    return place


def _fine_on(reading: Reading, place: int, end: int) -> Phrase | None:
    """The party of "a fine (of some sum) (was imposed) on X", the first phrase behind a preposition that can be one."""
    stop = min(end, place + 150)
    for preposition in _ON.finditer(reading.text, place, stop):
        between = reading.text[place : preposition.start()]
        if ";" in between or re.search(
            r"\b(?:because|which|who|after|following|since|orders?|ordered|requires)\b", between
        ):
            return None
        phrase = phrase_at(reading.text, preposition.end(), end)
        if phrase is None or not is_party(reading, phrase):
            continue
        word = preposition.group().strip()
        if word in {"to", "for"} and not phrase.named and not describes_party(phrase.text):
            continue
        return phrase
    return None


def _listed_before(reading: Reading, phrase: Phrase, start: int) -> list[Phrase]:
    """The other names of a list that ends with a name: "A, B and C"."""
    found: list[Phrase] = []
    place = phrase.start
    while phrase.named and (
        joint := re.search(r"(?:,\s*|\s+and\s+(?:the\s+(?:[a-z]+\s+){0,2})?|,\s+and\s+)$", reading.text[start:place])
    ):
        before = phrase_before(reading.text, start, start + joint.start())
        if before is None or not before.named or before.end != start + joint.start() or not is_party(reading, before):
            break
        found.append(before)
        place = before.start
    return found


def _is_active(reading: Reading, verb: re.Match[str], end: int, strength: Strength) -> bool:
    """Whether "A fined X" was taken for a passive: no auxiliary, and a party follows."""
    if strength is not Strength.FINED or not re.match(
        r"(?:fined|sanctioned|penali[sz]ed|hit|slapped|struck)\b", verb.group()
    ):
        return False
    phrase = phrase_at(reading.text, _skip_sum(reading, verb.end(), end), end)
    return phrase is not None and phrase.named and is_party(reading, phrase)


def is_party(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase can be a party: no authority, no court, no date; a description has a noun for a party."""
    if any(reading.overlapped(label, phrase.start, phrase.end) for label in (Label.AUTHORITY, Label.CASE_NUMBER)):
        return False
    if phrase.named:
        return can_be_party(phrase.text)
    return phrase.text not in _OFFICES and describes_party(phrase.text) and NOT_PARTIES.match(phrase.text) is None


_OFFICES = frozenset({"Inspectorate", "Agency", "Authority", "Commission", "Office", "Board", "Chamber"})
"""What an authority calls itself."""


def describes_party(description: str) -> bool:
    """Whether a description is built on a noun for a party: "owner of a gym", but not "e-mail of a firm"."""
    return PARTY_NOUN.search(core(description)) is not None
