"""Organisations that are known beforehand: their names are names wherever they stand, and however they are written."""

from collections.abc import Mapping
from functools import cache, lru_cache

from kg.extract.lexicon import Entry, Lexicon
from ontology.concepts import concepts


@cache
def _lexicon() -> Lexicon | None:
    entries = [Entry(label.text, known.id) for known in concepts("organisation").values() for label in known.labels]
    return Lexicon(entries) if entries else None


@lru_cache(maxsize=4)
def _stretches(text: str) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """The known names of a text: end by start, and start by end."""
    lexicon = _lexicon()
    hits = lexicon.find(text) if lexicon else ()
    return {hit.start: hit.end for hit in hits}, {hit.end: hit.start for hit in hits}


def known_from(text: str, start: int) -> int | None:
    """Where the known name ends that begins at a place; None where none does."""
    return _stretches(text)[0].get(start)


def known_until(text: str, end: int) -> int | None:
    """Where the known name begins that ends at a place; None where none does."""
    return _stretches(text)[1].get(end)
