"""An article as a unit: its text and the evidence in it, in a graph of its own."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from kg.graph import namespaces as ns
from kg.graph.build.evidence import evidence
from kg.graph.build.nodes import nodes
from kg.graph.build.statements import statements
from kg.graph.terms import Iri, Quad, Unit, literal
from kg.ids import Names, article_id
from kg.model import Article, Decision
from ontology.terms import Gde

_URL_MARKS = ":/?#@!$&'()*+,;=%-._~"
"""What may stand in a URL as it is (RFC 3986); the rest is percent-encoded."""

_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def article_unit(article: Article, decisions: Iterable[Decision], fingerprint: str, names: Names) -> Unit:
    """The graph of an article: its text, and the evidence in it for what it reports of these decisions.

    `fingerprint` is that of the pipeline that read it. Reports of other articles are passed over.
    """
    key = article_id(article)
    about, run = Iri(names.article(key)), Iri(names.run(fingerprint))
    stated = [
        statement
        for decision in decisions
        for report in decision.reports
        if report.article_id == key
        for statement in statements(decision, report.claim, nodes(decision, names))
    ]
    described = frozenset({*_article(article, about), Quad(run, ns.TYPE, Iri(Gde.ExtractionRun.value), about)})
    return Unit(about, described | evidence(about, article.text, stated, run))


def _article(article: Article, about: Iri) -> Iterator[Quad]:
    yield Quad(about, ns.TYPE, ns.NEWS_ARTICLE, about)
    yield Quad(about, ns.TYPE, Iri(Gde.SourceArticle.value), about)
    yield Quad(about, ns.ARTICLE_BODY, literal(article.text), about)
    yield Quad(about, ns.LANGUAGE, literal(article.language), about)
    if article.title:
        yield Quad(about, ns.HEADLINE, literal(article.title), about)
    if article.published:
        yield Quad(about, ns.PUBLISHED, literal(article.published), about)
    if article.url and (url := web_address(article.url)) is not None:
        yield Quad(about, ns.URL, url, about)


def web_address(url: str) -> Iri | None:
    """The IRI of an address on the web; None for anything else, so that no other scheme becomes a link."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return None
    return Iri(quote(_STRAY_PERCENT.sub("%25", url.strip()), safe=_URL_MARKS))
