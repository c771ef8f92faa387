"""What `gde.ttl` and the concept schemes say, as plain data that a page or a diagram is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.plugins.parsers.notation3 import BadSyntax

from ontology.files import FOLDER, SCHEMES, OntologyFileError, read_text
from ontology.terms import NS, VOCAB

_VANN = "http://purl.org/vocab/vann/"
_STATUS = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
_MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


@dataclass(frozen=True, slots=True)
class Name:
    """A term as it is shown: `short` is the local name of one of ours, and prefix and name of any other."""

    iri: str
    short: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property of the vocabulary.

    `labels` are pairs of language and text, English first. `domains` and `ranges` are empty for a class, `disjoint`
    for a property. `traits` are the OWL characteristics of a property. `matches` pairs how with what: `closeMatch`.
    """

    name: Name
    labels: tuple[tuple[str, str], ...]
    definition: str
    notes: tuple[str, ...]
    status: str
    parents: tuple[Name, ...]
    matches: tuple[tuple[str, Name], ...]
    domains: tuple[Name, ...] = ()
    ranges: tuple[Name, ...] = ()
    traits: tuple[str, ...] = ()
    disjoint: tuple[Name, ...] = ()

    @property
    def label(self) -> str:
        """The English label; the local name where there is none."""
        return self.labels[0][1] if self.labels else self.name.short


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme: `count` is the number of its concepts, `id` what its IRI ends with."""

    id: str
    iri: str
    title: str
    description: str
    count: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The whole vocabulary. Classes and properties are in the order of the file, schemes in that of their ids."""

    iri: str
    version: str
    version_iri: str
    title: str
    description: str
    created: str
    licence: str
    creators: tuple[str, ...]
    prefix: str
    classes: tuple[Term, ...]
    object_properties: tuple[Term, ...]
    datatype_properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]
    prefixes: tuple[tuple[str, str], ...]

    @property
    def properties(self) -> tuple[Term, ...]:
        """All properties, those between things first."""
        return self.object_properties + self.datatype_properties

    def kinds(self, name: Name) -> tuple[Term, ...]:
        """The direct subclasses or subproperties."""
        return tuple(term for term in (*self.classes, *self.properties) if name in term.parents)

    def of(self, name: Name) -> tuple[Term, ...]:
        """The properties that things of a class have: those with the class as domain."""
        return tuple(term for term in self.properties if name in term.domains)

    def to(self, name: Name) -> tuple[Term, ...]:
        """The properties that lead to things of a class."""
        return tuple(term for term in self.properties if name in term.ranges)


def read_vocabulary(path: Path = FOLDER / "gde.ttl") -> Vocabulary:
    """The vocabulary in a Turtle file, with the shipped schemes; OntologyFileError for a file that is broken."""
    graph = parse(path)
    header = URIRef(NS.rstrip("#"))
    return Vocabulary(
        iri=str(header),
        version=text_of(graph, header, OWL.versionInfo),
        version_iri=text_of(graph, header, OWL.versionIRI),
        title=text_of(graph, header, DCTERMS.title),
        description=text_of(graph, header, DCTERMS.description),
        created=text_of(graph, header, DCTERMS.created),
        licence=text_of(graph, header, DCTERMS.license),
        creators=tuple(sorted(str(item) for item in graph.objects(header, DCTERMS.creator))),
        prefix=text_of(graph, header, URIRef(f"{_VANN}preferredNamespacePrefix")),
        classes=_terms(graph, OWL.Class),
        object_properties=_terms(graph, OWL.ObjectProperty),
        datatype_properties=_terms(graph, OWL.DatatypeProperty),
        schemes=tuple(_scheme(key, file) for key, file in sorted(SCHEMES.items())),
        prefixes=tuple(sorted((prefix, str(iri)) for prefix, iri in graph.namespaces())),
    )


def parse(path: Path) -> Graph:
    """The graph of a Turtle file; OntologyFileError, with file and line, for one that is broken."""
    try:
        return Graph(bind_namespaces="none").parse(data=read_text(path), format="turtle")
    except BadSyntax as error:
        raise OntologyFileError(f"{path.name}:{error.lines + 1}: {error.message}") from error


def _terms(graph: Graph, kind: URIRef) -> tuple[Term, ...]:
    """The terms of a kind in the order of the file, which is the order in which the parser met them."""
    ours = dict.fromkeys(node for node in graph.subjects(RDF.type, kind) if str(node).startswith(NS))
    return tuple(_term(graph, node) for node in ours if isinstance(node, URIRef))


def _term(graph: Graph, node: URIRef) -> Term:
    definition = text_of(graph, node, SKOS.definition)
    notes = {str(item) for kind in (RDFS.comment, SKOS.scopeNote, SKOS.note) for item in graph.objects(node, kind)}
    return Term(
        name=named(graph, node),
        labels=labels_of(graph, node),
        definition=definition,
        notes=tuple(sorted(notes - {definition})),
        status=text_of(graph, node, _STATUS),
        parents=_names(graph, node, RDFS.subClassOf, RDFS.subPropertyOf),
        matches=tuple((str(how).rpartition("#")[2], name) for how in _MATCHES for name in _names(graph, node, how)),
        domains=_names(graph, node, RDFS.domain),
        ranges=_names(graph, node, RDFS.range),
        traits=tuple(sorted(str(kind).rpartition("#")[2] for kind in graph.objects(node, RDF.type))),
        disjoint=_disjoint(graph, node),
    )


def labels_of(graph: Graph, node: URIRef) -> tuple[tuple[str, str], ...]:
    """The preferred labels with their languages, English first."""
    found = {
        (label.language or "", str(label))
        for kind in (RDFS.label, SKOS.prefLabel)
        for label in graph.objects(node, kind)
        if isinstance(label, RdfLiteral)
    }
    return tuple(sorted(found, key=lambda pair: (pair[0] != "en", *pair)))


def _disjoint(graph: Graph, node: URIRef) -> tuple[Name, ...]:
    both = {*graph.objects(node, OWL.disjointWith), *graph.subjects(OWL.disjointWith, node)}
    return _sorted(graph, both)


def _names(graph: Graph, node: URIRef, *predicates: URIRef) -> tuple[Name, ...]:
    return _sorted(graph, {item for predicate in predicates for item in graph.objects(node, predicate)})


def _sorted(graph: Graph, nodes: Iterable[object]) -> tuple[Name, ...]:
    return tuple(named(graph, URIRef(iri)) for iri in sorted(str(node) for node in nodes))


def named(graph: Graph, node: URIRef) -> Name:
    """How a term is shown: shortened by the prefixes that the graph has read."""
    iri = str(node)
    if iri.startswith(NS):
        return Name(iri, iri.removeprefix(NS), ours=True)
    fitting = [(str(base), prefix) for prefix, base in graph.namespaces() if iri.startswith(str(base))]
    base, prefix = max(fitting, default=("", ""))
    return Name(iri, f"{prefix}:{iri.removeprefix(base)}" if base else iri, ours=False)


def text_of(graph: Graph, node: URIRef, predicate: URIRef) -> str:
    """The value of a property, the English one where there are several; empty where there is none."""
    found = sorted(
        graph.objects(node, predicate), key=lambda item: (getattr(item, "language", None) != "en", str(item))
    )
    return str(found[0]) if found else ""


def _scheme(id: str, path: Path) -> Scheme:  # noqa: A002  (the ontology's own word)
    graph, node = parse(path), URIRef(f"{VOCAB}{id}")
    return Scheme(
        id,
        str(node),
        text_of(graph, node, DCTERMS.title),
        text_of(graph, node, DCTERMS.description),
        len(set(graph.subjects(SKOS.inScheme, node))),
    )
