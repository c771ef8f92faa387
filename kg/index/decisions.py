"""From the triples of a decision to its record, and to the places of its parts in that record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.graph.namespaces import CONTROLLER, LABEL, PROCESSOR
from kg.index.circumstances import circumstance_places, read_factors, read_incident
from kg.index.labels import Labels, authority, concept_id, currency, last_part, parse_provision
from kg.index.records import Affected, Date, Decision, Fine, Infringement, Named, Party, Sum
from kg.index.staging import Triples
from kg.values import PartialDate
from ontology.terms import Gde, vocab

ROLES = {CONTROLLER.value: "controller", PROCESSOR.value: "processor"}

OUTCOMES = {vocab("finding-outcome", outcome): outcome for outcome in ("infringed", "not-infringed")}

PRECISION = {4: "year", 7: "month", 10: "day"}
"""By the length of an ISO 8601 date."""


@dataclass(frozen=True)
class Reading:
    """A decision's record, and for each node or property that evidence may be about, the JSON Pointer to it."""

    record: Decision
    articles: tuple[str, ...]
    places: dict[str, str] = field(default_factory=dict)


def read_decision(facts: Triples, labels: Labels) -> Reading:
    """The record of the decision that a unit is named after."""
    about = facts.name
    parties, findings = tuple(_parties(facts, labels)), tuple(_findings(facts, labels))
    imposed = facts.iris(about, Gde.imposes)
    fines = [node for node in imposed if last_part(node) == "fine"]
    measures = [node for node in imposed if facts.iri(node, Gde.measureKind)]
    categories = facts.iris(about, Gde.concernsDataCategory)
    affected = facts.iri(about, Gde.affects)
    contexts = facts.iris(about, Gde.processingContext)
    issuer, status = facts.iri(about, Gde.issuedBy), facts.iri(about, Gde.status)
    verification = facts.iri(about, Gde.verification)
    record = Decision(
        id=last_part(about),
        iri=about,
        label=facts.text(about, LABEL.value) or last_part(about),
        authority=authority(issuer, labels.name(issuer)) if issuer else None,
        date=date(facts.text(about, Gde.decisionDate)),
        case_number=facts.text(about, Gde.caseNumber),
        status=labels.concept("decision-status", status) if status else None,
        parties=parties,
        fine=_fine(facts, fines[0], imposed) if fines else None,
        infringements=findings,
        data_categories=tuple(labels.concept("data-category", iri) for iri in categories),
        measures=tuple(_measure(facts, node, labels) for node in measures),
        affected=_affected(facts, affected, labels) if affected else None,
        trigger=labels.concept("case-trigger", started) if (started := facts.iri(about, Gde.caseTrigger)) else None,
        contexts=tuple(labels.concept("processing-context", iri) for iri in contexts),
        incident=read_incident(facts, labels),
        factors=read_factors(facts, labels),
        verification=concept_id("verification", verification) if verification else None,
    )
    places = {Gde.issuedBy.value: "/authority", Gde.decisionDate.value: "/date", Gde.caseNumber.value: "/case_number"}
    places |= {Gde.status.value: "/status", f"{about}#affected": "/affected", f"{about}#fine": "/fine"}
    places |= {party.iri: f"/parties/{at}" for at, party in enumerate(parties)}
    places |= {node: f"/infringements/{at}" for at, node in enumerate(_finding_nodes(facts))}
    places |= {iri: f"/data_categories/{at}" for at, iri in enumerate(categories)}
    places |= {node: f"/measures/{at}" for at, node in enumerate(measures)}
    places |= {node: f"/fine/parts/{at}" for at, node in enumerate(_part_nodes(facts, imposed))}
    places |= {iri: f"/contexts/{at}" for at, iri in enumerate(contexts)} | circumstance_places(facts)
    return Reading(record, facts.iris(about, Gde.reportedIn), places)


def date(text: str | None) -> Date | None:
    """A date of the graph; None without one, or where it is none."""
    if text is None or PartialDate.parse(text) is None:
        return None
    return Date.model_validate({"value": text, "precision": PRECISION[len(text)]})


def _parties(facts: Triples, labels: Labels) -> Iterator[Party]:
    roles = {
        party: ROLES[capacity]
        for node in facts.iris(facts.name, Gde.findsInfringement)
        for party in facts.iris(node, Gde.committedBy)
        for capacity in facts.iris(node, Gde.inCapacityOf)
        if capacity in ROLES
    }
    for iri in facts.iris(facts.name, Gde.addressedTo):
        unnamed = facts.text(iri, Gde.nameWithheld) == "true"
        yield Party.model_validate(
            {
                "id": None if unnamed else last_part(iri),
                "iri": iri,
                "name": labels.name(iri),
                "other_names": labels.other_names(iri),
                "role": roles.get(iri),
                "name_withheld": unnamed,
                "sector": labels.branch(iri),
            }
        )


def _finding_nodes(facts: Triples) -> list[str]:
    """The findings whose outcome is known, in the order of the regulation."""

    def order(node: str) -> tuple[tuple[int, int, str], str]:
        provision = parse_provision(facts.iri(node, Gde.ofProvision) or "")
        return provision.sort_key if provision else (100, 0, ""), node

    known = [node for node in facts.iris(facts.name, Gde.findsInfringement) if _outcome(facts, node) is not None]
    return sorted(known, key=order)


def _outcome(facts: Triples, node: str) -> str | None:
    found = facts.iri(node, Gde.outcome)
    return OUTCOMES.get(found) if found else None


def _findings(facts: Triples, labels: Labels) -> Iterator[Infringement]:
    for node in _finding_nodes(facts):
        iri = facts.iri(node, Gde.ofProvision) or ""
        yield Infringement.model_validate(
            {
                "provision": str(parse_provision(iri) or last_part(iri)),
                "iri": iri,
                "title": labels.title(iri),
                "outcome": _outcome(facts, node),
                "party": facts.iri(node, Gde.committedBy),
            }
        )


def _part_nodes(facts: Triples, imposed: tuple[str, ...]) -> list[str]:
    """The items of the fine, by their number."""
    parts = [node for node in imposed if facts.iri(node, Gde.componentOf) and _sum(facts, node, Gde.amount)]
    return sorted(parts, key=lambda node: (len(node), node))


def _fine(facts: Triples, node: str, imposed: tuple[str, ...]) -> Fine:
    return Fine(
        sum=_sum(facts, node, Gde.amount),
        amount_eur=_decimal(facts.text(node, Gde.amountEUR)),
        exchange_rate=facts.text(node, Gde.exchangeRate),
        exchange_rate_date=facts.text(node, Gde.exchangeRateDate),
        initial=_sum(facts, node, Gde.initialAmount),
        parts=tuple(found for part in _part_nodes(facts, imposed) if (found := _sum(facts, part, Gde.amount))),
        undisclosed=facts.text(node, Gde.amountUndisclosed) == "true",
    )


def _sum(facts: Triples, node: str, amount: str) -> Sum | None:
    found = _decimal(facts.text(node, amount))
    return Sum(amount=found, currency=currency(facts.iri(node, Gde.currency))) if found else None


def _measure(facts: Triples, node: str, labels: Labels) -> Named:
    return labels.concept("measure", facts.iri(node, Gde.measureKind) or node)


def _affected(facts: Triples, node: str, labels: Labels) -> Affected:
    qualifier = facts.iri(node, Gde.countQualifier)
    return Affected(
        count=_number(facts.text(node, Gde.dataSubjectCount)),
        minimum=_number(facts.text(node, Gde.dataSubjectCountMin)),
        maximum=_number(facts.text(node, Gde.dataSubjectCountMax)),
        qualifier=concept_id("count-qualifier", qualifier) if qualifier else None,
        groups=tuple(labels.concept("data-subject-category", iri) for iri in facts.iris(node, Gde.dataSubjectCategory)),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"\d+", text) else None


def _decimal(text: str | None) -> str | None:
    """A canonical decimal as it stands; None for anything else that a graph of another making may hold."""
    return text if text is not None and re.fullmatch(r"\d+(\.\d+)?", text) else None
