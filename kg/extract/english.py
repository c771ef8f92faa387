"""Which words are common English words, and so mostly no names where a sentence begins with one."""

from collections.abc import Mapping
from functools import cache

from spellchecker import SpellChecker

_COMMON = 200
"""Occurrences in the word list (1.6 billion words of film subtitles and the like) from which on a word is common."""


def is_common(word: str) -> bool:
    """Whether a word, in whatever case, is a common one: "total" is, "Grindr" is not."""
    return _frequencies().get(word.lower(), 0) >= _COMMON


@cache
def _frequencies() -> Mapping[str, int]:
    frequencies: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return frequencies
