"""The parties of a case: those of its statements; where none of them is a name, the name that fits best, if any."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.candidates import candidates
from kg.extract.case import Case
from kg.extract.entities import bounded, sanctioned
from kg.extract.kinds import head
from kg.extract.legal_forms import has_form
from kg.extract.lexicon import words
from kg.extract.names import Phrase
from kg.extract.naming import Named, Names
from kg.extract.party_model import PartyModel
from kg.extract.party_words import HUMAN_NOUN
from kg.extract.proper import reads_as_name
from kg.extract.reading import Span
from kg.extract.salience import NEEDED, NEEDED_BESIDE_DESCRIPTION, groups, most_prominent, spelled
from kg.values import Role

UNLIKELY = 0.12
"""Below this probability the most prominent name is not taken."""

DOUBTFUL = 0.25
"""Below this probability the name of a statement gives way to a far likelier one, in a text of one case."""

FAR_LIKELIER = 0.6
"""From this probability on a name takes the place of a doubtful one."""

LIKELY = 0.2
"""From this probability on a name is taken for the party of a case that no phrase describes."""

LIKELY_BESIDE_DESCRIPTION = 0.4
"""The same where the text describes the party without a name, or is a release or summary without a headline."""


@dataclass(frozen=True)
class Rated:
    """A candidate with its probability."""

    mentions: tuple[Named, ...]
    probability: float

    @property
    def phrase(self) -> Phrase:
        """Its name, in the form that serves best."""
        best = spelled(self.mentions)
        return Phrase(best.start, best.end, best.text, named=True)


@dataclass(frozen=True)
class Chooser:
    """What chooses the parties of the cases of one text; without a model by the rules alone."""

    names: Names
    model: PartyModel | None

    def parties(self, case: Case, *, alone: bool) -> Sequence[Phrase]:
        """The phrases for the parties of a case, which may be the only one of its text."""
        found = self._chosen(case, alone=alone)
        return [bounded(self.names.reading, phrase) if phrase.named else phrase for phrase in found]

    def _chosen(self, case: Case, *, alone: bool) -> Sequence[Phrase]:
        parties = [phrase for phrase in case.parties if not phrase.named or reads_as_name(phrase.text)]
        if any(phrase.named for phrase in parties):
            return (self._likelier(case) if alone else None) or parties
        if any(not phrase.definite and _is_human(phrase) for phrase in parties):
            return parties  # "a doctor": natural persons are not named
        reading = self.names.reading
        # In a text of several cases only the sentences on the case itself can tell whose it is.
        places = (Span(0, len(reading.text)),) if alone else tuple(reading.sentence(place) for place in case.places)
        # News with a headline is about somebody; a release or a case summary without one often names nobody.
        described = any(not phrase.definite for phrase in parties) or reading.article.title is None
        found = (
            self._only_formed(places)
            or self._prominent(case, places, described=described)
            or sanctioned(reading, case)
            or self._likely(case, places, described=described)
        )
        return [found] if found is not None else parties

    def _likelier(self, case: Case) -> Sequence[Phrase] | None:
        """The name that is far likelier than all those of a case; None where there is none.

        In a text of several cases the likeliest name may be that of another one.
        """
        own = [one for one in self._rated if any(_names(one, phrase) for phrase in case.parties)]
        best = max(self._rated, key=lambda one: one.probability, default=None)
        if best is None or not own or any(one.probability >= DOUBTFUL for one in own):
            return None
        return [best.phrase] if best.probability >= FAR_LIKELIER else None

    def _only_formed(self, places: Sequence[Span]) -> Phrase | None:
        """The only name with a legal form: a text that gives one in full speaks of its party."""
        inside = [one for one in self._formed if any(named.start in span for named in one for span in places)]
        if len(inside) != 1 or len(self._formed) != 1:
            return None
        best = spelled(inside[0])
        return Phrase(best.start, best.end, best.text, named=True)

    @cached_property
    def _formed(self) -> tuple[tuple[Named, ...], ...]:
        """The names of the text that have a legal form anywhere, each with all its mentions."""
        found = groups(self.names.parties)
        formed = (group for group in found if any(_is_formed(named.text) for named in group))
        return tuple(tuple(group) for group in formed if not any(self._is_processor(named) for named in group))

    def _is_processor(self, named: Named) -> bool:
        phrase = Phrase(named.start, named.end, named.text, named=True)
        return self.names.role(phrase, named.start) is Role.PROCESSOR

    def _prominent(self, case: Case, places: Sequence[Span], *, described: bool) -> Phrase | None:
        found = most_prominent(self.names, places, case.places)
        around = [phrase for phrase in case.parties if head(phrase.text) not in _NAMED_BY_PLACE]
        if found is not None and any(found.named.start in Span(p.start, p.end) for p in around):
            return None  # a school "in the province of Norte" is not called Norte
        if found is None or found.score < (NEEDED_BESIDE_DESCRIPTION if described else NEEDED):
            return None
        own = (one for one in self._rated if found.named in one.mentions)
        if not reads_as_name(found.phrase.text):
            return None
        return None if any(one.probability < UNLIKELY for one in own) else found.phrase

    def _likely(self, case: Case, places: Sequence[Span], *, described: bool) -> Phrase | None:
        near = [one for one in self._rated if any(named.start in span for named in one.mentions for span in places)]
        # "A bakery in Lower Austria" is not called Lower Austria.
        inside = [Span(phrase.start, phrase.end) for phrase in case.parties]
        near = [one for one in near if not any(named.start in span for named in one.mentions for span in inside)]
        best = max(near, key=lambda one: one.probability, default=None)
        needed = LIKELY_BESIDE_DESCRIPTION if described else LIKELY
        return best.phrase if best is not None and best.probability >= needed else None

    @cached_property
    def _rated(self) -> tuple[Rated, ...]:
        """The candidates of the text: only read where a case lacks a name, which most do not."""
        if self.model is None:
            return ()
        rated = (Rated(one.mentions, self.model.probability(one.features)) for one in candidates(self.names))
        return tuple(one for one in rated if reads_as_name(one.phrase.text))


def _is_formed(name: str) -> bool:
    """Whether a name has a legal form that is no everyday noun, as those of complainants often are."""
    return has_form(name) and name.split()[-1].lower() not in _EVERYDAY_FORMS


_NAMED_BY_PLACE = words("board council municipality prefecture")
"""Nouns for bodies of which a place has one."""
_EVERYDAY_FORMS = words("foundation association company group cooperative")


def _is_human(phrase: Phrase) -> bool:
    """Whether a description is built on a noun for a natural person."""
    return HUMAN_NOUN.fullmatch(head(phrase.text)) is not None


def _names(rated: Rated, phrase: Phrase) -> bool:
    """Whether a phrase of a statement is a mention of a candidate."""
    return phrase.named and any(m.start < phrase.end and phrase.start < m.end for m in rated.mentions)
