"""The prepared questions: SPARQL files in `queries/` whose first comment lines say what they ask.

    # title: Decisions of one authority
    # description: All decisions that an authority issued, the latest first.
    # category: Authorities
    # param authority iri scheme=authority default=fr/cnil: The authority that issued them.

A parameter is a variable of the query. Whoever runs it puts a term in the variable's place in the parsed query, never
text in text; for that the variable must be projected.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from ontology.files import QUERIES, OntologyFileError, read_text

Kind = Literal["iri", "string", "integer", "decimal", "date"]

_LINE = re.compile(r"# (?P<key>title|description|category|param)\b:? ?(?P<text>.*)")
_PARAMETER = re.compile(
    r"(?P<name>\w+) (?P<kind>\w+)(?: scheme=(?P<scheme>[\w-]+))?(?: default=(?P<default>\S+))?: (?P<description>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question needs to know; `name` is the variable of the query that the value takes the place of.

    `scheme` names a concept scheme, or `provision` or `decision`, whose ids may be given instead of IRIs. Without a
    `default`, a value is required; a default is written like a value that a user gives.
    """

    name: str
    kind: Kind
    scheme: str | None
    default: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A prepared question; `name` is the file's, `text` the whole SPARQL query with its comments."""

    name: str
    title: str
    description: str
    category: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def questions() -> Mapping[str, Question]:
    """All prepared questions by name, in the order of their names; OntologyFileError for a broken file."""
    return MappingProxyType({path.stem: read_question(path) for path in sorted(QUERIES.glob("*.rq"))})


def read_question(path: Path) -> Question:
    """The question in a file; OntologyFileError, with the line where it is known, for one that is broken."""
    text = read_text(path)
    said: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        if (found := _LINE.fullmatch(line)) is None or found["key"] in said:
            raise OntologyFileError(f"{path.name}:{number}: not a title, description, category or param: {line}")
        if found["key"] == "param":
            parameters.append(_parameter(found["text"], f"{path.name}:{number}"))
        else:
            said[found["key"]] = found["text"]
    if missing := {"title", "description", "category"} - {key for key, value in said.items() if value}:
        raise OntologyFileError(f"{path.name}: no {', '.join(sorted(missing))}")
    return Question(path.stem, said["title"], said["description"], said["category"], tuple(parameters), text)


def _parameter(text: str, place: str) -> Parameter:
    found = _PARAMETER.fullmatch(text)
    kind = next((kind for kind in get_args(Kind) if found and kind == found["kind"]), None)
    if found is None or kind is None:
        raise OntologyFileError(f"{place}: not NAME KIND [scheme=…] [default=…]: text")
    return Parameter(found["name"], kind, found["scheme"], found["default"], found["description"])
