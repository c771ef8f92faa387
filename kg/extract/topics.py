"""Concepts that a text names by a label of the ontology: sectors, contexts of processing, groups of people, causes.

Only labels of the text's own language are looked for: "Kind" is a child in German, and nothing of the sort in English.
"""

from collections.abc import Iterable
from functools import cache

from kg.extract.found import Found
from kg.extract.lexicon import Entry, Lexicon, fold
from kg.model import Article, Label
from ontology.concepts import concepts

_LANGUAGE = "en"
"""Whose labels stand in for those of a language that the ontology does not have."""

_HEADINGS = frozenset({"case-trigger", "breach-cause", "breach-kind"})
"""Schemes whose preferred labels are headings ("complaint", "audit"): only their other labels are looked for."""


def find_topics(article: Article, label: Label) -> tuple[Found[str], ...]:
    """Where a text names concepts of the scheme that the label is called after; none overlaps another."""
    hits = _lexicon(str(label), _language(article, label)).find(article.text)
    return tuple(Found(hit.start, hit.end, name) for hit in hits for name in hit.ids)


def with_labels(article: Article, label: Label, found: Iterable[Found[str]]) -> tuple[Found[str], ...]:
    """What rules have found in a text, and what labels of the ontology name beside it."""
    ruled = tuple(found)
    named = [
        hit for hit in find_topics(article, label) if all(hit.end <= one.start or one.end <= hit.start for one in ruled)
    ]
    return tuple(sorted((*ruled, *named), key=lambda hit: (hit.start, hit.end, hit.value)))


def is_everyday(label: Label, words: str) -> bool:
    """Whether words are a hidden label, which names its concept only in a fitting place."""
    return fold(words) in _hidden(str(label))


def narrowest(label: Label, names: frozenset[str]) -> frozenset[str]:
    """Concepts without those that only say less exactly what another one says."""
    scheme = concepts(str(label))
    wider, open_ = set[str](), list(names)
    while open_:
        new = set(scheme[open_.pop()].broader) - wider
        wider |= new
        open_.extend(new)
    return names - wider


def _language(article: Article, label: Label) -> str:
    language = article.language.partition("-")[0].lower()
    return language if language in _languages(str(label)) else _LANGUAGE


@cache
def _languages(scheme: str) -> frozenset[str]:
    """The languages that a scheme has labels in."""
    return frozenset(label.language for concept in concepts(scheme).values() for label in concept.labels)


@cache
def _lexicon(scheme: str, language: str) -> Lexicon:
    return Lexicon(
        Entry(label.text, concept.id)
        for concept in concepts(scheme).values()
        for label in concept.labels
        if label.language == language and (label.kind != "pref" or scheme not in _HEADINGS)
    )


@cache
def _hidden(scheme: str) -> frozenset[str]:
    return frozenset(
        fold(label.text) for concept in concepts(scheme).values() for label in concept.labels if label.kind == "hidden"
    )
