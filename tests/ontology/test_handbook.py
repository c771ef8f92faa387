"""The decision that docs/ontology.md models line by line says what the ontology lets one say."""

import re
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from ontology.files import turtle_files
from ontology.terms import NS, REFERENCE, VOCAB, Gde

HANDBOOK = Path(__file__).parents[2] / "docs/ontology.md"

PREFIXES = f"""
@prefix dpv: <https://w3id.org/dpv#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix gde: <{NS}> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <{RDF}> .
@prefix rdfs: <{RDFS}> .
@prefix skos: <{SKOS}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

SHORT = {
    "D": f"{REFERENCE}decision/fr-cnil-2022-san-2022-009",
    "O": f"{REFERENCE}org/dedalus-biologie",
    "P": f"{REFERENCE}provision/reg/2016/679",
    "A": f"{REFERENCE}article/0123456789abcdef",
}
"""What the letters of the text stand for."""

TOKEN = re.compile(
    r'"[^"]*"|<[^>]*>|\bv:(?P<concept>[\w/-]+)|(?<![\w:#/])(?P<letter>[DOPA])(?P<rest>[#/][\w/-]+)?(?![\w:])'
)


def spelled_out(match: re.Match[str]) -> str:
    if match["concept"]:
        return f"<{VOCAB}{match['concept']}>"
    return f"<{SHORT[match['letter']]}{match['rest'] or ''}>" if match["letter"] else match[0]


@pytest.fixture(scope="module")
def handbook() -> Graph:
    blocks = re.findall(r"```turtle\n(.*?)```", HANDBOOK.read_text(encoding="utf-8"), re.DOTALL)
    return Graph().parse(data=PREFIXES + TOKEN.sub(spelled_out, "\n".join(blocks)), format="turtle")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    found = Graph()
    for path in turtle_files():
        found.parse(path)
    return found


def test_a_whole_decision_is_modelled(handbook: Graph) -> None:
    modelled = {str(kind) for kind in handbook.objects(None, RDF.type)}
    parts = {Gde.EnforcementDecision, Gde.Infringement, Gde.AdministrativeFine, Gde.AffectedGroup, Gde.Evidence}
    assert {part.value for part in parts} <= modelled


def test_its_terms_are_defined(handbook: Graph) -> None:
    used = {str(node) for triple in handbook for node in triple if str(node).startswith(NS)}
    assert used <= {term.value for term in Gde}


def test_its_concepts_provisions_and_authorities_exist(handbook: Graph, ontology: Graph) -> None:
    used = {
        node for node in handbook.objects() if str(node).startswith((VOCAB, f"{SHORT['P']}/", f"{REFERENCE}authority/"))
    }
    assert len(used) > 10
    assert used <= set(ontology.subjects())


def test_its_parts_are_there(handbook: Graph) -> None:
    parts = {node for node in handbook.objects() if str(node).startswith(f"{SHORT['D']}#")}
    assert parts <= set(handbook.subjects())


def test_what_it_says_of_a_provision_is_so(handbook: Graph, ontology: Graph) -> None:
    node = URIRef(f"{SHORT['P']}/art_5/par_1/pnt_f")
    assert set(handbook.predicate_objects(node)) <= set(ontology.predicate_objects(node))


def test_its_quote_is_as_long_as_its_place(handbook: Graph) -> None:
    oa = "http://www.w3.org/ns/oa#"
    start, end, exact = (next(handbook.objects(None, URIRef(oa + name))) for name in ("start", "end", "exact"))
    assert isinstance(start, Literal)
    assert isinstance(end, Literal)
    assert int(end) - int(start) == len(str(exact))
