"""The words around a provision, and the verdicts that they give."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kg.extract import citation_words as citing
from kg.extract import infringement_words as words
from kg.extract.expressions import Expression, expression
from kg.extract.reading import Reading, Span
from kg.model import Mention
from kg.values import Provision

BASES = frozenset({6, 9})
"""Articles of legal bases: who may not rely on one infringes it."""

_LONGEST_LINK = 90
"""How long what links two provisions of a list may be, in characters."""

_LONGEST_LIST = 30
"""So many provisions of a list before one, and as many after it, count as said together with it."""

_AROUND = 600
"""How far around a provision its sentence is read, in characters."""

_NEAR = 120
"""How far before a provision the words that clear it may stand, in characters."""

_PRECEDING = 160
"""How much of the sentence before is read, in characters."""

_LONGEST_COMMENT = 2_000
"""How far behind its heading a comment reaches, in characters."""

_COMMENT = expression(r"\n[=*#\s]{0,6}(?:Comment|Our comment|Our take|Commentary)[=*\s]{0,6}(?:\n|:)")
_ITEM = expression(r"\W{0,4}(?:\(?[\da-z]{1,2}[.)]\s)?(?:(?:the|of) )?", re.IGNORECASE)
_ITEM_BEGINS = expression(r"\s*(?:[-*\u2013\u2022\u00b7]|\(?[\da-z]{1,2}[.)]|Art)", re.IGNORECASE)
_LAW = expression(
    r"\s(?:of (?:the )?)?(?:(?:UK|EU) )?(?:GDPR|RGPD|DS-?GVO|AVG|(?:General )?(?:Data Protection )?Regulation"
    r"(?: \(EU\) 2016/679)?)(?: \([A-Z]{2,5}\))?(?=\W)"
)
_WRONG = expression(r"(?:breach|violation)(?:es|s)?", re.IGNORECASE)
_SANCTION = expression(r"\b(?:fine[ds]?|penalt\w+|sanction\w*)\b", re.IGNORECASE)


class Outcome(StrEnum):
    """What a text says of a provision."""

    INFRINGED = "infringed"
    NOT_INFRINGED = "not infringed"
    CITED = "cited"


class Verdict(NamedTuple):
    """An outcome, how sure it is (0 to 1), and whether the words beside the provision tell it."""

    outcome: Outcome
    sure: float
    told: bool = True


@dataclass(frozen=True)
class ProvisionPlace:
    """A provision with the words around it: its clause before it, its sentence after it."""

    reading: Reading
    mention: Mention
    provision: Provision

    @cached_property
    def chain(self) -> Span:
        """The stretch of the provisions of one list, of which one thing is said."""
        rows = self.reading.provisions
        first = last = bisect_left(rows, self.mention.start, key=lambda row: row[0].start)
        while first and last - first < _LONGEST_LIST and self._joined(rows[first - 1][0], rows[first][0]):
            first -= 1
        while (
            last + 1 < len(rows) and last - first < 2 * _LONGEST_LIST and self._joined(rows[last][0], rows[last + 1][0])
        ):
            last += 1
        return Span(rows[first][0].start, rows[last][0].end)

    def _joined(self, one: Mention, other: Mention) -> bool:
        between = self.reading.text[one.end : other.start]
        return len(between) < _LONGEST_LINK and words.CHAINED.fullmatch(between) is not None

    @cached_property
    def before(self) -> str:
        """What stands before the list in its sentence."""
        return _plain(self.reading.before(self.chain, 260))

    @cached_property
    def preceding(self) -> str:
        """How the sentence before ends."""
        start = self.reading.sentence(self.chain.start).start
        return _plain(self.reading.words(Span(max(0, start - _PRECEDING), start)))

    @cached_property
    def clause(self) -> str:
        """The clause before the list; a "data breach" in it is an incident, so that it speaks of no infringement."""
        clause = re.split(r"[;]\s|\b(?:but|however|although)\b", self.before)[-1]
        if not _SANCTION.search(clause):
            clause = words.INCIDENT.sub(lambda hit: _WRONG.sub("incident", hit.group()), clause)
        return clause

    @cached_property
    def near(self) -> str:
        """The end of the clause."""
        return self.clause[-_NEAR:]

    @cached_property
    def after(self) -> str:
        """What follows the list and the name of its law."""
        return self.rest(140)

    def rest(self, limit: int) -> str:
        """So many characters of what follows the list and the name of its law."""
        after = self.reading.after(self.chain, limit)
        law = _LAW.match(after)
        return _plain(after[law.end() :] if law else after)

    @cached_property
    def tail(self) -> str:
        """The first clause after it."""
        return re.split(r"[,;:]\s|\b(?:but|because|which|while)\b", self.after[:90])[0]

    @cached_property
    def sentence(self) -> str:
        """Its sentence, as far as it is read."""
        before, after = self.reading.before(self.mention, _AROUND), self.reading.after(self.mention, _AROUND)
        return _plain(before + self.reading.words(Span(self.mention.start, self.mention.end)) + after)

    @cached_property
    def following(self) -> str:
        """How the next sentence begins."""
        end = self.reading.sentence(self.mention.start).end
        return _plain(self.reading.text[end : end + 120])

    @cached_property
    def announced(self) -> str:
        """The line that ends in a colon and opens the list of lines that this one belongs to; else nothing."""
        rows = self.reading.paragraphs
        place = bisect_right(rows, self.mention.start, key=lambda row: row.start) - 1
        if not _ITEM.fullmatch(self.reading.text[rows[place].start : self.chain.start]):
            return ""
        for row in reversed(rows[max(0, place - _LONGEST_LIST) : place]):
            words = self.reading.words(row).rstrip()
            if words.endswith(":"):
                return _plain(words[-_AROUND:])
            if not _ITEM_BEGINS.match(words):
                return ""
        return ""

    @cached_property
    def questioned(self) -> bool:
        """Whether its sentence is a question."""
        return self.reading.words(self.reading.sentence(self.mention.start)).rstrip().endswith("?")

    @cached_property
    def commented(self) -> bool:
        """Whether it stands in the comment of a case summary, which is not the authority's."""
        return (
            _COMMENT.search(self.reading.text, max(0, self.mention.start - _LONGEST_COMMENT), self.mention.start)
            is not None
        )

    @cached_property
    def asked(self) -> bool:
        """Whether somebody alleges or examines something in the clause, and no word of a finding follows."""
        asked = last(citing.ASKED, self.clause)
        return asked >= 0 and asked >= last(citing.RULED, self.clause)

    @cached_property
    def argued(self) -> bool:
        """Whether a party says so of the provision, and nobody has found it."""
        argued = last(citing.ARGUED, self.clause)
        return argued >= 0 and argued >= last(citing.RULED, self.clause)

    @cached_property
    def found(self) -> int:
        """Where the last sure word of an infringement ends in the clause."""
        return last(words.STRONG_FOUND, self.clause)

    @cached_property
    def quoted(self) -> int:
        """Where the last word of a mere citation ends in the clause."""
        return last(citing.QUOTED, self.clause)


_NEGATION = re.compile(r"(?<=\w)n['\u2019]t\b")
_CANNOT = re.compile(r"\bcan(?:['\u2019]t|not)\b")


def _plain(text: str) -> str:
    """A text with its negations written out: what the rules read."""
    if "n" not in text:
        return text
    return _NEGATION.sub(" not", _CANNOT.sub("can not", text))


def last(pattern: Expression, text: str) -> int:
    """Where the last of some words ends; -1 where there is none."""
    return max((hit.end() for hit in pattern.finditer(text)), default=-1)
