"""What goes together in the graph."""

from kg.graph.namespaces import NOTATION, TYPE
from kg.graph.network import Case, cases, infringed_together, network, overview
from kg.graph.terms import Iri, Quad, literal
from ontology.terms import Gde, vocab


def decision(name: str, authority: str, party: str, infringed: str, cleared: str = "") -> list[Quad]:
    about = Iri(f"d:{name}")
    quads = [
        Quad(about, TYPE, Iri(Gde.EnforcementDecision.value)),
        Quad(about, Iri(Gde.issuedBy.value), Iri(f"a:{authority}")),
        Quad(about, Iri(Gde.addressedTo.value), Iri(f"o:{party}")),
        Quad(Iri(f"o:{party}"), TYPE, Iri(Gde.RegulatedEntity.value)),
    ]
    for outcome, provisions in (("infringed", infringed), ("not-infringed", cleared)):
        for provision in provisions.split():
            finding = Iri(f"d:{name}#{provision}")
            quads += [
                Quad(about, Iri(Gde.findsInfringement.value), finding),
                Quad(finding, TYPE, Iri(Gde.Infringement.value)),
                Quad(finding, Iri(Gde.ofProvision.value), Iri(f"p:{provision}")),
                Quad(finding, Iri(Gde.outcome.value), Iri(vocab("finding-outcome", outcome))),
            ]
    return quads


QUADS = {
    *decision("1", "fr", "acme", "5 32 13"),
    *decision("2", "fr", "acme", "32 5", "13"),
    *decision("3", "it", "umbra", "17"),
    Quad(Iri("art:1"), TYPE, Iri(Gde.SourceArticle.value), Iri("art:1")),
    Quad(Iri("art:1"), Iri(Gde.issuedBy.value), Iri("a:said"), Iri("art:1")),
    Quad(Iri("p:32"), NOTATION, literal("32")),
    Quad(Iri("d:1"), Iri(Gde.caseNumber.value), literal("7")),
}


def test_the_ends_of_a_decision_are_those_of_its_facts() -> None:
    found = cases(sorted(QUADS, reverse=True))
    assert list(found) == ["d:1", "d:2", "d:3"]
    assert found["d:2"] == Case(frozenset({"a:fr"}), frozenset({"o:acme"}), frozenset({"p:32", "p:5"}))


def test_edges_count_decisions() -> None:
    graph = network(cases(QUADS))
    assert graph.nodes["o:acme"]["kind"] == "organisation"
    assert graph.edges["o:acme", "a:fr"]["weight"] == 2
    assert graph.edges["p:5", "p:32"]["weight"] == 2
    assert graph.edges["o:acme", "p:13"]["weight"] == 1
    assert not graph.has_edge("a:fr", "p:5")


def test_provisions_that_are_infringed_together_are_ranked() -> None:
    assert infringed_together(cases(QUADS), most=2) == (("p:32", "p:5", 2), ("p:13", "p:32", 1))


def test_the_overview_counts_facts_and_evidence() -> None:
    counts = overview(QUADS)
    assert counts["decisions"] == 3
    assert counts["addressees"] == 2
    assert counts["findings"] == 7
    assert counts["articles"] == 1
    assert counts["authorities that decided"] == 2
    assert counts["provisions infringed"] == 4
    assert counts["groups of organisations that share an authority or a provision"] == 2
    assert counts["most decisions against one addressee"] == 2
    assert counts["quads"] == len(QUADS)
    assert counts["infringed together most often"] == "32 and p:5 (2), p:13 and 32 (1), p:13 and p:5 (1)"
    assert set(overview([]).values()) == {0, ""}
