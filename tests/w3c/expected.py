"""The W3C's tests that fail, each with its reason. One that passes after all is an error, so the list only shrinks.

Those of results are the engine's (pyoxigraph 0.5.13), and fail in the same way when it is asked in its own process.
"""

from collections.abc import Iterable, Mapping

import pytest

_CONSTANT = "a path of no steps from a constant that is in no triple has no solution"
_GRAPH = "GRAPH with a variable around a pattern without a triple of its own leaves the variable unbound"
_TAGS = "GROUP_CONCAT keeps a language tag that all its values share, as SPARQL 1.2 has it"

RESULTS: dict[str, str] = {
    "aggregates/agg-empty-group-count-graph": _GRAPH,
    "aggregates/agg-groupconcat-04": _TAGS,
    "aggregates/agg-groupconcat-06": _TAGS,
    "bindings/graph": _GRAPH,
    "csv-tsv-res/csv03": "literals are kept in canonical form, so 1.0e6 is written as 1000000",
    "functions/bnode01": "BNODE of one string is the same node in all solutions, not in one",
    "negation/graph-minus": "MINUS in GRAPH with a variable compares that variable too",
    "property-path/zero_or_more_set_end": _CONSTANT,
    "property-path/zero_or_more_set_start": _CONSTANT,
    "property-path/zero_or_one_set_end": _CONSTANT,
    "property-path/zero_or_one_set_start": _CONSTANT,
}

_LOAD = "LOAD is refused, SILENT or not: nothing is fetched here"

UPDATES: dict[str, str] = {"update-silent/load-into-silent": _LOAD, "update-silent/load-silent": _LOAD}


def cases(tests: Iterable[tuple[str, str]], failures: Mapping[str, str]) -> list[object]:
    """Parameters for tests by folder and name; those of the list must fail."""
    found: list[object] = []
    for folder, name in tests:
        reason = failures.get(f"{folder}/{name}")
        marks = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
        found.append(pytest.param(folder, name, marks=marks, id=f"{folder}/{name}"))
    return found
