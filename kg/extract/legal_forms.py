"""Legal forms of organisations after a name: "Norte S.A.", "Prime Shops, UAB", "Hotel A / S"."""

import re

from kg.extract.lexicon import alternation
from ontology.concepts import concepts


def _spelling(label: str) -> str:
    """A label as an expression that takes dots and blanks as they come: S.A. = SA = S. A."""
    letters = re.sub(r"[.\s/]+", "", label)
    if letters.islower() and len(letters) <= 3:
        # Without its dots "a.s." is a word.
        return r"\.\s?".join(map(re.escape, letters)) + r"\.?"
    if re.fullmatch(r"(?:\w{1,2}[.\s/])+\w{0,2}\.?", label) or (label.isupper() and len(label) <= 4):
        return r"[.\s/]{0,2}".join(map(re.escape, letters)) + r"\.?"
    return re.escape(label.rstrip(".")) + r"\.?"


def _labels() -> frozenset[str]:
    """The labels as they are, and long ones in capitals, as headlines and registers have them."""
    labels = {label.text for concept in concepts("legal-form").values() for label in concept.labels}
    return frozenset(labels | {label.upper() for label in labels if label[0].isupper() and len(label) > _SHORT})


_SHORT = 2
"""Letters of a form that in capitals is another word or form."""

_FORMS = alternation(set(map(_spelling, _labels())))

FORM_AFTER = re.compile(rf"[ ,\xa0]{{1,2}}{_FORMS}(?![\w-])")
"""A legal form that follows a name."""


_ABBREVIATED = _labels()


def end_of(form: re.Match[str]) -> int:
    """Where a legal form ends: a full stop behind it may be the sentence's ("Norte AB.") or its own ("Norte Ltd.")."""
    written = form.group().strip(" ,\xa0")
    bare = written.removesuffix(".")
    return form.end() - (bare != written and "." not in bare and written not in _ABBREVIATED)


def starts_with_form(text: str, place: int) -> bool:
    """Whether a legal form follows at a place."""
    return FORM_AFTER.match(text, place) is not None


def has_form(name: str) -> bool:
    """Whether a name ends with a legal form."""
    return any(found.end() == len(name) for found in FORM_AFTER.finditer(name)) or name.endswith((" A/S", " S.A."))
