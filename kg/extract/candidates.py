"""The names of a text that may be those of the sanctioned party, each with the features that the party model weighs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract import salience
from kg.extract.english import is_common
from kg.extract.legal_forms import has_form
from kg.extract.masked import Context, MaskedText, stem
from kg.extract.naming import Named, Names, key
from kg.extract.party_words import PARTY_NOUN, Strength
from kg.extract.reading import Reading

_MOST_NAMES = 300
"""Names from the start of a text on that are considered: more stand in no article."""

_MOST_READ = 12
"""Mentions of a candidate whose surroundings are read."""

_ACRONYM = re.compile(r"[A-Z]{2,5}")
_PROMINENT = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
"""Steps of the score of `kg.extract.salience`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The mentions of one name in the order of the text, and its features: what is said of it, where and how often."""

    mentions: tuple[Named, ...]
    features: frozenset[str]


def candidates(names: Names) -> tuple[Candidate, ...]:
    """Every name of a text that can be a party's, its forms brought together."""
    groups = [sorted(group, key=lambda named: named.start) for group in salience.groups(names.parties[:_MOST_NAMES])]
    groups.sort(key=lambda group: group[0].start)
    masked = MaskedText(names.reading, groups)
    said = _said(names)
    unsaid = max((max(strengths) for strengths in said.values()), default=0) < Strength.ORDERED
    standing = _Standing.of(names, groups)
    return tuple(
        Candidate(
            tuple(group),
            frozenset(
                (
                    *_form(group),
                    *_place(names.reading, group),
                    *(_apart(standing.features(number)) if unsaid else standing.features(number)),
                    *_told(group, said),
                    *_surroundings(names.reading, masked, group),
                )
            ),
        )
        for number, group in enumerate(groups)
    )


@dataclass(frozen=True)
class _Standing:
    """How often candidates are named, and how prominent they are: each against the others."""

    sizes: tuple[int, ...]
    prominence: tuple[float, ...]

    @classmethod
    def of(cls, names: Names, groups: Sequence[Sequence[Named]]) -> "_Standing":
        near = frozenset(names.reading.sentence(mention.start) for mention, _ in names.reading.money)
        return cls(tuple(map(len, groups)), tuple(salience.prominence(names, group, near) for group in groups))

    def features(self, number: int) -> Iterator[str]:
        """What tells one candidate, by its place in the order of the text, from the others."""
        size, prominence = self.sizes[number], self.prominence[number]
        ahead = sum(other > size for other in self.sizes) + sum(other == size for other in self.sizes[:number])
        yield f"named {min(size, 6)}"
        yield f"often {min(ahead, 4)}"
        yield f"order {min(number, 4)}"
        yield f"share {5 * size // sum(self.sizes)}"
        if len(self.sizes) == 1:
            yield "only"
        yield from (f"prominent {step}" for step in _PROMINENT if prominence >= step)
        others = [other for place, other in enumerate(self.prominence) if place != number]
        if prominence >= max(others, default=0.0):
            yield "most prominent"
        if prominence > max(others, default=0.0) + 2:
            yield "far most prominent"


def _apart(features: Iterable[str]) -> Iterator[str]:
    """Features, and the same once more for texts that say of no name that it was sanctioned: there they weigh more."""
    for feature in features:
        yield from (feature, f"unsaid, {feature}")
    yield "unsaid"


def _form(group: Sequence[Named]) -> Iterator[str]:
    """How the name looks; of its words only nouns for parties ("hospital")."""
    longest = max(group, key=lambda named: (len(named.text), -named.start)).text
    words = longest.split()
    yield f"words {min(len(words), 4)}"
    if any(has_form(named.text) for named in group):
        yield "legal form"
    if any(salience.BRAND.search(named.text) for named in group):
        yield "brand"
    if _ACRONYM.fullmatch(longest):
        yield "acronym"
    if all(is_common(word) for word in words):
        yield "common words"
    yield from (f"word {stem(word)}" for word in words if PARTY_NOUN.fullmatch(word))


def _place(reading: Reading, group: Sequence[Named]) -> Iterator[str]:
    if reading.article.title is None:
        yield "untitled text"
    else:
        yield "in title" if any(named.start in reading.title for named in group) else "not in title"
    yield f"first at {min(group[0].start // 150, 6)}"


def _said(names: Names) -> Mapping[tuple[str, ...], frozenset[int]]:
    """The strengths of the statements on each name."""
    found: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for statement in names.statements:
        if statement.phrase.named:
            found[key(statement.phrase.text)].add(int(statement.strength))
    return {name: frozenset(strengths) for name, strengths in found.items()}


def _told(group: Sequence[Named], said: Mapping[tuple[str, ...], frozenset[int]]) -> Iterator[str]:
    own = {strength for named in group for strength in said.get(key(named.text), ())}
    yield from (f"said {strength}" for strength in sorted(own))
    yield f"at most said {max(own, default=0)}"
    if own and max(own) == max(max(strengths) for strengths in said.values()):
        yield "said as strongly as any"


def _surroundings(reading: Reading, masked: MaskedText, group: Sequence[Named]) -> Iterator[str]:
    for named in group[:_MOST_READ]:
        if salience.is_other(reading, named):
            yield "person or complainant"
        context = masked.context(named)
        if context is not None:
            yield from _around(context)
            if named.start in reading.title:
                yield f"in title after {min(len(context.left), 2)}"


def _around(context: Context) -> Iterator[str]:
    """The words beside a name: the next ones in their places, those near, and all within the window."""
    left, right = (*context.left, "^", "^"), (*context.right, "$", "$")
    yield from (f"before {left[0]}", f"after {right[0]}", f"between {left[0]} {right[0]}")
    yield from (f"before {left[1]} {left[0]}", f"after {right[0]} {right[1]}")
    yield from (f"near before {word}" for word in context.left[:3])
    yield from (f"near after {word}" for word in context.right[:3])
    yield from (f"left {word}" for word in context.left)
    yield from (f"right {word}" for word in context.right)
    if PARTY_NOUN.fullmatch(left[0]):
        yield "noun for a party before"
    beside = {*context.left, *context.right}
    yield from (f"beside {mask}" for mask in ("SUM", "AUTHORITY") if mask in beside)
    if {"SUM", "AUTHORITY"} <= beside:
        yield "beside both"
    if "NAME" not in beside:
        yield "the only name near"
