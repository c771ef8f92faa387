"""From phrases to parties: which name "the company" stands for, a name's best form, and its role."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.extract.expressions import expression
from kg.extract.kinds import ANYBODY, RELATIVE, head, kinds, nouns
from kg.extract.legal_forms import FORM_AFTER, has_form
from kg.extract.name_words import is_name_word
from kg.extract.names import Phrase, phrase_at
from kg.extract.organisations import known_from
from kg.extract.parties import Statement, can_be_party
from kg.extract.party_words import HUMAN_NOUN, Strength
from kg.extract.reading import Reading, Span
from kg.extract.roundups import sections
from kg.model import Label
from kg.values import Role

_WORD = re.compile(r"[^\W_][\w&+.'’-]*")  # noqa: RUF001
_KEY = re.compile(r"[^a-z0-9&+]+")
_BRACKETED = re.compile(
    r"\s*\((?:hereinafter|hereafter)?[\s,:]*(?:the\s+)?[\u2018'\"\u201c]?([A-Z][\w&-]{1,15})[\u2019'\"\u201d]?\)"
)
_LEAD = 500
"""Where a news article has introduced its party, if by description only."""
_ANOTHER = expression(r"\b(?:another|the same|sister|(?<!one )other)\b", re.IGNORECASE)
_SMALL = frozenset(["the", "of", "de", "la", "le", "group", "company", "municipality", "city"])


_WORTH = {
    Strength.REACTS: 1.0,
    Strength.DEFINED: 5.0,
    Strength.INFRINGES: 1.5,
    Strength.ORDERED: 2.0,
    Strength.FINED: 3.0,
}
"""How much a statement speaks for its name being the party of a description elsewhere."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=4096)
def key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: no legal form, no small words, no case."""
    bare = FORM_AFTER.sub(" ", name)
    words = [word for word in _KEY.sub(" ", bare.lower().replace("'s", "")).split() if word not in _SMALL]
    return tuple(words) or (name.lower(),)


@lru_cache(maxsize=65_536)
def same(one: str, other: str) -> bool:
    """Whether one of two names is a short form of the other: its words begin or lie within the other's."""
    a, b = key(one), key(other)
    if not a or not b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return (set(short) <= set(long) and len("".join(short)) >= 2) or "".join(a) == "".join(b)


@dataclass(frozen=True)
class Names:
    """All names of a text, and who is who among them."""

    reading: Reading
    statements: tuple[Statement, ...]

    @cached_property
    def all(self) -> tuple[Named, ...]:
        """Every name of the text that is not an authority's, in order."""
        reading, found, end = self.reading, [], 0
        for sentence in reading.sentences:
            for word in _WORD.finditer(reading.text, sentence.start, sentence.end):
                if word.start() < end or not (
                    is_name_word(word.group().rstrip(".'’-"))  # noqa: RUF001
                    or known_from(reading.text, word.start()) is not None
                ):
                    continue
                phrase = phrase_at(reading.text, word.start(), sentence.end)
                if phrase is None or not phrase.named:
                    continue
                end = phrase.end
                if not reading.overlapped(Label.AUTHORITY, phrase.start, phrase.end):
                    found.append(Named(phrase.start, phrase.end, phrase.text))
        return tuple(found)

    @cached_property
    def _firsts(self) -> dict[str, Named]:
        """The first mention of each name, in the order of the text."""
        found: dict[str, Named] = {}
        for named in self.all:
            found.setdefault(named.text, named)
        return found

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(named.start for named in self.all)

    @cached_property
    def _told(self) -> tuple[str, ...]:
        """The names that statements are made on."""
        return tuple({s.phrase.text: None for s in self.statements if s.phrase.named})

    @cached_property
    def parties(self) -> tuple[Named, ...]:
        """The names that can be those of a party."""
        return tuple(named for named in self.all if can_be_party(named.text))

    @cached_property
    def sections(self) -> tuple[Span, ...]:
        """The paragraphs of a round-up that speak of a case of their own; none of another text."""
        return sections(self.reading)

    def section(self, place: int) -> Span | None:
        """The section of a round-up at a place."""
        number = bisect_right(self.sections, place, key=lambda span: span.start) - 1
        return self.sections[number] if number >= 0 and place in self.sections[number] else None

    def statements_within(self, span: Span) -> Sequence[Statement]:
        """The statements whose verbs stand in a stretch."""
        first, last = (bisect_left(self.statements, place, key=lambda s: s.place) for place in (span.start, span.end))
        return self.statements[first:last]

    def in_sentence(self, sentence: Span) -> tuple[Statement, ...]:
        """The statements whose verbs stand in a sentence."""
        return self._by_sentence.get(sentence, ())

    @cached_property
    def _by_sentence(self) -> dict[Span, tuple[Statement, ...]]:
        found: dict[Span, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(self.reading.sentence(statement.place), []).append(statement)
        return {sentence: tuple(rows) for sentence, rows in found.items()}

    @cached_property
    def called(self) -> tuple[tuple[str, str], ...]:
        """What the text calls its names: noun and name."""
        return kinds(self.reading.text, self.parties)

    def introduced(self, phrase: Phrase) -> Phrase | None:
        """The one name that the text calls what a description does: in brackets behind it, or elsewhere."""
        if (beside := self._beside(phrase)) is not None:
            return beside
        if not phrase.definite and phrase.start > _LEAD:
            return None
        calls = ([name for kind, name in self.called if kind == noun] for noun in nouns(phrase.text))
        called = next((found for found in calls if found), None) or self._companies(phrase)
        if not called or not all(same(name, called[0]) for name in called):
            return None
        best = self.best_form(called[0])
        named = next(named for text, named in self._firsts.items() if same(text, called[0]))
        return Phrase(named.start, named.end, best, named=True)

    def _companies(self, phrase: Phrase) -> list[str]:
        """The names that the text calls what a description for anybody does: "the company, Norte SA,"."""
        noun = phrase.text.lower()
        return [name for kind, name in self.called if kind == noun and has_form(name)] if noun in ANYBODY else []

    def first(self, name: str) -> int:
        """Where the text first gives a name, in any form."""
        return min((named.start for text, named in self._firsts.items() if same(text, name)), default=-1)

    @cached_property
    def written_out(self) -> dict[str, str]:
        """What the short forms in brackets stand for: "University College Norte (UCN)"."""
        found: dict[str, str] = {}
        for named in self.all:
            short = _BRACKETED.match(self.reading.text, named.end)
            if short and short[1] != named.text:
                found.setdefault(short[1], named.text)
        return found

    def best_form(self, name: str) -> str:
        """The fullest form of a name in the text: with its legal form where one is printed."""
        candidates = {text for text in (*self._firsts, *self._told) if _one_company(text, name)}
        if (full := self.written_out.get(name)) is not None:
            return full
        first = key(name)[0]
        fitting = [c for c in candidates if key(c)[0] == first and len(key(c)) <= len(key(name)) + 3]
        return max([name, *fitting], key=lambda c: (has_form(c), len(key(c)) if has_form(c) else 0, c == name, c))

    def resolve(self, phrase: Phrase, within: Iterable[Statement] | None = None) -> Phrase | None:
        """The named phrase that a description stands for; None where the text names none.

        A definite description ("the company") is the name of the strongest statement; an indefinite one ("a bank") only
        a name that the text introduces for it.
        """
        if phrase.named:
            return phrase
        if (introduced := self.introduced(phrase)) is not None:
            return introduced
        if head(phrase.text) in RELATIVE and within is None and self.called:
            return None
        pool, scores = self._all_scored if within is None else self._scored(within)
        news = self.reading.article.title is not None and phrase.start < _LEAD
        needed = 3.0 if phrase.definite or news else 5.0
        if not phrase.definite and (HUMAN_NOUN.search(phrase.text) or self._is_another(phrase)):
            return None
        good = [s for s in pool if scores[key(s.phrase.text)] >= needed]
        if (
            not good
            and phrase.start < _LEAD
            and len({key(s.phrase.text) for s in pool if s.strength > Strength.REACTS}) == 1
        ):
            good = [s for s in pool if s.strength > Strength.REACTS]
        if good:
            return max(good, key=lambda s: (scores[key(s.phrase.text)], -s.place)).phrase
        return self._most_named if phrase.definite and within is None else None

    @cached_property
    def _all_scored(self) -> tuple[list[Statement], dict[tuple[str, ...], float]]:
        return self._scored(self.statements)

    def _scored(self, statements: Iterable[Statement]) -> tuple[list[Statement], dict[tuple[str, ...], float]]:
        """The statements on names, and how much speaks for each name being the party of a description."""
        pool = [s for s in statements if s.phrase.named]
        scores: dict[tuple[str, ...], float] = {}
        for statement in pool:
            name = key(statement.phrase.text)
            scores[name] = scores.get(name, 0) + _WORTH[statement.strength]
        for name in scores:
            scores[name] += min(self._counts[name], 6) * 0.5 + 2 * (name in self._titled)
        return pool, scores

    @cached_property
    def _counts(self) -> Counter[tuple[str, ...]]:
        """How often each name is given."""
        return Counter(key(named.text) for named in self.all)

    @cached_property
    def _titled(self) -> frozenset[tuple[str, ...]]:
        """The names that the title gives."""
        title = self.reading.title
        return frozenset(key(named.text) for named in self.all if named.start in title)

    def _is_another(self, phrase: Phrase) -> bool:
        """Whether a description sets its party apart from those that are named: "another bank", "a sister firm"."""
        before = self.reading.text[max(0, phrase.start - 10) : phrase.start]
        return _ANOTHER.search(before + phrase.text) is not None

    @cached_property
    def _most_named(self) -> Phrase | None:
        """The name that the title gives and the text repeats."""
        counts = self._counts
        titled = [named for named in self.parties if named.start in self.reading.title and counts[key(named.text)] > 2]
        if not titled:
            return None
        best = max(titled, key=lambda named: (counts[key(named.text)], -named.start))
        return Phrase(best.start, best.end, best.text, named=True)

    def _beside(self, phrase: Phrase) -> Phrase | None:
        """The name in brackets or commas after a description: "the store (SIA Prekes)", "a bank, Norte S.A.,"."""
        found = re.compile(r"\s*\(|,\s+(?=[A-Z])").match(self.reading.text, phrase.end)
        if found is None:
            return None
        end = self.reading.sentence(phrase.start).end
        name = phrase_at(self.reading.text, found.end(), end)
        if name is None or not name.named or self.reading.text[name.end : name.end + 1] not in {")", ",", "”", '"'}:
            return None
        return name if name.start in self._starts else None

    def role(self, phrase: Phrase, place: int) -> Role:
        """In what role the text addresses a party."""
        words = self.reading.text[max(phrase.start - 40, 0) : phrase.end + 60]
        name = re.escape(phrase.text)
        if not phrase.named and HUMAN_NOUN.search(phrase.text):
            return Role.NATURAL_PERSON
        if re.search(
            rf"\b(?:[Ss]ub-?processor|[Ss]ubcontractor|[Pp]rocessor)\s+{name}|{name}[\s,(]+(?:as\s+)?(?:the\s+|"
            rf"a\s+)?(?:data\s+)?(?:sub-?)?processor\b",
            words,
        ):
            return Role.PROCESSOR
        sentence = self.reading.words(self.reading.sentence(place))
        if re.search(r"\bas (?:a|the|data)? ?(?:sub-?)?processor\b", sentence) or re.fullmatch(
            r"(?:data )?(?:sub-?)?processor", phrase.text
        ):
            return Role.PROCESSOR
        if phrase.named and re.search(
            r"\b(?:MEP|Mr|Mrs|Ms|Dr|doctor|politician|natural person|lawyer|blogger|mayor)\.?\s*$",
            self.reading.text[max(phrase.start - 20, 0) : phrase.start],
        ):
            return Role.NATURAL_PERSON
        return Role.CONTROLLER


def _one_company(one: str, other: str) -> bool:
    """Whether two names are of one party: two companies of a group, each with its legal form, are two."""
    return same(one, other) and (key(one) == key(other) or not (has_form(one) and has_form(other)))


def same_party(phrases: Sequence[Phrase], other: Phrase) -> bool:
    """Whether a phrase names one of several parties."""
    return any(
        phrase.named == other.named
        and (_one_company(phrase.text, other.text) if other.named else phrase.text == other.text)
        for phrase in phrases
    )
