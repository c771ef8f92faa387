"""Is one word with a capital a name, or only the first of a sentence or headline?"""

import re
from collections import Counter
from functools import lru_cache

from kg.extract.english import is_common
from kg.extract.lexicon import words
from kg.extract.name_words import INSTITUTIONS

_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\-–—|\"“”]\s*|\n\s*|\d[.)]\s*)$")  # noqa: RUF001


_SENTENCE_WORDS = words(
    """he she they you your his her their our my me him them who whom whose how what when why were was had has knew
    about because if then there here"""
)
"""Words of sentences and headlines, which no name has."""

_OFFICES = words(
    """Ombudsman Register Department Ministry Municipality Region Council City Board Court Tribunal Hospital Agency
    Authority Commission Committee Office Bank University School Institute Police Parliament Government State"""
)
"""Nouns that alone, or with a word for what they do, name no particular party: "the Appeals Board"."""

_GENERAL = words("Appeals Appeal Supreme Administrative Regional Local Public National Federal")


@lru_cache(maxsize=4)
def _vocabulary(text: str) -> Counter[str]:
    """How often each word stands in a text, in each of its cases; parts of domains do not count."""
    return Counter(re.findall(r"(?<![\w.])[^\W_][\w-]*\b(?!\.\w)", text))


def is_proper(text: str, start: int, word: str) -> bool:
    """Whether one capitalised word is a name, not a word that a sentence or a headline begins with a capital."""
    if (
        any(letter.isupper() for letter in word[1:])
        or any(letter.isdigit() for letter in word)
        or not word[0].isupper()
    ):
        return True
    counts = _vocabulary(text)
    if counts[word.lower()]:
        return False
    if _SENTENCE_START.search(text[max(0, start - 4) : start]) is None or counts[word] > 1:
        return True
    return not is_common(word) and not _is_common_plural(word)


def reads_as_name(name: str) -> bool:
    """Whether words that look like a name can be one: not a headline in capitals, nor an office of no place."""
    parts = name.split()
    if any(part.lower() in _SENTENCE_WORDS and not (part.isupper() and len(parts) == 1) for part in parts):
        return len(parts) > 1 and parts[-1].isupper() and len(parts[-1]) <= 3  # LENS BE SA, with its legal form
    if len(parts) > 2 and name.isupper() and all(is_common(part) for part in parts):
        return any(part.capitalize() in INSTITUTIONS for part in parts)
    return not (parts[-1] in _OFFICES and all(part in _GENERAL for part in parts[:-1]))


def _is_common_plural(word: str) -> bool:
    """Whether a word is the plural of a common one, or of one that is made of two: "Screenshots"."""
    stem = word.lower().removesuffix("s")
    if stem == word.lower():
        return False
    pairs = ((stem[:cut], stem[cut:]) for cut in range(3, len(stem) - 2))
    return is_common(stem) or any(is_common(one) and is_common(other) for one, other in pairs)
