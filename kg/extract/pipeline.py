"""The pipeline: one article in, its mentions and claims out."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

import ontology
from kg.extract.components import FINDERS
from kg.extract.entities import load
from kg.extract.reading import in_order
from kg.extract.relevance import is_relevant
from kg.model import Article, Extraction
from kg.settings import read_settings

_CACHED_WORDS = 200_000
"""Tokenizing is a great cost; spaCy's own limit of its cache (10,000) is too small for news."""


_LONGEST_WORD = 200
"""Characters between two blanks that may be words: addresses of pages are as long."""

_PROBABILITIES = "gdpr_probabilities"


@cache
def pipeline() -> Language:
    """The spaCy pipeline: a blank tokenizer, a component for each label, then the claims, then their probabilities."""
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    tokenizer: Any = nlp.tokenizer
    tokenizer.max_cache_size = _CACHED_WORDS
    for part, none in (("prefix_search", None), ("suffix_search", None), ("infix_finditer", ()), ("url_match", None)):
        setattr(tokenizer, part, _of_words(getattr(tokenizer, part), none))
    for label in FINDERS:
        nlp.add_pipe("gdpr_mentions", name=f"gdpr_{label.replace('-', '_')}", config={"label": str(label)})
    if (model := read_settings().spacy_model) is not None:
        nlp.add_pipe("gdpr_organisations", config={"model": model})
    nlp.add_pipe("gdpr_claims")
    nlp.add_pipe(_PROBABILITIES)
    return nlp


def _of_words(search: Callable[[str], Any], none: Any) -> Callable[[str], Any]:
    """A part of the tokenizer that leaves alone what is too long for a word: its time is the square of the length."""
    return lambda text: search(text) if len(text) <= _LONGEST_WORD else none


def extract(article: Article) -> Extraction:
    """What an article says of decisions. Any text will do; an irrelevant one gives no claims and no mentions."""
    return _extract(article, pipeline())


def extract_scored(article: Article) -> Extraction:
    """The same with the scores of the rules in place of probabilities: what the probabilities are fitted on."""
    with pipeline().select_pipes(disable=[_PROBABILITIES]):
        return _extract(article, pipeline())


def _extract(article: Article, nlp: Language) -> Extraction:
    if not is_relevant(article.text):
        return Extraction((), ())
    doc = nlp.make_doc(article.text)
    doc._.article = article
    doc = nlp(doc)
    used = (mention for claim in doc._.claims for mention in claim.mentions())
    return Extraction(doc._.claims, in_order((*doc._.mentions, *used)))


@cache
def fingerprint() -> str:
    """16 hex digits over code and weights of the extraction and the ontology: it changes whenever results might."""
    digest = hashlib.sha256(ontology.fingerprint().encode())
    folder = Path(__file__).parent
    for file in sorted((*folder.glob("*.py"), *folder.glob("*.json"))):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    if (model := read_settings().spacy_model) is not None:
        digest.update(f"{model} {load(model).meta['version']}".encode())
    return digest.hexdigest()[:16]
