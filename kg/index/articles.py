"""From the graph of an article to its record and the records of its evidence."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.graph import namespaces as ns
from kg.graph.terms import Iri, Literal, Term
from kg.index.decisions import date
from kg.index.labels import Labels, last_part
from kg.index.records import ArticleHead, Evidence
from kg.index.staging import Staging, Triples, lexical
from kg.values import PartialDate
from ontology.terms import Gde

Places = Callable[[str], Mapping[str, str]]
"""The places of a decision's parts in its record, by the decision's IRI: see `kg.index.decisions.Reading`."""


def read_article(graph: Triples) -> tuple[ArticleHead, str]:
    """An article's record and its text."""
    about = graph.name
    head = ArticleHead(
        id=last_part(about),
        iri=about,
        headline=graph.text(about, ns.HEADLINE.value),
        url=graph.iri(about, ns.URL.value),
        published=date(graph.text(about, ns.PUBLISHED.value)),
        language=graph.text(about, ns.LANGUAGE.value) or "en",
    )
    return head, graph.text(about, ns.ARTICLE_BODY.value) or ""


def read_evidence(graph: Triples, places: Places, staging: Staging, labels: Labels) -> Iterator[Evidence]:
    """The statements of an article, each with its words and its place in the decision; `staging` has the facts.

    What is said of an organisation counts for each decision that the article says is addressed to it.
    """
    addressed = _addressed(graph)
    for node in graph.subjects(Gde.Evidence):
        subject, predicate = graph.iri(node, ns.SUBJECT.value), graph.iri(node, ns.PREDICATE.value)
        values, target = graph.all(node, ns.OBJECT.value), graph.iri(node, ns.HAS_TARGET.value)
        if subject is None or predicate is None or not values or target is None:
            continue
        value = values[0]
        about = [subject.partition("#")[0]]
        for decision in addressed.get(subject, about) if predicate == Gde.sector else about:
            yield Evidence.model_validate(
                {
                    "fact": _place(places(decision), subject, predicate, value),
                    "decision": last_part(decision),
                    "article": last_part(graph.name),
                    "value": value.lexical if isinstance(value, Literal) else labels.find(value.value),
                    "held": staging.holds(subject, predicate, value) or _is_vaguer(staging, subject, predicate, value),
                    "confidence": float(graph.text(node, Gde.confidence) or 0),
                    **_quote(graph, target),
                }
            )


def _addressed(graph: Triples) -> Mapping[str, Sequence[str]]:
    """For each party the decisions that the article says are addressed to it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node in graph.subjects(Gde.Evidence):
        decision, party = graph.iri(node, ns.SUBJECT.value), graph.iri(node, ns.OBJECT.value)
        if decision and party and graph.iri(node, ns.PREDICATE.value) == Gde.addressedTo:
            found[party].add(decision)
    return {party: sorted(decisions) for party, decisions in found.items()}


def _place(known: Mapping[str, str], subject: str, predicate: str, value: Term) -> str:
    """The JSON Pointer to what a statement is about: its value, its property or its subject; empty for the whole."""
    if predicate == Gde.sector:
        return f"{known[subject]}/sector" if subject in known else ""
    by_value = known.get(value.value) if isinstance(value, Iri) else None
    return by_value or known.get(predicate) or known.get(subject, "")


def _is_vaguer(staging: Staging, subject: str, predicate: str, value: Term) -> bool:
    """Whether a statement dates the decision less precisely than what is held true, and agrees with it."""
    stated = PartialDate.parse(value.lexical) if isinstance(value, Literal) else None
    if predicate != Gde.decisionDate or stated is None:
        return False
    known = (PartialDate.parse(lexical(term)) for term in staging.values(subject, predicate))
    return any(date is not None and stated.covers(date) for date in known)


def _quote(graph: Triples, target: str) -> dict[str, object]:
    """What the two selectors of a target say."""
    found: dict[str, object] = {"quote": "", "prefix": "", "suffix": "", "start": 0, "end": 0}
    for selector in graph.iris(target, ns.HAS_SELECTOR.value):
        for name, term in (("quote", ns.EXACT), ("prefix", ns.PREFIX), ("suffix", ns.SUFFIX)):
            found[name] = graph.text(selector, term.value) or found[name]
        for name, term in (("start", ns.START), ("end", ns.END)):
            text = graph.text(selector, term.value)
            found[name] = int(text) if text is not None else found[name]
    return found
