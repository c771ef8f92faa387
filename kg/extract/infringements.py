"""Which provisions were found infringed, which were examined and not, and which are only cited."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kg.extract import infringement_words as words
from kg.extract.expressions import Expression, expression
from kg.extract.reading import Reading, Span
from kg.model import Mention
from kg.values import Provision


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


_ONLY_CITED = frozenset({*range(1, 5), *range(50, 58), *range(59, 67), 68, 70, *range(77, 85), 99})
"""Powers and fines, procedure between authorities, definitions, complaints, damages, scope: never infringed."""

BASES = frozenset({6, 9})
"""Articles of legal bases: who may not rely on one infringes it."""

_ONE_PHRASE = 25
"""So close behind "breach" a quoting word belongs to the same phrase: "a breach of the obligation under"."""

_LONG_PHRASE = 90
"""The same for "a breach of accountability … in accordance with" without a comma."""

_LONG = 400
"""From a sentence so long on, its paragraph says nothing of a provision in it."""

_LONGEST_LINK = 90
"""How long what links two provisions of a list may be, in characters."""

_LONGEST_LIST = 30
"""So many provisions of a list before one, and as many after it, count as said together with it."""

_AROUND = 600
"""How far around a provision its sentence is read, in characters."""

_NEAR = 120
"""How far before a provision the words that clear it may stand, in characters."""

_WRONG = expression(r"(?:breach|violation)(?:es|s)?", re.IGNORECASE)
_SANCTION = expression(r"\b(?:fine[ds]?|penalt\w+|sanction\w*)\b", re.IGNORECASE)
_ALONE_BEFORE = expression(r"(?:\(\s?(?:see |cf\.? )?|:\s)$")
_ALONE_AFTER = expression(r"\s?(?:of the )?(?:UK )?(?:GDPR)?(?:\)|\.(?:\s|$)|$)")
_TURN = expression(
    r"\b(?:but(?! (?:\w+ )?(?:dropped|withdrawn|abandoned|rejected))|however|although|whereas|while)\b|"
    r",?\sand (?:the|its|an?|found|imposed|upheld)\b",
    re.IGNORECASE,
)
_WEAKLY = expression(r"in (?:accordance|line|conformity)", re.IGNORECASE)
"""Words that clear, and as often say "pursuant to": "a breach of accountability in accordance with"."""
_PURSUANT = expression(r"\b(?:pursuant to|in accordance with|according to|within the meaning of)\s$", re.IGNORECASE)
_WHICH = expression(r"\b(?:as|that|what|which)\s$", re.IGNORECASE)
_UNDER = expression(r"\b(?:under|pursuant to|according to|in accordance with|in)\s$", re.IGNORECASE)


@dataclass(frozen=True)
class _Place:
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
        return self.reading.before(self.chain, 260)

    @cached_property
    def clause(self) -> str:
        clause = re.split(r"[;]\s|\b(?:but|however|although)\b", self.before)[-1]
        if not _SANCTION.search(clause):
            clause = words.INCIDENT.sub(lambda hit: _WRONG.sub("incident", hit.group()), clause)
        return clause

    @cached_property
    def after(self) -> str:
        return self.reading.after(self.chain, 140)

    @cached_property
    def tail(self) -> str:
        """The first clause after it."""
        return re.split(r"[,;:]\s|\b(?:but|because|which|while)\b", self.after[:90])[0]

    @cached_property
    def sentence(self) -> str:
        before, after = self.reading.before(self.mention, _AROUND), self.reading.after(self.mention, _AROUND)
        return before + self.reading.words(Span(self.mention.start, self.mention.end)) + after

    @cached_property
    def following(self) -> str:
        """How the next sentence begins."""
        end = self.reading.sentence(self.mention.start).end
        return self.reading.text[end : end + 120]

    @cached_property
    def asked(self) -> bool:
        """Whether somebody alleges or examines something in the clause, and no word of a finding follows."""
        asked = _last(words.ASKED, self.clause)
        return asked >= 0 and asked >= _last(words.RULED, self.clause)

    @cached_property
    def found(self) -> int:
        """Where the last sure word of an infringement ends in the clause."""
        return _last(words.STRONG_FOUND, self.clause)

    @cached_property
    def quoted(self) -> int:
        """Where the last word of a mere citation ends in the clause."""
        return _last(words.QUOTED, self.clause)


def outcome(reading: Reading, mention: Mention, provision: Provision) -> Verdict:
    """What the text says of a provision, and how sure that is."""
    if provision.article in _ONLY_CITED or (provision.article == 58 and provision.paragraph != 1):
        return Verdict(Outcome.CITED, 0.95)
    place = _Place(reading, mention, provision)
    return next(
        (verdict for rule in _RULES if (verdict := rule(place)) is not None),
        Verdict(Outcome.INFRINGED, 0.9, told=False),
    )


def _last(pattern: Expression, text: str) -> int:
    """Where the last of some words ends; -1 where there is none."""
    return max((hit.end() for hit in pattern.finditer(text)), default=-1)


def _not_proven(place: _Place) -> Verdict | None:
    """What stands after the provision takes the infringement back."""
    turn = _TURN.search(place.after)
    after = place.after[: turn.start()] if turn else place.after
    neither = words.NEITHER.search(place.clause) and words.INFRINGED_AFTER.match(place.after)
    if neither or words.NOT_INFRINGED_AFTER.match(after) or words.NOT_PROVEN.match(after):
        return Verdict(Outcome.NOT_INFRINGED, 0.85)
    if words.BUT_NOT.fullmatch(place.clause) and words.STRONG_FOUND.search(place.before):
        return Verdict(Outcome.NOT_INFRINGED, 0.85)
    return None


def _rejected(place: _Place) -> Verdict | None:
    hits = list(words.REJECTED.finditer(place.clause[-_NEAR:]))
    rest = place.clause[-_NEAR:][hits[-1].end() :] if hits else ""
    if not hits or words.UPHELD.search(rest):
        return None
    return Verdict(Outcome.NOT_INFRINGED, 0.8)


def _regarding(place: _Place) -> Verdict | None:
    """The sentence opens with the provision: what follows decides."""
    if words.REGARDING.match(place.clause) is None:
        return None
    after = place.reading.after(place.chain, 300)
    if words.CLEARED.search(after) or words.NOT_PROVEN.search(after):
        return Verdict(Outcome.NOT_INFRINGED, 0.8)
    return Verdict(Outcome.INFRINGED, 0.85) if words.STRONG_FOUND.search(after) else None


def _asked(place: _Place) -> Verdict | None:
    told = place.asked and not words.INFRINGED_AFTER.match(place.after)
    return Verdict(Outcome.CITED, 0.6) if told else None


def _cleared(place: _Place) -> Verdict | None:
    near = place.clause[-_NEAR:]
    cleared = list(words.CLEARED.finditer(near))
    if not cleared:
        return None
    found = [hit.end() for hit in words.STRONG_FOUND.finditer(near[: cleared[-1].start()])]
    if found and _WEAKLY.match(cleared[-1].group()) and "," not in near[found[-1] : cleared[-1].start()]:
        return None
    negated = re.search(r"\b(?:not|n.t|fail\w* to be|neither)\s+(?:\w+\s+){0,2}$", near[: cleared[-1].start()])
    if negated or words.STRONG_FOUND.search(near[cleared[-1].end() :]):
        return None
    return Verdict(Outcome.CITED, 0.6) if place.asked else Verdict(Outcome.NOT_INFRINGED, 0.8)


def _not_applied(place: _Place) -> Verdict | None:
    """The provision does not apply, or its conditions are there: nothing is infringed."""
    if words.NOT_APPLIED.match(place.after):
        return Verdict(Outcome.CITED, 0.7)
    if words.RELIANCE_AFTER.match(place.after):
        return Verdict(Outcome.NOT_INFRINGED, 0.7)
    met = words.MET_AFTER.match(place.after)
    return Verdict(Outcome.CITED, 0.7) if met and not words.NOT.search(place.clause) else None


def _omitted(place: _Place) -> Verdict | None:
    """What the provision asks for was not done."""
    refused = (
        words.REFUSED_AFTER.match(place.after)
        or words.NO_BASIS.search(place.clause)
        or words.NO_RELIANCE_AFTER.match(place.after)
    )
    if place.provision.article in BASES and refused and not words.NOT_APPLIED.match(place.after):
        return Verdict(Outcome.INFRINGED, 0.75)
    if words.UNFULFILLED_AFTER.match(place.after) or words.NOT_IN_SENSE.search(place.clause):
        return Verdict(Outcome.INFRINGED, 0.8)
    if words.FORBIDS_IT.match(place.after) or (
        words.DUE.search(place.clause) and words.LEFT_UNDONE_AFTER.match(place.after)
    ):
        return Verdict(Outcome.INFRINGED, 0.75)
    if words.BROUGHT_INTO_LINE.search(place.clause):
        return Verdict(Outcome.INFRINGED, 0.75)
    if place.asked:
        return None
    if words.OMITTED.search(place.clause) or (words.NONE.search(place.clause) and words.NOT_DONE.match(place.after)):
        return Verdict(Outcome.INFRINGED, 0.8)
    required = words.QUOTED_AFTER.match(place.after) and _WHICH.search(place.clause)
    return Verdict(Outcome.INFRINGED, 0.8) if required and words.NOT.search(place.clause) else None


def _alone(place: _Place) -> Verdict | None:
    """Alone in parentheses, behind what was done."""
    alone = _ALONE_BEFORE.search(place.clause) and _ALONE_AFTER.match(place.after)
    if not alone or words.ALLEGED.search(place.clause):
        return None
    done = words.DONE_WELL.search(place.clause) and not words.NOT.search(place.clause)
    return Verdict(Outcome.CITED, 0.6) if done else Verdict(Outcome.INFRINGED, 0.91)


def _found(place: _Place) -> Verdict | None:
    between = place.clause[max(place.found, 0) : max(place.quoted, 0)]
    pursuant = _PURSUANT.search(place.clause) and "," not in between
    if place.found >= 0 and place.quoted < place.found + (_LONG_PHRASE if pursuant else _ONE_PHRASE):
        return Verdict(Outcome.INFRINGED, 0.94)
    if words.BY_AUTHORITY.search(place.clause):
        return Verdict(Outcome.INFRINGED, 0.8)
    return Verdict(Outcome.INFRINGED, 0.92) if words.STRONG_FOUND.search(place.tail) else None


def _explained(place: _Place) -> Verdict | None:
    """The provision is applied or explained; if the next sentence says that its duty was not fulfilled, infringed."""
    explained = words.QUOTED_AFTER.match(place.after) or (
        _UNDER.search(place.clause)
        and (words.ABSTRACT_AFTER.match(place.after) or words.MODAL_AFTER.match(place.after))
    )
    if place.quoted < 0 and not explained:
        return None
    fell_short = words.SHORTFALL_NEXT.match(place.following) or words.YET.match(place.after)
    if words.EXPLAINING.search(place.after) and fell_short:
        return Verdict(Outcome.INFRINGED, 0.7)
    return Verdict(Outcome.CITED, 0.6)


def _surrounded(place: _Place) -> Verdict | None:
    """What the sentence and the paragraph say, where the words right beside the provision say nothing."""
    if words.STRONG_FOUND.search(place.sentence):
        return Verdict(Outcome.INFRINGED, 0.8, told=False)
    bracketed = "(" in place.clause[-40:] and ")" in place.after[:40]
    if words.FOUND.search(place.clause[-_NEAR:]) or words.FOUND.search(place.tail) or bracketed:
        return Verdict(Outcome.INFRINGED, 0.95, told=False)
    paragraph = place.reading.paragraph(place.mention.start)
    if len(place.sentence) < _LONG and words.STRONG_FOUND.search(place.reading.words(paragraph)):
        return Verdict(Outcome.INFRINGED, 0.72, told=False)
    return Verdict(Outcome.CITED, 0.5, told=False) if words.QUOTED.search(place.sentence) else None


_RULES: tuple[Callable[[_Place], Verdict | None], ...] = (
    _not_proven,
    _rejected,
    _regarding,
    _omitted,
    _cleared,
    _not_applied,
    _alone,
    _asked,
    _found,
    _explained,
    _surrounded,
)
"""The first that has a verdict decides; a provision of which nothing is said counts as infringed."""
