"""The noun phrase before a verb: the subject that names a party, read backwards from "was fined".

A name beside the verb wins; brackets, appositions and the adverbs between them do not matter.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.legal_forms import FORM_AFTER
from kg.extract.lexicon import words
from kg.extract.name_words import (
    BETWEEN,
    DEPARTMENTS,
    INSTITUTIONS,
    JOINERS,
    LINKS,
    OF_HEADS,
    OPENERS,
    goes_on,
    is_name_word,
)
from kg.extract.names import (
    NAME_LIMIT,
    POSSESSIVE,
    Phrase,
    Token,
    is_defined_term,
    known_phrase,
    leads_with_nationality,
    phrase_at,
    tidy,
    tokens_of,
    with_form,
)
from kg.extract.organisations import known_until
from kg.extract.proper import is_proper


def phrase_before(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that ends at `end` (just before a verb), not starting before `start`.

    A name beside the verb wins, a bracket or an apposition between them does not matter; else the subject at the start
    of the clause.
    """
    tokens = [token for token in tokens_of(text, start, end) if token.text.strip()]
    while tokens and tokens[-1].text.lower() in BETWEEN:
        tokens.pop()
    if len(tokens) > 1 and tokens[-1].text in {"which", "who", "that"}:
        tokens = tokens[:-2] if tokens[-2].text == "," else tokens[:-1]
    tokens = _without_bracket(tokens)
    if tokens and tokens[-1].text == ",":
        before = _without_bracket(tokens[:-1])
        if (apposed := _apposed(before)) is not None:
            end = with_form(text, apposed[0].start, apposed[-1].end)
            return Phrase(apposed[0].start, end, tidy(text[apposed[0].start : end]), named=True)
        if len(before) == 1 or (before and not any(token.text == "," for token in before)):
            return _ending(text, before)
        return _before_apposition(text, tokens)
    return _ending(text, tokens)


def _apposed(tokens: Sequence[Token]) -> list[Token] | None:
    """The name that stands behind a description and a comma: "the owner of the shops, Norte Sur"."""
    comma = max((n for n, token in enumerate(tokens) if token.text == ","), default=0)
    name = list(tokens[comma + 1 :])
    described = comma > 0 and tokens[comma - 1].text[0].islower()
    whole = all(goes_on(token.text) or token.text in JOINERS for token in name)
    return name if described and name and whole and is_name_word(name[0].text) else None


def _ending(text: str, tokens: list[Token]) -> Phrase | None:
    """The phrase that ends with the last token."""
    if not tokens:
        return None
    if (known := known_until(text, tokens[-1].end)) is not None and not is_name_word(tokens[-1].text):
        return known_phrase(text, known, tokens[-1].end)
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
            r"(?<![\w-])(?:(?:in|from|at|near)\s+(?:the\s+)?|(?:behind|operators? of|owners? of|subsidiary of|mayor of|"
            r"parent of|developers? of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}[\"“]?)$",
            text[max(0, start - 60) : start],
        )
        is not None
    )


def _without_bracket(tokens: list[Token]) -> list[Token]:
    if tokens and tokens[-1].text == ")":
        opening = max((n for n, token in enumerate(tokens) if token.text == "("), default=None)
        if opening is not None:
            return tokens[:opening]
    return tokens


def _before_apposition(text: str, tokens: list[Token]) -> Phrase | None:
    """ "X, which runs the shops, was fined": the phrase before the comma that opens the apposition."""
    commas = [n for n, token in enumerate(tokens[:-1]) if token.text == ","]
    for comma in reversed(commas):
        before = _without_bracket(tokens[:comma])
        if before and is_name_word(before[-1].text) and (found := _ending(text, before)) is not None:
            return found
    return _subject(text, tokens)


def _department(text: str, tokens: Sequence[Token]) -> Phrase | None:
    """The name of a department that ends here, with all its matters: "Ministry of Trade and Fisheries"."""
    near = tokens[-NAME_LIMIT:]
    begin = next((token.start for token, of in pairwise(near) if token.text in DEPARTMENTS and of.text == "of"), None)
    found = phrase_at(text, begin, tokens[-1].end) if begin is not None else None
    return found if found is not None and found.named and found.end == tokens[-1].end else None


def _goes_back(tokens: Sequence[Token], place: int) -> bool:
    """Whether the small word before a token joins it to a name before: "Bank of | Ireland", not "NICE - | Norte"."""
    word, before = tokens[place - 1].text, tokens[place - 2]
    if word not in JOINERS or place < 2:
        return False
    if word == "'s" and before.text not in POSSESSIVE and tokens[place].text not in INSTITUTIONS:
        return False
    if word == "-" and before.end < tokens[place - 1].start:
        return False
    linked = place > 2 and word in LINKS and before.text in LINKS and is_name_word(tokens[place - 3].text)
    return linked or is_name_word(before.text) or before.text.lower() in OF_HEADS


def _name_backwards(text: str, tokens: Sequence[Token]) -> Phrase | None:
    if (whole := _department(text, tokens)) is not None:
        return whole
    first = place = len(tokens) - 1
    while place > 0 and len(tokens) - place < NAME_LIMIT:
        word = tokens[place - 1].text
        if is_name_word(word) and not leads_with_nationality(word, tokens[place].text):
            first = place - 1
        elif not _goes_back(tokens, place):
            if word == "and" and place > 1 and is_name_word(tokens[place - 2].text) and tokens[-1].text in INSTITUTIONS:
                place -= 1
                continue
            break
        elif tokens[place - 2].text in LINKS:
            place -= 1
        elif tokens[place - 2].text.lower() in OF_HEADS:
            first = place - 2
            break
        place -= 1
    end = with_form(text, tokens[first].start, tokens[-1].end)
    if first == len(tokens) - 1 and first and is_defined_term(tokens[first].text, tokens[first - 1].text):
        return Phrase(tokens[first].start, end, tokens[first].text, named=False, definite=True)
    if (
        end == tokens[-1].end
        and first == len(tokens) - 1
        and not is_proper(text, tokens[first].start, tokens[first].text)
    ):
        return None
    return Phrase(tokens[first].start, end, tidy(text[tokens[first].start : end]), named=True)


def _subject(text: str, tokens: Sequence[Token]) -> Phrase | None:
    """The first phrase of the clause in which the tokens end, else one that begins behind its last comma."""
    breaks = [n for n, token in enumerate(tokens) if _is_break(text, token)]
    begin = breaks[-1] + 1 if breaks else 0
    rest = tokens[begin:]
    while rest and (rest[0].text.lower() in OPENERS or not rest[0].text[0].isalnum()):
        rest = rest[1:]
    if not rest:
        return None
    last = next((n for n in range(len(rest) - 1, 0, -1) if rest[n - 1].text == ","), None)
    for first in (0, last) if last is not None else (0,):
        found = phrase_at(text, rest[first].start, tokens[-1].end)
        if rest[first].text.lower() in _DETERMINERS:
            return found
        # Headlines leave out the article: "Hotel chain fined".
        if found is not None and (_VERB_AFTER.match(text, found.end) if found.named else found.end == tokens[-1].end):
            return found
    return None


def _is_break(text: str, token: Token) -> bool:
    """Whether a mark begins a new clause: a dash between blanks does, as behind a dateline."""
    if token.text == "-":
        return text[token.start - 1 : token.start] == " " == text[token.end : token.end + 1]
    return token.text in {";", ":", "\u2013", "\u2014"} or "\n" in token.text


_DETERMINERS = words("the a an this its another")
_VERB_AFTER = re.compile(r"\s+(?:has|had|have|was|is|were|must|will|did|who|which)\b|,\s")
