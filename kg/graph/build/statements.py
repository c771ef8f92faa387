"""What one report states of a decision, statement by statement, each with the mentions that it rests on.

The facts of a decision and the evidence in its articles are both made of these, so no fact is without its sentence.
"""

from collections.abc import Iterator

from kg.graph.build.circumstances import stated_circumstances
from kg.graph.build.findings import stated_findings, supported
from kg.graph.build.nodes import Nodes, is_party
from kg.graph.build.statement import Statement, stating
from kg.graph.terms import Iri, Term, literal
from kg.ids import authority_iri
from kg.model import Claim, Decision, Fine, Label, Stated
from kg.values import Bound, Headcount, Money
from ontology.terms import Gde, vocab

COUNT = {
    Bound.EXACT: Gde.dataSubjectCount,
    Bound.ABOUT: Gde.dataSubjectCount,
    Bound.AT_LEAST: Gde.dataSubjectCountMin,
    Bound.AT_MOST: Gde.dataSubjectCountMax,
}
"""Which property holds a number of people, by how it bounds the real one."""


def statements(decision: Decision, claim: Claim, nodes: Nodes) -> Iterator[Statement]:
    """All that a claim states of its decision, in the claim's own values: they may differ from the decision's."""
    about = nodes.decision
    yield stating(about, Gde.status, Iri(vocab("decision-status", claim.status.value)), claim.status)
    if claim.authority:
        yield stating(about, Gde.issuedBy, Iri(authority_iri(claim.authority.value)), claim.authority)
    if claim.decided:
        yield stating(about, Gde.decisionDate, literal(claim.decided.value), claim.decided)
    if claim.case_number:
        yield stating(about, Gde.caseNumber, literal(claim.case_number.value), claim.case_number)
    for category in claim.data_categories:
        yield stating(about, Gde.concernsDataCategory, Iri(vocab("data-category", category.value)), category)
    for measure in claim.measures:
        yield stating(about, Gde.imposes, nodes.measure(measure.value), measure)
    if claim.affected:
        yield stating(about, Gde.affects, nodes.affected, claim.affected)
        yield stating(nodes.affected, *count(claim.affected.value), claim.affected)
    yield from _parties(decision, claim, nodes)
    yield from _findings(decision, claim, nodes)
    if claim.fine:
        yield from _fine(decision, claim.fine, nodes)
    yield from stated_circumstances(decision, claim, nodes)


def count(affected: Headcount) -> tuple[Gde, Term]:
    """A number of people, as property and value."""
    return COUNT[affected.bound], literal(affected.count)


def _parties(decision: Decision, claim: Claim, nodes: Nodes) -> Iterator[Statement]:
    for stated in claim.parties:
        for addressee, node in zip(decision.addressees, nodes.parties, strict=True):
            if is_party(addressee, stated.value):
                yield stating(nodes.decision, Gde.addressedTo, node, stated)


def _findings(decision: Decision, claim: Claim, nodes: Nodes) -> Iterator[Statement]:
    for number, stated, outcome in stated_findings(decision, claim):
        for finding in supported(decision, (number, stated.value), outcome):
            yield stating(nodes.decision, Gde.findsInfringement, nodes.infringement(*finding), stated)


def _fine(decision: Decision, stated: Stated[Fine], nodes: Nodes) -> Iterator[Statement]:
    """The fine; its sums only in the currency of the decision's, because the statement of a sum does not name one."""
    yield stating(nodes.decision, Gde.imposes, nodes.fine, stated)
    fine = stated.value
    if fine.amount is None:
        yield stating(nodes.fine, Gde.amountUndisclosed, literal(True), stated)
    if decision.fine is None or decision.fine.amount is None:
        return
    currency = decision.fine.amount.currency
    sums = [item for item in (fine.amount, *fine.alternatives) if item is not None and item.currency == currency]
    for amount in sums[:1]:
        yield _sum(nodes.fine, Gde.amount, amount, stated)
    if fine.initial and fine.initial.currency == currency:
        yield _sum(nodes.fine, Gde.initialAmount, fine.initial, stated)
    for number, part in enumerate(decision.fine.parts, start=1):
        if part in fine.parts:
            yield _sum(nodes.fine_part(number), Gde.amount, part, stated)


def _sum(subject: Iri, predicate: Gde, amount: Money, stated: Stated[Fine]) -> Statement:
    """The statement of a sum, resting on its own mentions where the fine has several sums."""
    own = tuple(item for item in stated.mentions if item.label is Label.MONEY and item.value == amount)
    value = literal(amount.amount)
    return Statement(subject, Iri(predicate), value, own or stated.mentions, stated.confidence)
