"""What can be replaced as a whole: the rule that every store holds units to."""

from collections.abc import Iterable, Iterator

from kg.graph.terms import Iri, Unit


def checked(units: Iterable[Unit]) -> Iterator[Unit]:
    """The units, one after another.

    ValueError for two of one name, and for one that holds a quad of another, which could never be found again to be
    replaced.
    """
    names: set[Iri] = set()
    for unit in units:
        _check(unit)
        if unit.name in names:
            raise ValueError(f"two units of one name: {unit.name.value}")
        names.add(unit.name)
        yield unit


def _check(unit: Unit) -> None:
    """ValueError where a part of the unit could not be found from its name."""
    facts = [quad for quad in unit.quads if quad.graph != unit.name]
    if any(quad.graph is not None for quad in facts):
        raise ValueError(f"a quad in the graph of another unit than {unit.name.value}")
    reached, waiting = {unit.name}, [unit.name]
    parts: dict[Iri, set[Iri]] = {}
    for quad in facts:
        if isinstance(quad.object, Iri) and quad.object.value.startswith(f"{unit.name.value}#"):
            parts.setdefault(quad.subject, set()).add(quad.object)
    while waiting:
        new = parts.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    if lost := {quad.subject for quad in facts} - reached:
        raise ValueError(f"not a part of {unit.name.value}: {min(lost).value}")
