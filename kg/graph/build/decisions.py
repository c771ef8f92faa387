"""A decision as a unit: what is held true of it, in the default graph."""

from collections.abc import Iterator
from decimal import Decimal

from kg.graph import namespaces as ns
from kg.graph.build.circumstances import circumstances
from kg.graph.build.findings import findings
from kg.graph.build.nodes import NO_PARTY, Nodes, nodes
from kg.graph.build.statements import count
from kg.graph.terms import Iri, Quad, Term, Unit, literal
from kg.ids import Names, authority_iri, provision_iri
from kg.model import Decision, Fine
from kg.values import Provision, Role
from ontology.concepts import concepts
from ontology.terms import Gde, vocab

CAPACITY = {Role.CONTROLLER: ns.CONTROLLER, Role.PROCESSOR: ns.PROCESSOR}
"""DPV's term for a role; a natural person is one, and may have acted in either."""

POWER_TO_FINE = Provision(58, 2, "i")
"""An administrative fine is imposed under Article 58(2)(i)."""


def decision_unit(decision: Decision, names: Names) -> Unit:
    """The facts of a decision: its node and its parts `D#…`, each of which its quads lead to."""
    made = nodes(decision, names)
    quads = {*_decision(decision, made, names), *_parties(decision, made), *_findings(decision, made)}
    quads |= {*_measures(decision, made), *_affected(decision, made), *circumstances(decision, made)}
    if decision.fine is not None:
        quads |= {*_fine(decision, decision.fine, made), *_parts(decision.fine, made)}
    return Unit(made.decision, frozenset(quads))


def _decision(decision: Decision, made: Nodes, names: Names) -> Iterator[Quad]:
    about = made.decision
    yield _is(about, Gde.EnforcementDecision)
    yield Quad(about, ns.LABEL, literal(_label(decision)))
    yield _quad(about, Gde.status, Iri(vocab("decision-status", decision.status.value)))
    yield _quad(about, Gde.verification, Iri(vocab("verification", "machine-extracted")))
    if decision.authority:
        yield _quad(about, Gde.issuedBy, Iri(authority_iri(decision.authority)))
    if decision.decided:
        yield _quad(about, Gde.decisionDate, literal(decision.decided))
        yield _quad(about, Gde.decisionYear, literal(decision.decided.year))
    if decision.case_number:
        yield _quad(about, Gde.caseNumber, literal(decision.case_number))
    if decision.euro:
        yield _quad(about, Gde.totalFineEUR, literal(decision.euro.amount.amount))
    for category in decision.data_categories:
        yield _quad(about, Gde.concernsDataCategory, Iri(vocab("data-category", category)))
    for report in decision.reports:
        yield _quad(about, Gde.reportedIn, Iri(names.article(report.article_id)))


def _label(decision: Decision) -> str:
    """Authority, date and addressees, as far as they are known; no natural person is named."""
    authority = concepts("authority").get(decision.authority or "")
    start = authority.short if authority else decision.authority or "Unknown authority"
    parties = [
        item.organisation.name
        if item.organisation and item.role is not Role.NATURAL_PERSON
        else item.description or "a natural person"
        for item in decision.addressees
    ]
    when = f" {decision.decided}" if decision.decided else ""
    return f"{start}{when}: {', '.join(parties)}" if parties else f"{start}{when}"


def _parties(decision: Decision, made: Nodes) -> Iterator[Quad]:
    for item, node in zip(decision.addressees, made.parties, strict=True):
        yield _quad(made.decision, Gde.addressedTo, node)
        if item.organisation is None:
            yield _is(node, Gde.RegulatedEntity)
            yield Quad(node, ns.PREF_LABEL, literal(item.description or "", language="en"))
            yield _quad(node, Gde.nameWithheld, literal(True))


def _findings(decision: Decision, made: Nodes) -> Iterator[Quad]:
    for (number, provision), outcome in findings(decision).items():
        node = made.infringement(number, provision)
        yield _quad(made.decision, Gde.findsInfringement, node)
        yield _is(node, Gde.Infringement)
        yield _quad(node, Gde.ofProvision, Iri(provision_iri(provision)))
        yield _quad(node, Gde.outcome, Iri(vocab("finding-outcome", outcome)))
        if number != NO_PARTY:
            yield _quad(node, Gde.committedBy, made.parties[number - 1])
            if (capacity := CAPACITY.get(decision.addressees[number - 1].role)) is not None:
                yield _quad(node, Gde.inCapacityOf, capacity)


def _fine(decision: Decision, fine: Fine, made: Nodes) -> Iterator[Quad]:
    yield from _imposed(made.fine, made)
    yield _is(made.fine, Gde.AdministrativeFine)
    yield _quad(made.fine, Gde.exercisesPower, Iri(provision_iri(POWER_TO_FINE)))
    if fine.initial is not None:
        yield _quad(made.fine, Gde.initialAmount, literal(fine.initial.amount))
    if fine.amount is None:
        yield _quad(made.fine, Gde.amountUndisclosed, literal(True))
        return
    yield _quad(made.fine, Gde.amount, literal(fine.amount.amount))
    yield _quad(made.fine, Gde.currency, Iri(vocab("currency", fine.amount.currency)))
    if (euro := decision.euro) is not None:
        yield _quad(made.fine, Gde.amountEUR, literal(euro.amount.amount))
        if euro.rate is not None:
            yield _quad(made.fine, Gde.exchangeRate, literal(Decimal(str(euro.rate))))
        if euro.rate_date is not None:
            yield _quad(made.fine, Gde.exchangeRateDate, literal(euro.rate_date))


def _parts(fine: Fine, made: Nodes) -> Iterator[Quad]:
    for number, part in enumerate(fine.parts, start=1):
        node = made.fine_part(number)
        yield from _imposed(node, made)
        yield _is(node, Gde.AdministrativeFine)
        yield _quad(node, Gde.amount, literal(part.amount))
        yield _quad(node, Gde.currency, Iri(vocab("currency", part.currency)))
        yield _quad(node, Gde.componentOf, made.fine)


def _measures(decision: Decision, made: Nodes) -> Iterator[Quad]:
    for measure in decision.measures:
        node, concept = made.measure(measure), concepts("measure").get(measure)
        yield from _imposed(node, made)
        yield _quad(node, Gde.measureKind, Iri(vocab("measure", measure)))
        if concept is not None and concept.measure_class is not None:
            yield Quad(node, ns.TYPE, Iri(concept.measure_class))
        if concept is not None and concept.power is not None:
            yield _quad(node, Gde.exercisesPower, Iri(provision_iri(Provision(58, 2, concept.power))))


def _affected(decision: Decision, made: Nodes) -> Iterator[Quad]:
    if decision.affected is not None or decision.subject_groups:
        yield _quad(made.decision, Gde.affects, made.affected)
        yield _is(made.affected, Gde.AffectedGroup)
    for group in decision.subject_groups:
        yield _quad(made.affected, Gde.dataSubjectCategory, Iri(vocab("data-subject-category", group)))
    if decision.affected is not None:
        yield _quad(made.affected, *count(decision.affected))
        yield _quad(made.affected, Gde.countQualifier, Iri(vocab("count-qualifier", decision.affected.bound.value)))


def _imposed(node: Iri, made: Nodes) -> Iterator[Quad]:
    """What every corrective measure has."""
    yield _quad(made.decision, Gde.imposes, node)
    yield _is(node, Gde.CorrectiveMeasure)
    for party in made.parties:
        yield _quad(node, Gde.imposedOn, party)


def _is(node: Iri, kind: Gde) -> Quad:
    return Quad(node, ns.TYPE, Iri(kind.value))


def _quad(subject: Iri, predicate: Gde, value: Term) -> Quad:
    return Quad(subject, Iri(predicate.value), value)
