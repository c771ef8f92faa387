"""Which provisions were found infringed, which were examined and not, and which are only cited."""

import re
from collections.abc import Callable

from kg.extract import acquittals
from kg.extract import citation_words as citing
from kg.extract import infringement_words as words
from kg.extract.expressions import expression
from kg.extract.provision_place import BASES, Outcome, ProvisionPlace, Verdict
from kg.extract.reading import Reading, remembered
from kg.model import Mention
from kg.values import Provision

_ONLY_CITED = frozenset({*range(1, 5), 23, *range(50, 58), *range(59, 67), 68, 70, *range(77, 87), *range(92, 100)})
"""Powers and fines, procedure between authorities, definitions, complaints, damages, scope, what Member States may lay
down: no controller infringes these."""

_SCOPES = frozenset({9, 10, 22})
"""Articles that forbid something: that a thing is none in their sense infringes nothing."""

_RELATED = 100
"""How far behind a request the provision may stand that leaving it unanswered infringes, in characters."""

_ONE_PHRASE = 25
"""So close behind "breach" a quoting word belongs to the same phrase: "a breach of the obligation under"."""

_LONG_PHRASE = 90
"""The same for what goes on without a new clause: "violated the right of access of its former customer under"."""

_PHRASE_ENDS = expression(
    r",|\b(?:was|were|is|are|had|has|have|which|who|that|when|because|since|after|or|if|whether|notified|reported|"
    r"request\w*|complain\w*|alleg\w*|order\w*|fine[ds]?|exempt\w*|investigat\w*|examin\w*|assess\w*)\b",
    re.IGNORECASE,
)

_LONG = 400
"""From a sentence so long on, its paragraph says nothing of a provision in it."""

_ALONE_BEFORE = expression(r"(?:\(\s?(?:see |cf\.? )?|:\s)$")
_ALONE_AFTER = expression(r"\s?(?:of the )?(?:UK )?(?:GDPR)?(?:\)|\.(?:\s|$)|$)")
_CITES = expression(r"\bArt(?:icles?|s?\.)?\s?\d", re.IGNORECASE)
_WHICH = expression(r"\b(?:as|that|what|which)\s$", re.IGNORECASE)
_UNDER = expression(r"\b(?:under|pursuant to|according to|in accordance with|in)\s$", re.IGNORECASE)


_EXCEPTIONS = frozenset({(13, 4), (14, 5), (15, 4), (17, 3), (30, 5), (34, 3), (35, 10)})
"""Paragraphs that make an exception of a duty: no controller infringes these."""


@remembered
def outcome(reading: Reading, mention: Mention, provision: Provision) -> Verdict:
    """What the text says of a provision, and how sure that is."""
    excepted = (provision.article, provision.paragraph) in _EXCEPTIONS
    if excepted or provision.article in _ONLY_CITED or (provision.article == 58 and provision.paragraph != 1):
        return Verdict(Outcome.CITED, 0.95)
    place = ProvisionPlace(reading, mention, provision)
    return next(
        (verdict for rule in _RULES if (verdict := rule(place)) is not None),
        Verdict(Outcome.INFRINGED, 0.9, told=False),
    )


def _asked(place: ProvisionPlace) -> Verdict | None:
    told = place.argued or (place.asked and not words.INFRINGED_AFTER.match(place.after))
    return Verdict(Outcome.CITED, 0.6) if told else None


def _undecided(place: ProvisionPlace) -> Verdict | None:
    """A question that nobody answers."""
    told = citing.UNRULED.search(place.clause) or (
        citing.WHETHER.search(place.clause) and citing.UNDECIDED.match(place.after)
    )
    return Verdict(Outcome.CITED, 0.7) if told or place.questioned else None


def _told_aside(place: ProvisionPlace) -> Verdict | None:
    """A comment on the decision, a heading of the law that matters, or what infringements may cost."""
    aside = place.commented or citing.CEILING.search(place.clause) or citing.RELEVANT.search(place.clause)
    return Verdict(Outcome.CITED, 0.6) if aside else None


def _in_general(place: ProvisionPlace) -> Verdict | None:
    """A rule, a definition, a request or what was done, with no word of a shortfall."""
    if place.found >= 0 or words.NOT.search(place.clause) or words.STRONG_FOUND.search(place.tail):
        return None
    general = citing.GENERAL.search(place.clause) and not citing.PAST.search(place.clause)
    told = general or any(pattern.search(place.clause) for pattern in (citing.CATEGORY, citing.REQUESTED, citing.DONE))
    if told or (place.provision.article in BASES and citing.AS_BASIS.match(place.after)):
        return Verdict(Outcome.CITED, 0.6)
    return None


def _listed(place: ProvisionPlace) -> Verdict | None:
    """An item of a list: what the line above it says of all of them."""
    if not place.announced:
        return None
    if acquittals.denies(place.announced):
        return Verdict(Outcome.NOT_INFRINGED, 0.8)
    return Verdict(Outcome.INFRINGED, 0.85) if words.STRONG_FOUND.search(place.announced) else None


def _not_applied(place: ProvisionPlace) -> Verdict | None:
    """The provision does not apply, or its conditions are there: nothing is infringed."""
    if citing.NOT_APPLIED.match(place.after):
        return Verdict(Outcome.CITED, 0.7)
    if citing.RELIANCE_AFTER.match(place.after):
        return Verdict(Outcome.NOT_INFRINGED, 0.7)
    met = citing.MET_AFTER.match(place.after)
    return Verdict(Outcome.CITED, 0.7) if met and not words.NOT.search(place.clause) else None


def _omitted(place: ProvisionPlace) -> Verdict | None:
    """What the provision asks for was not done."""
    refused = (
        words.REFUSED_AFTER.match(place.after)
        or words.NO_BASIS.search(place.clause)
        or words.NO_RELIANCE_AFTER.match(place.after)
    )
    claimed = (
        words.RELIED.search(place.clause)
        and words.NOT_ACCEPTED.match(place.following)
        and not _CITES.search(place.following)
    )
    if place.provision.article in BASES and (refused or claimed) and not citing.NOT_APPLIED.match(place.after):
        return Verdict(Outcome.INFRINGED, 0.75)
    if words.NOT_IN_SENSE.search(place.clause):
        outside = place.provision.article in _SCOPES and place.provision.paragraph in (None, 1)
        return Verdict(Outcome.NOT_INFRINGED, 0.7) if outside else Verdict(Outcome.INFRINGED, 0.8)
    if words.UNFULFILLED_AFTER.match(place.after) or (words.COMPARED.search(place.clause) and not place.asked):
        return Verdict(Outcome.INFRINGED, 0.8)
    if words.FORBIDS_IT.match(place.after) or (
        words.DUE.search(place.clause) and words.LEFT_UNDONE_AFTER.match(place.after)
    ):
        return Verdict(Outcome.INFRINGED, 0.75)
    if words.BROUGHT_INTO_LINE.search(place.clause):
        return Verdict(Outcome.INFRINGED, 0.75)
    if place.asked:
        return None
    whereas = words.WHEREAS.search(place.before) and citing.QUOTED_AFTER.match(place.after)
    if whereas or words.OUGHT.search(place.clause):
        return Verdict(Outcome.INFRINGED, 0.75)
    if words.OMITTED.search(place.clause) and citing.ATTRIBUTED.match(place.rest(_RELATED)):
        return Verdict(Outcome.CITED, 0.6)
    if words.OMITTED.search(place.clause) or (words.NONE.search(place.clause) and words.NOT_DONE.match(place.after)):
        return Verdict(Outcome.INFRINGED, 0.8)
    required = citing.QUOTED_AFTER.match(place.after) and _WHICH.search(place.clause)
    return Verdict(Outcome.INFRINGED, 0.8) if required and words.NOT.search(place.clause) else None


def _alone(place: ProvisionPlace) -> Verdict | None:
    """Alone in parentheses, behind what was done."""
    alone = _ALONE_BEFORE.search(place.clause) and _ALONE_AFTER.match(place.after)
    if not alone or citing.ALLEGED.search(place.clause):
        return None
    done = words.DONE_WELL.search(place.clause) and not words.NOT.search(place.clause)
    return Verdict(Outcome.CITED, 0.6) if done else Verdict(Outcome.INFRINGED, 0.91)


def _found(place: ProvisionPlace) -> Verdict | None:
    if place.found >= 0:
        between = place.clause[place.found :]
        one_phrase = len(between) < _LONG_PHRASE and not _PHRASE_ENDS.search(between)
        if place.quoted < place.found + _ONE_PHRASE or one_phrase:
            return Verdict(Outcome.INFRINGED, 0.94)
    if words.BY_AUTHORITY.search(place.clause):
        return Verdict(Outcome.INFRINGED, 0.8)
    return Verdict(Outcome.INFRINGED, 0.92) if words.STRONG_FOUND.search(place.tail) else None


def _explained(place: ProvisionPlace) -> Verdict | None:
    """The provision is applied or explained; if the next sentence says that its duty was not fulfilled, infringed."""
    explained = citing.QUOTED_AFTER.match(place.after) or (
        _UNDER.search(place.clause)
        and (citing.ABSTRACT_AFTER.match(place.after) or citing.MODAL_AFTER.match(place.after))
    )
    if place.quoted < 0 and not explained:
        return None
    fell_short = words.SHORTFALL_NEXT.match(place.following) or words.YET.match(place.after)
    if citing.EXPLAINING.search(place.after) and fell_short:
        return Verdict(Outcome.INFRINGED, 0.7)
    return Verdict(Outcome.CITED, 0.6)


def _surrounded(place: ProvisionPlace) -> Verdict | None:
    """What the sentence and the paragraph say, where the words right beside the provision say nothing."""
    if words.STRONG_FOUND.search(place.sentence):
        return Verdict(Outcome.INFRINGED, 0.8, told=False)
    bracketed = "(" in place.clause[-40:] and ")" in place.after[:40]
    if words.FOUND.search(place.near) or words.FOUND.search(place.tail) or bracketed:
        return Verdict(Outcome.INFRINGED, 0.95, told=False)
    paragraph = place.reading.paragraph(place.mention.start)
    if len(place.sentence) < _LONG and words.STRONG_FOUND.search(place.reading.words(paragraph)):
        return Verdict(Outcome.INFRINGED, 0.72, told=False)
    return Verdict(Outcome.CITED, 0.5, told=False) if citing.QUOTED.search(place.sentence) else None


_RULES: tuple[Callable[[ProvisionPlace], Verdict | None], ...] = (
    _told_aside,
    _undecided,
    acquittals.not_proven,
    acquittals.likewise,
    acquittals.rejected,
    acquittals.hindsight,
    acquittals.regarding,
    _omitted,
    acquittals.cleared,
    _not_applied,
    _in_general,
    _alone,
    _listed,
    _asked,
    _found,
    _explained,
    _surrounded,
)
"""The first that has a verdict decides; a provision of which nothing is said counts as infringed."""
