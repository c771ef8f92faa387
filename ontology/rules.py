"""What holds of the ontology beyond being well-formed Turtle: each rule yields what breaks it.

The shipped files are held to these rules by the tests, a user's own by `gdpr-kg check --ontology` and before they are
used. What the SHACL shapes ask of reference data comes on top (`kg.graph.check`).
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, VANN, XSD
from rdflib.namespace import OWL as OWL_TERMS
from rdflib.namespace import SKOS as SKOS_TERMS

from ontology.files import SCHEMES
from ontology.statements import LABELS, RDF_TYPE, Statements
from ontology.terms import NS, REFERENCE, SKOS, VOCAB, Gde, vocab_base
from ontology.turtle import Text

KNOWN = (DCTERMS, FOAF, ORG, OWL_TERMS, PROV, RDF, RDFS, SDO, SKOS_TERMS, VANN, XSD)
"""Vocabularies that rdflib holds whole, so that a term of theirs which does not exist is found."""

_OURS = (VOCAB, REFERENCE)
_XSD = str(XSD)
_FORMS = {
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    "boolean": re.compile(r"true|false|1|0"),
    "gYear": re.compile(r"\d{4}"),
    "gYearMonth": re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"),
}
_WIDER = {
    f"{SKOS}broader": "concept",
    str(RDFS.subClassOf): "class",
    str(RDFS.subPropertyOf): "property",
}
_AUTHORITY = re.compile(r"[a-z]{2}(?:-[a-z]{2,3})?/[a-z0-9-]+")
"""The id of an authority: country or region, and its short name."""


class Fault(NamedTuple):
    """What breaks a rule: of which subject, in which of the things said of it (an IRI, a text; or nothing), and how."""

    subject: str
    said: str
    message: str


def undeclared_terms(facts: Statements) -> Iterator[Fault]:
    """Every term of ours that is used is declared in `gde.ttl`."""
    for triple in facts.triples:
        for term in (triple.predicate, triple.value):
            if isinstance(term, str) and term.startswith(NS) and term not in facts.terms and term != NS:
                name = term.removeprefix(NS)
                yield Fault(
                    triple.subject, term, f"gde:{name} is no term of the vocabulary{meant(name, Gde.__members__)}"
                )


def unexplained(facts: Statements) -> Iterator[Fault]:
    """Every term of ours has a name and a definition, and every property a domain and a range."""
    for term in facts.terms:
        said = facts.said[term]
        is_class = str(OWL_TERMS.Class) in facts.iris(term, RDF_TYPE)
        for wanted in (RDFS.label, SKOS_TERMS.definition, *(() if is_class else (RDFS.domain, RDFS.range))):
            if str(wanted) not in said:
                kind = "class" if is_class else "property"
                yield Fault(term, "", f"the {kind} gde:{term.removeprefix(NS)} has no {_local(str(wanted))}")


def unknown_terms(facts: Statements) -> Iterator[Fault]:
    """Every property and class of a vocabulary that is known here exists in it."""
    for triple in facts.triples:
        classes = (triple.value,) if triple.predicate == RDF_TYPE else ()
        for term in (triple.predicate, *classes):
            if isinstance(term, str) and not _exists(term):
                yield Fault(triple.subject, term, f"there is no such term as {term}")


def _exists(term: str) -> bool:
    return all(not term.startswith(str(space)) or URIRef(term) in space for space in KNOWN)


def wrong_values(facts: Statements) -> Iterator[Fault]:
    """Every value is of the kind that the range of its property asks for, and a literal of the form of its datatype."""
    for triple in facts.triples:
        wanted, value = facts.ranges.get(triple.predicate, ""), triple.value
        name = triple.predicate.rpartition("#")[2].rpartition("/")[2]
        if isinstance(value, Text):
            if wanted and not wanted.endswith(("#Literal", "#Resource")) and value.datatype != wanted:
                yield Fault(triple.subject, value.value, f"{name} is not a {_local(wanted)}: {value.value!r}")
            elif not _well_formed(value):
                yield Fault(triple.subject, value.value, f"{value.value!r} is no {_local(value.datatype)}")
        elif wanted.startswith(_XSD) or triple.predicate in LABELS:
            yield Fault(triple.subject, value, f"{name} is a text or a number, not the IRI {value}")


def _well_formed(value: Text) -> bool:
    kind = value.datatype.removeprefix(_XSD)
    if kind == "date":
        try:
            return bool(date.fromisoformat(value.value))
        except ValueError:
            return False
    form = _FORMS.get(kind)
    return form is None or form.fullmatch(value.value) is not None


def dangling(facts: Statements) -> Iterator[Fault]:
    """Every concept, authority or provision that is pointed to is described."""
    for triple in facts.triples:
        value = triple.value
        if isinstance(value, str) and value.startswith(_OURS) and value not in facts.said and value not in _OURS:
            yield Fault(triple.subject, value, f"nothing is known of {value}{meant(value, facts.said)}")


def homeless(facts: Statements) -> Iterator[Fault]:
    """Whatever has a label is something: labels of a misspelt concept are no one's."""
    known = [subject for subject, said in facts.said.items() if RDF_TYPE in said]
    for subject, said in facts.said.items():
        if RDF_TYPE not in said and any(label in said for label in LABELS):
            yield Fault(subject, "", f"labels of something unknown: {subject}{meant(subject, known)}")


def concepts(facts: Statements) -> Iterator[Fault]:
    """Every concept is in a scheme that exists, under an IRI of that scheme, and has a preferred label."""
    for subject, said in facts.said.items():
        schemes = facts.iris(subject, f"{SKOS}inScheme")
        if not schemes and f"{SKOS}Concept" in said.get(RDF_TYPE, ()):
            yield Fault(subject, "", "a concept in no scheme (skos:inScheme)")
        if schemes and f"{SKOS}prefLabel" not in said:
            yield Fault(subject, "", "a concept without a preferred label (skos:prefLabel)")
        for scheme in schemes:
            name = scheme.removeprefix(VOCAB)
            if f"{SKOS}ConceptScheme" not in facts.iris(scheme, RDF_TYPE):
                yield Fault(subject, scheme, f"there is no scheme {scheme}{meant(name, SCHEMES)}")
            elif name in SCHEMES and not subject.startswith(vocab_base(name)):
                yield Fault(
                    subject, "", f"a concept of the scheme {name} has an IRI that starts with {vocab_base(name)}"
                )


def labels(facts: Statements) -> Iterator[Fault]:
    """Every label has words, a language unless it is a name, and one kind; each language has one preferred."""
    for subject in facts.said:
        seen: set[tuple[str, str]] = set()
        preferred: set[str] = set()
        for kind in LABELS:
            for label in facts.texts(subject, kind):
                if not label.value.strip() or label.value != label.value.strip():
                    yield Fault(
                        subject, label.value, f"a label with blanks around it, or without any word: {label.value!r}"
                    )
                if not label.language and not subject.startswith(vocab_base("organisation")):
                    yield Fault(subject, label.value, f'a label without a language, such as "{label.value}"@en')
                if kind.endswith("prefLabel") and label.language in preferred:
                    yield Fault(
                        subject, label.value, f"a second preferred label in {label.language!r}: {label.value!r}"
                    )
                if (label.value, label.language) in seen:
                    yield Fault(subject, label.value, f"the same label as preferred and alternative: {label.value!r}")
                preferred |= {label.language} if kind.endswith("prefLabel") else set()
                seen.add((label.value, label.language))


def duplicates(facts: Statements) -> Iterator[Fault]:
    """In a scheme and language a label names one concept, unless it is hidden: a hidden one may be ambiguous."""
    for scheme, members in facts.in_scheme().items():
        owners: dict[tuple[str, str], str] = {}
        for subject in members:
            for label in (label for kind in LABELS[:2] for label in facts.texts(subject, kind)):
                owner = owners.setdefault((label.value.casefold(), label.language), subject)
                if owner != subject:
                    other = owner.removeprefix(vocab_base(scheme.removeprefix(VOCAB)))
                    yield Fault(subject, label.value, f"{label.value!r} is a label of {other} already")


def cycles(facts: Statements) -> Iterator[Fault]:
    """No concept, class or property is broader than itself."""
    for predicate, kind in _WIDER.items():
        above = {subject: facts.iris(subject, predicate) for subject, said in facts.said.items() if predicate in said}
        for subject in above:
            seen, todo = set[str](), list(above[subject])
            while todo:
                if (wider := todo.pop()) not in seen:
                    seen.add(wider)
                    todo += above.get(wider, ())
            if subject in seen:
                yield Fault(subject, predicate, f"a {kind} that is broader than itself")


def authorities(facts: Statements) -> Iterator[Fault]:
    """Every authority is of the class of authorities, has one jurisdiction, and an id like `fr/cnil`."""
    for subject in facts.in_scheme().get(f"{VOCAB}authority", ()):
        if Gde.SupervisoryAuthority not in facts.iris(subject, RDF_TYPE):
            yield Fault(subject, "", "an authority that is no gde:SupervisoryAuthority")
        if len(facts.said[subject].get(Gde.jurisdiction, ())) != 1:
            yield Fault(subject, "", "an authority without one jurisdiction, such as gde:jurisdiction loc:FR")
        name = subject.removeprefix(vocab_base("authority"))
        if name != subject and _AUTHORITY.fullmatch(name) is None:
            yield Fault(subject, "", f"the id of an authority is like fr/cnil or de-by/baylda, not {name}")


RULES: tuple[Callable[[Statements], Iterator[Fault]], ...] = (
    undeclared_terms,
    unexplained,
    unknown_terms,
    wrong_values,
    dangling,
    homeless,
    concepts,
    labels,
    duplicates,
    cycles,
    authorities,
)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2] or iri


def meant(name: str, known: Iterable[str]) -> str:
    """A hint at what may have been meant, in brackets."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.85)
    return f" (did you mean {close[0]}?)" if close else ""
