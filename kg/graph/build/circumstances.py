"""The circumstances of a decision: what is held true of them, and what a report states."""

from collections.abc import Iterator
from decimal import Decimal

from kg.graph import namespaces as ns
from kg.graph.build.nodes import Nodes, is_party
from kg.graph.build.statement import Statement, stating
from kg.graph.terms import Iri, Quad, Term, literal
from kg.ids import provision_iri
from kg.model import Claim, Decision
from kg.values import Provision
from ontology.terms import Gde, vocab


def circumstances(decision: Decision, made: Nodes) -> Iterator[Quad]:
    """The quads of trigger, contexts, incident and factors, and of what parties without a name do.

    The people affected are told with their number, the branch of an organisation in its own unit.
    """
    about = made.decision
    if decision.trigger:
        yield _quad(about, Gde.caseTrigger, _concept("case-trigger", decision.trigger))
    for context in decision.contexts:
        yield _quad(about, Gde.processingContext, _concept("processing-context", context))
    for addressee, node in zip(decision.addressees, made.parties, strict=True):
        if addressee.organisation is None and addressee.sector:
            yield _quad(node, Gde.sector, _concept("sector", addressee.sector))
    if decision.breach_kinds or decision.breach_causes or decision.notification_delay is not None:
        yield from _incident(decision, made)
    for factor in decision.factors:
        node = made.factor(factor.point)
        yield _quad(about, Gde.weighsFactor, node)
        yield Quad(node, ns.TYPE, Iri(Gde.FactorAssessment.value))
        yield _quad(node, Gde.factor, Iri(provision_iri(Provision(83, 2, factor.point))))
        yield _quad(node, Gde.effect, _concept("factor-effect", factor.effect))


def _incident(decision: Decision, made: Nodes) -> Iterator[Quad]:
    yield _quad(made.decision, Gde.concernsIncident, made.incident)
    yield Quad(made.incident, ns.TYPE, Iri(Gde.Incident.value))
    for kind in decision.breach_kinds:
        yield _quad(made.incident, Gde.breachKind, _concept("breach-kind", kind))
    for cause in decision.breach_causes:
        yield _quad(made.incident, Gde.breachCause, _concept("breach-cause", cause))
    if decision.notification_delay is not None:
        yield _quad(made.incident, Gde.notificationDelayHours, delay(decision.notification_delay))


def delay(hours: int) -> Term:
    """The literal of a delay: the ontology has decimals."""
    return literal(Decimal(hours))


def stated_circumstances(decision: Decision, claim: Claim, made: Nodes) -> Iterator[Statement]:
    """What a claim states of the circumstances."""
    about = made.decision
    if claim.trigger:
        yield stating(about, Gde.caseTrigger, _concept("case-trigger", claim.trigger.value), claim.trigger)
    for context in claim.contexts:
        yield stating(about, Gde.processingContext, _concept("processing-context", context.value), context)
    for group in claim.subject_groups:
        value = _concept("data-subject-category", group.value)
        yield stating(about, Gde.affects, made.affected, group)
        yield stating(made.affected, Gde.dataSubjectCategory, value, group)
    for kind in claim.breach_kinds:
        yield stating(about, Gde.concernsIncident, made.incident, kind)
        yield stating(made.incident, Gde.breachKind, _concept("breach-kind", kind.value), kind)
    for cause in claim.breach_causes:
        yield stating(about, Gde.concernsIncident, made.incident, cause)
        yield stating(made.incident, Gde.breachCause, _concept("breach-cause", cause.value), cause)
    if claim.notification_delay:
        hours = claim.notification_delay
        yield stating(about, Gde.concernsIncident, made.incident, hours)
        yield stating(made.incident, Gde.notificationDelayHours, delay(hours.value), hours)
    for factor in claim.factors:
        node = made.factor(factor.value.point)
        yield stating(about, Gde.weighsFactor, node, factor)
        yield stating(node, Gde.effect, _concept("factor-effect", factor.value.effect), factor)
    yield from _branches(decision, claim, made)


def _branches(decision: Decision, claim: Claim, made: Nodes) -> Iterator[Statement]:
    """The branch of each party that the claim has."""
    if claim.sector is None:
        return
    for addressee, node in zip(decision.addressees, made.parties, strict=True):
        if any(is_party(addressee, party.value) for party in claim.parties):
            yield stating(node, Gde.sector, _concept("sector", claim.sector.value), claim.sector)


def _concept(scheme: str, name: str) -> Iri:
    return Iri(vocab(scheme, name))


def _quad(subject: Iri, predicate: Gde, value: Term) -> Quad:
    return Quad(subject, Iri(predicate.value), value)
