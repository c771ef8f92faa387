"""The form of a prepared question: a field for each of its parameters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.graph.query.questions import DECISION, PROVISION
from ontology.concepts import concepts
from ontology.questions import Kind, Parameter, Question

INPUTS: Mapping[Kind, str] = {"iri": "text", "string": "text", "integer": "number", "decimal": "number", "date": "date"}
"""The type of the input for each kind of value; ids of a concept scheme have a list to choose from."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field for a parameter: with `choices`, pairs of id and label, a list; else an input of that type."""

    name: str
    title: str
    description: str
    input: str
    step: str | None
    required: bool
    value: str
    choices: tuple[tuple[str, str], ...]


def question_fields(question: Question, given: Mapping[str, str]) -> Iterator[Field]:
    """The fields of a question's form, filled with what is given, else with the defaults."""
    for parameter in question.parameters:
        value = given.get(parameter.name) or parameter.default or ""
        yield Field(
            name=parameter.name,
            title=parameter.name.replace("_", " ").capitalize(),
            description=parameter.description,
            input=INPUTS[parameter.kind],
            step={"integer": "1", "decimal": "any"}.get(parameter.kind),
            required=parameter.default is None,
            value=value,
            choices=_choices(parameter, value),
        )


def _choices(parameter: Parameter, value: str) -> tuple[tuple[str, str], ...]:
    """The concepts by their labels; a value that is no id, such as an IRI, is a choice too."""
    if parameter.scheme in {None, DECISION, PROVISION}:
        return ()
    known = {key: concept.label() for key, concept in concepts(parameter.scheme).items()}
    if value and value not in known:
        known[value] = value
    return tuple(sorted(known.items(), key=lambda choice: (choice[1].casefold(), choice[0])))
