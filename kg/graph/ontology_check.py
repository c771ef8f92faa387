"""Is the ontology sound, a user's own files included? First its rules, then the shapes over it as reference data."""

from kg.graph.check import check
from kg.graph.store.reference import read_reference
from ontology import checking
from ontology.checking import Finding, Places
from ontology.files import turtle_files
from ontology.rules import Fault
from ontology.statements import read_statements


def check_ontology() -> tuple[Finding, ...]:
    """What is wrong, with file and line, in their order; OntologyFileError for a file that cannot be parsed.

    The shapes are asked only where the rules find nothing, since a thing that breaks a rule breaks shapes as well.
    """
    return checking.check_ontology() or _by_shapes()


def _by_shapes() -> tuple[Finding, ...]:
    report = check(read_reference(turtle_files()))
    places = Places(read_statements(turtle_files()))
    wrong = [found for found in report.violations if found.severity == "violation"]
    return tuple(sorted(places.finding(Fault(found.node, found.path, found.message)) for found in wrong))
