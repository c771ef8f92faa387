"""The circumstances of a case: what its parties do, what the processing was for, whose data, how it came to light."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.extract import confidence
from kg.extract.case_triggers import trigger
from kg.extract.contexts import contexts, implications
from kg.extract.delays import delay
from kg.extract.factors import factors
from kg.extract.groups import subject_groups
from kg.extract.incidents import breach
from kg.extract.reading import Reading, Span
from kg.extract.sectors import sector
from kg.model import Mention, Party, Stated
from kg.values import Factor, Provision

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The fields of a claim of the same names."""

    sector: Stated[str] | None
    contexts: tuple[Stated[str], ...]
    subject_groups: tuple[Stated[str], ...]
    trigger: Stated[str] | None
    breach_kinds: tuple[Stated[str], ...]
    breach_causes: tuple[Stated[str], ...]
    notification_delay: Stated[int] | None
    factors: tuple[Stated[Factor], ...]


def circumstances(
    reading: Reading,
    spans: tuple[Span, ...],
    parties: Sequence[Stated[Party]],
    infringed: Sequence[Stated[Provision]],
    *,
    alone: bool,
) -> Circumstances:
    """What the stretches of text on a case tell of its circumstances; `alone` where the text has no other case."""
    named = [mention for stated in parties for mention in stated.mentions]
    kinds, causes = breach(reading, spans)
    incident = sorted(
        {mention for found in (kinds, causes) for mentions in found.values() for mention in mentions},
        key=lambda mention: (mention.start, mention.end),
    )
    late = delay(reading, spans)
    branch, groups = sector(reading, spans, named, alone=alone), subject_groups(reading, spans)
    implied = implications(incident, infringed, branch, groups)
    return Circumstances(
        sector=_one(branch, confidence.SECTOR),
        contexts=_all(contexts(reading, spans, named, implied), confidence.CONTEXT),
        subject_groups=_all(groups, confidence.SUBJECT_GROUP),
        trigger=_one(trigger(reading, spans), confidence.TRIGGER),
        breach_kinds=_all(kinds, confidence.BREACH_KIND),
        breach_causes=_all(causes, confidence.BREACH_CAUSE),
        notification_delay=Stated(late[0], (late[1],), confidence.NOTIFICATION_DELAY) if late else None,
        factors=_all(factors(reading, spans), confidence.FACTOR),
    )


def _one(found: tuple[str, tuple[Mention, ...]] | None, sure: float) -> Stated[str] | None:
    return Stated(found[0], found[1], sure) if found else None


def _all(found: Mapping[T, tuple[Mention, ...]], sure: float) -> tuple[Stated[T], ...]:
    return tuple(Stated(value, mentions, sure) for value, mentions in found.items())
