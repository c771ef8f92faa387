"""Noun phrases that name a party, read forwards from a verb: "fined X".

English news writes names with capitals; a phrase is either a name ("the Spanish bank Norte S.A." → "Norte S.A.") or a
description ("a hospital in the north").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kg.extract.countries import is_nationality, is_place
from kg.extract.legal_forms import FORM_AFTER, end_of, starts_with_form
from kg.extract.lexicon import words
from kg.extract.name_words import (
    DEPARTMENTS,
    ENDS_A_NAME,
    FORMS_BEFORE,
    HEADLINE_STOP,
    INSTITUTIONS,
    JOINERS,
    LINKS,
    OF_HEADS,
    QUOTES,
    goes_on,
    is_name_word,
    is_stop,
)
from kg.extract.organisations import known_from
from kg.extract.party_words import PARTY_NOUN
from kg.extract.proper import is_proper

_TOKEN = re.compile(
    r"S:ta?(?=\s)|\d[\d.,]*(?=\s|$)|[^\W_](?:(?:[\w&+.!-]|['’](?=[A-Z][a-z]))*[\w+])?|['’]s?(?=\W|$)|[^\w\s]|\n+"  # noqa: RUF001
)
_LEAD_LIMIT = 8
NAME_LIMIT = 12

_PLURAL = re.compile(
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|various|other|\d+)\s+(?:\w+\s+){0,3})?"
    r"(?:companies|controllers|organi[sz]ations|firms|agencies|entities|parties|operators|hospitals|municipalities|"
    r"banks|bodies|managers|undertakings|businesses|societies|processors|persons|individuals|schools|websites)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase `[start, end)`: a name, or a description that is definite ("the bank") or not ("a bank")."""

    start: int
    end: int
    text: str
    named: bool
    definite: bool = False

    @property
    def plural(self) -> bool:
        """Whether the phrase speaks of several parties."""
        return not self.named and _PLURAL.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a text, with its place."""

    start: int
    end: int
    text: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch, in order."""
    return [Token(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text, start, end)]


def phrase_at(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `start`, not beyond `end`; None where something else stands there."""
    tokens = tokens_of(text, start, min(end, start + 250))
    return _defined_term(tokens) or _phrase(text, tokens)


def _behind_quoted(tokens: Sequence[Token], place: int) -> int:
    """The token behind an opening quote, or behind what is quoted where it is no name: the "buy now" app."""
    if place + 1 < len(tokens) and tokens[place + 1].text[0].islower():
        closing = (n for n in range(place + 2, min(place + 9, len(tokens))) if tokens[n].text in QUOTES)
        return next(closing, place) + 1
    return place + 1


def _defined_term(tokens: Sequence[Token]) -> Phrase | None:
    """The term that stands behind an article: "the Bank" as a description, not a name."""
    if len(tokens) < 2 or not is_defined_term(tokens[1].text, tokens[0].text):
        return None
    if len(tokens) > 2 and (goes_on(tokens[2].text) or tokens[2].text in JOINERS):
        return None
    return Phrase(tokens[1].start, tokens[1].end, tokens[1].text, named=False, definite=True)


def _phrase(text: str, tokens: Sequence[Token]) -> Phrase | None:
    """The noun phrase that tokens begin with."""
    lead, place = 0, 0
    definite = bool(tokens) and tokens[0].text.lower() in {"the", "its", "this", "that", "their", "both"}
    determined = definite or (bool(tokens) and tokens[0].text.lower() in {"a", "an", "another", "one"})
    if determined:
        place = 1
    first = place
    while place < len(tokens) and lead <= _LEAD_LIMIT:
        token = tokens[place]
        word = token.text
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if leads_with_nationality(word, following):
            lead, place = lead + 1, place + 1
        elif (found := _named_at(text, tokens, place)) is not None and not _modifies(
            tokens, place, found, indefinite=determined and not definite
        ):
            return found
        elif word in QUOTES:
            place = _behind_quoted(tokens, place)
        elif (
            word == "of"
            and lead
            and tokens[place - 1].text.lower().startswith("operator")
            and (of := _formed(text, tokens, place + 1))
        ):
            return of
        elif word == "of" and lead and tokens[place - 1].text.lower() in OF_HEADS:
            following_name = next(
                (n for n in range(place + 1, min(place + 3, len(tokens))) if is_name_word(tokens[n].text)), None
            )
            if following_name is None:
                break
            return _name(text, tokens, place - 1)
        elif not word[0].isalpha() or is_stop(word):
            break
        else:
            lead, place = lead + 1, place + 1
    return _description(text, tokens, first, definite) if lead or determined else None


def is_defined_term(word: str, before: str) -> bool:
    """Whether a noun with a capital is a term of the text and no name: "the Bank", "the Client"."""
    return (
        before.lower() == "the" and word[0].isupper() and (word == "Client" or PARTY_NOUN.fullmatch(word) is not None)
    )


def _named_at(text: str, tokens: Sequence[Token], place: int) -> Phrase | None:
    """The name that begins at a token: by its look, or since it is known, whichever is longer."""
    found = _name(text, tokens, place) if is_name_word(tokens[place].text) else None
    known = known_from(text, tokens[place].start)
    if known is None or (found is not None and found.end >= known):
        return found
    return known_phrase(text, tokens[place].start, known)


def known_phrase(text: str, start: int, end: int) -> Phrase:
    """A name that is known beforehand, as a phrase."""
    return Phrase(start, end, tidy(text[start:end]), named=True)


def _modifies(tokens: Sequence[Token], place: int, name: Phrase, *, indefinite: bool) -> bool:
    """Whether a name of one word only says of where or whose an unnamed party is: "a Yorkshire council"."""
    far = is_place(name.text)
    if name.end != tokens[place].end and not far:
        return False
    place = next((n for n, token in enumerate(tokens) if token.end >= name.end), len(tokens))
    following = [token.text for token in tokens[place + 1 : place + 4]]
    behind = list(takewhile(lambda word: word[0].islower() and not is_stop(word), following))
    at = next((n for n, word in enumerate(behind) if PARTY_NOUN.fullmatch(word)), -1)
    named = following[len(behind) : len(behind) + 1]
    apposed = bool(named) and is_name_word(named[0]) and named[0] not in HEADLINE_STOP
    return at >= (0 if indefinite or far or apposed else 1)


def _formed(text: str, tokens: Sequence[Token], place: int) -> Phrase | None:
    """The name at a token, if it has a legal form: "operator of Norte SA" speaks of Norte SA itself."""
    if place >= len(tokens) or not is_name_word(tokens[place].text):
        return None
    found = _name(text, tokens, place)
    return (
        found
        if found and any(form.end() == found.end for form in FORM_AFTER.finditer(text, found.start, found.end))
        else None
    )


def _description(text: str, tokens: Sequence[Token], first: int, definite: bool) -> Phrase | None:
    """The words up to the end of the noun phrase, with what `of` and `in` add to it."""
    place = first
    while place < len(tokens) and place - first < 12:
        word = tokens[place].text
        if word in {"of", "in"} and place > first and place + 1 < len(tokens) and tokens[place + 1].text[0].isalpha():
            place += 1
        elif _is_called(tokens, place) and (found := _name(text, tokens, place)) is not None:
            return found
        elif (
            (not word[0].isalpha() and word != "-")
            or word in ENDS_A_NAME
            or (is_stop(word) and not _article_inside(tokens, first, place))
        ):
            break
        place += 1
    if place == first:
        return None
    start, end = tokens[first].start, tokens[place - 1].end
    return Phrase(start, end, " ".join(text[start:end].split()), named=False, definite=definite)


def _is_called(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name stands behind what it is one of: "the chain of gyms Norte"."""
    before = [token.text for token in tokens[max(0, place - 3) : place]]
    return (
        before[1:2] == ["of"]
        and before[0] in _CHAINS
        and before[-1].endswith("s")
        and before[-1].islower()
        and is_name_word(tokens[place].text)
    )


_CHAINS = words("chain group network association federation union society club league")


def _article_inside(tokens: Sequence[Token], first: int, place: int) -> bool:
    return place > first and tokens[place].text in {"a", "an", "the"} and tokens[place - 1].text in {"of", "in"}


def leads_with_nationality(word: str, following: str) -> bool:
    """Whether a word is only the nationality of the noun behind it: "Spanish bank"."""
    return is_nationality(word) and following[:1].islower() and following not in JOINERS


def _name(text: str, tokens: Sequence[Token], first: int) -> Phrase | None:
    """The longest name that begins at a token."""
    last, place = first, first + 1
    while place < len(tokens) and place - first < NAME_LIMIT:
        word = tokens[place].text
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if word in {"'s", "’s"}:  # noqa: RUF001
            if tokens[place - 1].text in POSSESSIVE or following in INSTITUTIONS:
                place += 1
                continue
            owned = _owned(tokens, place + 1)
            return _name(text, tokens, owned) if owned is not None else _named_to(text, tokens, first, last)
        if goes_on(word) and word not in HEADLINE_STOP:
            last = place
        elif not (
            _joins(word, following, tokens, place)
            or (word == "and" and _is_of_department(text, tokens[first : place + 2]))
            or (word.isdigit() and len(word) <= 4 and starts_with_form(text, tokens[place].end))
        ):
            break
        place += 1
    return _named_to(text, tokens, first, last)


POSSESSIVE = words("McDonald Sainsbury Domino Levi Wendy Lloyd Moody Macy Kellogg Christie Sotheby Dunkin Denny Lowe")
"""Brands that are written with a possessive."""
_MOST_OWNED = 4
"""How many words may stand between an owner and the name of what is its: "Norte's main online shop Sur"."""


def _owned(tokens: Sequence[Token], place: int) -> int | None:
    """Where the name of what somebody owns begins: "Norte's Sur", "Norte's subsidiary Sur", "Norte's owner, Sur"."""
    words = [token.text for token in tokens[place : place + _MOST_OWNED + 2]]
    lead = len(list(takewhile(lambda word: word[0].islower(), words[:_MOST_OWNED])))
    if lead and PARTY_NOUN.fullmatch(words[lead - 1]) is None:
        return None
    lead += lead > 0 and words[lead : lead + 1] == [","]
    name = words[lead] if lead < len(words) else "x"
    return place + lead if is_name_word(name) and name not in HEADLINE_STOP else None


def _named_to(text: str, tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """The name from one token to another; None where it is one word that only begins a sentence."""
    start = tokens[first].start
    end = with_form(text, start, tokens[last].end)
    if end == tokens[last].end and first == last and not is_proper(text, tokens[first].start, tokens[first].text):
        return None
    return Phrase(start, end, tidy(text[start:end]), named=True)


def with_form(text: str, start: int, end: int) -> int:
    """Where a name ends with the whole of its legal form: "Norte S.A" goes on to the last dot, "Payfast" to ", UAB"."""
    forms = (form for form in FORM_AFTER.finditer(text, start, end + 25) if form.start() <= end)
    return max([end, *(end_of(form) for form in forms if form.group().strip(" ,\xa0") not in _NOUNS)])


_NOUNS = frozenset({"company", "limited", "group", "cooperative", "association", "foundation"})
"""Legal forms that are everyday nouns where they have no capital: "the New York company"."""


def _joins(word: str, following: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a small word goes on with a name: "Bank of Ireland", but not "Coop and Tele2"."""
    if word == "-" and tokens[place - 1].end < tokens[place].start:
        return False  # a dash between blanks parts what it stands between: "MADRID - Norte has"
    if word in QUOTES:
        # SIA "Prekes": the name proper stands in quotes behind its legal form.
        return tokens[place - 1].text in FORMS_BEFORE and is_name_word(following or "x")
    if word == "the" and tokens[place - 1].text == "of":
        return is_name_word(following or "x")
    if word in LINKS and following in LINKS and place + 2 < len(tokens):
        return is_name_word(tokens[place + 2].text)  # "Beni e delle Terre", "Junta de la Sierra"
    if word not in JOINERS and word != "and":
        return False
    if following == "the" and word == "of" and place + 2 < len(tokens):
        return is_name_word(tokens[place + 2].text)
    if word == "and":
        after = tokens[place + 2].text if place + 2 < len(tokens) else ""
        return after in INSTITUTIONS or following in INSTITUTIONS
    if word == "for":
        return tokens[place - 1].text in INSTITUTIONS and is_name_word(following or "x")
    return is_name_word(following or "x") and following not in HEADLINE_STOP


def _is_of_department(text: str, tokens: Sequence[Token]) -> bool:
    """Whether "and" goes on with what a department is for: "Ministry of Trade | and Fisheries"."""
    matters = len(tokens) > 3 and any(
        token.text in DEPARTMENTS and after.text in {"of", "for"} for token, after in pairwise(tokens[:-2])
    )
    return matters and is_name_word(tokens[-1].text) and not starts_with_form(text, tokens[-1].end)


def tidy(name: str) -> str:
    """A name on one line, with `A / S` written as `A/S`."""
    return re.sub(r"\s*/\s*", "/", " ".join(name.split())).strip(" ,;:")
