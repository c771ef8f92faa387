"""The setting of the processing that a case is about: video surveillance, cookies, marketing, recruitment…

A context counts where the title names it, where the text names it early or more than once, or beside words of
infringement; some follow from what else was found: a personal data breach, an infringement of Chapter V.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.extract.lexicon import table
from kg.extract.modality import denied
from kg.extract.reading import Reading, Span, within
from kg.extract.topics import is_everyday, narrowest
from kg.model import Label, Mention, Stated
from kg.values import Provision
from ontology.concepts import concepts
from ontology.terms import vocab_base

_LAW = re.compile(r"[\s-](?:act|law|directive|code|regulations?|rules?|ordinance|judgment|ruling)\b", re.IGNORECASE)
_OTHER_THING = re.compile(
    r"[\s-](?:council|cards?|numbers?|contracts?|costs?|budget|department|manager|campaign costs)\b",
    re.IGNORECASE,
)
_OWN_PAGE = table(r"we use  this (?:site|page|website) uses  next week  see also  read also  our newsletter  subscribe")
_WRONG = table(
    r"""
    violat\w+  infring\w+  breach\w*  unlawful\w*  illegal\w*  without  contrary to  lack\w*
    consent  legal basis  fined  fines?  penalt\w+  sanction\w*  for\s\w+ing  banned?  prohibit\w+
    ordered  reprimand\w*
    """
)
_ALSO_DATA = frozenset({"insurance", "employment", "banking", "location-tracking", "housing", "profiling"})
"""Contexts whose words also stand for kinds of data: "salary, employment contracts, health insurance"."""

_SOCIAL = re.compile(r"\b(?:social|national)\s$", re.IGNORECASE)

_EARLY = 700
"""Characters from the start within which a text says what it is about."""

_TRANSFERS = range(44, 51)
"""Chapter V of the GDPR."""


def contexts(
    reading: Reading, spans: tuple[Span, ...], parties: Sequence[Mention], implied: Mapping[str, Sequence[Mention]]
) -> dict[str, tuple[Mention, ...]]:
    """The contexts that the stretches of text are about, the narrowest only, by id; each with its mentions.

    `parties` are the mentions of the parties, `implied` the contexts that follow from other facts: see `implications`.
    """
    found: dict[str, list[Mention]] = {}
    for mention, name in within(reading.named(Label.CONTEXT), spans):
        if _is_setting(reading, mention, parties):
            found.setdefault(name, []).append(mention)
    found = {name: mentions for name, mentions in found.items() if _is_about(reading, mentions)}
    found.pop("security-incident", None)
    for name, mentions in implied.items():
        found.setdefault(name, [Mention(m.start, m.end, Label.CONTEXT, name) for m in mentions])
    kept = narrowest(Label.CONTEXT, frozenset(found))
    return {name: tuple(found[name]) for name in sorted(kept)}


def implications(
    breach: Sequence[Mention],
    infringed: Sequence[Stated[Provision]],
    branch: tuple[str, tuple[Mention, ...]] | None,
    groups: Mapping[str, tuple[Mention, ...]],
) -> dict[str, Sequence[Mention]]:
    """The contexts that follow from a breach, an infringement of Chapter V, the branch of the parties, the people."""
    found: dict[str, Sequence[Mention]] = {"security-incident": breach} if breach else {}
    if transfers := [m for stated in infringed if stated.value.article in _TRANSFERS for m in stated.mentions]:
        found["international-transfer"] = transfers
    if branch and (context := _dealt_with("sector").get(branch[0])):
        found[context] = branch[1]
    for group, mentions in groups.items():
        if context := _dealt_with("data-subject-category").get(group):
            found[context] = mentions
    return found


@cache
def _dealt_with(scheme: str) -> Mapping[str, str]:
    """The context in which what a concept of a scheme stands for is dealt with, as the ontology relates them."""
    base = vocab_base("processing-context")
    return {
        concept.id: iri.removeprefix(base)
        for concept in concepts(scheme).values()
        for iri in concept.related
        if iri.startswith(base)
    }


def _is_setting(reading: Reading, mention: Mention, parties: Sequence[Mention]) -> bool:
    """Whether a mention speaks of the processing, and not of a law, a kind of data, a name, or the page itself."""
    after, before = reading.after(mention, 30), reading.before(mention, 40)
    if _LAW.match(after) or _OWN_PAGE.search(before) or denied(before[-15:]):
        return False
    if any(party.start <= mention.start and mention.end <= party.end for party in parties):
        return False
    if mention.value in _ALSO_DATA and (
        _SOCIAL.search(before) or reading.overlapped(Label.DATA_CATEGORY, mention.start, mention.end)
    ):
        return False
    return not _OTHER_THING.match(after) or mention.start in reading.title


def _is_about(reading: Reading, mentions: Sequence[Mention]) -> bool:
    plain = [m for m in mentions if not is_everyday(Label.CONTEXT, reading.text[m.start : m.end])]
    if any(mention.start in reading.title for mention in mentions) or len(mentions) > 1:
        return True
    return any(m.start < _EARLY or _WRONG.search(reading.words(reading.sentence(m.start))) is not None for m in plain)
