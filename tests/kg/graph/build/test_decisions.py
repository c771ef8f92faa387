"""The facts of decisions, from reports to the quads of the default graph."""

from collections import defaultdict
from collections.abc import Sequence

from kg.graph import namespaces as ns
from kg.graph.build.decisions import decision_unit
from kg.graph.terms import Iri, Literal, Quad, Unit
from kg.ids import article_id
from kg.model import Claim, Decision, Label, Stated
from kg.resolve.decisions import resolve
from kg.resolve.sources import Source
from ontology.terms import NS, vocab
from tests.kg.graph.build.reporting import NAMES, NEWS, RELEASE, Reader, pharmacy
from tests.kg.making import date, fine


def told(unit: Unit, name: str) -> dict[str, set[str]]:
    """What a unit says of the node `name`, in short: predicate and object without their namespaces."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in unit.quads:
        if quad.subject.value == unit.name.value + name:
            value = quad.object.value if isinstance(quad.object, Iri) else quad.object.lexical
            found[quad.predicate.value.rsplit("#")[-1]].add(value.removeprefix(unit.name.value).removeprefix(NS))
    return dict(found)


def test_the_facts_of_a_decision(decisions: tuple[Decision, ...]) -> None:
    unit = decision_unit(pharmacy(decisions), NAMES)
    elm, oak = NAMES.organisation("elm-pharmacy"), NAMES.organisation("oak-hosting")
    assert unit.name.value == "http://things.example/decision/fr-cnil-2022-san-2022-101"
    assert told(unit, "") == {
        "type": {"EnforcementDecision"},
        "label": {"CNIL 2022-05-04: Elm Pharmacy SAS, Oak Hosting"},
        "issuedBy": {"https://w3id.org/gdpr-enforcement/id/authority/fr/cnil"},
        "addressedTo": {elm, oak},
        "status": {vocab("decision-status", "final")},
        "verification": {vocab("verification", "machine-extracted")},
        "decisionDate": {"2022-05-04"},
        "decisionYear": {"2022"},
        "caseNumber": {"SAN-2022-101"},
        "totalFineEUR": {"1490000"},
        "concernsDataCategory": {vocab("data-category", "health")},
        "reportedIn": {NAMES.article(key) for key in (article_id(RELEASE), article_id(NEWS))},
        "findsInfringement": {
            "#infringement-1-art_5",
            "#infringement-1-art_32_par_1_pnt_b",
            "#infringement-1-art_33",
            "#infringement-2-art_32_par_1",
            "#infringement-2-art_33",
        },
        "imposes": {"#fine", "#fine-part-1", "#fine-part-2", "#measure-reprimand"},
        "affects": {"#affected"},
    }
    regulation = "https://w3id.org/gdpr-enforcement/id/provision/reg/2016/679/"
    assert told(unit, "#infringement-1-art_32_par_1_pnt_b") == {
        "type": {"Infringement"},
        "ofProvision": {regulation + "art_32/par_1/pnt_b"},
        "committedBy": {elm},
        "inCapacityOf": {ns.CONTROLLER.value},
        "outcome": {vocab("finding-outcome", "infringed")},
    }
    assert told(unit, "#infringement-2-art_33")["inCapacityOf"] == {ns.PROCESSOR.value}
    assert told(unit, "#infringement-2-art_33")["outcome"] == {vocab("finding-outcome", "not-infringed")}
    assert told(unit, "#fine") == {
        "type": {"AdministrativeFine", "CorrectiveMeasure"},
        "imposedOn": {elm, oak},
        "amount": {"1490000"},
        "amountEUR": {"1490000"},
        "currency": {vocab("currency", "EUR")},
        "exercisesPower": {regulation + "art_58/par_2/pnt_i"},
    }
    assert told(unit, "#measure-reprimand") == {
        "type": {"CorrectiveMeasure", "Reprimand"},
        "measureKind": {vocab("measure", "reprimand")},
        "imposedOn": {elm, oak},
        "exercisesPower": {regulation + "art_58/par_2/pnt_b"},
    }
    assert told(unit, "#affected") == {
        "type": {"AffectedGroup"},
        "dataSubjectCountMin": {"30000"},
        "countQualifier": {vocab("count-qualifier", "at-least")},
    }


def test_a_fine_without_an_amount_and_a_party_without_a_name(decisions: tuple[Decision, ...]) -> None:
    [found] = [found for found in decisions if found.authority is None]
    unit = decision_unit(found, NAMES)
    assert told(unit, "")["label"] == {"Unknown authority: A dentist"}
    assert told(unit, "")["addressedTo"] == told(unit, "#fine")["imposedOn"] == {"#party-1"}
    assert told(unit, "#party-1")["nameWithheld"] == told(unit, "#fine")["amountUndisclosed"] == {"true"}
    assert Quad(Iri(unit.name.value + "#party-1"), ns.PREF_LABEL, Literal("A dentist", language="en")) in unit.quads
    assert "totalFineEUR" not in told(unit, "")
    assert "amount" not in told(unit, "#fine")


def test_other_currencies_reductions_and_parts() -> None:
    read = Reader(RELEASE)
    reported = fine("90000 DKK", initial="120000 DKK", parts=["40000 DKK", "50000 DKK"])
    claim = Claim(
        status=read.status("fined Elm"),
        fine=read.fine(reported, ("EUR 1.5 million", "90000 DKK")),
        infringed=(read.provision("Article 33", "33"),),
        decided=Stated(date("2022-01"), (read.mention("May 2022", Label.DATE, date("2022-01")),), 1.0),
    )
    [found] = resolve([Source(article_id(RELEASE), None, (claim,))])
    unit = decision_unit(found, NAMES)
    assert told(unit, "#fine")["initialAmount"] == {"120000"}
    assert told(unit, "#fine")["amountEUR"] == told(unit, "")["totalFineEUR"] == {"12102.63"}
    assert told(unit, "#fine")["exchangeRate"] == {"7.4364"}
    assert told(unit, "#fine")["exchangeRateDate"] == {"2021-12-31"}
    assert told(unit, "#fine-part-2")["componentOf"] == {"#fine"}
    assert told(unit, "#fine-part-2")["amount"] == {"50000"}
    assert told(unit, "")["decisionDate"] == {"2022-01"}
    assert told(unit, "")["findsInfringement"] == {"#infringement-0-art_33"}
    assert "committedBy" not in told(unit, "#infringement-0-art_33")


def test_a_person_is_named_in_no_iri_and_no_label(units: Sequence[Unit]) -> None:
    for quad in (quad for unit in units for quad in unit.quads):
        iris = [term.value for term in quad if isinstance(term, Iri)]
        assert not any("maria" in iri.lower() for iri in iris)
        if quad.predicate == ns.LABEL and isinstance(quad.object, Literal):
            assert "Maria" not in quad.object.lexical
