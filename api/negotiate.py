"""The form of an answer to SPARQL: what the Accept header says, unless the address says `format=`."""

from kg.errors import NotAcceptable, QueryError
from kg.graph.query.accept import best

FORMATS: dict[str, str] = {
    "json": "application/sparql-results+json, application/ld+json;q=0.5",
    "xml": "application/sparql-results+xml, application/rdf+xml;q=0.5",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "nquads": "application/n-quads",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
"""What `format=` may say, for links and browsers, which cannot choose a header; and the header that it stands for."""


def accept_of(header: str | None, chosen: str | None) -> str:
    """The Accept header to go by: the one that `format=` stands for, else the client's own, else anything.

    QueryError, listing the formats, for one that there is not.
    """
    if chosen is None:
        return header or "*/*"
    if chosen not in FORMATS:
        raise QueryError(f"there is no format {chosen!r}; there are {', '.join(FORMATS)}")
    return FORMATS[chosen]


def prefers(header: str | None, media_type: str, other: str) -> bool:
    """Whether a client likes `media_type` better than `other`; one that likes both equally, or neither, does not."""
    try:
        return best(header or "*/*", (other, media_type)) == media_type
    except NotAcceptable:
        return False
