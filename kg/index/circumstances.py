"""The circumstances of a decision from its triples: incident and factors, and the places of all of them."""

from kg.index.labels import Labels, last_part, parse_provision
from kg.index.records import Factor, Incident
from kg.index.staging import Triples
from ontology.terms import Gde

_INCIDENT = (
    (Gde.breachKind, "kinds"),
    (Gde.breachCause, "causes"),
)


def read_incident(facts: Triples, labels: Labels) -> Incident | None:
    """The incident that the decision concerns; None without one."""
    node = facts.iri(facts.name, Gde.concernsIncident)
    if node is None:
        return None
    return Incident(
        kinds=tuple(labels.concept("breach-kind", iri) for iri in facts.iris(node, Gde.breachKind)),
        causes=tuple(labels.concept("breach-cause", iri) for iri in facts.iris(node, Gde.breachCause)),
        notification_delay_hours=facts.text(node, Gde.notificationDelayHours),
    )


def read_factors(facts: Triples, labels: Labels) -> tuple[Factor, ...]:
    """The factors that the decision weighs, in the order of the regulation."""
    found = []
    for node in _factor_nodes(facts):
        iri, effect = facts.iri(node, Gde.factor), facts.iri(node, Gde.effect)
        if iri and effect:
            provision = str(parse_provision(iri) or last_part(iri))
            found.append(Factor(provision=provision, iri=iri, effect=labels.concept("factor-effect", effect)))
    return tuple(found)


def circumstance_places(facts: Triples) -> dict[str, str]:
    """For each node or property of the circumstances that evidence may be about, the JSON Pointer to it."""
    places = {Gde.caseTrigger.value: "/trigger", f"{facts.name}#incident": "/incident"}
    if (incident := facts.iri(facts.name, Gde.concernsIncident)) is not None:
        for predicate, name in _INCIDENT:
            places |= {iri: f"/incident/{name}/{at}" for at, iri in enumerate(facts.iris(incident, predicate))}
        places[Gde.notificationDelayHours.value] = "/incident/notification_delay_hours"
    if (people := facts.iri(facts.name, Gde.affects)) is not None:
        groups = facts.iris(people, Gde.dataSubjectCategory)
        places |= {iri: f"/affected/groups/{at}" for at, iri in enumerate(groups)}
    return places | {node: f"/factors/{at}" for at, node in enumerate(_factor_nodes(facts))}


def _factor_nodes(facts: Triples) -> list[str]:
    return sorted(facts.iris(facts.name, Gde.weighsFactor))
