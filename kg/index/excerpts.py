"""Where the words of a search stand: the sentence of the first of them that a text has."""

import re
import unicodedata
from collections.abc import Iterable

from kg.index.records import Excerpt
from kg.index.words import terms
from kg.sentences import around

_SEPARATOR = r"[\W_]+"


def excerpt(typed: str, texts: Iterable[str]) -> Excerpt | None:
    """The sentence of the first term, in the order in which they were typed, that one of the texts has.

    Case and accents do not count, as in the index. None where no text has a term: it was then found in a name.
    """
    folded = [(text, _fold(text)) for text in texts]
    for term, is_start in terms(typed):
        words = [re.escape(word) for word in re.split(_SEPARATOR, _fold(term)) if word]
        pattern = re.compile(rf"\b{_SEPARATOR.join(words)}" + (r"\w*" if is_start else r"\b"))
        for text, plain in folded:
            if (found := pattern.search(plain)) is not None:
                start, end = found.span()
                first, last = around(text, start, end)
                return Excerpt(prefix=text[first:start], quote=text[start:end], suffix=text[end:last])
    return None


def _fold(text: str) -> str:
    """The text in lower case without accents, each letter still in its place."""
    return "".join(unicodedata.normalize("NFKD", letter)[0].lower()[0] for letter in text)
