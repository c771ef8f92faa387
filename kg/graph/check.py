"""Does the graph keep to the shapes of the ontology? SHACL over the facts, the evidence and the reference data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pyshacl import validate
from rdflib import Graph, Literal, Node, URIRef
from rdflib.namespace import RDF, SH
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from kg.errors import OntologyError
from kg.graph.terms import Iri, Quad, Term
from ontology.files import SHAPES


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that a shape finds fault with: `severity` is violation, warning or info; `path` is the property, or ""."""

    severity: str
    node: str
    path: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the shapes find, sorted."""

    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing is worse than a warning."""
        return all(found.severity != "violation" for found in self.violations)

    def __str__(self) -> str:
        worst = sum(found.severity == "violation" for found in self.violations)
        return f"{worst} violations, {len(self.violations) - worst} warnings and remarks"


def check(quads: Iterable[Quad]) -> CheckReport:
    """Check all graphs together against `ontology/shapes.ttl`; OntologyError where that file is broken.

    All quads are held in memory. The reference data must be among them: shapes ask for its classes.
    """
    data = _Checked()
    for quad in quads:
        data.add((URIRef(quad.subject.value), URIRef(quad.predicate.value), _node(quad.object)))
    shapes = _shapes()
    _, report, text = validate(data, shacl_graph=shapes, allow_warnings=True)
    if not isinstance(report, Graph):
        raise OntologyError(f"{SHAPES}: {text}")
    return CheckReport(tuple(sorted(_violations(report, shapes))))


class _Checked(Graph):
    """A graph that parses each query once.

    The checker asks the queries of a shape anew for each node, with the node as the value of a variable. To parse them
    takes most of the time of a check.
    """

    def __init__(self) -> None:
        super().__init__(bind_namespaces="none")
        self._parsed: dict[str, Query] = {}

    def query(self, query_object: str | Query, *arguments: Any, **more: Any) -> Result:
        """As of any graph."""
        if isinstance(query_object, str):
            if query_object not in self._parsed:
                self._parsed[query_object] = translateQuery(parseQuery(query_object))
            query_object = self._parsed[query_object]
        return super().query(query_object, *arguments, **more)


def _shapes() -> Graph:
    shapes = Graph()
    try:
        shapes.parse(SHAPES, format="turtle")
    # the parser runs over the end of a file that breaks off: IndexError
    except (OSError, SyntaxError, ValueError, IndexError) as error:
        raise OntologyError(f"{SHAPES}: {error}") from error
    return shapes


def _node(term: Term) -> Node:
    if isinstance(term, Iri):
        return URIRef(term.value)
    if term.language:
        return Literal(term.lexical, lang=term.language)
    return Literal(term.lexical, datatype=URIRef(term.datatype))


def _violations(report: Graph, shapes: Graph) -> Iterator[Violation]:
    """What a report says. A constraint in SPARQL that has a message of its own goes by it: the checker adds those of
    the whole shape.
    """
    for result in report.subjects(RDF.type, SH.ValidationResult):
        constraint = report.value(result, SH.sourceConstraint)
        messages = {*shapes.objects(constraint, SH.message)} if constraint else set()
        path = report.value(result, SH.resultPath)
        yield Violation(
            str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)).lower(),
            str(report.value(result, SH.focusNode)),
            str(path) if isinstance(path, URIRef) else "",
            " ".join(sorted(map(str, messages or report.objects(result, SH.resultMessage)))),
        )
