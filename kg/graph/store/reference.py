"""The reference data: what the Turtle files of the ontology say."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError, StoreError
from kg.graph.store.convert import from_quad, to_quad
from kg.graph.store.failures import store_failures
from kg.graph.terms import Quad


def read_reference(files: Iterable[Path]) -> frozenset[Quad]:
    """The triples of files in Turtle or N-Triples, in the default graph.

    OntologyError, naming the file, where one is not well formed or holds a blank node: a blank node has a new name
    each time that it is read, so it could neither be compared nor be replaced.
    """
    return frozenset(quad for path in files for quad in _read(path))


def _read(path: Path) -> Iterable[Quad]:
    try:
        return [from_quad(quad) for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
    except (SyntaxError, OSError, StoreError) as error:
        raise OntologyError(f"{path}: {error}") from error


def keep_reference(path: Path, quads: Iterable[Quad]) -> None:
    """Write a copy of reference data to a file, whole or not at all. StoreError where it cannot be written."""
    part = path.with_suffix(".part")
    with store_failures(path):
        with part.open("wb") as file:
            ox.serialize((to_quad(quad).triple for quad in sorted(quads)), file, ox.RdfFormat.N_TRIPLES)
        part.replace(path)
