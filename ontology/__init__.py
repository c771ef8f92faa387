"""The ontology: vocabulary, concept schemes, the regulation's structure, shapes and prepared questions, as data.

The Turtle and CSV files in this package are the source; the modules read them. Nothing here imports `kg` or `api`.
"""

from ontology.files import fingerprint

VERSION = "0.1.0"
"""The version of the ontology (SemVer); `gde.ttl` carries it in its version IRI."""

__all__ = ["VERSION", "fingerprint"]
