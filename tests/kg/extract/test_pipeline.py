"""The pipeline as a whole."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.pipeline import extract, fingerprint, pipeline
from kg.model import Article, Label

TEXT = "Élan: the CNIL fined Brumeline €20,000 😀 under Article 32 GDPR on 3 May 2022."


def test_mentions_count_code_points_and_spans_cover_tokens() -> None:
    article = Article("a", TEXT)
    quotes = {mention.label: mention.quote(article) for mention in extract(article).mentions}
    assert quotes[Label.MONEY] == "€20,000"
    assert quotes[Label.PARTY] == "Brumeline"
    doc = pipeline().make_doc(TEXT)
    doc._.article = article
    assert [span.text for span in pipeline()(doc).spans["money"]] == ["€20,000"]


def test_the_components_declare_what_they_need() -> None:
    problems = pipeline().analyze_pipes()
    assert problems is not None
    assert not any(problems["problems"].values())


def test_the_same_article_gives_the_same_extraction() -> None:
    assert extract(Article("a", TEXT)) == extract(Article("a", TEXT))


def test_an_irrelevant_article_gives_nothing() -> None:
    found = extract(Article("a", "A recipe for soup of 20,000 onions."))
    assert (found.claims, found.mentions) == ((), ())


def test_the_fingerprint_is_stable() -> None:
    assert fingerprint() == fingerprint()
    assert re.fullmatch("[0-9a-f]{16}", fingerprint())


PIECES = (
    "The CNIL |fined |€20,000 |Brumeline |(|)|\n\n|. |, |Article 32 GDPR |GDPR |and |a |on |S.A. |up to |\x00|“|İ|"
    "3 May 2022 |500 people |was |of |the controller |: |12(1)(z) |in total |reduced to |reprimanded |deleted data |€5 "
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40))
def test_no_text_is_too_odd(pieces: list[str]) -> None:
    text = "GDPR fine " + "".join(pieces)
    article = Article("a", text)
    for mention in extract(article).mentions:
        assert 0 <= mention.start < mention.end <= len(text)
