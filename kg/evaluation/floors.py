"""Floors: the least F1 that fields must reach on a set of texts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.errors import InputError, UnknownName
from kg.evaluation.result import Evaluation
from kg.evaluation.scores import DIGITS
from kg.evaluation.verdict import Field

_FLOORS = TypeAdapter(dict[str, dict[str, float]])


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A field below its floor."""

    field: Field
    f1: float
    floor: float

    def __str__(self) -> str:
        return f"{self.field}: F1 {self.f1:.4f} is below its floor {self.floor:.4f}"


def set_name(gold: Path) -> str:
    """What the set of a gold file is called: the file's name, or its folder's where the file is just `gold.jsonl`."""
    stem = gold.name.partition(".")[0]
    return gold.absolute().parent.name if stem == "gold" else stem


def read_floors(path: Path, name: str) -> Mapping[str, float]:
    """The floors of a set from JSON (`{set: {field: least F1}}`).

    InputError for a file that is not of that form, UnknownName for a set that it does not have.
    """
    try:
        floors = _FLOORS.validate_python(json.loads(path.read_bytes()))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise InputError(f"{path}: {place}: {error.errors()[0]['msg']}") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON: {error}") from error
    if name not in floors:
        raise UnknownName(f"{path} has no floors for {name}, only for {', '.join(sorted(floors)) or 'nothing'}")
    return floors[name]


def shortfalls(evaluation: Evaluation, floors: Mapping[str, float]) -> tuple[Shortfall, ...]:
    """The fields below their floors, in the order of the floors. UnknownName for a field that was not scored."""
    scored = {str(field): field for field in evaluation.fields}
    if unknown := [name for name in floors if name not in scored]:
        raise UnknownName(f"floors for what is not scored here: {', '.join(unknown)}")
    reached = ((scored[name], round(evaluation.fields[scored[name]].f1, DIGITS), floors[name]) for name in floors)
    return tuple(Shortfall(field, f1, floor) for field, f1, floor in reached if f1 < floor)
