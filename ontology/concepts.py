"""The concepts that extraction looks for and the graph points to, read from the SKOS schemes.

A label's kind says how far it can be trusted. `pref` and `alt` labels name the concept wherever they stand. A
`hidden` label is never shown and may be ambiguous: a misspelling, a short name that others share (`DPC`), a word that
means the concept only in a fitting context.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from ontology.files import SCHEMES, OntologyFileError, place, read_text
from ontology.lines import Lines
from ontology.terms import SKOS, VOCAB, Gde, vocab_base
from ontology.turtle import Node, Text, Triple, extra_triples, read_turtle

Kind = Literal["pref", "alt", "hidden"]
Said = Mapping[str, list[Node]]
"""What is said of a subject: values by predicate."""

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("pref", f"{SKOS}prefLabel"),
    ("alt", f"{SKOS}altLabel"),
    ("hidden", f"{SKOS}hiddenLabel"),
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
    `country` is the ISO 3166-1 code of the state of an authority, an act, a court, a legal form or a currency (`EU` for
    the Union). A measure has
    the class of its instances (`measure_class`, an IRI) and, where it is a corrective power, the letter of its point in
    Article 58(2) (`power`). `notation` is the short name or code that people use: `CNIL`, `EUR`. `related` are IRIs of
    other schemes: the context of processing that goes with a sector. `definition` is in English.
    """

    id: str
    iri: str
    labels: tuple[Label, ...]
    broader: tuple[str, ...] = ()
    notation: str | None = None
    country: str | None = None
    measure_class: str | None = None
    power: str | None = None
    related: tuple[str, ...] = ()
    definition: str | None = None

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
    """The concepts of a scheme by id, in the order of their ids; what a user adds to the ontology is among them.

    KeyError for an unknown scheme; OntologyFileError, with file and line, for a file that cannot be read.
    """
    return read_scheme(scheme, SCHEMES[scheme], extra_triples())


def read_scheme(scheme: str, path: Path, added: Iterable[Triple] = ()) -> Mapping[str, Concept]:
    """The concepts that a Turtle file, and what is added to it, state to be in a scheme: see `concepts`."""
    said = _by_subject((*read_turtle(path), *added))
    base = vocab_base(scheme)
    found: dict[str, Concept] = {}
    for iri in sorted(node for node, values in said.items() if f"{VOCAB}{scheme}" in values.get(f"{SKOS}inScheme", ())):
        if not iri.startswith(base):
            raise OntologyFileError(f"{_place(path, iri)}: {iri} does not start with {base}")
        concept = _concept(iri, said[iri], base)
        if not any(label.kind == "pref" for label in concept.labels):
            raise OntologyFileError(f"{_place(path, iri)}: {concept.id} has no preferred label")
        found[concept.id] = concept
    for concept in found.values():
        if unknown := set(concept.broader) - found.keys():
            raise OntologyFileError(f"{_place(path, concept.iri)}: broader than {concept.id}: {sorted(unknown)}?")
    return MappingProxyType(found)


def _by_subject(triples: Iterable[Triple]) -> Mapping[str, Said]:
    found: dict[str, dict[str, list[Node]]] = defaultdict(dict)
    for triple in triples:
        found[triple.subject].setdefault(triple.predicate, []).append(triple.value)
    return found


def _concept(iri: str, said: Said, base: str) -> Concept:
    jurisdiction = _one(said, Gde.jurisdiction)
    power = _one(said, Gde.power)
    return Concept(
        id=iri.removeprefix(base),
        iri=iri,
        labels=tuple(_labels(said)),
        broader=tuple(sorted({str(wider).removeprefix(base) for wider in said.get(f"{SKOS}broader", ())})),
        notation=_one(said, f"{SKOS}notation"),
        country=jurisdiction.rpartition("#")[2][:2] if jurisdiction else None,
        measure_class=_one(said, Gde.measureClass),
        power=power.rpartition("_")[2] if power else None,
        related=tuple(sorted(str(other) for other in said.get(f"{SKOS}relatedMatch", ()))),
        definition=_definition(said),
    )


def _labels(said: Said) -> Iterator[Label]:
    for kind, predicate in _KINDS:
        found = {
            Label(value.value, value.language, kind) for value in said.get(predicate, ()) if isinstance(value, Text)
        }
        yield from sorted(found, key=lambda label: (label.language, label.text))


def _definition(said: Said) -> str | None:
    values = said.get(f"{SKOS}definition", ())
    return next((value.value for value in values if isinstance(value, Text) and value.language == "en"), None)


def _one(said: Said, predicate: str) -> str | None:
    values = (value.value if isinstance(value, Text) else value for value in said.get(predicate, ()))
    return min(values, default=None)


def _place(path: Path, iri: str) -> str:
    return place(path, Lines(read_text(path)).find(iri))
