"""The structure of the GDPR: which articles, paragraphs, definitions and points it has.

A provision is a string such as `5(1)(f)`; the definitions of Article 4 count as paragraphs, `4(7)`. Paragraphs that
the regulation does not number do not exist here: there is no `16(1)`. The table is derived from GDPRtEXT 0.7 (ADAPT
Centre, CC BY 4.0), with its numbers of unnumbered paragraphs taken out.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache

from ontology.files import PROVISIONS_CSV, OntologyFileError, read_text

_KEY = re.compile(r"\d{1,2}(\(\d{1,2}\))?(\([a-z]\))?")


def provisions() -> tuple[str, ...]:
    """Every provision, in the order of the regulation; a whole before its parts."""
    return tuple(_titles())


def exists(provision: str) -> bool:
    """Whether the GDPR has this provision: `5(1)(f)` is one, `16(1)` and `5(1)(g)` are not."""
    return provision in _titles()


def title(article: int) -> str:
    """The title of an article: 32 is "Security of processing". KeyError where there is no such article."""
    return _titles()[str(article)]


def parent(provision: str) -> str | None:
    """The next wider provision; None for a whole article. KeyError where there is no such provision."""
    if provision not in _titles():
        raise KeyError(provision)
    return provision[: provision.rindex("(")] if "(" in provision else None


def children(provision: str) -> tuple[str, ...]:
    """The provisions directly within one: `5` has `5(1)` and `5(2)`. KeyError where there is no such provision."""
    if provision not in _titles():
        raise KeyError(provision)
    return _children().get(provision, ())


@cache
def _children() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for provision in _titles():
        if (wider := parent(provision)) is not None:
            found[wider] = (*found.get(wider, ()), provision)
    return found


@cache
def _titles() -> Mapping[str, str]:
    """Provision to title; only whole articles have one, the others the empty string."""
    found: dict[str, str] = {}
    rows = csv.reader(read_text(PROVISIONS_CSV).splitlines())
    next(rows, None)
    for line, row in enumerate(rows, 2):
        if len(row) != 2 or _KEY.fullmatch(row[0]) is None or row[0] in found:
            raise OntologyFileError(f"{PROVISIONS_CSV.name}:{line}: not a provision and its title: {row}")
        found[row[0]] = row[1]
    return found
