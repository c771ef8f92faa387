"""What the pipeline builds keeps to the shapes; what breaks them is named."""

from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.graph.check import CheckReport, Violation, check
from kg.graph.store.reference import read_reference
from kg.graph.terms import Iri, Quad, literal
from kg.resolve.decisions import resolve
from ontology.files import turtle_files
from ontology.terms import Gde
from tests.kg.graph.build.reporting import built, sources


@pytest.fixture(scope="module")
def graph() -> frozenset[Quad]:
    """Three articles, their decisions, and the reference data."""
    units = built(resolve(sources()))
    return read_reference(turtle_files()) | {quad for unit in units for quad in unit.quads}


def test_what_is_built_conforms(graph: frozenset[Quad]) -> None:
    report = check(graph)
    assert [found for found in report.violations if found.severity == "violation"] == []
    assert report.conforms


def test_a_broken_fact_is_named(graph: frozenset[Quad]) -> None:
    amount = Iri(Gde.amount.value)
    [fine] = [quad.subject for quad in graph if quad.predicate == amount and quad.subject.value.endswith("#fine")]
    report = check({*graph, Quad(fine, amount, literal(Decimal(7)))})
    assert not report.conforms
    assert fine.value in {found.node for found in report.violations if found.severity == "violation"}
    assert all(found.message for found in report.violations)
    assert list(report.violations) == sorted(report.violations)


def test_a_shape_has_its_severity_and_a_constraint_in_sparql_its_own_message(
    graph: frozenset[Quad], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <x:odd> a sh:NodeShape ; sh:targetClass <{Gde.AdministrativeFine}> ; sh:message "of the shape" ;
            sh:severity sh:Warning ; sh:sparql [
                sh:message "Odd." ; sh:select "SELECT $this WHERE {{ $this a ?any }}" ] .""",
        encoding="utf-8",
    )
    monkeypatch.setattr("kg.graph.check.SHAPES", shapes)
    report = check(graph)
    assert {(found.severity, found.message) for found in report.violations} == {("warning", "Odd.")}
    assert report.conforms


@pytest.mark.parametrize("text", ["<a> <b>", None])
def test_broken_shapes_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    shapes = tmp_path / "shapes.ttl"
    if text is not None:
        shapes.write_text(text, encoding="utf-8")
    monkeypatch.setattr("kg.graph.check.SHAPES", shapes)
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        check([])


def test_only_violations_break_the_rules() -> None:
    warning, violation = Violation("warning", "n", "", "odd"), Violation("violation", "n", "p", "wrong")
    assert CheckReport((warning,)).conforms
    assert not CheckReport((violation, warning)).conforms
    assert str(CheckReport((violation, warning))) == "1 violations, 1 warnings and remarks"
