"""Texts of our own, read as the pipeline reads them."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.extract.components import FINDERS
from kg.extract.reading import Reading, Span, in_order
from kg.model import Article, Claim, Mention
from kg.sentences import spans
from kg.values import PartialDate

Read = Callable[..., Reading]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of texts beside the tests, by the names in its first line; tabs stand between columns."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def make_article(text: str, title: str | None = None, published: str | None = None) -> Article:
    whole = f"{title}\n\n{text}" if title else text
    return Article("a1", whole, title, None, PartialDate.parse(published) if published else None)


@pytest.fixture(scope="session")
def read() -> Read:
    """A function that makes the Reading of a text, with title and date of publication if given."""

    def reading(text: str, title: str | None = None, published: str | None = None) -> Reading:
        article = make_article(text, title, published)
        mentions = [
            Mention(hit.start, hit.end, label, hit.value) for label, find in FINDERS.items() for hit in find(article)
        ]
        return Reading(article, tuple(Span(*place) for place in spans(article.text)), in_order(mentions))

    return reading


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., tuple[Claim, ...]]:
    """A function that gives the claims of a text."""
    from kg.extract.pipeline import extract

    def claims(text: str, title: str | None = None, published: str | None = None) -> tuple[Claim, ...]:
        return extract(make_article(text, title, published)).claims

    return claims
