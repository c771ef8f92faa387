"""Corrective measures besides the fine: imposed ones, not threatened, refused or possible ones.

The words are the labels of the ontology, and patterns for what they cannot hold ("must … within three months").
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.found import Found
from kg.extract.lexicon import Entry, Lexicon
from kg.extract.modality import denied, unreal
from kg.extract.reading import Reading
from kg.model import Label, Mention
from ontology.concepts import concepts

_GAP = r"[^.;\n]{0,90}?"
_ORDER = (
    r"(?:\border(?:s|ed|ing)? (?!to )|\border(?:ed|s)? to|instruct(?:s|ed|ing)?|oblig(?:es|ed)|requir(?:es|ed)|must|"
    r"has to|have to|is to|shall|direct(?:s|ed)|mandate was|told to|told|"
    r"(?:has|have|is given|was given) (?:\w+ )?(?:months|weeks|days) to)"
)
_PATTERNS: dict[str, re.Pattern[str]] = {
    name: re.compile(re.sub(r"\n\s+", "", rf"\b{words}"), re.IGNORECASE)
    for name, words in {
        "compliance-order": rf"""{_ORDER}\b{_GAP}\b(?:bring|comply|adopt|implement|improve|put in place
            |take (?:\w+ ){{0,3}}(?:measures|steps|action)
            |rectify|remedy|adapt|adjust|change|amend|revise|establish|appoint|conduct|carry out|train|ensure
                |update|sort out|align|correct (?:its|the)
            |into (?:line|compliance|conformity)|prove|notify|inform (?:the|its|all)|accredit|conform
                |regulari[sz]e|within (?:\w+ )?(?:\w+ )?(?:days|months|weeks))\w*""",
        "erasure-order": rf"""{_ORDER}\b{_GAP}\b(?:delete|erase|destroy|deletion|erasure|destruction)\b
            |(?:order|ordered|ordering)(?:ed)? the (?:deletion|erasure|destruction)|(?:data|records|files
                |templates|lists?){_GAP}\bmust be (?:deleted|destroyed|erased)""",
        "ban": rf"""{_ORDER}\b{_GAP}\b(?:stop|cease|refrain|suspend|discontinue|halt|switch off
            |no longer (?:use|process))\b
            |(?:prohibit|ban|forb[ia]d)(?:s|ed|ned|ted|ding|ning|den|de)?\b{_GAP}\b(?:process|processing|using
                |use|transfers?|transferring|collecting|collection|from|disclos\w+|sending)\b""",
        "reprimand": rf"""(?:issued|issues|gave|given|received|receives|got|addressed|imposed|imposes
            |with) {_GAP}\b(?:reprimand|warning|admonition|call to order)\b|\breprimand(?:ed|s)\b
            |rappel à l.ordre""",
        "restriction": r"(?:restrict|limit)(?:ed|s|ion of)\b[^.;\n]{0,25}\bprocessing\b",
    }.items()
}

_REQUESTS = re.compile(
    r"\b(?:data subjects?|complainants?|customers?|users?|applicants?|he|she|they|individuals|plaintiff|"
    r"respondents?)\b[^.;]{0,40}"
    r"\b(?:request\w*|ask\w*|want\w*|demand\w*|complain\w*|object\w*)\b[^.;]*$",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:controllers?|companies|organi[sz]ations|employers?|banks|vehicle|anyone|everyone|processors|data|"
    r"regulation|gdpr|law|article \d+\S*)\s*$",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"\b(?:under|pursuant to|according to|in accordance with|as required by|obligation|required by)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_OWN_ACCORD = re.compile(
    r"\b(?:has (?:since|already|meanwhile)|have since|of its own accord|voluntarily|plans to|will continue|"
    r"announced that it)\b",
    re.IGNORECASE,
)
_PAST_CASE = re.compile(r"\b(?:previous(?:ly)?|earlier|in the past|already in)\b[^.;]{0,30}$", re.IGNORECASE)


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
    for name, words in _PATTERNS.items():
        found |= {(hit.start(), hit.end(), name) for hit in words.finditer(text)}
    return tuple(Found(start, end, name) for start, end, name in sorted(found))


def imposed(reading: Reading) -> Iterator[tuple[Mention, str]]:
    """The measures that the text says were imposed."""
    for mention, name in reading.named(Label.MEASURE):
        if _is_imposed(reading, mention):
            yield mention, name


_LABEL_ALONE = re.compile(
    r"(?:deletion|erasure|warn(?:ed|ing)|deletion of personal data|ban(?:ned)?|prohibited from|"
    r"stop(?: the)? processing)\b",
    re.IGNORECASE,
)
_BY_AUTHORITY = re.compile(
    r"\b(?:order\w*|instruct\w*|impos\w*|issu\w*|appl(?:y|ied)|given?|gave|receiv\w*|must|shall|has to|have to|"
    r"requir\w*|decid\w*|demand\w*|prohibit\w*|also|oblig\w*|"
    r"authority|commission(?:er)?|regulator|watchdog|dpa|agency|inspectorate|office|ico|cnil|garante|aepd|"
    r"datatilsynet|imy|uodo|naih|dpc|sanction\w*)\b",
    re.IGNORECASE,
)


def _is_imposed(reading: Reading, mention: Mention) -> bool:
    before = reading.before(mention, 90)
    clause = re.split(r"[,;:](?=\s)", before)[-1]
    words = reading.text[mention.start : mention.end]
    if unreal(clause) or denied(clause[-50:]):
        return False
    if _LABEL_ALONE.match(words) and not _BY_AUTHORITY.search(
        reading.before(mention, 110) + reading.after(mention, 40)
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
    if _REQUESTS.search(before) or _OWN_ACCORD.search(clause) or _PAST_CASE.search(clause):
        return False
    if re.match(r"(?:must|shall|ha(?:s|ve) to|is to|requires?d?)\b", words, re.IGNORECASE) and (
        _DUTY.search(clause) or _IMPERSONAL.search(clause)
    ):
        return False
    return not re.search(
        r"\b(?:if|failing which|otherwise|failure to|failing to|non-compliance with|obey)\b", clause, re.IGNORECASE
    )
