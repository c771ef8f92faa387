"""Evidence: which words of an article make which statement."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.graph import namespaces as ns
from kg.graph.build.statement import Statement
from kg.graph.terms import Iri, Literal, Quad, literal
from kg.ids import digest
from kg.sentences import around
from ontology.terms import Gde

PLACES = Decimal("0.0001")
"""To what a confidence is rounded: more would say more than is known."""


def evidence(article: Iri, text: str, statements: Iterable[Statement], run: Iri) -> frozenset[Quad]:
    """A node for each statement and span, in the graph of the article; where two are one, the more certain stays."""
    found: dict[tuple[Iri, Iri, Iri | Literal, int, int], float] = {}
    for statement in statements:
        for mention in statement.mentions:
            key = (statement.subject, statement.predicate, statement.object, mention.start, mention.end)
            found[key] = max(statement.confidence, found.get(key, 0.0))
    quads: set[Quad] = set()
    for (subject, predicate, value, start, end), confidence in found.items():
        quads.update(_annotation(article, (subject, predicate, value), (start, end), confidence, run))
        quads.update(_target(article, text, start, end))
    return frozenset(quads)


def _annotation(
    article: Iri, statement: tuple[Iri, Iri, Iri | Literal], span: tuple[int, int], confidence: float, run: Iri
) -> Iterator[Quad]:
    start, end = span
    subject, predicate, value = statement
    node = Iri(f"{article.value}#e-{start}-{end}-{digest(_key(statement))[:8]}")
    for kind in (ns.ANNOTATION, ns.STATEMENT, Iri(Gde.Evidence.value)):
        yield Quad(node, ns.TYPE, kind, article)
    yield Quad(node, ns.SUBJECT, subject, article)
    yield Quad(node, ns.PREDICATE, predicate, article)
    yield Quad(node, ns.OBJECT, value, article)
    yield Quad(node, Iri(Gde.confidence.value), literal(Decimal(str(confidence)).quantize(PLACES)), article)
    yield Quad(node, ns.HAS_TARGET, Iri(f"{article.value}#t-{start}-{end}"), article)
    yield Quad(node, ns.DERIVED_FROM, article, article)
    yield Quad(node, ns.GENERATED_BY, run, article)


def _target(article: Iri, text: str, start: int, end: int) -> Iterator[Quad]:
    """The span with both selectors; prefix, exact and suffix together are the whole sentence."""
    target, position, quote = (Iri(f"{article.value}#{kind}-{start}-{end}") for kind in "tpq")
    first, last = around(text, start, end)
    yield Quad(target, ns.TYPE, ns.SPECIFIC_RESOURCE, article)
    yield Quad(target, ns.HAS_SOURCE, article, article)
    yield Quad(target, ns.HAS_SELECTOR, position, article)
    yield Quad(target, ns.HAS_SELECTOR, quote, article)
    yield Quad(position, ns.TYPE, ns.POSITION_SELECTOR, article)
    yield Quad(position, ns.START, literal(start), article)
    yield Quad(position, ns.END, literal(end), article)
    yield Quad(quote, ns.TYPE, ns.QUOTE_SELECTOR, article)
    yield Quad(quote, ns.PREFIX, literal(text[first:start]), article)
    yield Quad(quote, ns.EXACT, literal(text[start:end]), article)
    yield Quad(quote, ns.SUFFIX, literal(text[end:last]), article)


def _key(statement: tuple[Iri, Iri, Iri | Literal]) -> str:
    subject, predicate, value = statement
    words = [value.value] if isinstance(value, Iri) else [value.lexical, value.datatype, value.language]
    return "\n".join([subject.value, predicate.value, *words])
