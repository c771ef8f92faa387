"""A remote store takes, replaces and gives back what the embedded one does."""

from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import StoreError, StoreLocked
from kg.graph.backend import write_store
from kg.graph.remote.store import STATEMENTS, RemoteStore
from kg.graph.terms import Iri, Literal, Quad, Unit, literal
from kg.settings import Settings
from kg.values import PartialDate

PREDICATE = Iri("https://example.org/p")


def unit(name: str, *values: object, part: str | None = None, inside: int = 0) -> Unit:
    """A unit with some values, a part that its node leads to, and quads in its graph."""
    node = Iri(f"https://example.org/{name}")
    quads = {Quad(node, PREDICATE, value if isinstance(value, Iri) else literal(value)) for value in values}  # type: ignore[arg-type]
    if part is not None:
        inner = Iri(f"{node.value}#part")
        quads |= {Quad(node, PREDICATE, inner), Quad(inner, PREDICATE, literal(part))}
    quads |= {Quad(Iri(f"{node.value}#{number}"), PREDICATE, literal(number), node) for number in range(inside)}
    return Unit(node, frozenset(quads))


def held(store: RemoteStore, *units: Unit) -> set[Quad]:
    """What the store holds about units, found by reading all of it."""
    names = {item.name.value for item in units}
    return {quad for quad in store.quads() if quad.subject.value.partition("#")[0] in names}


AWKWARD = (
    'quotes " and \\ and \n lines and \t tabs',
    "Žižkov 😀 \u202e",
    "x" * 20_000,
    "'; } DROP ALL #",
    True,
    Decimal("1500000.5"),
    Decimal(50000),
    7,
    PartialDate(2021),
    PartialDate(2021, 3),
    PartialDate(2021, 3, 4),
)


def test_what_is_written_is_read(store: RemoteStore) -> None:
    first = unit("first", *AWKWARD, part="a part", inside=3)
    store.apply([first])
    assert held(store, first) == first.quads


def test_twice_is_once_and_a_unit_is_replaced_as_a_whole(store: RemoteStore) -> None:
    before, other = unit("second", "old", 1, part="old", inside=4), unit("third", "stays", part="stays")
    store.apply([before, other])
    store.apply([before])
    assert held(store, before, other) == before.quads | other.quads
    after = unit("second", "new", 1, part="new", inside=2)
    store.apply([after])
    assert held(store, after, other) == after.quads | other.quads
    store.apply([Unit(after.name, frozenset())])
    assert held(store, after, other) == other.quads


def test_a_unit_beyond_every_limit_of_the_server(store: RemoteStore) -> None:
    large = unit("large", *range(11_000), inside=2 * STATEMENTS)
    store.apply([large])
    assert held(store, large) == large.quads
    small = unit("large", 1)
    store.apply([small])
    assert held(store, small) == small.quads


def test_a_name_that_is_none_ends_no_statement(store: RemoteStore) -> None:
    hostile = Iri("https://example.org/x> <y> <z> } ; DROP ALL #")
    with pytest.raises(ValueError, match="IRI"):
        store.apply(
            [
                Unit(
                    Iri("https://example.org/fourth"),
                    frozenset({Quad(Iri("https://example.org/fourth"), PREDICATE, hostile)}),
                )
            ]
        )


def test_reference_data_is_replaced(store: RemoteStore, tmp_path: Path) -> None:
    file = tmp_path / "some.ttl"
    file.write_text('<https://example.org/r1> <https://example.org/p> "one"@en, "two"@de .', encoding="utf-8")
    store.replace_reference([file])
    name = Unit(Iri("https://example.org/r1"), frozenset())
    assert {quad.object for quad in held(store, name)} == {Literal("one", language="en"), Literal("two", language="de")}
    file.write_text('<https://example.org/r1> <https://example.org/p> "two"@de .', encoding="utf-8")
    store.replace_reference([file])
    assert {quad.object for quad in held(store, name)} == {Literal("two", language="de")}
    store.replace_reference([])
    assert held(store, name) == set()


@pytest.mark.usefixtures("store")
def test_one_run_at_a_time(settings: Settings) -> None:
    with pytest.raises(StoreLocked, match="is held by process"), write_store(settings):
        pass


def test_a_server_that_is_not_there(settings: Settings) -> None:
    settings.data_dir.mkdir()
    gone = settings.model_copy(update={"store": "http://127.0.0.1:9/sparql"})
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:9/sparql cannot be reached"), write_store(gone):
        pass
