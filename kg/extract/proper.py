"""Is one word with a capital a name, or only the first of a sentence or headline?"""

import re
from collections import Counter
from functools import lru_cache

from kg.extract.english import is_common

_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\-–—|\"“”]\s*|\n\s*|\d[.)]\s*)$")  # noqa: RUF001


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
    return not is_common(word)
