"""Every fact has its sentence: articles and the evidence in them, from their texts to their graphs."""

import io
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from kg.graph import namespaces as ns
from kg.graph.build.articles import article_unit, web_address
from kg.graph.export import write
from kg.graph.store.live import open_store
from kg.graph.terms import Iri, Literal, Unit, literal
from kg.model import Article, Decision
from kg.resolve.decisions import resolve
from kg.values import PartialDate
from ontology.terms import Gde
from tests.kg.graph.build.reporting import NAMES, NEWS, RELEASE, RUN, built, pharmacy, sources


def test_every_fact_node_has_evidence(units: Sequence[Unit]) -> None:
    quads = {quad for unit in units for quad in unit.quads}
    nodes = {quad.subject for quad in quads if quad.graph is None}
    supported = {quad.object for quad in quads if quad.graph is not None and quad.predicate in {ns.SUBJECT, ns.OBJECT}}
    assert len(nodes) > 15
    assert nodes - supported == set()


def test_every_target_is_a_span_in_its_sentence(units: Sequence[Unit]) -> None:
    checked = 0
    for unit in units:
        said = {(quad.subject.value, quad.predicate): quad.object for quad in unit.quads if quad.graph is not None}
        for quad in unit.quads:
            if quad.object != ns.SPECIFIC_RESOURCE:
                continue
            kind, start, end = quad.subject.value.removeprefix(unit.name.value).split("-")
            position, quote = (f"{unit.name.value}#{letter}-{start}-{end}" for letter in "pq")
            assert kind == "#t"
            assert said[position, ns.START] == literal(int(start))
            assert said[position, ns.END] == literal(int(end))
            prefix, exact, suffix = (said[quote, name] for name in (ns.PREFIX, ns.EXACT, ns.SUFFIX))
            body = said[unit.name.value, ns.ARTICLE_BODY]
            assert isinstance(body, Literal)
            assert isinstance(prefix, Literal)
            assert isinstance(exact, Literal)
            assert isinstance(suffix, Literal)
            assert body.lexical[int(start) : int(end)] == exact.lexical
            sentence = prefix.lexical + exact.lexical + suffix.lexical
            assert body.lexical.index(sentence) + len(prefix.lexical) == int(start)
            assert sentence.startswith(("On 4", "The ", "Health", "No inf", "It broke", "A ", "Maria"))
            assert sentence.endswith((".", "fined"))
            checked += 1
    assert checked == 28


@pytest.mark.parametrize(
    ("article", "node", "said"),
    [
        (RELEASE, "#fine", {"1500000": "EUR 1.5 million"}),
        (NEWS, "#fine", {"1490000": "1.49 million euros"}),
        (RELEASE, "#fine-part-2", {"500000": "EUR 500,000"}),
        (NEWS, "#fine-part-2", {}),
    ],
)
def test_evidence_says_what_its_own_article_says(
    decisions: tuple[Decision, ...], article: Article, node: str, said: dict[str, str]
) -> None:
    unit = article_unit(article, decisions, RUN, NAMES)
    about = {(quad.subject, quad.predicate): quad.object for quad in unit.quads}
    amounts = {}
    for (subject, predicate), value in about.items():
        target = Iri(NAMES.decision(pharmacy(decisions).id) + node)
        if predicate == ns.SUBJECT and value == target and about[subject, ns.PREDICATE] == Iri(Gde.amount.value):
            start, end = subject.value.split("-")[1:3]
            amount = about[subject, ns.OBJECT]
            assert isinstance(amount, Literal)
            amounts[amount.lexical] = article.text[int(start) : int(end)]
    assert amounts == said


def test_an_article_tells_of_itself_and_of_its_evidence(decisions: tuple[Decision, ...]) -> None:
    unit = article_unit(RELEASE, decisions, RUN, NAMES)
    assert {quad.graph for quad in unit.quads} == {unit.name}
    about = {quad.predicate: quad.object for quad in unit.quads if quad.subject == unit.name}
    assert about[ns.ARTICLE_BODY] == literal(RELEASE.text)
    assert about[ns.HEADLINE] == literal("A pharmacy and its host are fined")
    assert about[ns.PUBLISHED] == literal(PartialDate(2022, 5, 6))
    assert about[ns.URL] == Iri("https://press.example/fined?id=7&q=%C3%A9")
    assert about[ns.LANGUAGE] == literal("en")
    number = literal("SAN-2022-101")
    [case] = [quad.subject for quad in unit.quads if quad.predicate == ns.OBJECT and quad.object == number]
    start = RELEASE.text.index("SAN-")
    assert case.value.startswith(f"{unit.name.value}#e-{start}-{start + 12}-")
    evidence = {(quad.predicate, quad.object) for quad in unit.quads if quad.subject == case}
    assert {
        (ns.SUBJECT, Iri(NAMES.decision("fr-cnil-2022-san-2022-101"))),
        (ns.PREDICATE, Iri(Gde.caseNumber.value)),
        (Iri(Gde.confidence.value), literal(Decimal("0.9346"))),
        (ns.TYPE, Iri(Gde.Evidence.value)),
        (ns.TYPE, ns.STATEMENT),
        (ns.TYPE, ns.ANNOTATION),
        (ns.DERIVED_FROM, unit.name),
        (ns.GENERATED_BY, Iri(f"http://things.example/run/{RUN}")),
    } < evidence


def test_the_same_articles_are_the_same_bytes() -> None:
    files = set()
    for order in permutations(sources()):
        out = io.BytesIO()
        write((quad for unit in built(resolve(order)) for quad in unit.quads), "nquads", out)
        files.add(out.getvalue())
    assert len(files) == 1
    assert files.pop().count(b"\n") > 300


def test_units_are_what_the_store_can_replace(units: Sequence[Unit], tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply(units)
        assert set(store.quads()) == {quad for unit in units for quad in unit.quads}
        store.apply(Unit(unit.name, frozenset()) for unit in units)
        assert set(store.quads()) == set()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (" https://a.example/x y ", "https://a.example/x%20y"),
        ("http://a.example/50%/%41", "http://a.example/50%25/%41"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("ftp://a.example/", None),
        ("//a.example/", None),
        ("https://", None),
        ("https://[::1", None),
    ],
)
def test_only_an_address_on_the_web_becomes_a_link(url: str, expected: str | None) -> None:
    assert web_address(url) == (Iri(expected) if expected else None)
