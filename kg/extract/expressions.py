"""Regular expressions that look only where they can match.

The expressions of the rules are alternations of many words. Python's engine tries each of them at each letter of a
text. But whatever such an expression matches begins with one of few strings, its leads: an Aho-Corasick automaton finds
these in one pass, and the engine is asked only there. The matches are the same.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

_PARSER: Any = import_module("re._parser")
"""The standard library's own parser of expressions: what it does not know how to read here has no leads."""

SHORT = 160
"""Texts up to so many characters are left to the engine: a pass for the leads would take as long."""

_CUT = 3000
"""Characters of what is cut from an article at most, a sentence: the places of longer texts are kept apart."""

_LONGEST = 6
"""Characters of a lead: longer ones are hardly rarer."""
_MOST = 2000
"""Leads of an expression: one that has more is left to the engine."""
_WIDE = 300
"""Prefixes of a sequence: where one more part of it would make more, they end before it."""

_CLASS = 12
"""Members of a character class that a lead goes through; a larger one ends it."""
_ENDLESS = 1 << 62

_SPACES = "".join(c for c in map(chr, range(0x10000)) if c.isspace() and c not in " \n")
"""Blanks of all kinds; for the leads there is one."""

_LIKE = str.maketrans({"\u017f": "s", "\u0131": "i", "\u0130": "i", "\u212a": "k"} | dict.fromkeys(_SPACES + "\n", " "))
"""Letters that the engine takes for others where case does not matter, and blanks."""


_DIGIT = re.compile(r"[^\D0-9]")
"""Digits of other scripts, which an expression for a digit matches too."""

_ODD = re.compile(rf"[\u017f\u0131\u0130\u212a{re.escape(_SPACES)}]|{_DIGIT.pattern}")
"""What is not only put in lower case, but for ends of lines."""


class Expression:
    """A compiled expression with the methods of `re.Pattern` that the rules use, and the same results."""

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled = compiled
        self.pattern = compiled.pattern
        self.match = compiled.match
        self.fullmatch = compiled.fullmatch
        self.sub = compiled.sub
        self._automaton: AhoCorasick | None = None
        self._looked_at = self._of_words = False
        self._article: tuple[str, Sequence[int]] = ("", ())
        self._last: tuple[str, Sequence[int]] = ("", ())

    def finditer(self, text: str, start: int = 0, end: int = _ENDLESS) -> Iterator[re.Match[str]]:
        """The matches within a stretch of a text, in order, none overlapping another."""
        places = self._places(text)
        if places is None:
            yield from self.compiled.finditer(text, start, end)
            return
        match, free = self.compiled.match, start
        for number in range(bisect_left(places, start), len(places)):
            if (place := places[number]) >= end:
                return
            if place >= free and (found := match(text, place, end)) is not None:
                yield found
                free = found.end()

    def search(self, text: str, start: int = 0, end: int = _ENDLESS) -> re.Match[str] | None:
        """The first match within a stretch of a text."""
        places = None if end - start <= SHORT else self._places(text)
        if places is None:
            return self.compiled.search(text, start, end)
        match = self.compiled.match
        for number in range(bisect_left(places, start), len(places)):
            if (place := places[number]) >= end:
                return None
            if (found := match(text, place, end)) is not None:
                return found
        return None

    def findall(self, text: str) -> list[str]:
        """The texts of all matches; of the first group where the expression has one."""
        return [found[1 if self.compiled.groups else 0] for found in self.finditer(text)]

    def _places(self, text: str) -> Sequence[int] | None:
        """Where a match may begin, in order; None where the engine has to look everywhere."""
        if len(text) <= SHORT:
            return None
        of_article = len(text) > _CUT
        last, places = self._article if of_article else self._last
        if last is text:
            return places
        if not self._looked_at:
            leads = leads_of(self.compiled)
            self._of_words = _has_edge(self.compiled) and all(_is_word(lead[0]) for lead in leads)
            self._automaton = AhoCorasick(leads, matchkind=MatchKind.Standard) if leads else None
            self._looked_at = True
        if self._automaton is None:
            return None
        low = lowered(text)
        starts = {start for _, start, _ in self._automaton.find_matches_as_indexes(low, overlapping=True)}
        places = sorted(place for place in starts if _begins_word(low, place)) if self._of_words else sorted(starts)
        if of_article:
            self._article = (text, places)
        else:
            self._last = (text, places)
        return places


def expression(pattern: str, flags: re.RegexFlag | int = 0) -> Expression:
    """An expression for what `re.compile` takes."""
    return Expression(re.compile(pattern, flags))


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """A text in lower case, letter for letter, so that offsets stay; what the engine takes for alike is one."""
    plain = text.replace("\n", " ")
    if _ODD.search(plain) is not None:
        plain = _DIGIT.sub(_ascii_digit, plain.translate(_LIKE))
    low = plain.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)


def _has_edge(compiled: re.Pattern[str]) -> bool:
    """Whether an expression begins with the edge of a word, whichever way it goes on."""
    first = next(iter(_PARSER.parse(compiled.pattern, compiled.flags & ~re.DEBUG)), None)
    return first is not None and str(first[0]) == "AT" and str(first[1]) == "AT_BOUNDARY"


def _is_word(letter: str) -> bool:
    """Whether the engine takes a letter for one of a word."""
    return letter.isalnum() or letter == "_"


def _begins_word(text: str, place: int) -> bool:
    """Whether no letter of a word stands before a place."""
    return place == 0 or not _is_word(text[place - 1])


def _ascii_digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found.group()))


def leads_of(compiled: re.Pattern[str]) -> tuple[str, ...]:
    """Strings in lower case with one of which every match begins; none where that cannot be told, or is not worth it.

    Zero-width parts are passed over, and case is not looked at, so there may be leads without a match.
    """
    tree = _PARSER.parse(compiled.pattern, compiled.flags & ~re.DEBUG)
    found = {lead.translate(_LIKE).lower() for lead, _ in _prefixes(tree)}
    short = any(not lead or (len(lead) == 1 and lead.isalpha()) for lead in found)
    return () if short or len(found) > _MOST else tuple(sorted(found))


_Prefix = tuple[str, bool]
"""What a match may begin with, and whether more may be put behind it."""


def _prefixes(nodes: Any) -> set[_Prefix]:
    """The prefixes of a sequence of nodes; a set with the empty one where it is open at its front."""
    found: set[_Prefix] = {("", True)}
    for kind, argument in nodes:
        if not any(goes_on for _, goes_on in found):
            break
        following = _of_node(str(kind), argument)
        longer = {
            joined
            for prefix, goes_on in found
            for joined in (_joined(prefix, following) if goes_on else [(prefix, False)])
        }
        if len(longer) > _WIDE and ("", True) not in found:
            return {(prefix, False) for prefix, _ in found}
        found = longer
    return found


def _joined(prefix: str, following: set[_Prefix]) -> Iterator[_Prefix]:
    for more, goes_on in following:
        whole = prefix + more
        yield whole[:_LONGEST], goes_on and len(whole) < _LONGEST


def _of_node(kind: str, argument: Any) -> set[_Prefix]:
    if kind in {"AT", "ASSERT", "ASSERT_NOT"}:
        return {("", True)}
    if kind == "LITERAL":
        return {(chr(argument), True)}
    if kind == "IN":
        return _of_class(argument)
    if kind == "SUBPATTERN":
        return _prefixes(argument[3])
    if kind == "BRANCH":
        return {prefix for branch in argument[1] for prefix in _prefixes(branch)}
    if kind in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        least, most, repeated = argument
        once = {(lead, goes_on and most == 1) for lead, goes_on in _prefixes(repeated)}
        return once | {("", True)} if least == 0 else once
    return {("", False)}


def _of_class(members: Any) -> set[_Prefix]:
    letters: set[str] = set()
    for kind, argument in members:
        if str(kind) == "LITERAL":
            letters.add(chr(argument))
        elif str(kind) == "RANGE" and argument[1] - argument[0] < _CLASS:
            letters |= set(map(chr, range(argument[0], argument[1] + 1)))
        elif str(argument) == "CATEGORY_DIGIT":
            letters |= set("0123456789")
        elif str(argument) == "CATEGORY_SPACE":
            letters.add(" ")
        else:
            return {("", False)}
    return {(letter, True) for letter in letters} if len(letters) <= _CLASS else {("", False)}
