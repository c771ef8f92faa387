"""Which words are common English words, and so mostly no names where a sentence begins with one."""

import re
from collections.abc import Mapping
from functools import cache

from spellchecker import SpellChecker

_COMMON = 200
"""Occurrences in the word list (1.6 billion words of film subtitles and the like) from which on a word is common."""


def is_common(word: str) -> bool:
    """Whether a word, in whatever case, is a common one: "total" is, "Grindr" is not."""
    lowered = word.lower()
    return max(_frequencies().get(lowered, 0), _frequencies().get(_american(lowered), 0)) >= _COMMON


def _american(word: str) -> str:
    """A word as it is spelled in America, like those of the list: "neighbour", "organise", "centre"."""
    return re.sub(r"re$", "er", re.sub(r"is(?=e[ds]?$|ing$|ation)", "iz", word.replace("our", "or")))


@cache
def _frequencies() -> Mapping[str, int]:
    frequencies: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return frequencies
