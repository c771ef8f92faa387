"""Corrective measures besides the fine: imposed ones, not threatened, refused or possible ones.

The words are the labels of the ontology, and patterns for what they cannot hold ("must … within three months").
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.lexicon import Entry, Lexicon
from kg.extract.measure_orders import find_orders
from kg.extract.measure_patterns import HANDLING, PATTERNS
from kg.extract.modality import denied, unreal
from kg.extract.reading import Reading, Span
from kg.model import Label, Mention
from ontology.concepts import concepts

_PER_DAY = expression(
    r"\b(?:euros?|eur|pounds?|kroner|kronor|zloty|forints?|lei|leva|francs?|million|\d[\d.,]{0,20})\b[^.;\n]{0,40}?\s"
    r"(?:for each|for every|per|each|every|a)\s(?:\w+\s){0,2}?(?:day|week|weeks|fortnight|month)\b(?=[^.;\n]{0,60})",
    re.IGNORECASE,
)
"""A penalty that grows by the day: it stands behind an order."""

_LATE = expression(
    r"\b(?:delay\w*|late|otherwise|after (?:which|that)|fail\w*|not (?:comply|compl\w+|done|obey|better|appoint\w*|"
    r"act)|"
    r"if\b|until|deadline|periodic|overdue|within)\b",
    re.IGNORECASE,
)
_UNSPECIFIC = expression(
    r"(?:injunctions?|anordnung(?:en)?|formal notice|orders?\s.*penalt(?:y|ies)|periodic penalty payment|"
    r"corrective orders?|corrective measures?(?: (?:to|of))?|"
    r"astreinte|instructed the \w+ to|ordered the \w+ to|ordered it to\b.*|(?:instructed|ordered|required) to)",
    re.IGNORECASE | re.DOTALL,
)
"""Words for an order that leave open what is ordered: a ban or an erasure order in the same place says it."""

_SERVED = expression(r"\b(?:issu\w+|serv\w+|put on|gives?|gave|given|placed)\b[^.;]{0,30}$", re.IGNORECASE)
_REQUESTS = expression(
    r"\b(?:data subjects?|complainants?|customers?|users?|applicants?|he|she|they|individuals|plaintiff|"
    r"respondents?)\b[^.;]{0,40}"
    r"\b(?:request\w*|ask\w*|want\w*|demand\w*|complain\w*|object\w*)\b[^.;]*$",
    re.IGNORECASE,
)
_DUTY = expression(
    r"\b(?:controllers?|companies|organi[sz]ations|employers?|banks|vehicle|anyone|everyone|processors|data|"
    r"regulation|gdpr|law|article \d+\S*)\s*$",
    re.IGNORECASE,
)
_IMPERSONAL = expression(
    r"\b(?:under|pursuant to|according to|in accordance with|as required by|obligation|required by)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_OWN_ACCORD = expression(
    r"\b(?:has (?:since|already|meanwhile)|have since|of its own accord|voluntarily|plans to|will continue|"
    r"announced that it)\b",
    re.IGNORECASE,
)
_AT_THAT_TIME = expression(r"\b(?:in|from|since) (?:\w+ )?(?:19|20)\d\d,? when\b[^.;]{0,40}$", re.IGNORECASE)
_PAST_CASE = expression(
    r"\b(?:previous(?:ly)?|earlier|in the past|already in|"
    r"had (?:already )?been (?:\w+ or )?|already been (?:\w+ or )?|in (?:19|20)\d\d [^.;]{0,30}had)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
_SEVERAL_TIMES = expression(
    r"\s(?:several|many|two|three|four|\d+) times|\son (?:\w+ ){0,3}occasions"
    r"|\s(?:(?:the )?\w+ )?(?:about|against|of|that) (?:the |an? |further )?(?:\w+ )?"
    r"(?:risks?|dangers?|consequences|fines?|penalty|penalties|sanctions?)",
    re.IGNORECASE,
)
_NO_LONGER_NEEDED = expression(
    r"[^.;]{0,60}(?<!which )(?<!that )\b(?:was|were|is|are|war|waren) (?:not|no longer|nicht)(?: mehr)? "
    r"(?:necessary|needed|required|nötig|erforderlich|notwendig|imposed|issued)"
    r"|[^.;]{0,20}\bwould (?:have been|have done|have sufficed|suffice|do)\b"
    r"|[^.;]{0,80}\bwould (?:not )?have (?:been (?:sufficient|enough)|sufficed)\b",
    re.IGNORECASE,
)
_REPROACHES = expression(r"\b(?:danish|denmark|datatilsynet|swedish|sweden|imy)\b", re.IGNORECASE)
"""Where criticism is what an authority expresses formally: elsewhere it is what somebody says."""
_EXPRESSED = expression(
    r"\b(?:express\w*|issu\w*|serious|severe|formal|strong|with|receiv\w*|gets?|got|g[ai]ven?|direct\w*|level\w*|voic\w*)\b"
    r"[^.;]{0,25}$",
    re.IGNORECASE,
)
"""Before "criticism": it is what the authority expresses, and not what somebody takes seriously."""

_OTHER_WARNING = expression(r"\b(?:without|penalty|payment|early)\s(?:\w+\s){0,2}?warning$", re.IGNORECASE)
"""Warnings of penalties to come, and fines without one before."""

_IN_GENERAL = expression(r"\b(?:prefer\w*|tend\w*|powers?|able|free|likely|entitled)\sto\s?$", re.IGNORECASE)
"""Before what an authority does or may do in general."""

_FACED = expression(
    r"\b(?:fac(?:es?|ing)|risks?|risking|threatened with|fears?) (?:an? |the )?(?:\w+ )?$", re.IGNORECASE
)
"""Before a measure: it is only feared."""
_ANNULLED = expression(r"\b(?:need|needs|needed|did|does|do) not (?:\w+ )?$|\bwas obliged$", re.IGNORECASE)
_GENERAL_RULE = expression(
    r"\b(?:articles? \d\S*|gdpr|regulation|law|act|directive|rules|whoever|anyone|everyone|every|those who|"
    r"bodies|authorities|institutions|administrations|everybody|controllers|companies|firms|organi[sz]ations|employers|businesses|operators|members)\b[^.;,]{0,50}$",
    re.IGNORECASE,
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(
        Entry(label.text, concept.id)
        for concept in concepts("measure").values()
        for label in concept.labels
        if concept.id != "fine"
    )


def find_measures(text: str) -> tuple[Found[str], ...]:
    """Where a text names measures, imposed or not; the stretches of different measures may overlap."""
    found = {(hit.start, hit.end, hit.ids[0]) for hit in _lexicon().find(text)}
    for name, words in PATTERNS.items():
        found |= {(hit.start(), hit.end(), name) for hit in words.finditer(text)}
    found |= {(hit.start, hit.end, hit.value) for hit in find_orders(text)}
    found |= {
        (hit.start(), hit.end(), "compliance-order")
        for hit in _PER_DAY.finditer(text)
        if _LATE.search(text, max(0, hit.start() - 160), hit.end() + 60)
    }
    return tuple(Found(start, end, name) for start, end, name in sorted(found))


def imposed(reading: Reading) -> Iterator[tuple[Mention, str]]:
    """The measures that the text says were imposed."""
    found = [row for row in reading.named(Label.MEASURE) if _is_imposed(reading, row[0])]
    specific = [mention for mention, name in found if name in {"ban", "erasure-order"}]
    campaigns = [mention for mention, name in found if name in {"information-campaign", "publication"}]
    for mention, name in found:
        words = reading.text[mention.start : mention.end]
        if name == "compliance-order" and _RUNS.search(words) and any(_is_object(mention, one) for one in campaigns):
            continue
        if name == "ban" and _BY_NOTICE.search(reading.before(mention, 60) + reading.text[mention.start : mention.end]):
            continue
        open_order = name == "compliance-order" and (_UNSPECIFIC.fullmatch(words) or _PER_DAY.fullmatch(words))
        if not (open_order and any(_beside(mention, other) for other in specific)):
            yield mention, name


_RUNS = expression(r"\b(?:run|carry|conduct|publish|launch|organi[sz]e|hold|place|put|print|post)$", re.IGNORECASE)


def _is_object(order: Mention, campaign: Mention) -> bool:
    """Whether a campaign or a publication is what an order is about: "ordered to run | a campaign"."""
    return -20 < campaign.start - order.end < _OBJECT


_OBJECT = 60
"""How far behind its verb what is ordered may stand, in characters."""


def _beside(one: Mention, other: Mention) -> bool:
    """Whether two measures are told in one breath."""
    return max(one.start, other.start) - min(one.end, other.end) < _ONE_BREATH


_ONE_BREATH = 200
"""How far apart the word for an order and the measure that it is may stand, in characters."""


_BY_NOTICE = expression(
    r"\benforcement notices?\b[^.;]{0,20}"
    r"(?:to|ordering|requiring|telling|instructing|orders|requires|tells|instructs)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""An enforcement notice is an order to comply, also where it orders to stop what the law forbids."""

_BANNED_FROM = expression(
    rf"(?:ban(?:ned)?|prohibit(?:s|ed)?)\s(?:[\w\u2019'-]+\s){{0,3}}?from\s{HANDLING}", re.IGNORECASE
)
"""Who is banned from the handling of data was banned by an authority, and by no doorman."""

_LABEL_ALONE = expression(
    r"(?:deletion|erasure|warn(?:ed|ing)|deletion of personal data|ban(?:ned)?|prohibited from|"
    r"stop(?: the)? processing)\b",
    re.IGNORECASE,
)
_BY_AUTHORITY = expression(
    r"\b(?:order\w*|instruct\w*|impos\w*|issu\w*|appl(?:y|ied)|given?|gave|receiv\w*|must|shall|has to|have to|"
    r"requir\w*|decid\w*|demand\w*|prohibit\w*|also|oblig\w*|"
    r"authority|commission(?:er)?|SA|chamber|court|regulator|watchdog|dpa|agency|inspectorate|office|ico|cnil|garante|aepd|"
    r"datatilsynet|imy|uodo|naih|dpc|sanction\w*|fine[ds]?|penalty)\b",
    re.IGNORECASE,
)


_LISTED = expression(r"\W{0,4}(?:\(?\w\)?[.)]\s)?(?:an?|the)?\s?(?:\w+\s)?", re.IGNORECASE)
"""What stands before a measure that is an item of a list."""


_OF_COURT = expression(r"\b(?:courts?|judges?|tribunal|prosecutors?|police)\s(?:had\s|has\s|also\s)?$", re.IGNORECASE)
"""Before an order: it is none of the authority."""
_STAFF = expression(
    r"\b(?:employees?|staff|workers?|nurses?|doctors?|officers?|colleagues)\b[^.;,]{0,40}$", re.IGNORECASE
)
_PASSIVE = expression(r"\b(?:was|were|been|being|is|are|be)\s(?:\w+\s)?$", re.IGNORECASE)


def _warns_only(before: str, words: str, after: str) -> bool:
    """Whether a warning is what somebody says ("the regulator warned."), came first, or is one to employees."""
    lower = words.lower()
    if lower == "warned" and re.match(r"\sby\s(?:its|his|her|their)\b", after):
        return True
    if lower == "warned":
        return _PASSIVE.search(before) is None and re.match(r"[.,;\"\u201d]|\s(?:that|on|in)\b", after) is not None
    return "warning" in lower and (_STAFF.search(before) is not None or before.endswith(("first ", "already ")))


def _line_before(reading: Reading, mention: Mention) -> str:
    return reading.words(Span(reading.paragraph(mention.start).start, mention.start))


def _is_said_otherwise(reading: Reading, mention: Mention, clause: str) -> bool:
    """Whether a word for a measure means another thing here: criticism in passing, a warning of a penalty to come."""
    words = reading.text[mention.start : mention.end].lower()
    if words in {"criticism", "criticised"} and not _REPROACHES.search(reading.text):
        return True
    if words == "criticism" and not _EXPRESSED.search(clause):
        return True
    if words == "formal notice" and not _SERVED.search(clause):
        return True
    near = max(0, mention.start - 30)
    return words.endswith("warning") and _OTHER_WARNING.search(reading.text, near, mention.end) is not None


def _is_imposed(reading: Reading, mention: Mention) -> bool:
    before = reading.before(mention, 90)
    clause = re.split(r"[,;:](?=\s)", before)[-1]
    words = reading.text[mention.start : mention.end]
    if unreal(clause) or denied(clause[-50:]) or _ANNULLED.search(before[-20:] + words[:11]):
        return False
    after = reading.after(mention, 90)
    if _NO_LONGER_NEEDED.match(after) or (words.lower().startswith("warn") and _SEVERAL_TIMES.match(after)):
        return False
    if _is_said_otherwise(reading, mention, clause) or _warns_only(before, words, after):
        return False
    if words.lower().startswith("order") and _OF_COURT.search(before):
        return False
    if (
        _LABEL_ALONE.match(words)
        and not _BANNED_FROM.match(reading.text, mention.start)
        and not _LISTED.fullmatch(_line_before(reading, mention))
        and not _BY_AUTHORITY.search(reading.before(mention, 110) + reading.after(mention, 40))
    ):
        return False
    if re.search(
        r"\b(?:right to|duty to|rules on|ensure|in order to|initially|despite the|in order|was obliged|"
        r"were obliged|procedures? (?:to|for))[^.;]{0,40}$",
        before + words[:3],
    ):
        return False
    if re.match(r"order (?:that )?to\b|order to ensure", words) and "in " in before[-4:]:
        return False
    if (
        _REQUESTS.search(before)
        or _OWN_ACCORD.search(clause)
        or _PAST_CASE.search(clause)
        or _AT_THAT_TIME.search(before)
        or _FACED.search(clause)
        or _IN_GENERAL.search(clause)
    ):
        return False
    if re.match(
        r"(?:must|shall|may|can|bans|prohibits|forbids|ha(?:s|ve|d)\b.{0,9}\bto|(?:is|are|was|were) to|requires?d?|"
        r"obliged?s?|(?:is|are|was|were|be|been) (?:\w+ )?(?:required|obliged))\b",
        words,
        re.IGNORECASE,
    ) and (_DUTY.search(clause) or _IMPERSONAL.search(clause) or _GENERAL_RULE.search(clause)):
        return False
    return not re.search(
        r"\b(?:if|failing which|otherwise|failure to|failing to|non-compliance with|obey)\b", clause, re.IGNORECASE
    )
