"""Prepared questions: what people write for a parameter becomes the term that takes the parameter's place."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.errors import QueryError, UnknownName
from kg.graph.terms import Iri, Literal, Term, literal
from kg.ids import Names, provision_iri
from kg.values import PartialDate, Provision
from ontology import regulation
from ontology.concepts import concepts
from ontology.questions import Parameter, Question

PROVISION = "provision"
"""The name under which a parameter asks for a place in the GDPR, which is in no concept scheme."""

DECISION = "decision"
"""The name under which a parameter asks for a decision of the instance, by its id."""

_IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\\x7f\ud800-\udfff]+')
"""The characters that RFC 3987 has no place for are out; the query engine judges the rest."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of a question: terms by parameter, and what is wrong, by the name that it is wrong of."""

    terms: Mapping[str, Term]
    mistakes: Mapping[str, str]


def fill(question: Question, given: Mapping[str, str], names: Names) -> Filled:
    """Read the values given for the parameters of a question; defaults stand in for what is not given.

    `names` tells the IRIs of decisions that are given by their ids.

    Whoever runs the question looks at `mistakes` first: names that are no parameters, parameters without a value, and
    values that cannot be used.
    """
    terms: dict[str, Term] = {}
    mistakes = {
        name: f"{question.name} has no such parameter; it has {_listed(question)}"
        for name in sorted(given.keys() - {parameter.name for parameter in question.parameters})
    }
    for parameter in question.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            mistakes[parameter.name] = "needs a value"
            continue
        try:
            terms[parameter.name] = term(parameter, value, names)
        except (UnknownName, QueryError) as error:
            mistakes[parameter.name] = str(error)
    return Filled(terms, mistakes)


def term(parameter: Parameter, value: str, names: Names) -> Term:
    """A parameter's value as a term; an id of its concept scheme stands for the concept, that of a decision for it.

    UnknownName for an id that the scheme does not have, QueryError for a text that is no value of the kind.
    """
    if parameter.kind != "iri":
        return _LITERALS[parameter.kind](value)
    if parameter.scheme is not None and ":" not in value:
        iri = names.decision(value) if parameter.scheme == DECISION else concept_iri(parameter.scheme, value)
    else:
        iri = value
    if _IRI.fullmatch(iri) is None:
        raise QueryError(f"not an IRI: {value!r}")
    return Iri(iri)


def concept_iri(scheme: str, name: str) -> str:
    """The IRI of a concept or a provision by its id; UnknownName where there is none."""
    if scheme == PROVISION:
        if (provision := Provision.parse(name)) is None or not regulation.exists(name):
            raise UnknownName(f"the GDPR has no provision {name!r}; write it like 5(1)(f)")
        return provision_iri(provision)
    if (concept := concepts(scheme).get(name)) is None:
        raise UnknownName(f"there is no {scheme} {name!r}; known are {', '.join(sorted(concepts(scheme)))}")
    return concept.iri


def _listed(question: Question) -> str:
    return ", ".join(parameter.name for parameter in question.parameters) or "none"


def _text(value: str) -> Literal:
    if re.search("[\x00\ud800-\udfff]", value):
        raise QueryError("not a text: it has characters that no text has")
    return literal(value)


def _integer(value: str) -> Literal:
    if re.fullmatch("[+-]?[0-9]{1,18}", value) is None:
        raise QueryError(f"not a whole number: {value!r}")
    return literal(int(value))


def _decimal(value: str) -> Literal:
    if re.fullmatch(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", value) is None:
        raise QueryError(f"not a number: {value!r}; write it like 1500 or 0.6")
    return literal(Decimal(value))


def _date(value: str) -> Literal:
    if (date := PartialDate.parse(value)) is None or date.day is None:
        raise QueryError(f"not a day: {value!r}; write it like 2022-04-15")
    return literal(date)


_LITERALS: Mapping[str, Callable[[str], Literal]] = {
    "string": _text,
    "integer": _integer,
    "decimal": _decimal,
    "date": _date,
}
"""How a value of each kind is read. Eighteen digits are what the query engine's numbers hold."""
