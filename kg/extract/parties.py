"""Who was sanctioned: statements such as "fined X", "a fine on X", "X must pay", "X breached", each with its phrase.

A statement gives one phrase of the text; which name the phrase stands for ("the company") is for `kg.extract.naming`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kg.extract.countries import is_nationality
from kg.extract.lexicon import alternation
from kg.extract.names import Phrase, phrase_at, phrase_before
from kg.extract.reading import Reading
from kg.model import Label, Mention


class Strength(IntEnum):
    """How directly a statement says that its party was sanctioned."""

    REACTS = 1
    DEFINED = 2
    INFRINGES = 3
    ORDERED = 4
    FINED = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """A phrase for a party, how strong the statement is, and where its verb stands."""

    phrase: Phrase
    strength: Strength
    place: int
    listed: bool = False
    """Whether the phrase stands in a list of several: "A, B and C were ordered"."""


_ADVERB = r"(?:\s+(?:also|now|just|today|already|recently|reportedly|thus|therefore|further|additionally|only|been|finally)){0,2}"
_AUX = rf"(?:has|have|had|was|were|is|are|be|being|been|gets?|got|will\ be|would\ be|has\ been|have\ been){_ADVERB}"
_FINED = r"(?:fined|sanctioned|penali[sz]ed|stung|walloped|dinged|slapped|struck|condemned|sentenced|hit|handed|docked)"
_ORDERED = r"(?:reprimanded|ordered|told|instructed|warned|banned|prohibited|forbidden|cautioned|admonished|censured|criticised|required)"
_FINE = r"(?:fines?|penalt(?:y|ies)|sanctions?|reprimands?|administrative\ fees?|fee|multa|amendes?|warning)"

# "fined X": the phrase follows the verb, perhaps after the sum.
_FORWARD = {
    Strength.FINED: re.compile(
        rf"""\b(?:{_FINED}|fines|fining|sanctions|penali[sz]es|hits|slaps|wallops|dings|hands)\s+
        | \b(?:imposed|imposes|imposing|levied|issued|given|gave|laid|handed|applied|proposed|recommended)\s+(?:to|on|upon|against|for)\s+
        | \b(?:fine|penalty|sanction)\s+(?:notice\s+)?(?:was\ |is\ |were\ )?(?:imposed|levied|issued|addressed|inflicted|applied)?\s*(?:on|upon|against|to)\s+
        | \brecommended\s+(?=[A-Z])
        | \bprohibits?\s+(?=[A-Z])""",
        re.VERBOSE,
    ),
    Strength.ORDERED: re.compile(
        rf"""\b(?:{_ORDERED}|reprimands|orders|reprimanding|ordering|warns|bans|instructs|criticises|obliges|obliged)\s+(?:to\s+(?=[A-Z]))?
        | \b(?:reprimand|warning|enforcement\ notice|order|injunction|prohibition)\s+(?:was\ |is\ )?(?:issued\s+)?(?:to|on|against|for)\s+
        | \bissued\s+(?=[A-Z])
        | \bserved\s+""",
        re.VERBOSE,
    ),
    Strength.INFRINGES: re.compile(
        r"""\b(?:infringements?|violations?|breach(?:es)?)\s+(?:(?:committed|made)\s+)?by\s*,?\s+
        | \b(?:inquiry|investigation|probe|proceedings?|case|complaint|complaints|decision|resolution|action)\s+(?:into|against|concerning|at|of)\s+
        | \b(?:found|finds|held|holds|concluded|ruled|decided|considered|determined|established|stated|confirmed)\s+that\s+
        | \bin\ the\ (?:matter|case)\ of\s+
        | \binspection\ (?:visit\ )?(?:to|at|of)\s+""",
        re.VERBOSE,
    ),
    Strength.DEFINED: re.compile(
        r"""\b(?:controller|processor|defendant|respondent|sub-processor|addressee)\s*(?:\((?:[^)]{1,40})\)\s*)?(?:\s+(?:is|was|in\ this\ case\ is|in\ question\ is)|,|:)\s+""",
        re.VERBOSE,
    ),
    Strength.REACTS: re.compile(
        r"""\b(?:the|its)\ (?:[\w-]+\ ){0,2}(?:company|bank|operator|controller|processor|firm|retailer|insurer|employer|airline|website|association|platform|provider
            |group|chain|supplier|utility|university|hospital|municipality|ministry|publisher|app|giant|broker|newspaper)\s+(?=[A-Z0-9])
        | \bspokes(?:man|woman|person)\ (?:for|of)\s+
        | \bthe\ (?=[A-Z][\w-]+(?:\ [A-Z][\w-]+)?\ (?:fine|case|decision|ruling)\b)""",
        re.VERBOSE,
    ),
}

# "X was fined": the phrase stands before the verb.
_BACKWARD = {
    Strength.FINED: re.compile(
        rf"""\b(?:{_AUX}\s+(?:fined|sanctioned|penali[sz]ed|stung|walloped|slapped|struck|condemned|sentenced|hit|handed|docked)\b
        | (?:must|will|has\ to|have\ to|had\ to|will\ have\ to|is\ to|are\ to|ordered\ to|told\ to|agreed\ to|was\ made\ to)\s+(?:pay|find|cough\ up|fork\ out|hand\ over)\b
        | {_AUX}\s+(?:ordered|told|obliged|required|condemned|sentenced|asked)\s+to\s+(?:pay|cough\ up|fork\ out)\b
        | with\s+(?:a\s+|an\s+)?(?:administrative\s+)?(?:fine|penalty)\s+of
        | (?:to\ pay|pays|faces|facing|receives|received|owes?|gets|got|gets\ away\ with|earns|incurs|risks)\s+(?=.{{0,30}}(?:\d|fine|penalty|fee|million))
        | (?:penali[sz]ed|fined|sanctioned|stung|hit|slapped|struck|condemned)\s+(?=(?:with|for|over|after|by|in|nearly|almost|more|just|about|around|a\ |an\ |€|£|\$|\d|[A-Z]{{3}}\ ?\d|to\ a\ fine)))""",
        re.VERBOSE,
    ),
    Strength.ORDERED: re.compile(
        rf"""\b(?:{_AUX}\s+{_ORDERED}\b
        | {_ORDERED}\s+(?:to|from|by|over|for)\b
        | must\s+(?:stop|cease|delete|erase|bring|comply|inform|notify|change|end|correct|improve)\b
        | {_AUX}\s+(?:given|issued|served)\s+(?:with\s+)?(?:a\s+|an\s+|\w+\s+)?(?:reprimand|warning|order|enforcement|months|deadline))""",
        re.VERBOSE,
    ),
    Strength.INFRINGES: re.compile(
        rf"""\b(?:(?:has|have|had|was\ found\ to\ have|were\ found\ to\ have)?{_ADVERB}\s*(?:infringed|violated|breached|broke|broken|contravened|infringes|violates)\b
        | (?:was|were)\s+(?:found\ )?in\s+(?:breach|violation)
        | (?:had\s+|has\s+)?(?:failed\s+to|unlawfully|illegally|wrongfully|lacked|neglected)\b
        | did\ not\ (?:have|comply|respond|answer|provide|inform|implement|take|notify|delete|ensure|obtain|report)\b
        | should\ (?:have|not\ have)\b
        )""",
        re.VERBOSE,
    ),
    Strength.DEFINED: re.compile(
        r"""\((?:[^()]{1,30},\s+)?(?:the\s+|a\s+)?(?:data\s+)?(?:controller|processor|defendant|respondent|sub-processor|hereinafter|hereafter)\b
        | ,\s+(?:the|a)\s+(?:data\s+)?(?:controller|processor|defendant|respondent|sub-processor)\b
        | ,\s+(?:which|who)\s+(?:runs|operates|owns|manages|is\ behind)\b
        | \b(?:is|was|acts|acted|acting|as)\s+(?:as\s+)?(?:the|a)\s+(?:data\s+)?(?:controller|processor)\b
        | \s-\s+the\s+(?:controller|processor)\b""",
        re.VERBOSE,
    ),
    Strength.REACTS: re.compile(
        r"""\b(?:said|says|stated|announced|apologi[sz]ed|accepts|accepted|argued|claimed|disputes|denies|disagrees?d?|pleaded|cooperated|co-operated
        |has\s+since|collected|stored|processed|kept|sent|shared|exposed|lost|installed|published|plans\ to|to\ appeal|will\ appeal|operates|runs|offers|provides|sells|used|uses)\b""",
        re.VERBOSE,
    ),
}

_SUM_FIRST = re.compile(
    r"(?:with\s+|by\s+|a\s+total\s+of\s+|a\s+|an\s+|for\s+|up\s+to\s+|of\s+|in\s+the\s+amount\s+of\s+)*[^\s]*$",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|upon|against|to|for)\s+")
_FINE_NOUN = re.compile(rf"\b{_FINE}\b", re.IGNORECASE)
_HUMAN = (
    *(
        "person",
        "individual",
        "man",
        "woman",
        "doctor",
        "physician",
        "lawyer",
        "driver",
        "trainer",
        "coach",
        "citizen",
        "officer",
    ),
    *(
        "politician",
        "candidate",
        "mep",
        "teacher",
        "neighbour",
        "neighbor",
        "employee",
        "nurse",
        "journalist",
        "notary",
        "dentist",
    ),
    *(
        "landlord",
        "owner",
        "trader",
        "private individual",
        "natural person",
        "homeowner",
        "resident",
        "deputy",
        "mayor",
        "blogger",
    ),
)
_ORGANISED = (
    *(
        "company",
        "bank",
        "hospital",
        "municipality",
        "controller",
        "processor",
        "school",
        "university",
        "association",
        "firm",
    ),
    *(
        "employer",
        "operator",
        "insurer",
        "provider",
        "retailer",
        "shop",
        "store",
        "community",
        "agency",
        "ministry",
        "caf[eé]",
    ),
    *(
        "clinic",
        "hotel",
        "restaurant",
        "website",
        "organisation",
        "organization",
        "club",
        "party",
        "union",
        "subsidiary",
        "business",
    ),
    *(
        "group",
        "airline",
        "newspaper",
        "publisher",
        "platform",
        "council",
        "church",
        "institution",
        "centre",
        "center",
        "laboratory",
    ),
    *(
        "pharmacy",
        "service",
        "casino",
        "chain",
        "manager",
        "sub-processor",
        "undertaking",
        "entity",
        "condominium",
        "cooperative",
    ),
    *(
        "broker",
        "landlord",
        "developer",
        "manufacturer",
        "utility",
        "supplier",
        "charity",
        "society",
        "foundation",
        "police",
        "broadcaster",
    ),
    *(
        "department",
        "gym",
        "college",
        "nursery",
        "kindergarten",
        "practice",
        "head",
        "responsible",
        "respondent",
        "defendant",
        "owners",
    ),
)
_PARTY_NOUN = re.compile(rf"\b{alternation(map(re.escape, (*_HUMAN, *_ORGANISED)))}s?\b", re.IGNORECASE)
HUMAN_NOUN = re.compile(rf"\b{alternation(map(re.escape, _HUMAN))}\b", re.IGNORECASE)
"""Words for natural persons."""

_NOT_PARTIES = re.compile(
    r"""\b(?:court|tribunal|commissioner|regulator|watchdog|supervisory|authority's|council\ of\ state|parliament|judge|union\ law|data\ subjects?
    |complainants?|customers?|users?|noyb|decision|fine|breach|notice|basis|grounds?|fact|amount|request|appeal|infringements?|violation
    |processing|personal\ data|gdpr|regulation|article|authority|inspection|treasury|consolidated\ fund|tribunals?|telegram|whatsapp\ group|applicants?|plaintiff|consumers?|patients?|employees)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def can_be_party(name: str) -> bool:
    """Whether a name can be that of a party: not a court's, a regulator's, a law's, a country's."""
    return _NOT_PARTIES.search(name) is None and len(name) > 1 and not is_nationality(name)


def statements(reading: Reading) -> tuple[Statement, ...]:
    """All statements about parties, in the order of their verbs."""
    found: list[Statement] = []
    for sentence in reading.sentences:
        found += _in_sentence(reading, sentence.start, sentence.end)
    return tuple(sorted(set(found), key=lambda s: (s.place, -s.strength, s.phrase.start)))


def _in_sentence(reading: Reading, start: int, end: int) -> Iterator[Statement]:
    text = reading.text
    for strength, words in _FORWARD.items():
        for verb in words.finditer(text, start, end):
            for phrase in _after(reading, verb.end(), end, strength):
                yield Statement(phrase, strength, verb.start())
    for strength, words in _BACKWARD.items():
        for verb in words.finditer(text, start, end):
            phrase = phrase_before(text, start, verb.start())
            if phrase is not None and _is_party(reading, phrase) and not _is_active(reading, verb, end, strength):
                others = _listed_before(reading, phrase, start) if strength >= Strength.INFRINGES else []
                yield Statement(phrase, strength, verb.start(), bool(others))
                yield from (Statement(other, strength, verb.start(), True) for other in others)
    for noun in _FINE_NOUN.finditer(text, start, end):
        phrase = _fine_on(reading, noun.end(), end)
        if phrase is not None:
            yield Statement(phrase, Strength.FINED, noun.start())
    yield from _beside_sums(reading, start, end)


def _after(reading: Reading, place: int, end: int, strength: Strength) -> Iterator[Phrase]:
    """The phrase after a verb, perhaps behind the sum; and further ones, each before a sum of its own."""
    place = _skip_sum(reading, place, end)
    phrase = phrase_at(reading.text, place, end)
    if phrase is None or not _is_party(reading, phrase):
        return
    if strength in {Strength.DEFINED, Strength.INFRINGES} and not phrase.named:
        return
    yield phrase


def _skip_sum(reading: Reading, place: int, end: int) -> int:
    """Behind a sum that stands at a place, with its preposition: "fined €2,000 | a community"."""
    for mention, _ in reading.money:
        if place <= mention.start < min(end, place + 40) and _SUM_FIRST.fullmatch(reading.text[place : mention.start]):
            rest = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:fine\s+)?(?:on|upon|against|to|for)?\s*").match(
                reading.text, mention.end
            )
            return rest.end() if rest else mention.end
    return place


def _fine_on(reading: Reading, place: int, end: int) -> Phrase | None:
    """The party of "a fine (of some sum) (was imposed) on X", the first phrase behind a preposition that can be one."""
    stop = min(end, place + 150)
    for preposition in _ON.finditer(reading.text, place, stop):
        between = reading.text[place : preposition.start()]
        if ";" in between or re.search(r"\b(?:because|which|who|after|following|since)\b", between):
            return None
        phrase = phrase_at(reading.text, preposition.end(), end)
        if phrase is None or not _is_party(reading, phrase):
            continue
        word = preposition.group().strip()
        if word in {"to", "for"} and not phrase.named and not _PARTY_NOUN.search(phrase.text):
            continue
        return phrase
    return None


def _beside_sums(reading: Reading, start: int, end: int) -> Iterator[Statement]:
    """ "and X €2,000", "for X €2,000", "X: €2,000": a name directly before a sum, in a sentence with other sums."""
    here = [mention for mention, _ in reading.money if start <= mention.start < end]
    for mention in here:
        before = reading.text[start : mention.start]
        colon = re.search(r"(?:^|[.;]\s+)([^;]{3,80}?):\s*$", before)
        lead = colon or re.search(
            r"(?:\band\s|\bfor\s|[,;]\s|\bon\s|\bto\s)\s*(?:for\s+)?([^,;]{3,80}?)[\s(]*$", before, re.IGNORECASE
        )
        if not colon and len(here) == 1:
            continue
        if lead is None:
            continue
        phrase = phrase_at(reading.text, start + lead.start(1), mention.start)
        if (
            phrase is not None
            and _is_party(reading, phrase)
            and (phrase.named or _PARTY_NOUN.search(phrase.text) or HUMAN_NOUN.search(phrase.text))
        ):
            yield Statement(phrase, Strength.FINED, mention.start)


def _listed_before(reading: Reading, phrase: Phrase, start: int) -> list[Phrase]:
    """The other names of a list that ends with a name: "A, B and C"."""
    found: list[Phrase] = []
    place = phrase.start
    while phrase.named and (
        joint := re.search(r"(?:,\s*|\s+and\s+(?:the\s+(?:[a-z]+\s+){0,2})?|,\s+and\s+)$", reading.text[start:place])
    ):
        before = phrase_before(reading.text, start, start + joint.start())
        if before is None or not before.named or before.end != start + joint.start() or not _is_party(reading, before):
            break
        found.append(before)
        place = before.start
    return found


def _is_active(reading: Reading, verb: re.Match[str], end: int, strength: Strength) -> bool:
    """Whether "A fined X" was taken for a passive: no auxiliary, and a party follows."""
    if strength is not Strength.FINED or not re.match(
        r"(?:fined|sanctioned|penali[sz]ed|hit|slapped|struck)\b", verb.group()
    ):
        return False
    phrase = phrase_at(reading.text, _skip_sum(reading, verb.end(), end), end)
    return phrase is not None and phrase.named and _is_party(reading, phrase)


def _is_party(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase can be a party: no authority, no court, no date; a description has a noun for a party."""
    if any(m.start < phrase.end and phrase.start < m.end for m in _authorities(reading)):
        return False
    if phrase.named:
        return can_be_party(phrase.text)
    return _PARTY_NOUN.search(phrase.text) is not None and _NOT_PARTIES.match(phrase.text) is None


def _authorities(reading: Reading) -> list[Mention]:
    return [m for m, _ in reading.named(Label.AUTHORITY)]
