"""Noun phrases that name a party: read forwards from a verb ("fined X"), or backwards ("X was fined").

English news writes names with capitals; a phrase is either a name ("the Spanish bank Norte S.A." → "Norte S.A.") or a
description ("a hospital in the north").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.extract.countries import is_nationality
from kg.extract.legal_forms import FORM_AFTER, starts_with_form
from kg.extract.name_words import (
    BETWEEN,
    ENDS_A_NAME,
    FORMS_BEFORE,
    HEADLINE_STOP,
    INSTITUTIONS,
    JOINERS,
    OF_HEADS,
    OPENERS,
    QUOTES,
    goes_on,
    is_name_word,
    is_stop,
)
from kg.extract.organisations import known_from, known_until
from kg.extract.party_words import PARTY_NOUN
from kg.extract.proper import is_proper

_TOKEN = re.compile(r"\d[\d.,]*(?=\s|$)|[^\W_](?:[\w&+.!-]*[\w+])?|['’]s?(?=\W|$)|[^\w\s]|\n+")  # noqa: RUF001
_LEAD_LIMIT = 8
_NAME_LIMIT = 9

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
class _Token:
    start: int
    end: int
    text: str


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text, start, end)]


def phrase_at(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that begins at `start`, not beyond `end`; None where something else stands there."""
    tokens = _tokens(text, start, min(end, start + 250))
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
        if _nationality(word, following):
            lead, place = lead + 1, place + 1
        elif (found := _named_at(text, tokens, place)) is not None and not _modifies(
            tokens, place, found, indefinite=determined and not definite
        ):
            return found
        elif word in QUOTES:
            place += 1
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


def _named_at(text: str, tokens: Sequence[_Token], place: int) -> Phrase | None:
    """The name that begins at a token: by its look, or since it is known, whichever is longer."""
    found = _name(text, tokens, place) if is_name_word(tokens[place].text) else None
    known = known_from(text, tokens[place].start)
    if known is None or (found is not None and found.end >= known):
        return found
    return _known(text, tokens[place].start, known)


def _known(text: str, start: int, end: int) -> Phrase:
    return Phrase(start, end, tidy(text[start:end]), named=True)


def _modifies(tokens: Sequence[_Token], place: int, name: Phrase, *, indefinite: bool) -> bool:
    """Whether a name of one word only says of where or whose an unnamed party is: "a Yorkshire council"."""
    if name.end != tokens[place].end:
        return False
    following = [token.text for token in tokens[place + 1 : place + 4]]
    behind = list(takewhile(lambda word: word[0].islower() and not is_stop(word), following))
    at = next((n for n, word in enumerate(behind) if PARTY_NOUN.fullmatch(word)), -1)
    return at >= (0 if indefinite else 1)


def _formed(text: str, tokens: Sequence[_Token], place: int) -> Phrase | None:
    """The name at a token, if it has a legal form: "operator of Norte SA" speaks of Norte SA itself."""
    if place >= len(tokens) or not is_name_word(tokens[place].text):
        return None
    found = _name(text, tokens, place)
    return (
        found
        if found and any(form.end() == found.end for form in FORM_AFTER.finditer(text, found.start, found.end))
        else None
    )


def _description(text: str, tokens: Sequence[_Token], first: int, definite: bool) -> Phrase | None:
    """The words up to the end of the noun phrase, with what `of` and `in` add to it."""
    place = first
    while place < len(tokens) and place - first < 12:
        word = tokens[place].text
        if word in {"of", "in"} and place > first and place + 1 < len(tokens) and tokens[place + 1].text[0].isalpha():
            place += 1
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


def _article_inside(tokens: Sequence[_Token], first: int, place: int) -> bool:
    return place > first and tokens[place].text in {"a", "an", "the"} and tokens[place - 1].text in {"of", "in"}


def _nationality(word: str, following: str) -> bool:
    return is_nationality(word) and following[:1].islower() and following not in JOINERS


def _name(text: str, tokens: Sequence[_Token], first: int) -> Phrase | None:
    """The longest name that begins at a token."""
    last, place = first, first + 1
    while place < len(tokens) and place - first < _NAME_LIMIT:
        word = tokens[place].text
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if word in {"'s", "’s"}:  # noqa: RUF001
            if is_name_word(following or "x") and following not in HEADLINE_STOP:
                return _name(text, tokens, place + 1)
            break
        if goes_on(word) and word not in HEADLINE_STOP:
            last = place
        elif not (
            _joins(word, following, tokens, place)
            or (word.isdigit() and len(word) <= 4 and starts_with_form(text, tokens[place].end))
        ):
            break
        place += 1
    start = tokens[first].start
    end = _with_form(text, start, tokens[last].end)
    if end == tokens[last].end and first == last and not is_proper(text, tokens[first].start, tokens[first].text):
        return None
    return Phrase(start, end, tidy(text[start:end]), named=True)


def _with_form(text: str, start: int, end: int) -> int:
    """Where a name ends with the whole of its legal form: "Norte S.A" goes on to the last dot, "Payfast" to ", UAB"."""
    return max([end, *(form.end() for form in FORM_AFTER.finditer(text, start, end + 25) if form.start() <= end)])


def _joins(word: str, following: str, tokens: Sequence[_Token], place: int) -> bool:
    """Whether a small word goes on with a name: "Bank of Ireland", but not "Coop and Tele2"."""
    if word == "-" and tokens[place - 1].end < tokens[place].start:
        return False  # a dash between blanks parts what it stands between: "MADRID - Norte has"
    if word in QUOTES:
        # SIA "Prekes": the name proper stands in quotes behind its legal form.
        return tokens[place - 1].text in FORMS_BEFORE and is_name_word(following or "x")
    if word == "the" and tokens[place - 1].text == "of":
        return is_name_word(following or "x")
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


def phrase_before(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that ends at `end` (just before a verb), not starting before `start`.

    A name beside the verb wins, a bracket or an apposition between them does not matter; else the subject at the start
    of the clause.
    """
    tokens = [token for token in _tokens(text, start, end) if token.text.strip()]
    while tokens and tokens[-1].text.lower() in BETWEEN:
        tokens.pop()
    if len(tokens) > 1 and tokens[-1].text in {"which", "who", "that"}:
        tokens = tokens[:-2] if tokens[-2].text == "," else tokens[:-1]
    tokens = _without_bracket(tokens)
    if tokens and tokens[-1].text == ",":
        before = _without_bracket(tokens[:-1])
        if len(before) == 1 or (before and not any(token.text == "," for token in before)):
            return _ending(text, before)
        return _before_apposition(text, tokens)
    return _ending(text, tokens)


def _ending(text: str, tokens: list[_Token]) -> Phrase | None:
    """The phrase that ends with the last token."""
    if not tokens:
        return None
    if (known := known_until(text, tokens[-1].end)) is not None and not is_name_word(tokens[-1].text):
        return _known(text, known, tokens[-1].end)
    form = next(
        (f for f in FORM_AFTER.finditer(text, tokens[0].start, tokens[-1].end) if f.end() >= tokens[-1].end), None
    )
    bare = [token for token in tokens if token.end <= form.start()] if form else tokens
    if bare and is_name_word(bare[-1].text):
        found = _name_backwards(text, bare)
        if found is not None and _within_description(text, found.start) and not form:
            return _subject(text, tokens)
        return found
    return _subject(text, tokens)


def _within_description(text: str, start: int) -> bool:
    """Whether a name only says where something is, or of what it is the operator: "a bank in Berlin"."""
    return (
        re.search(
            r"(?<![\w-])(?:(?:in|from|at|near)\s+(?:the\s+)?|(?:behind|operators? of|owners? of|subsidiary of|"
            r"parent of|developers? of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}[\"“]?)$",
            text[max(0, start - 60) : start],
        )
        is not None
    )


def _without_bracket(tokens: list[_Token]) -> list[_Token]:
    if tokens and tokens[-1].text == ")":
        opening = max((n for n, token in enumerate(tokens) if token.text == "("), default=None)
        if opening is not None:
            return tokens[:opening]
    return tokens


def _before_apposition(text: str, tokens: list[_Token]) -> Phrase | None:
    """ "X, which runs the shops, was fined": the phrase before the comma that opens the apposition."""
    commas = [n for n, token in enumerate(tokens[:-1]) if token.text == ","]
    for comma in reversed(commas):
        before = _without_bracket(tokens[:comma])
        if before and is_name_word(before[-1].text) and (found := _ending(text, before)) is not None:
            return found
    return _subject(text, tokens)


def _name_backwards(text: str, tokens: Sequence[_Token]) -> Phrase | None:
    first = place = len(tokens) - 1
    while place > 0 and len(tokens) - place < _NAME_LIMIT:
        word = tokens[place - 1].text
        if is_name_word(word) and not _nationality(word, tokens[place].text):
            first = place - 1
        elif not (
            word in JOINERS
            and place > 1
            and (is_name_word(tokens[place - 2].text) or tokens[place - 2].text.lower() in OF_HEADS)
        ):
            if word == "and" and place > 1 and is_name_word(tokens[place - 2].text) and tokens[-1].text in INSTITUTIONS:
                place -= 1
                continue
            break
        elif tokens[place - 2].text.lower() in OF_HEADS:
            first = place - 2
            break
        place -= 1
    end = _with_form(text, tokens[first].start, tokens[-1].end)
    if (
        end == tokens[-1].end
        and first == len(tokens) - 1
        and not is_proper(text, tokens[first].start, tokens[first].text)
    ):
        return None
    return Phrase(tokens[first].start, end, tidy(text[tokens[first].start : end]), named=True)


def _subject(text: str, tokens: Sequence[_Token]) -> Phrase | None:
    """The first phrase of the clause in which the tokens end."""
    breaks = [n for n, token in enumerate(tokens) if token.text in {";", ":", "\u2013", "\u2014"} or "\n" in token.text]
    begin = breaks[-1] + 1 if breaks else 0
    rest = tokens[begin:]
    while rest and (rest[0].text.lower() in OPENERS or not rest[0].text[0].isalnum()):
        rest = rest[1:]
    if not rest:
        return None
    first = rest[0]
    lowered = first.text.lower()
    if lowered in {"the", "a", "an", "this", "its"}:
        return phrase_at(text, first.start, tokens[-1].end)
    found = phrase_at(text, first.start, tokens[-1].end)
    return found if found is not None and found.named and _VERB_AFTER.match(text, found.end) else None


_VERB_AFTER = re.compile(r"\s+(?:has|had|have|was|is|were|must|will|did|who|which)\b|,\s")


def tidy(name: str) -> str:
    """A name on one line, with `A / S` written as `A/S`."""
    return re.sub(r"\s*/\s*", "/", " ".join(name.split())).strip(" ,;:")
