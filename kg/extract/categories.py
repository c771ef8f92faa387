"""Categories of personal data that a case is about: not examples, definitions, or contact lines of the page."""

import re
from functools import cache

from kg.extract.category_shapes import find_shapes
from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.lexicon import Entry, Lexicon
from kg.extract.modality import denied
from kg.extract.reading import Reading, Span, remembered, within
from kg.model import Label, Mention
from ontology.concepts import concepts

_CONTACT_LINE = expression(
    r"\b(?:tel|phone|fax|telephone)\.?\s*:?\s*[+(\d]|\b(?:tel|phone|fax|e-?mail|website|press office|contact)\s*:|"
    r"contact us\b|"
    r"@\w|\bwww\.|\bpress@",
    re.IGNORECASE,
)
_CONTACT = 200
"""How long a line may be that tells how to reach somebody, in characters."""
_ASIDE = expression(
    r"\b(?:such as passwords? that|for example in the|by e-?mail|via e-?mail|per e-?mail|an e-?mail|sent an|"
    r"e-?mail (?:from|to|was|on)|"
    r"definition of|within the meaning|means any)\b",
    re.IGNORECASE,
)
_SPARED = expression(
    r"\b(?:not affected|were not|was not|no|not|without|neither|nor|spared|except|did not (?:include|contain|"
    r"concern))\b",
    re.IGNORECASE,
)
_WEAK = expression(
    r"(?:pay|wages?|messages?|e-?mails?|correspondence|communications?|letters?|sms|children|parents?|guardians?|"
    r"employer|employers|workplace|income|interests|preferences|"
    r"log-?in|passwords?|profiles?|customer profiles|behaviou?r|age|birthday|orders?|purchases?|telephone|offences|"
    r"criminal offences|credit card|credit cards|invoices?|"
    r"scoring|height|weight|screenshots?|education|sex|address|trade unions?|id cards?|scores?|debts?|opinions?|"
    r"trips?|journeys?|bookings?|login|calls?|"
    r"personali[sz]ed ads|electronic signature|dna|family|relationships?|contacts?|bank accounts?|name|names|"
    r"employment|unique identifier|postal code|zip code|place of birth|addresses|newsletters?|"
    r"personali[sz]ed advertising|"
    r"behaviou?ral advertising|targeted advertising|"
    r"profiling|profiles of (?:users|customers)|access data|bills|degrees?|"
    r"treatments?|videos?|chats?|conversations?|inbox(?:es)?|mailbox(?:es)?|welfare|voice|audio|cookies|log files|"
    r"phones|appearance|gender|nationality|religion|locations?|trips|interest|passports?|relatives|height and weight|"
    r"proof of identity|"
    r"camera)",
    re.IGNORECASE,
)
"""Words that are as often about something else: they count only among words on data."""

_ABOUT = expression(
    r"\b(?:data|information|details|records?|documents?|files?|copies|copy|photocop\w+|questions?|answers?|observations|list|lists|database|includ\w+|contain\w*|"
    r"such as|namely|disclos\w+|expos\w+|leak\w+|reveal\w*|held|stored|showed?|"
    r"collect\w+|process\w+|access(?:ed)? to)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_DATA_AFTER = expression(
    r"\s*(?:data|information|details|numbers?|records?|cop(?:y|ies))\b|\s+of (?:\w+ ){0,3}?(?:customers|users|patients|"
    r"clients|persons|people|employees|data subjects|pupils|members|residents|tenants|students|children|voters|"
    r"applicants|candidates|debtors|subscribers|guests|passengers|recipients|owners|participants|donors)\b"
    r"|,\s(?:\w+\s){1,2}(?:numbers?|dates?)\b",
    re.IGNORECASE,
)
_VERB = expression(
    r"(?:orders|addresses|calls|records|contacts|names|travels|views|address|call|order|record|contact|"
    r"name) (?:an?|the|to|for|it|its|on) ",
    re.IGNORECASE,
)
"""Words that are verbs before an object: "the authority orders the bank", "calls for"."""


_SPECIAL = frozenset(
    (
        "health",
        "genetic",
        "biometric",
        "sex-life",
        "sexual-orientation",
        "religion",
        "political",
        "trade-union",
        "ethnicity",
    )
)
"""Where one of them is told, "sensitive data" says nothing more."""


@cache
def _lexicon() -> Lexicon:
    return Lexicon(
        Entry(label.text, concept.id) for concept in concepts("data-category").values() for label in concept.labels
    )


def find_categories(text: str) -> tuple[Found[str], ...]:
    """Where a text names categories of personal data; stretches of different categories may overlap."""
    labels = [Found(hit.start, hit.end, name) for hit in _lexicon().find(text) for name in hit.ids]
    taken: dict[str, list[tuple[int, int]]] = {}
    for hit in labels:
        taken.setdefault(hit.value, []).append((hit.start, hit.end))
    shapes = [
        hit
        for hit in find_shapes(text)
        if not any(hit.start < end and start < hit.end for start, end in taken.get(hit.value, ()))
    ]
    return tuple(sorted([*labels, *shapes], key=lambda hit: (hit.start, hit.end, hit.value)))


def involved(reading: Reading, spans: tuple[Span, ...]) -> list[tuple[Mention, str]]:
    """The categories that the stretches of text say were processed."""
    found = [
        (mention, name)
        for mention, name in within(reading.named(Label.DATA_CATEGORY), spans)
        if _is_involved(reading, mention)
    ]
    special = any(name in _SPECIAL for _, name in found)
    return [row for row in found if not (special and row[1] == "special-category")]


def _in_data_context(reading: Reading, mention: Mention) -> bool:
    """Whether a weak word stands among words on data: in a list of categories, or right after "information on"."""
    sentence = reading.sentence(mention.start)
    if re.fullmatch(
        r"(?:pay|children|parents?|guardians?|employers?|workplace)",
        reading.text[mention.start : mention.end],
        re.IGNORECASE,
    ):
        return (
            re.search(
                r"\b(?:information|data|details) (?:on|about|of|"
                r"concerning) (?:\w+ ){0,2}$",
                reading.before(mention, 40),
            )
            is not None
        )
    for other, _ in within(reading.named(Label.DATA_CATEGORY), (sentence,)):
        listed = 0 < min(abs(other.start - mention.end), abs(mention.start - other.end)) < _LISTED
        if listed and other.value != mention.value and not _WEAK.fullmatch(reading.text[other.start : other.end]):
            return True
    return (
        _ABOUT.search(reading.before(mention, 60)) is not None
        or _DATA_AFTER.match(reading.after(mention, 40)) is not None
    )


_LISTED = 40


_PRODUCT = expression(
    r"[\s-](?:apps?|applications?|platforms?|sites?|websites?|services?|channels?|community|provider|company|"
    r"firm|giant|maker|"
    r"game|operator|group|portal|union|bureau|agency|agencies|institution|shop|store|business|industry|market|sector|"
    r"advertising|marketing|calls|helpdesk|hotline|law|rules|regulator|authority|association)\b",
    re.IGNORECASE,
)
"""A product or a business that is called after the data: "the video app"."""

_NO_DATA = expression(
    r"\b(?:(?:acoustic|audio|digital|browser) fingerprints?|(?:legitimate|compromised|stolen|valid|own) credentials"
    r"|Electronic Communications|(?:store|access)[^.;]{0,12}information on a device[^.;]{0,20}cookies)$",
    re.IGNORECASE,
)
"""Other things that go by the name of data: laws, techniques, notices on cookies."""
_OTHER_CARD = expression(r"\b(?:membership|member|library|id|identity|insurance|customer)\s$", re.IGNORECASE)
"""Before the number of a card that is none to pay with."""
_MEANS = expression(
    r"\b(?:us(?:ed|ing)|with|via|by means of|knowing|on the basis of)\s(?:(?!and\b|or\b)[\w'\u2019-]+\s){0,4}$",
    re.IGNORECASE,
)
_ENTERED = expression(
    r"\b(?:log\w*[\s-](?:in|on)|logged|access\w*|g[eo]t into|enter\w*|broke\w*|penetrat\w*|authenticat\w*|"
    r"identif\w*|sign\w* in)\b",
    re.IGNORECASE,
)
_KEY = expression(
    r"(?:id|identity|national|citizen).{0,12}cards?|passwords?|pins?|credentials|log-?ins?", re.IGNORECASE
)
"""What somebody gets in with, who need not have lost it: "logged in with an ID card", "used a default password"."""
_ELSE = expression(
    r"\bin (?:the |his |her |their |its |a false )?names?$|\bCommissioner \(IP$|^IP$|\bits financial situation$|"
    r"\bkey ?words?\s?:[^.\n]{0,60}$|\bspecial categor(?:y|ies)(?: of (?:personal )?data)?$|"
    r"\b(?:legitimate|vital|private|public) interests$",
    re.IGNORECASE,
)
"""The words of data for what is none: "in the name of", "Information Commissioner (IP)", a controller's own means."""
_BELONGS = expression(
    r"\s(?:of|for) (?:the |its |a )?(?:data protection officer|DPO|controller|press office)\b", re.IGNORECASE
)
"""Whose details a notice must name, and none of those affected."""
_LETTER = expression(r"letters?\s\(?[a-z]\b", re.IGNORECASE)
_TREATMENT = expression(r"\s(?:of|on)\s(?:the\s|personal\s|his\s)?(?:data|information)\b", re.IGNORECASE)
"""Translated word by word: processing."""

_ADVERTISING = expression(
    r"\b(?:marketing|unsolicited|advertising|promotional|electronic|commercial|unwanted|received|got|sent|"
    r"sending of|several|many|spam)\s"
    r"(?:\w+\s)?$",
    re.IGNORECASE,
)
_READ = expression(
    r"\b(?:private|contents?|read|reading|access\w*|open(?:ed|ing)|intercept\w*|monitor\w*|inbox\w*|mailbox\w*|"
    r"chats?|"
    r"stolen|exchange[ds]?|personal|archived?|backups?|histor(?:y|ies)|copied|search\w*|stored|kept|"
    r"confidential|disclos\w*|"
    r"publish\w*|between|retain\w*|scann?\w*|surveill\w*|sensitive|passwords?|photos?|pictures|contacts)\b",
    re.IGNORECASE,
)
"""Words beside messages whose content somebody looked at or kept."""
_READ_NOW = expression(
    r"\b(?:read|reading|opened|opening|see|saw|view(?:ed|ing)|intercept\w*|search\w*|could open)\s"
    r"(?:(?:the|all|private|their|other|people's|his|her)\s){0,3}$",
    re.IGNORECASE,
)
"""Right before messages: somebody looked at them."""
_MESSAGE = expression(
    r"(?:electronic )?(?:communications?|correspondence|messages?|e-?mails?|letters?|sms|"
    r"text messages)",
    re.IGNORECASE,
)
"""Messages that somebody sent out, and laws on them: no data that were processed."""

_CHAINED = expression(
    r"(?:,|,?\s(?:and|or|nor|as well as|/))(?:\s(?:the|their|his|her|its|a|an|even|also|home|full))*\s(?:[a-z]+\s)?|/"
)
"""What joins two items of a list."""


def _is_chained(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is an item of a list with one of another category: "names and addresses", "age, sex"."""
    around = Span(mention.start - _LISTED * 2, mention.start + _LISTED * 2 + 1)
    for other, value in within(reading.named(Label.DATA_CATEGORY), (around,)):
        if value == mention.value:
            continue
        first, second = sorted((mention, other), key=lambda m: m.start)
        if first.end <= second.start and _CHAINED.fullmatch(reading.text, first.end, second.start):
            return True
    return False


def _is_else(reading: Reading, mention: Mention) -> bool:
    """Whether the words for data mean something else here, or what somebody got in with."""
    words = reading.text[mention.start : mention.end]
    before = reading.before(mention, 80)
    if _ELSE.search(before + words) or (words.lower().startswith("card number") and _OTHER_CARD.search(before)):
        return True
    if _VERB.match(reading.text[mention.start : mention.end + 6]) or _NO_DATA.search(before[-40:] + words):
        return True
    sentence = reading.words(reading.sentence(mention.start))
    return (
        _KEY.fullmatch(words) is not None
        and _MEANS.search(before) is not None
        and _ENTERED.search(sentence) is not None
    )


@remembered
def _is_involved(reading: Reading, mention: Mention) -> bool:
    sentence = reading.words(reading.sentence(mention.start))
    line = reading.words(reading.paragraph(mention.start))
    if _CONTACT_LINE.search(line if len(line) < _CONTACT else sentence) and len(sentence) < _CONTACT:
        return False
    words = reading.text[mention.start : mention.end]
    if _MESSAGE.fullmatch(words) and _READ_NOW.search(reading.before(mention, 40)):
        return True
    if _WEAK.fullmatch(words) and not _in_data_context(reading, mention) and not _is_chained(reading, mention):
        return False
    if _PRODUCT.match(reading.after(mention, 20)) or (
        words.lower().startswith("treatment") and _TREATMENT.match(reading.after(mention, 30))
    ):
        return False
    near = reading.before(mention, 50) + " | " + reading.after(mention, 50)
    if _MESSAGE.fullmatch(words) and (_ADVERTISING.search(reading.before(mention, 40)) or not _READ.search(near)):
        return False
    if _BELONGS.match(reading.after(mention, 60)) or _LETTER.match(reading.text[mention.start : mention.end + 3]):
        return False
    before = re.split(r"[,;:](?=\s)", reading.before(mention, 60))[-1]
    after = reading.after(mention, 60)
    if denied(before[-25:]) and not re.search(r"\bnot only\b", before):
        return False
    if re.search(
        r"\b(?:would have been|were|was) (?:spared|not (?:affected|concerned|involved|exposed|passed|disclosed|"
        r"visible|included|stolen|leaked|compromised))",
        after,
    ):
        return False
    if _is_else(reading, mention):
        return False
    return _ASIDE.search(before[-20:] + reading.text[mention.start : mention.end]) is None
