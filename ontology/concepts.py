"""The concepts that extraction looks for and the graph points to, read from the SKOS schemes.

A label's kind says how far it can be trusted. `pref` and `alt` labels name the concept wherever they stand. A
`hidden` label is never shown and may be ambiguous: a misspelling, a short name that others share (`DPC`), a word that
means the concept only in a fitting context.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import SKOS
from rdflib.plugins.parsers.notation3 import BadSyntax

from ontology.files import SCHEMES, OntologyFileError, read_text
from ontology.terms import VOCAB, Gde, vocab_base

Kind = Literal["pref", "alt", "hidden"]

_KINDS: tuple[tuple[Kind, URIRef], ...] = (
    ("pref", SKOS.prefLabel),
    ("alt", SKOS.altLabel),
    ("hidden", SKOS.hiddenLabel),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A name of a concept in a language (BCP 47)."""

    text: str
    language: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a scheme.

    `labels` are sorted by kind (pref, alt, hidden), language and text; `broader` are ids of the same scheme.
    `country` is the ISO 3166-1 code of an authority's state or of a legal form's (`EU` for the Union). A measure has
    the class of its instances (`measure_class`, an IRI) and, where it is a corrective power, the letter of its point in
    Article 58(2) (`power`). `notation` is the short name or code that people use: `CNIL`, `EUR`.
    """

    id: str
    iri: str
    labels: tuple[Label, ...]
    broader: tuple[str, ...] = ()
    notation: str | None = None
    country: str | None = None
    measure_class: str | None = None
    power: str | None = None

    def label(self, language: str = "en") -> str:
        """The preferred label in a language; in English, and then in any, where it has none."""
        preferred = {label.language: label.text for label in self.labels if label.kind == "pref"}
        return preferred.get(language) or preferred.get("en") or next(iter(preferred.values()))

    @property
    def short(self) -> str:
        """The shortest name fit for display: the notation, or else the English label."""
        return self.notation or self.label()


@cache
def concepts(scheme: str) -> Mapping[str, Concept]:
    """The concepts of a scheme by id, in the order of their ids.

    KeyError for an unknown scheme; OntologyFileError, with file and line, for a file that cannot be read.
    """
    return read_scheme(scheme, SCHEMES[scheme])


def read_scheme(scheme: str, path: Path) -> Mapping[str, Concept]:
    """The concepts that a Turtle file states to be in a scheme: see `concepts`."""
    text = read_text(path)
    graph = _parse(text, path)
    base = vocab_base(scheme)
    found: dict[str, Concept] = {}
    for iri in sorted(str(node) for node in graph.subjects(SKOS.inScheme, URIRef(f"{VOCAB}{scheme}"))):
        if not iri.startswith(base):
            raise OntologyFileError(f"{_place(path, text, iri)}: {iri} does not start with {base}")
        concept = _concept(graph, URIRef(iri), base)
        if not any(label.kind == "pref" for label in concept.labels):
            raise OntologyFileError(f"{_place(path, text, concept.id)}: {concept.id} has no preferred label")
        found[concept.id] = concept
    for concept in found.values():
        if unknown := set(concept.broader) - found.keys():
            raise OntologyFileError(f"{_place(path, text, concept.id)}: broader than {concept.id}: {sorted(unknown)}?")
    return MappingProxyType(found)


def _parse(text: str, path: Path) -> Graph:
    try:
        return Graph().parse(data=text, format="turtle")
    except BadSyntax as error:
        raise OntologyFileError(f"{path.name}:{error.lines + 1}: {error.message}") from error


def _concept(graph: Graph, node: URIRef, base: str) -> Concept:
    jurisdiction = _one(graph, node, Gde.jurisdiction)
    power = _one(graph, node, Gde.power)
    return Concept(
        id=str(node).removeprefix(base),
        iri=str(node),
        labels=tuple(_labels(graph, node)),
        broader=tuple(sorted(str(wider).removeprefix(base) for wider in graph.objects(node, SKOS.broader))),
        notation=_one(graph, node, SKOS.notation),
        country=jurisdiction.rpartition("#")[2][:2] if jurisdiction else None,
        measure_class=_one(graph, node, Gde.measureClass),
        power=power.rpartition("_")[2] if power else None,
    )


def _labels(graph: Graph, node: URIRef) -> Iterator[Label]:
    for kind, predicate in _KINDS:
        found = (value for value in graph.objects(node, predicate) if isinstance(value, RdfLiteral))
        yield from sorted(
            (Label(str(value), value.language or "", kind) for value in found),
            key=lambda label: (label.language, label.text),
        )


def _one(graph: Graph, node: URIRef, predicate: str) -> str | None:
    return min((str(value) for value in graph.objects(node, URIRef(predicate))), default=None)


def _place(path: Path, text: str, name: str) -> str:
    """The file and the first line that has the name, as well as a line can be told after parsing."""
    tail = name.rpartition("/")[2]
    line = next((number for number, row in enumerate(text.splitlines(), 1) if tail in row), None)
    return f"{path.name}:{line}" if line else path.name
