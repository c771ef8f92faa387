"""The forms in which an answer can be had. Nothing here needs the engine: its format goes by the same short name."""

RESULTS: dict[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
"""Media types of the answers of SELECT and ASK, the favourite first."""

GRAPHS: dict[str, str] = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
    "application/n-quads": "nq",
    "application/json": "jsonld",
    "application/xml": "rdf",
    "text/plain": "nt",
}
"""Media types of the answers of CONSTRUCT and DESCRIBE, the favourite first."""

UPLOADS: dict[str, str] = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
    "text/plain": "nt",
}
"""Media types of a graph that is sent."""

MULTIPART = "multipart/form-data"
"""The media type of several graphs that are sent as the parts of a form."""

DOCUMENTS: dict[str, str] = {
    "text/turtle": "turtle",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
    "application/n-triples": "nt",
}
"""Media types of a description of ours, the favourite first, by the name that rdflib has for the form."""
