"""Whom a text is about: its most prominent organisation, where no statement says who was sanctioned.

News names its subject often, early and in the headline; places, people who speak and complainants are named too, and
told apart by the words around them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from kg.extract.english import is_common
from kg.extract.expressions import expression
from kg.extract.legal_forms import has_form
from kg.extract.names import Phrase
from kg.extract.naming import Named, Names, key, same
from kg.extract.reading import Reading, Span, covered
from kg.model import Label

NEEDED = 2.5
"""From which score on a name is taken for the party of a case that no phrase describes."""

NEEDED_BESIDE_DESCRIPTION = 4.0
"""The same where the text describes the party without a name ("a hospital"): then other names are mostly others'."""

_OPENING = 350
_MOST_COUNTED = 6

_PLACE_BEFORE = expression(
    r"\b(?:in|from|at|near|outside|across|to|around|between|west of|east of|north of|south of|town of|port of)\s+"
    r"(?:the\s+)?$"
)
_PERSON_BEFORE = expression(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|chair(?:man|woman|person)?|president|commissioner|lawyer|director|minister"
    r"|secretary|spokes(?:man|woman|person)|deputy|head|chief executive|activist|professor|judge|advocate)\.?\s+$",
    re.IGNORECASE,
)
_COMPLAINANT_BEFORE = expression(
    r"\b(?:complaints? (?:by|of|from|lodged by|filed by)|associations?|campaigners?|campaign group|privacy group"
    r"|NGO|organi[sz]ations?|activists?|consumer (?:body|group|council)|union|researchers? (?:at|of|from)|newspaper"
    r"|magazine|broadcaster|competitor|rival|unlike|law firm)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PERSON_AFTER = expression(
    r"\s*,\s+(?:who|the (?:lawyer|commissioner|chair\w*|head|director|minister|secretary|president))"
)
_COMPLAINANT_AFTER = expression(r"\s+(?:had\s+)?(?:complained|lodged a complaint|filed a complaint|brought the case)")
BRAND = expression(r"[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]|\w\.(?:com|net|org|io|eu|[a-z]{2})\b|&| AI\b")
_ACRONYM = expression(r"[A-Z]{2,4}")
_OWNER_AFTER = expression(r"(?:'s|’s)\s+(?:parent|rival|competitor)")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Prominent:
    """A name and how prominent it is in a text."""

    named: Named
    score: float

    @property
    def phrase(self) -> Phrase:
        """The name as a noun phrase."""
        return Phrase(self.named.start, self.named.end, self.named.text, named=True)


def most_prominent(names: Names, spans: Sequence[Span], places: Sequence[int]) -> Prominent | None:
    """The most prominent name that can be a party's within some stretches of a text; None where there is none.

    `places` are where the text speaks of the sanction: a name in such a sentence counts for more.
    """
    reading = names.reading
    near = frozenset(map(reading.sentence, places))
    found = [named for named in names.parties if covered(named.start, spans)]
    found = [named for named in found if not reading.overlapped(Label.CASE_NUMBER, named.start, named.end)]
    found = [named for named in found if not reading.overlapped_by_sum(named.start, named.end)]
    rated = [Prominent(spelled(group), prominence(names, group, near)) for group in groups(found)]
    return max(rated, key=lambda found: (found.score, -found.named.start), default=None)


def groups(named: Sequence[Named]) -> list[list[Named]]:
    """Names that are forms of one name, brought together; a name of one word joins the first longer one."""
    found: defaultdict[tuple[str, ...], list[Named]] = defaultdict(list)
    known: dict[str, tuple[str, ...]] = {}
    for one in sorted(named, key=lambda named: -len(key(named.text))):
        if one.text not in known:
            known[one.text] = next((form for form in found if same(" ".join(form), one.text)), key(one.text))
        found[known[one.text]].append(one)
    return list(found.values())


def spelled(group: Sequence[Named]) -> Named:
    """The mention whose form serves best: with a legal form, else the first."""
    return max(group, key=lambda named: (has_form(named.text), -named.start))


def prominence(names: Names, group: Sequence[Named], near: Set[Span]) -> float:
    """How prominent the mentions of one name are; `near` are the sentences that speak of the sanction."""
    reading = names.reading
    weights = [_weight(reading, named) for named in group]
    if not any(weight > 0 for weight in weights):
        return 0.0
    score = sum(sorted(weights, reverse=True)[:_MOST_COUNTED])
    common = all(_ACRONYM.fullmatch(named.text) or _begins_sentence(reading, named) for named in group)
    score += 3.0 * any(named.start in reading.title and not common for named in group)
    score += 1.5 * any(named.start < reading.title.end + _OPENING for named in group)
    score += 2.0 * any(has_form(named.text) for named in group)
    score += 1.5 * any(reading.sentence(named.start) in near for named in group)
    score += 1.0 * any(BRAND.search(named.text) for named in group)
    return score - 2.0 * common


def _begins_sentence(reading: Reading, named: Named) -> bool:
    """Whether a name is one common word that begins its sentence, and so perhaps no name."""
    one = " " not in named.text and BRAND.search(named.text) is None
    return one and is_common(named.text) and named.start == reading.sentence(named.start).start


def is_placed(reading: Reading, named: Named) -> bool:
    """Whether a mention only says where something is: "in Norte"."""
    return _IN.search(reading.text[max(0, named.start - 40) : named.start]) is not None


_IN = expression(r"\b(?:in|near|outside|(?:province|region|district|county|outskirts) of)\s+(?:the\s+)?$")


def is_other(reading: Reading, named: Named) -> bool:
    """Whether the words around a mention make it a speaker, a complainant or an owner's rival."""
    return _weight(reading, named) < 0


def _weight(reading: Reading, named: Named) -> float:
    """What one mention speaks for its name being a party: nothing for a place, a speaker or a complainant."""
    text = reading.text
    before, after = text[max(0, named.start - 60) : named.start], text[named.end : named.end + 60]
    if _PERSON_BEFORE.search(before) or _PERSON_AFTER.match(after):
        return -2.0
    if _COMPLAINANT_BEFORE.search(before) or _COMPLAINANT_AFTER.match(after) or _OWNER_AFTER.match(after):
        return -2.0
    return 0.25 if _PLACE_BEFORE.search(before) else 1.0
