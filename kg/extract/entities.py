"""Organisations that another spaCy pipeline names: one more source of parties, by the setting `GDPR_KG_SPACY_MODEL`.

Where the rules find no name for a party, an organisation beside the words of the sanction is taken for it; where they
found a part of a name, the whole of it.
"""

from collections import Counter
from functools import cache

import spacy
from spacy.language import Language

from kg.errors import ConfigError
from kg.extract.case import Case
from kg.extract.names import Phrase
from kg.extract.reading import Reading, Span
from kg.model import Label

ORGANISATION = "ORG"
"""What the pipelines that spaCy publishes call an organisation."""


@cache
def load(name: str) -> Language:
    """The pipeline of a name, or in a folder. ConfigError where there is none, or where it names no organisations."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ConfigError(
            f"GDPR_KG_SPACY_MODEL: {name} is neither an installed spaCy pipeline nor a folder with one;"
            f" install it beside this package, or unset the setting"
        ) from error
    if not any(ORGANISATION in labels for labels in nlp.pipe_labels.values()):
        raise ConfigError(f"GDPR_KG_SPACY_MODEL: no component of {name} names organisations ({ORGANISATION})")
    return nlp


def find_organisations(nlp: Language, text: str) -> tuple[Span, ...]:
    """Where a pipeline sees organisations in a text, in its order."""
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    return tuple(Span(e.start_char, e.end_char) for e in nlp(text).ents if e.label_ == ORGANISATION)


def bounded(reading: Reading, phrase: Phrase) -> Phrase:
    """A name with the bounds of the organisation that it is a part of, where there is one."""
    for span in reading.organisations:
        inside = span.start <= phrase.start and phrase.end <= span.end
        if inside and (span.start, span.end) != (phrase.start, phrase.end):
            return Phrase(span.start, span.end, reading.words(span), named=True)
    return phrase


def sanctioned(reading: Reading, case: Case) -> Phrase | None:
    """The organisation in a sentence on the sanction that the text names most; None without one. No authority is it."""
    sentences = {reading.sentence(place) for place in case.anchors}
    named = Counter(reading.words(span) for span in reading.organisations)
    beside = [
        span
        for span in reading.organisations
        if any(span.start in sentence for sentence in sentences)
        and not reading.overlapped(Label.AUTHORITY, span.start, span.end)
    ]
    best = max(beside, key=lambda span: (named[reading.words(span)], -span.start), default=None)
    return Phrase(best.start, best.end, reading.words(best), named=True) if best else None
