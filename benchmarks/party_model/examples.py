"""What the model learns from: our own texts with the names of parties marked, and variations with invented names."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.gold import AnnotatedGold
from kg.evaluation.reading import Task

_FIRST = (
    "Alder",
    "Brume",
    "Corvid",
    "Dunmore",
    "Elster",
    "Fjordal",
    "Grana",
    "Holm",
    "Isar",
    "Juniper",
    "Krona",
    "Lumen",
)
_SECOND = ("", " Retail", " Health", " Telecom", " Energia", " Logistics", " Media", " Systems", " Bank", " Services")
_FORM = ("", " Ltd", " GmbH", " S.p.A.", " SAS", " AB", " A/S", " plc", " S.L.", " sp. z o.o.", " Inc", " d.o.o.")

_READ = 1500
"""Characters of a text that are learnt from: names of parties stand early."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the stretches of its parties' names."""

    text: str
    spans: tuple[tuple[int, int], ...]


def names(task: Task) -> tuple[str, ...]:
    """The names of the parties that the gold of a text has, the longest first."""
    if not isinstance(task.gold, AnnotatedGold):
        return ()
    found = {name for decision in task.gold.decisions for name in decision.names}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def marked(text: str, parties: Sequence[str]) -> Marked:
    """A text with every place of a party's name."""
    if not parties:
        return Marked(text[:_READ], ())
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in parties))
    return Marked(text[:_READ], tuple(hit.span() for hit in pattern.finditer(text[:_READ])))


def variations(task: Task, count: int, dice: random.Random) -> Iterator[Marked]:
    """The text itself, and copies in which each party has an invented name."""
    parties = names(task)
    yield marked(task.article.text, parties)
    for _ in range(count if parties else 0):
        text, invented = task.article.text, []
        for name in parties:
            other = dice.choice(_FIRST) + dice.choice(_SECOND) + dice.choice(_FORM)
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", other, text)
            invented.append(other)
        yield marked(text, sorted(invented, key=len, reverse=True))
