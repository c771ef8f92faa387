"""All statements of the ontology at once, as the rules look at them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ontology.terms import NS, SKOS
from ontology.turtle import Node, Text, Triple, read_turtle

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_RANGE = "http://www.w3.org/2000/01/rdf-schema#range"
LABELS = tuple(f"{SKOS}{kind}Label" for kind in ("pref", "alt", "hidden"))
"""The properties of labels, the preferred first."""


@dataclass(frozen=True)
class Statements:
    """The triples of each file, in the order of the files."""

    files: Mapping[Path, tuple[Triple, ...]]

    @cached_property
    def triples(self) -> tuple[Triple, ...]:
        """The triples of all files."""
        return tuple(triple for triples in self.files.values() for triple in triples)

    @cached_property
    def said(self) -> Mapping[str, Mapping[str, list[Node]]]:
        """By subject and predicate what is said, without repetition."""
        found: dict[str, dict[str, list[Node]]] = defaultdict(dict)
        for triple in self.triples:
            values = found[triple.subject].setdefault(triple.predicate, [])
            if triple.value not in values:
                values.append(triple.value)
        return found

    @cached_property
    def terms(self) -> frozenset[str]:
        """The classes and properties that our vocabulary declares."""
        return frozenset(node for node, said in self.said.items() if node.startswith(NS) and RDF_TYPE in said)

    @cached_property
    def ranges(self) -> Mapping[str, str]:
        """The range of each property of ours."""
        return {
            node: str(said[RDFS_RANGE][0])
            for node, said in self.said.items()
            if node.startswith(NS) and RDFS_RANGE in said
        }

    def iris(self, subject: str, predicate: str) -> list[str]:
        """The IRIs that are said of a subject."""
        return [value for value in self.said.get(subject, {}).get(predicate, ()) if not isinstance(value, Text)]

    def texts(self, subject: str, predicate: str) -> list[Text]:
        """The literals that are said of a subject."""
        return [value for value in self.said.get(subject, {}).get(predicate, ()) if isinstance(value, Text)]

    def in_scheme(self) -> Mapping[str, list[str]]:
        """The subjects by the IRI of each scheme that they are stated to be in."""
        found: dict[str, list[str]] = defaultdict(list)
        for subject in self.said:
            for scheme in self.iris(subject, f"{SKOS}inScheme"):
                found[scheme].append(subject)
        return found


def read_statements(files: Iterable[Path]) -> Statements:
    """The statements of Turtle files; OntologyFileError, with file and line, for one that is broken."""
    return Statements({path: read_turtle(path) for path in files})
