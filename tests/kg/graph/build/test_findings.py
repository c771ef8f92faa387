"""Reports that cite a provision more or less exactly, and what their sentences are evidence for."""

from collections.abc import Mapping

import pytest

from kg.graph import namespaces as ns
from kg.graph.build.findings import findings
from kg.graph.build.nodes import nodes
from kg.graph.build.statements import statements
from kg.graph.store.snapshot import current_snapshot, open_snapshot
from kg.graph.terms import Iri
from kg.ids import Names
from kg.model import Claim, Decision
from kg.resolve.decisions import resolve
from kg.settings import Settings
from ontology.terms import Gde
from tests.kg.making import claim, source

NAMES = Names("http://things.example/")


def decided(**claims: Claim) -> Decision:
    [decision] = resolve(source(name, made) for name, made in claims.items())
    return decision


def held(decision: Decision) -> Mapping[tuple[int, str], str]:
    return {(number, str(provision)): outcome for (number, provision), outcome in findings(decision).items()}


def evidence(decision: Decision) -> dict[str, set[str]]:
    """By article, the findings that its statements are evidence for."""
    made = nodes(decision, NAMES)
    return {
        report.article_id: {
            statement.object.value.partition("#infringement-")[2]
            for statement in statements(decision, report.claim, made)
            if statement.predicate.value == Gde.findsInfringement and isinstance(statement.object, Iri)
        }
        for report in decision.reports
    }


def test_what_a_wider_citation_rests_on_is_evidence_for_the_narrower() -> None:
    decision = decided(
        a=claim("Acme", case="1", infringed="5 6(1) 32"), b=claim("Acme", case="1", infringed="5(1)(a) 5(1)(f) 6(1)(a)")
    )
    assert held(decision) == dict.fromkeys(((1, "5(1)(a)"), (1, "5(1)(f)"), (1, "6(1)(a)"), (1, "32")), "infringed")
    assert evidence(decision) == {
        "a": {"1-art_5_par_1_pnt_a", "1-art_5_par_1_pnt_f", "1-art_6_par_1_pnt_a", "1-art_32"},
        "b": {"1-art_5_par_1_pnt_a", "1-art_5_par_1_pnt_f", "1-art_6_par_1_pnt_a"},
    }


def test_a_wider_citation_stays_for_a_party_of_which_nobody_says_more() -> None:
    decision = decided(
        a=claim("Acme", "Umbra", case="1", infringed="5", cleared="33"),
        b=claim("Acme", case="1", infringed="5(1)(f)", cleared="33(1)"),
    )
    assert held(decision) == {
        (1, "5(1)(f)"): "infringed",
        (2, "5"): "infringed",
        (1, "33(1)"): "not-infringed",
        (2, "33"): "not-infringed",
    }
    assert evidence(decision)["a"] == {"1-art_5_par_1_pnt_f", "2-art_5", "1-art_33_par_1", "2-art_33"}


def test_a_wider_citation_is_evidence_for_those_with_its_outcome() -> None:
    decision = decided(
        a=claim("Acme", case="1", infringed="5"),
        b=claim("Acme", case="1", infringed="5(1)(a)", cleared="5(1)(b)"),
        c=claim("Acme", case="1", cleared="5(1)"),
    )
    assert held(decision) == {(1, "5(1)(a)"): "infringed", (1, "5(1)(b)"): "not-infringed"}
    assert evidence(decision)["a"] == {"1-art_5_par_1_pnt_a"}
    assert evidence(decision)["c"] == {"1-art_5_par_1_pnt_b"}


@pytest.mark.parametrize("cleared", ["5", "5(1)(f)"])
def test_a_report_that_says_the_contrary_is_evidence_about_the_same_finding(cleared: str) -> None:
    decision = decided(
        a=claim(case="1", infringed="5 5(1)(f)"),
        b=claim(case="1", infringed="5(1)(f) 5"),
        c=claim(case="1", cleared=cleared),
    )
    assert held(decision) == {(0, "5(1)(f)"): "infringed"}
    assert evidence(decision)["c"] == {"0-art_5_par_1_pnt_f"}


def test_a_name_at_the_end_of_a_sentence_is_its_party_s() -> None:
    decision = decided(a=claim("Acme Energy.", "Umbra Ltd.", case="1", infringed="5"), b=claim("Umbra Ltd", case="1"))
    assert [item.organisation.name for item in decision.addressees if item.organisation] == [
        "Acme Energy",
        "Umbra Ltd.",
    ]
    assert evidence(decision)["a"] == {"1-art_5", "2-art_5"}


def test_no_evidence_names_a_thing_without_facts(corpus_instance: Settings) -> None:
    with open_snapshot(current_snapshot(corpus_instance.data_dir)) as store:
        quads = list(store.quads())
    of_our_own = tuple(f"{corpus_instance.base_iri}{kind}/" for kind in ("decision", "org"))
    named = {
        quad.object
        for quad in quads
        if quad.graph is not None
        and quad.predicate in {ns.SUBJECT, ns.OBJECT}
        and isinstance(quad.object, Iri)
        and quad.object.value.startswith(of_our_own)
    }
    assert len(named) > 200
    assert named - {quad.subject for quad in quads if quad.graph is None} == set()
