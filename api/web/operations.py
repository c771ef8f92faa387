"""From an OpenAPI description to what a page shows of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of an answer."""

    name: str
    kind: str
    description: str
    required: bool
    example: str | None
    bounds: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    answers: tuple[tuple[str, str], ...]
    model: str | None


def operations(schema: Schema) -> Iterator[Operation]:
    """Every operation of a description, in its order."""
    for path, methods in schema["paths"].items():
        for method, item in methods.items():
            yield Operation(
                method=method.upper(),
                path=path,
                summary=item.get("summary", ""),
                description=item.get("description", ""),
                parameters=tuple(_parameter(given) for given in item.get("parameters", ())),
                answers=tuple((status, answer["description"]) for status, answer in item["responses"].items()),
                model=_model(item["responses"].get("200", {})),
            )


def models(schema: Schema) -> Iterator[tuple[str, str, tuple[Field, ...]]]:
    """Every object of a description: its name, what it is, and its fields."""
    for name, item in schema.get("components", {}).get("schemas", {}).items():
        required = item.get("required", ())
        fields = tuple(
            Field(field, _kind(inner), inner.get("description", ""), field in required, _example(inner))
            for field, inner in item.get("properties", {}).items()
        )
        yield name, item.get("description", ""), fields


def _parameter(given: Schema) -> Field:
    inner = given.get("schema", {})
    description = given.get("description", inner.get("description", ""))
    return Field(
        given["name"],
        _kind(inner),
        description,
        given.get("required", False),
        _example(inner) or _example(given),
        _bounds(inner),
    )


def _bounds(schema: Schema) -> str | None:
    """The least, the greatest and the default value, in words."""
    said = {"at least": schema.get("minimum"), "at most": schema.get("maximum"), "by default": schema.get("default")}
    return ", ".join(f"{name} {value}" for name, value in said.items() if value not in (None, [], "")) or None


def _kind(schema: Schema) -> str:
    """A type in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if (alternatives := schema.get("anyOf")) is not None:
        kinds = [_kind(item) for item in alternatives]
        return " or ".join(dict.fromkeys(kinds))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("type", "any"))


def _example(schema: Schema) -> str | None:
    found = next(iter(schema.get("examples", ())), None)
    if isinstance(found, list):
        found = next(iter(found), None)
    return str(found) if found is not None else None


def _model(answer: Schema) -> str | None:
    inner = answer.get("content", {}).get("application/json", {}).get("schema", {})
    return str(inner["$ref"]).rpartition("/")[2] if "$ref" in inner else None
