"""A concept scheme as a page shows it: its concepts as a tree, with names in all languages and matches."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from rdflib import Graph, Literal, Node, URIRef
from rdflib.namespace import DCTERMS, RDF, SDO, SKOS, Namespace

from ontology.documentation.vocabulary import Name, labels_of, named, parse, text_of
from ontology.files import SCHEMES
from ontology.terms import REFERENCE, VOCAB, vocab_base
from ontology.terms import SKOS as SKOS_BASE

_SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
_PROVISION = f"{REFERENCE}provision/"
_TOLD = {
    *(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.notation, SKOS.definition, SKOS.broader, SKOS.inScheme),
    *(RDF.type, _SKOSXL.altLabel, _SKOSXL.hiddenLabel),
}
"""What has a place of its own on the page, and the labels that are never shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept. `labels` pairs languages and preferred labels, English first; `others` is its other labels.

    `former` pairs a name with the years in which it was borne. `facts` pairs the name of a property with its values.
    """

    id: str
    iri: str
    notation: str
    labels: tuple[tuple[str, str], ...]
    definition: str
    others: tuple[tuple[str, tuple[str, ...]], ...]
    former: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, tuple[Name, ...]], ...]
    broader: tuple[str, ...]

    @property
    def label(self) -> str:
        """The English name."""
        return self.labels[0][1]


@dataclass(frozen=True, slots=True)
class SchemePage:
    """A scheme with its concepts by id; `narrower` are the ids directly below one, below "" those at the top."""

    id: str
    iri: str
    title: str
    description: str
    licence: str
    entries: Mapping[str, Entry]
    narrower: Mapping[str, tuple[str, ...]]

    def tree(self) -> Iterator[Entry]:
        """The concepts, each before those below it; one that stands below several comes once, below the first."""
        told: set[str] = set()
        todo = list(self.narrower[""])
        while todo:
            if (key := todo.pop(0)) not in told:
                told.add(key)
                yield self.entries[key]
                todo = [*self.narrower[key], *todo]


def read_scheme_page(scheme: str, path: Path | None = None) -> SchemePage:
    """The published concepts of a scheme; KeyError for an unknown one, OntologyFileError for a file that is broken."""
    graph, node, base = parse(path or SCHEMES[scheme]), URIRef(f"{VOCAB}{scheme}"), vocab_base(scheme)
    found = [_entry(graph, concept, base) for concept in graph.subjects(SKOS.inScheme, node)]
    entries = {entry.id: entry for entry in sorted(found, key=_ORDER.get(scheme, lambda entry: entry.label.casefold()))}
    narrower: dict[str, tuple[str, ...]] = dict.fromkeys(("", *entries), ())
    for entry in entries.values():
        for wider in entry.broader or ("",):
            narrower[wider] = (*narrower[wider], entry.id)
    return SchemePage(
        scheme,
        str(node),
        text_of(graph, node, DCTERMS.title),
        text_of(graph, node, DCTERMS.description),
        text_of(graph, node, DCTERMS.license),
        entries,
        narrower,
    )


_ORDER: Mapping[str, Callable[[Entry], str]] = {
    **dict.fromkeys(("act", "authority", "currency", "guideline", "review-body"), lambda entry: entry.id),
    "sector": lambda entry: entry.notation,
}
"""How the concepts of a scheme are sorted where it is not by their names: by state, year or code."""


def _entry(graph: Graph, node: Node, base: str) -> Entry:
    concept = URIRef(str(node))
    return Entry(
        id=str(concept).removeprefix(base),
        iri=str(concept),
        notation=text_of(graph, concept, SKOS.notation),
        labels=labels_of(graph, concept),
        definition=text_of(graph, concept, SKOS.definition),
        others=_others(graph, concept),
        former=tuple(sorted(_former(graph, concept))),
        facts=tuple(_facts(graph, concept)),
        broader=tuple(sorted(str(wider).removeprefix(base) for wider in graph.objects(concept, SKOS.broader))),
    )


def _others(graph: Graph, concept: URIRef) -> tuple[tuple[str, tuple[str, ...]], ...]:
    labels = [label for label in graph.objects(concept, SKOS.altLabel) if isinstance(label, Literal)]
    found = sorted({(label.language or "", str(label)) for label in labels}, key=lambda it: (it[0] != "en", *it))
    return tuple((language, tuple(text for _, text in texts)) for language, texts in groupby(found, lambda it: it[0]))


def _former(graph: Graph, concept: URIRef) -> Iterator[tuple[str, str]]:
    for kind in (_SKOSXL.altLabel, _SKOSXL.hiddenLabel):
        for label in graph.objects(concept, kind):
            name, since, until = (
                graph.value(label, key) for key in (_SKOSXL.literalForm, SDO.validFrom, SDO.validThrough)
            )
            yield str(name), f"{since} to {until}" if since else f"until {until}"


def _facts(graph: Graph, concept: URIRef) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """What else is said of a concept, by the name of the property."""
    for predicate in sorted({str(predicate) for predicate in graph.predicates(concept)}):
        if URIRef(predicate) in _TOLD:
            continue
        values = sorted(graph.objects(concept, URIRef(predicate)), key=str)
        yield _spaced(predicate), tuple(_value(graph, value) for value in values)


def _value(graph: Graph, value: Node) -> Name:
    """A value as it is shown: a text has no address, and neither has a provision, which is cited as lawyers do."""
    iri = str(value)
    if isinstance(value, Literal):
        return Name("", iri, ours=False)
    if iri.startswith(_PROVISION):
        return Name("", _cited(iri), ours=True)
    return named(graph, URIRef(iri))


def _cited(iri: str) -> str:
    """`…/reg/2016/679/art_58/par_2/pnt_b` is Article 58(2)(b) GDPR; a provision of another act keeps its path."""
    path = iri.removeprefix(_PROVISION)
    act, _, place = path.partition("/art_")
    if act != "reg/2016/679":
        return path
    article, *parts = place.replace("par_", "").replace("pnt_", "").split("/")
    return f"Article {article}{''.join(f'({part})' for part in parts)} GDPR"


def _spaced(predicate: str) -> str:
    """The name of a property in words: `closeMatch` is "close match"."""
    name = predicate.removeprefix(SKOS_BASE).rpartition("#")[2].rpartition("/")[2]
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
