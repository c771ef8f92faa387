"""Where the ontology's files lie, those that a user adds among them, and a fingerprint over what they say."""

import csv
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SHAPES = FOLDER / "shapes.ttl"
"""The SHACL shapes: they check a graph and are no part of it."""

PROVISIONS_CSV = FOLDER / "data" / "gdpr_provisions.csv"
ARTICLE_TITLES_CSV = FOLDER / "data" / "article_titles.csv"
DIVISIONS_CSV = FOLDER / "data" / "divisions.csv"
DPV_MATCHES_CSV = FOLDER / "data" / "dpv_matches.csv"
PROVISIONS_TURTLE = FOLDER / "data" / "provisions.ttl"
OTHER_PROVISIONS_TURTLE = FOLDER / "data" / "other_provisions.ttl"
QUERIES = FOLDER / "queries"

SCHEMES = {
    "authority": FOLDER / "schemes" / "authorities.ttl",
    "data-category": FOLDER / "schemes" / "data-categories.ttl",
    "data-subject-category": FOLDER / "schemes" / "data-subject-categories.ttl",
    "measure": FOLDER / "schemes" / "measures.ttl",
    "currency": FOLDER / "schemes" / "currencies.ttl",
    "legal-form": FOLDER / "schemes" / "legal-forms.ttl",
    "decision-status": FOLDER / "schemes" / "decision-status.ttl",
    "finding-outcome": FOLDER / "schemes" / "finding-outcome.ttl",
    "count-qualifier": FOLDER / "schemes" / "count-qualifier.ttl",
    "factor-effect": FOLDER / "schemes" / "factor-effect.ttl",
    "processing-context": FOLDER / "schemes" / "processing-contexts.ttl",
    "sector": FOLDER / "schemes" / "sectors.ttl",
    "verification": FOLDER / "schemes" / "verification.ttl",
    "act": FOLDER / "schemes" / "acts.ttl",
    "decision-outcome": FOLDER / "schemes" / "decision-outcome.ttl",
    "procedure": FOLDER / "schemes" / "procedure.ttl",
    "case-trigger": FOLDER / "schemes" / "case-trigger.ttl",
    "breach-kind": FOLDER / "schemes" / "breach-kind.ttl",
    "breach-cause": FOLDER / "schemes" / "breach-cause.ttl",
    "culpability": FOLDER / "schemes" / "culpability.ttl",
    "seriousness": FOLDER / "schemes" / "seriousness.ttl",
    "payment-status": FOLDER / "schemes" / "payment-status.ttl",
    "entity-kind": FOLDER / "schemes" / "entity-kind.ttl",
    "review-body": FOLDER / "schemes" / "review-body.ttl",
    "review-outcome": FOLDER / "schemes" / "review-outcome.ttl",
    "document-kind": FOLDER / "schemes" / "document-kind.ttl",
    "guideline": FOLDER / "schemes" / "guideline.ttl",
    "organisation": FOLDER / "schemes" / "organisations.ttl",
}
"""The file of each concept scheme."""


EXTRA = "GDPR_KG_ONTOLOGY_EXTRA"
"""The variable that names a user's own Turtle: a file, or a folder whose `*.ttl` count.

It is read from the environment here, and not handed around, because a process has one ontology, as it has one
language; worker processes inherit it.
"""


class OntologyFileError(ValueError):
    """A file of the ontology is broken; the text names the file and, where it is known, the line."""


def shipped_files() -> tuple[Path, ...]:
    """The Turtle of this package: the vocabulary, the provisions and the concept schemes, in a fixed order."""
    return (FOLDER / "gde.ttl", PROVISIONS_TURTLE, OTHER_PROVISIONS_TURTLE, *sorted(SCHEMES.values()))


@cache
def extra_files() -> tuple[Path, ...]:
    """The user's own files, in the order of their names; OntologyFileError where `EXTRA` is set and names none."""
    place = os.environ.get(EXTRA)
    if not place:
        return ()
    path = Path(place)
    files = tuple(sorted(path.rglob("*.ttl"))) if path.is_dir() else (path,)
    if not files or not all(file.is_file() for file in files):
        raise OntologyFileError(f"{EXTRA}: there is no Turtle file at {place}")
    return files


def turtle_files() -> tuple[Path, ...]:
    """What belongs in the graph: the shipped files, and behind them the user's own."""
    return (*shipped_files(), *extra_files())


def place(path: Path, line: int | None = None) -> str:
    """How messages name a file and a line of it: a shipped file by its name, a user's by its whole path."""
    name = path.name if path.is_relative_to(FOLDER) else str(path)
    return f"{name}:{line}" if line else name


def read_text(path: Path) -> str:
    """The text of a file of the ontology; OntologyFileError where it is missing or no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise OntologyFileError(f"{place(path)}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise OntologyFileError(f"{place(path, line)}: not UTF-8") from error


def read_table(
    path: Path, keys: Sequence[str], form: re.Pattern[str], *, unique: bool = False
) -> tuple[Mapping[str, str], ...]:
    """The rows of a CSV file by the names of its first line, in order.

    OntologyFileError, with file and line, for a row with too few or too many fields, for one of which a `keys` field
    is not of the `form`, and, where these are `unique`, for one that repeats them.
    """
    rows = csv.reader(read_text(path).splitlines())
    header = next(rows, [])
    found: dict[tuple[object, ...], Mapping[str, str]] = {}
    for line, row in enumerate(rows, 2):
        fields = dict(zip(header, row, strict=False))
        key = (*(fields.get(name, "") for name in keys), *(() if unique else (line,)))
        if len(row) != len(header) or key in found or not all(form.fullmatch(fields[name]) for name in keys):
            raise OntologyFileError(f"{place(path, line)}: not a row of {', '.join(header)}: {row}")
        found[key] = fields
    return tuple(found.values())


@cache
def fingerprint() -> str:
    """16 hex digits over all reference data: whoever depends on what the ontology says depends on this."""
    digest = hashlib.sha256()
    for path in (*turtle_files(), PROVISIONS_CSV, ARTICLE_TITLES_CSV, DIVISIONS_CSV, DPV_MATCHES_CSV):
        digest.update(f"{path.name}\n{read_text(path)}\n".encode())
    return digest.hexdigest()[:16]
