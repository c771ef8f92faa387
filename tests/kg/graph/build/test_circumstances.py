"""The circumstances of a decision: facts with their evidence, the branch of an organisation in its own unit."""

from dataclasses import replace

from kg.graph.build.circumstances import stated_circumstances
from kg.graph.build.decisions import decision_unit
from kg.graph.build.nodes import nodes
from kg.graph.build.organisations import organisation_unit
from kg.graph.terms import Iri
from kg.model import Decision, Label, Party
from kg.resolve.decisions import resolve
from kg.values import Effect, Factor
from ontology.terms import Gde, vocab
from tests.kg.graph.build.reporting import NAMES
from tests.kg.graph.build.test_decisions import told
from tests.kg.making import claim, source, stated

TELLING = replace(
    claim("Elm Pharmacy", Party(None, description="a host"), on="2022-05-04"),
    sector=stated("retail", Label.SECTOR),
    contexts=(stated("e-commerce", Label.CONTEXT),),
    subject_groups=(stated("customer", Label.SUBJECT_GROUP),),
    trigger=stated("complaint", Label.TRIGGER),
    breach_kinds=(stated("confidentiality", Label.BREACH_KIND),),
    breach_causes=(stated("phishing", Label.BREACH_CAUSE),),
    notification_delay=stated(432, Label.NOTIFICATION_DELAY),
    factors=(stated(Factor("f", Effect.MITIGATING), Label.FACTOR),),
)


def decision() -> Decision:
    [found] = resolve([source("a1", TELLING)])
    return found


def test_facts_of_the_circumstances() -> None:
    unit = decision_unit(decision(), NAMES)
    whole = told(unit, "")
    assert whole["caseTrigger"] == {vocab("case-trigger", "complaint")}
    assert whole["processingContext"] == {vocab("processing-context", "e-commerce")}
    assert (whole["concernsIncident"], whole["weighsFactor"]) == ({"#incident"}, {"#factor-f"})
    assert told(unit, "#incident") == {
        "type": {"Incident"},
        "breachKind": {vocab("breach-kind", "confidentiality")},
        "breachCause": {vocab("breach-cause", "phishing")},
        "notificationDelayHours": {"432"},
    }
    assert told(unit, "#factor-f") == {
        "type": {"FactorAssessment"},
        "factor": {"https://w3id.org/gdpr-enforcement/id/provision/reg/2016/679/art_83/par_2/pnt_f"},
        "effect": {vocab("factor-effect", "mitigating")},
    }
    assert told(unit, "#affected") == {
        "type": {"AffectedGroup"},
        "dataSubjectCategory": {vocab("data-subject-category", "customer")},
    }


def test_the_branch_is_that_of_each_party() -> None:
    found = decision()
    [elm] = [item.organisation for item in found.addressees if item.organisation]
    assert told(organisation_unit(elm, NAMES), "")["sector"] == {vocab("sector", "retail")}
    assert told(decision_unit(found, NAMES), "#party-2")["sector"] == {vocab("sector", "retail")}


def test_every_fact_is_stated_by_the_report() -> None:
    made = nodes(decision(), NAMES)
    stated_ = {(item.subject, item.predicate) for item in stated_circumstances(decision(), TELLING, made)}
    about = made.decision
    assert stated_ == {
        (about, Iri(Gde.caseTrigger)),
        (about, Iri(Gde.processingContext)),
        (about, Iri(Gde.affects)),
        (made.affected, Iri(Gde.dataSubjectCategory)),
        (about, Iri(Gde.concernsIncident)),
        (made.incident, Iri(Gde.breachKind)),
        (made.incident, Iri(Gde.breachCause)),
        (made.incident, Iri(Gde.notificationDelayHours)),
        (about, Iri(Gde.weighsFactor)),
        (made.factor("f"), Iri(Gde.effect)),
        *((party, Iri(Gde.sector)) for party in made.parties),
    }
