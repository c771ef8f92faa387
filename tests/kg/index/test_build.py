"""What the index holds is what the graph says, each fact with the words that it rests on."""

import hashlib
import json
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph import namespaces as ns
from kg.graph.terms import Iri, Quad, Term, literal
from kg.index.build import build_index
from kg.index.records import DecisionDetail, Evidence
from kg.index.search import Index
from ontology.terms import Gde, vocab
from tests.kg.index.fictional import NAMES, world

CLINIC = "Lantern Clinic"


def detail(index: Index, party: str) -> DecisionDetail:
    return index.decision(world().decision(party).id)


def at(decision: DecisionDetail, pointer: str) -> object:
    """What a JSON Pointer leads to in the record as JSON."""
    found = json.loads(decision.model_dump_json())
    for step in pointer.split("/")[1:]:
        found = found[int(step) if isinstance(found, list) else step]
    return found


def test_a_decision_is_told_whole(index: Index) -> None:
    found = detail(index, CLINIC)
    assert (found.id, found.case_number) == ("fr-cnil-2023-san-2023-901", "SAN-2023-901")
    assert found.date is not None
    assert (found.date.value, found.date.precision) == ("2023-03-08", "day")
    assert found.authority is not None
    assert (found.authority.id, found.authority.country) == ("fr/cnil", "FR")
    assert [(item.provision, item.outcome) for item in found.infringements] == [
        ("5(1)(f)", "infringed"),
        ("32", "infringed"),
        ("33", "not-infringed"),
    ]
    assert found.infringements[1].title == "Security of processing"
    assert {item.id for item in found.data_categories} == {"health", "genetic"}
    assert [item.id for item in found.measures] == ["reprimand"]
    assert found.affected is not None
    assert (found.affected.count, found.affected.qualifier) == (40000, "about")
    assert {item.headline for item in found.articles} == {
        "Lantern Clinic fined over open patient files",
        "Clinic pays for its open archive",
    }


def test_the_circumstances_of_a_decision(index: Index) -> None:
    found = detail(index, CLINIC)
    assert found.affected is not None
    assert found.incident is not None
    assert found.trigger is not None
    assert found.parties[0].sector is not None
    assert found.parties[0].sector.id == "hospitals"
    assert [item.id for item in found.affected.groups] == ["patient"]
    assert [item.id for item in found.contexts] == ["health-care"]
    assert found.trigger.id == "complaint"
    assert [item.id for item in found.incident.kinds] == ["confidentiality"]
    assert [item.id for item in found.incident.causes] == ["misconfiguration"]
    assert found.incident.notification_delay_hours == "432"
    assert [(item.provision, item.effect.id) for item in found.factors] == [("83(2)(f)", "mitigating")]
    words = {item.fact: item.quote for item in found.evidence}
    assert words["/parties/0/sector"] == "clinic"
    assert words["/affected/groups/0"] == "patients"
    assert words["/contexts/0"] == "the hospital's care"
    assert words["/trigger"] == "complaint"
    assert words["/incident/kinds/0"] == "leak"
    assert words["/incident/causes/0"] == "open to anyone with the link"
    assert words["/incident/notification_delay_hours"] == "15 days late"
    assert words["/factors/0"] == "cooperation"


def test_fines_of_every_kind(index: Index) -> None:
    foreign = detail(index, "Nordfjord").fine
    assert foreign is not None
    assert foreign.sum is not None
    assert (foreign.sum.amount, foreign.sum.currency) == ("2500000", "NOK")
    assert foreign.amount_eur is not None
    assert foreign.exchange_rate is not None
    assert float(foreign.amount_eur) * float(foreign.exchange_rate) == pytest.approx(2_500_000)
    reduced = detail(index, "Kühn").fine
    assert reduced is not None
    assert reduced.initial is not None
    assert (reduced.initial.amount, reduced.initial.currency) == ("80000", "EUR")
    unknown = detail(index, "Bottega").fine
    assert unknown is not None
    assert (unknown.sum, unknown.undisclosed) == (None, True)
    assert detail(index, "school").fine is None


def test_parties_of_every_kind(index: Index) -> None:
    assert [(item.name, item.role) for item in detail(index, "Nordfjord").parties] == [
        ("Nordfjord Telecom", "controller"),
        ("Skala Hosting", "processor"),
    ]
    (school,) = detail(index, "school").parties
    assert (school.id, school.name, school.name_withheld) == (None, "a school in the west", True)


def test_each_fact_has_words_that_stand_in_its_article(index: Index) -> None:
    for decision in world().decisions:
        for evidence in index.decision(decision.id).evidence:
            text = index.article(evidence.article).text
            assert text[evidence.start : evidence.end] == evidence.quote
            sentence = evidence.prefix + evidence.quote + evidence.suffix
            assert text[evidence.start - len(evidence.prefix) :].startswith(sentence)
            assert 0 < evidence.confidence <= 1


def test_each_pointer_leads_to_its_fact(index: Index) -> None:
    found = detail(index, CLINIC)
    words = {pointer: {item.quote for item in found.evidence if item.fact == pointer} for pointer in pointers(found)}
    assert "" not in words
    assert {pointer for pointer in words if at(found, pointer) is None} == set()
    assert words["/infringements/0"] == {"Article 5(1)(f)"}
    assert words["/infringements/2"] == {"no breach of Article 33"}
    assert words["/fine"] == {"EUR 900,000", "about 905,000 euros"}
    assert words["/affected"] == {"about 40,000 people", "patients"}
    health = next(n for n, item in enumerate(found.data_categories) if item.id == "health")
    assert words[f"/data_categories/{health}"] == {"patient files", "diagnoses"}
    assert words["/measures/0"] == {"reprimand"}
    assert words["/parties/0"] == {"Lantern Clinic"}


def pointers(decision: DecisionDetail) -> set[str]:
    return {item.fact for item in decision.evidence}


def test_every_fact_is_pointed_to(index: Index) -> None:
    for decision in world().decisions:
        found = index.decision(decision.id)
        lists = ("parties", "infringements", "data_categories", "measures")
        facts = {f"/{name}/{n}" for name in lists for n in range(len(getattr(found, name)))}
        facts |= {
            f"/{name}"
            for name in ("authority", "date", "case_number", "status", "fine", "affected")
            if getattr(found, name) is not None
        }
        assert facts <= pointers(found), found.label


def test_what_a_source_says_differently_is_not_held(index: Index) -> None:
    found = detail(index, CLINIC)
    assert found.fine is not None
    assert found.fine.sum is not None
    sums = {item.value: item.held for item in found.evidence if item.fact == "/fine" and item.value is not None}
    assert set(sums) == {"900000", "905000"}
    assert [value for value, held in sums.items() if held] == [found.fine.sum.amount]


def test_a_statement_about_a_thing_says_its_name(index: Index) -> None:
    found = {(item.fact, item.value) for item in detail(index, "Orbit").evidence}
    assert ("/authority", "Irish Data Protection Commission") in found
    assert ("/parties/0", "Orbit Ads Ltd") in found
    assert ("/fine", None) in found


def test_a_vaguer_date_agrees(index: Index) -> None:
    dates = {item.value: item.held for item in detail(index, CLINIC).evidence if item.fact == "/date"}
    assert dates == {"2023-03-08": True, "2023-03": True}


def test_an_article_lists_its_decisions_and_its_statements(index: Index) -> None:
    found = index.article(world().article("Two rulings"))
    assert {item.id for item in found.decisions} == {world().decision("Bakeries").id, world().decision("school").id}
    assert [item.start for item in found.evidence] == sorted(item.start for item in found.evidence)
    assert found.published is not None
    assert found.published.value == "2021-06-04"


def test_the_order_of_the_quads_makes_no_difference(tmp_path: Path) -> None:
    quads = sorted(world().quads, key=str)
    shuffled = sorted(quads, key=lambda quad: hashlib.sha256(str(quad).encode()).digest())
    build_index(quads, tmp_path / "a")
    build_index(shuffled, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_empty_graph_has_an_empty_index(tmp_path: Path) -> None:
    build_index([], tmp_path / "index.sqlite")
    index = Index(tmp_path / "index.sqlite")
    assert index.statistics().decisions == 0
    assert index.authorities() == ()
    index.close()


def test_a_file_in_the_way_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    build_index(world().quads, path)
    build_index([], path)
    assert Index(path).statistics().decisions == 0


def test_a_place_that_cannot_be_written_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="missing"):
        build_index([], tmp_path / "missing" / "index.sqlite")


D, A = Iri(NAMES.decision("odd")), Iri(NAMES.article("odd"))


FINE = Iri(D.value + "#fine")


def fact(predicate: str, value: Term, subject: Iri = D) -> Quad:
    return Quad(subject, Iri(predicate), value)


@pytest.mark.parametrize(
    "odd",
    [
        [],
        [fact(Gde.issuedBy, literal("no authority"))],
        [fact(Gde.decisionDate, literal("soon"))],
        [fact(Gde.status, Iri(vocab("decision-status", "unheard-of")))],
        [fact(Gde.findsInfringement, Iri(D.value + "#infringement-1-x"))],
        [fact(Gde.imposes, Iri(D.value + "#fine"))],
        [fact(Gde.imposes, Iri("http://elsewhere.example/measure"))],
        [
            fact(Gde.affects, Iri(D.value + "#affected")),
            fact(Gde.dataSubjectCount, literal("many"), Iri(D.value + "#affected")),
        ],
        [fact(Gde.addressedTo, Iri("http://elsewhere.example/someone"))],
        [fact(Gde.reportedIn, Iri("http://elsewhere.example/unknown-article"))],
        [fact(Gde.concernsDataCategory, literal("health"))],
        [fact(Gde.imposes, FINE), fact(Gde.amountEUR, literal("plenty"), FINE), fact(Gde.amount, literal("-1"), FINE)],
    ],
    ids=lambda odd: odd[0].predicate.value.rpartition("#")[2] if odd else "nothing",
)
def test_a_graph_of_another_making_is_read_as_far_as_it_goes(tmp_path: Path, odd: list[Quad]) -> None:
    build_index([fact(ns.TYPE.value, Iri(Gde.EnforcementDecision)), *odd], tmp_path / "index.sqlite")
    index = Index(tmp_path / "index.sqlite")
    assert index.decision("odd").label == "odd"
    index.close()


def test_evidence_that_is_not_whole_is_left_out(tmp_path: Path) -> None:
    node, graph = Iri(A.value + "#e-1"), A
    quads = [
        Quad(A, ns.TYPE, ns.NEWS_ARTICLE, graph),
        Quad(A, ns.ARTICLE_BODY, literal("Some text."), graph),
        Quad(node, ns.TYPE, Iri(Gde.Evidence), graph),
        Quad(node, ns.SUBJECT, D, graph),
    ]
    build_index(quads, tmp_path / "index.sqlite")
    index = Index(tmp_path / "index.sqlite")
    assert index.article("odd").evidence == tuple[Evidence, ...]()
    index.close()
