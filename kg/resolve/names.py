"""Names of organisations: which two are the same, and which one to show."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from kg.ids import slug
from ontology.concepts import Concept, concepts

LONGEST_FORM = 6
"""Words that the longest legal form in use has, with its letters counted as words: `s p z o o`."""

_ARTICLES = frozenset({"the", "la", "le", "el", "il", "der", "die", "das"})
_JOINED = re.compile("[.'`\u2019\u00b4]")  # S.p.A. is SpA, and McDonald's is McDonalds

_DOMAIN = re.compile(r"(?<=\w\w\w)\.(?=[a-z]{2,3}(?![\w.]))")  # Acme.com is Acme with one more word


def canonical(name: str) -> str:
    """The key of a name: two spellings of one organisation have the same.

    Case, diacritics, punctuation, a leading article, a remark in brackets and legal forms at either end (labels of
    the scheme `legal-form`) make no difference: `S.C. Łódzka Żegluga S.A.` and `Lodzka Zegluga` are one. A word in
    another script is a digest, as `kg.ids.slug` has it. The names of an organisation that the ontology knows have its
    id for their key.
    """
    key = _key(name)
    return _known().get(key, key)


def known(key: str) -> Concept | None:
    """The organisation of the ontology that a key is the id of; None for any other key."""
    return concepts("organisation").get(key)


def _key(name: str) -> str:
    words = _words(re.sub(r"\([^)]*\)|\[[^]]*\]", " ", name)) or _words(name)
    return "-".join(map(slug, _strip(words))) or slug(name)


def extends(longer: str, shorter: str) -> bool:
    """Whether one key is another one with more words behind: `acme-energy` extends `acme`."""
    return longer.startswith(f"{shorter}-")


def best(names: Iterable[str]) -> str:
    """The name to show: the most frequent, of these the longest, of these the first; see `tidy`. ValueError without a
    name.
    """
    counted = Counter(map(tidy, names))
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def tidy(name: str) -> str:
    """A name with single spaces, and without a full stop that a sentence has left at its end.

    The stop of an abbreviation stays: of a legal form that some label writes with one (`Ltd.`, `Sp. z o.o.`), of a
    single letter, and after a word that has stops within (`S.A.U.`).
    """
    name = " ".join(name.split())
    last = name.rpartition(" ")[2].removesuffix(".")
    if not name.endswith(".") or len(last) < 2 or "." in last or _abbreviated(name):
        return name
    return name.removesuffix(".")


def _words(name: str) -> tuple[str, ...]:
    letters = unicodedata.normalize("NFKD", _JOINED.sub("", _DOMAIN.sub(" ", name))).casefold().replace("&", " and ")
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W_]+", plain))


def _strip(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without article and legal forms; never without any word."""
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    for length in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
        if "".join(words[-length:]) in _legal_forms():
            return _strip(words[:-length])
        if "".join(words[:length]) in _legal_forms():
            return _strip(words[length:])
    return words


@cache
def _known() -> Mapping[str, str]:
    """The ids of known organisations by the keys of their names. A hidden label is a name that others share."""
    return {
        _key(label.text): concept.id
        for concept in concepts("organisation").values()
        for label in concept.labels
        if label.kind != "hidden"
    }


@cache
def _legal_forms() -> frozenset[str]:
    """Without spaces, so that `Sp. z o.o.` and `SP Z OO` are one."""
    return frozenset("".join(_words(label.text)) for form in concepts("legal-form").values() for label in form.labels)


def _abbreviated(name: str) -> bool:
    """Whether a name ends in a legal form that has a full stop at its end."""
    words = name.casefold().split()
    return any(" ".join(words[-length:]) in _stopped_forms() for length in range(1, LONGEST_FORM + 1))


@cache
def _stopped_forms() -> frozenset[str]:
    labels = (label.text for form in concepts("legal-form").values() for label in form.labels)
    return frozenset(text.casefold() for text in labels if text.endswith("."))
