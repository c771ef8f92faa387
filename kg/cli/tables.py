"""Rows on a terminal."""

import json

from rich.table import Table
from rich.text import Text

from kg.cli.console import results, say
from kg.errors import QueryError

SHORT = {
    "https://w3id.org/gdpr-enforcement/ns#": "gde:",
    "https://w3id.org/gdpr-enforcement/vocab/": "vocab:",
    "https://w3id.org/gdpr-enforcement/id/": "id:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://publications.europa.eu/resource/authority/currency/": "currency:",
}
"""How known IRIs are shortened for the eye; `--format tsv` prints them whole."""


def print_rows(body: bytes) -> None:
    """Print an answer in SPARQL 1.1 Query Results JSON: rows as a table, a yes or no as one word."""
    answer = json.loads(body)
    if "boolean" in answer:
        results().print("yes" if answer["boolean"] else "no")
        return
    if "results" not in answer:
        raise QueryError("the answer is neither rows nor a truth value")
    names = answer["head"]["vars"]
    table = Table(*(f"?{name}" for name in names))
    for column in table.columns:
        column.overflow = "fold"
    rows = answer["results"]["bindings"]
    for row in rows:
        table.add_row(*(Text(shown(row[name])) if name in row else Text("") for name in names))
    results().print(table)
    say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def shown(term: dict[str, str]) -> str:
    """A term as a person reads it: a literal by its text, a known IRI shortened."""
    value = term["value"]
    if term["type"] != "uri":
        return value
    start = next((start for start in SHORT if value.startswith(start)), "")
    return SHORT[start] + value[len(start) :] if start else value
