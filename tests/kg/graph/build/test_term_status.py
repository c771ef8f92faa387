"""The status of a term says whether the pipeline or the ontology's own data states it: stable, else testing."""

import re
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest

from kg.graph import build
from ontology.files import FOLDER, shipped_files
from ontology.terms import Gde

STATUS = "http://www.w3.org/2003/06/sw-vocab-status/ns#term_status"
VOCABULARY = FOLDER / "gde.ttl"


@cache
def statuses() -> dict[str, str]:
    found = pyoxigraph.parse(path=VOCABULARY, format=pyoxigraph.RdfFormat.TURTLE)
    return {quad.subject.value: quad.object.value for quad in found if quad.predicate.value == STATUS}


@cache
def stated() -> frozenset[str]:
    """The terms that the builders of the graph name, and those in which the provisions and schemes are written."""
    [folder] = build.__path__
    sources = [path.read_text(encoding="utf-8") for path in Path(folder).parent.rglob("*.py")]
    named = {str(Gde[name]) for source in sources for name in re.findall(r"\bGde\.([A-Za-z]\w*)", source)}
    for path in set(shipped_files()) - {VOCABULARY}:
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            named |= {term.value for term in (quad.predicate, quad.object) if isinstance(term, pyoxigraph.NamedNode)}
    return frozenset(named)


@pytest.mark.parametrize("term", Gde)
def test_a_term_is_stable_where_something_states_it(term: Gde) -> None:
    assert statuses()[term] == ("stable" if term in stated() else "testing")
