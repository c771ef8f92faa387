"""Where the ontology's files lie, and a fingerprint over what they say."""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SHAPES = FOLDER / "shapes.ttl"
"""The SHACL shapes: they check a graph and are no part of it."""

PROVISIONS_CSV = FOLDER / "data" / "gdpr_provisions.csv"
PROVISIONS_TURTLE = FOLDER / "data" / "provisions.ttl"
QUERIES = FOLDER / "queries"

SCHEMES = {
    "authority": FOLDER / "schemes" / "authorities.ttl",
    "data-category": FOLDER / "schemes" / "data-categories.ttl",
    "measure": FOLDER / "schemes" / "measures.ttl",
    "currency": FOLDER / "schemes" / "currencies.ttl",
    "legal-form": FOLDER / "schemes" / "legal-forms.ttl",
    "decision-status": FOLDER / "schemes" / "decision-status.ttl",
    "finding-outcome": FOLDER / "schemes" / "finding-outcome.ttl",
    "count-qualifier": FOLDER / "schemes" / "count-qualifier.ttl",
    "factor-effect": FOLDER / "schemes" / "factor-effect.ttl",
    "verification": FOLDER / "schemes" / "verification.ttl",
}
"""The file of each concept scheme."""


class OntologyFileError(ValueError):
    """A file of the ontology is broken; the text names the file and, where it is known, the line."""


def turtle_files() -> tuple[Path, ...]:
    """What belongs in the graph: the vocabulary, the provisions and the concept schemes, in a fixed order."""
    return (FOLDER / "gde.ttl", PROVISIONS_TURTLE, *sorted(SCHEMES.values()))


def read_text(path: Path) -> str:
    """The text of a file of the ontology; OntologyFileError where it is missing or no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyFileError(f"{path.name}: {error}") from error


@cache
def fingerprint() -> str:
    """16 hex digits over all reference data: whoever depends on what the ontology says depends on this."""
    digest = hashlib.sha256()
    for path in (*turtle_files(), PROVISIONS_CSV):
        digest.update(f"{path.name}\n{read_text(path)}\n".encode())
    return digest.hexdigest()[:16]
