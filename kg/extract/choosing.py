"""The parties of a case: those of its statements; where none of them is a name, the name that fits best, if any."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.candidates import candidates
from kg.extract.case import Case
from kg.extract.entities import bounded, sanctioned
from kg.extract.names import Phrase
from kg.extract.naming import Named, Names
from kg.extract.party_model import PartyModel
from kg.extract.proper import reads_as_name
from kg.extract.reading import Span
from kg.extract.salience import NEEDED, NEEDED_BESIDE_DESCRIPTION, most_prominent, spelled

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
        reading = self.names.reading
        # In a text of several cases only the sentences on the case itself can tell whose it is.
        places = (Span(0, len(reading.text)),) if alone else tuple(reading.sentence(place) for place in case.places)
        # News with a headline is about somebody; a release or a case summary without one often names nobody.
        described = any(not phrase.definite for phrase in parties) or reading.article.title is None
        found = (
            self._prominent(case, places, described=described)
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

    def _prominent(self, case: Case, places: Sequence[Span], *, described: bool) -> Phrase | None:
        found = most_prominent(self.names, places, case.places)
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


def _names(rated: Rated, phrase: Phrase) -> bool:
    """Whether a phrase of a statement is a mention of a candidate."""
    return phrase.named and any(m.start < phrase.end and phrase.start < m.end for m in rated.mentions)
