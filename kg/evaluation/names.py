"""When two printed names mean the same party: without accents, case, punctuation and legal forms."""

import re
import unicodedata
from functools import lru_cache

_WHOLE = (
    *("gmbh", "ag", "kg", "se", "ltd", "limited", "inc", "incorporated", "llc", "plc", "corp", "corporation"),
    *("oy", "oyj", "kft", "zrt", "sp z o o", "d o o", "ehf", "hf", "co", "company", "group", "the", "unlimited"),
)
_SPACED = ("sas", "sa", "spa", "srl", "sl", "slu", "as", "ab", "nv", "bv")
"""Legal forms of which a text may print the letters apart ("A / S")."""

_FORMS = re.compile(rf"\b(?:{'|'.join((*sorted(map(' ?'.join, _SPACED), key=len, reverse=True), *_WHOLE))})\b")
_BRACKETED = re.compile(r"\([^)]*\)")
_LEAST = 3
"""Letters of the shorter name, where it is a part of the longer one: "BA" is in too many names."""


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other: `Dedalus` and `Dedalus Biologie SAS`."""
    a, b = plain_name(one), plain_name(other)
    if not a or not b:
        return False
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    first, second = set(a.split()), set(b.split())
    shorter = min(first, second, key=len)
    return (first <= second or second <= first) and len(" ".join(shorter)) >= _LEAST


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """The words of a name that tell it from others, in lower case and ASCII."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"['.]", "", _BRACKETED.sub(" ", ascii_name))
    return " ".join(_FORMS.sub(" ", re.sub(r"[^a-z0-9&]+", " ", bare)).split())
