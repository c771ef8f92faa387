"""A triple as one article makes it, with the mentions that it rests on."""

from dataclasses import dataclass
from typing import TypeVar

from kg.graph.terms import Iri, Term
from kg.model import Mention, Stated
from ontology.terms import Gde

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple as one article makes it."""

    subject: Iri
    predicate: Iri
    object: Term
    mentions: tuple[Mention, ...]
    confidence: float


def stating(subject: Iri, predicate: Gde, value: Term, stated: Stated[T]) -> Statement:
    """The statement of a value, resting on all its mentions."""
    return Statement(subject, Iri(predicate), value, stated.mentions, stated.confidence)
