"""Corrective measures besides the fine: imposed ones, not threatened, refused or possible ones.

The words are the labels of the ontology, and patterns for what they cannot hold ("must … within three months").
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.expressions import Expression, expression
from kg.extract.found import Found
from kg.extract.lexicon import Entry, Lexicon
from kg.extract.measure_orders import find_orders
from kg.extract.modality import denied, unreal
from kg.extract.reading import Reading, Span
from kg.model import Label, Mention
from ontology.concepts import concepts

_GAP = r"[^.;\n]{0,90}?"
_HANDLING = (
    r"(?:(?:further|any|all|such|this|the|some|certain|future)\s)*(?:process\w*|collect\w*|us(?:e|ing)|transfer\w*|"
    r"treatment|disclos\w+|sending|shar(?:e|ing)|publi(?:sh\w*|cation)|scrap\w+|record\w*|film\w*|monitor\w*|analys\w+|"
    r"contact\w*|storing|storage|track\w*|scann\w*|surveillance|camera\w*|profil\w+)"
)
_THINGS = (
    r"(?:\w+ ){0,3}?(?:cameras?|devices?|equipment|systems?|sensors?|detectors?|doorbells?|peepholes?|signs?|software|"
    r"trackers?)\b"
)
"""Whose removal deletes no data."""
_PATTERNS: dict[str, Expression] = {
    name: expression(re.sub(r"\n\s+", "", rf"\b{words}"), re.IGNORECASE)
    for name, words in {
        "compliance-order": rf"""(?:orders?|injunctions?|instructions?)
                \s(?:\w+\s){{0,2}}?(?:subject to|under|with|on pain of)
                \s(?:an?\s|the\s)?(?:\w+\s)?penalt(?:y|ies)
            |orders? to put\b|with an order(?=\s(?:and|but)\s(?:no|without)\b)
            |(?:order|instruction)s?\s(?:\w+\s){{0,2}}?(?:under|pursuant to|on the basis of|based on|in accordance with)
                \sart(?:icle|\.)?\s?58\s?\(2\)\s?\([cde]\)
            |(?:must|ha(?:s|ve) to|shall)\s(?:now\s|also\s)?(?:provide|give|grant|supply|send|hand)\s(?:over\s)?
                (?:the\s)?(?:complainant|applicant|claimant|data subject|customer|patient|man|woman|him|her)\b
            |imposed (?:\w+\s){{0,3}}(?:corrective )?(?:orders|measures)\b
            |(?:decision|they|it|authority|dpc|commission|regulator) (?:also )?(?:contains|includes|comprises)
                \s(?:\w+\s){{0,3}}
                orders?\b
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?removal of {_THINGS}
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?(?:dismantling|relocation|repositioning|re-?orientation
                |correction|rectification|amendment|adaptation|adjustment|revision) (?:of|to)\b(?! the data)
            |cameras?\b[^.;\n]{{0,40}}\b(?:must|ha(?:s|ve) to|are to|is to) (?:come down|be (?:\w+ly )?(?:removed
                |dismantled|taken down|re-?oriented|repositioned|covered))\b
            |(?:clients|customers|patients|members|people|persons|users|those|data subjects)(?: (?:affected|concerned))?
                \s(?:must|have to|are to)(?: all)? be (?:\w+ly )?(?:informed|notified|told)\b
                (?=[^.;\n]{{0,40}}\b(?:by (?:the end|\d)|within (?!one month|a month)|until)\b)
            |(?:wants|demands) (?:this|that|it|these|them) (?:to be )?(?:done|put right|fixed|corrected|remedied
                |changed)\b""",
        "erasure-order": rf"""(?:order|ordered|ordering|orders)(?:ed)? the (?:deletion|erasure|destruction
                |removal of the data)
            |(?:ban|bans|orders?|fines?|penalty|sanction)\b[^.;\n]{{0,90}}\b(?:plus|and|including|as well as)
                \s(?:the\s|an?\s)?
                (?:order\sof\s)?(?:deletion|erasure|destruction)(?=[.,;]|\sof\b|$)
            |ordered\b[^.;\n]{{0,140}}\b(?:and|as well as) (?:the )?(?:deletion|erasure|destruction) of\b
            |corrective measures?\b[^.;\n]{{0,40}}\b(?:deletion|erasure|destruction) of\b
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?removal of (?!{_THINGS})
            |(?:ensure|see to it|make sure) that (?:\w+ ){{1,5}}(?:is|are) (?:\w+ly )?(?:deleted|erased|destroyed|wiped)
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?(?:wiping|purging|purge|anonymi[sz]ation) of\b
            |(?:to be|be) (?:\w+ly )?\w+ed,? and the (?:data|records|recordings|images|files|profiles) (?:\w+ )?
                (?:deleted|destroyed|erased|wiped|purged)
            |(?:data|records|files|templates|lists?|recordings|images|profiles|footage|database|templates
                |archive|clips?|videos?|photos?|photographs|pictures?|cop(?:y|ies)|forms|prints|scans|entries)
                {_GAP}\b(?:must|ha(?:s|ve|d) to|are to|is to|was to|were to|shall)
                \sbe\s(?:\w+ly\s)?(?:deleted|destroyed|erased|wiped|purged)""",
        "ban": rf"""(?:prohibit|ban|forb[ia]d)(?:s|ed|ned|ted|ding|ning|den|e)?\b{_GAP}\b(?:from|{_HANDLING})\b
            |prohibitions?\s(?:on|of|against)\s(?:\w+\s){{0,3}}?{_HANDLING}
            |(?:processing|practice|use|system|software|transfers?|method|treatment|cameras?)\b[^.;\n]{{0,90}}?\s
                (?:remains?|was|were|has been|have been)\s(?:also\s|now\s|therefore\s)?(?:prohibited|banned|forbidden)
                (?!\s(?:under|by|pursuant|in|unless|according|as))
            |(?:processing|practice|transfers?|flows?|collection|use|tracking|monitoring|scanning|filming|trial)\b
                [^.;\n]{{0,40}}?\s(?:must|ha(?:s|ve|d) to|is to|are to|was to|were to|shall)\sbe\s(?:\w+ly\s)?(?:stopped
                |halted|suspended|interrupted|discontinued|ended|terminated)\b
            |order(?:s|ed|ing)? (?:the |an? )?(?:\w+ )?(?:halt|stop|end|suspension|cessation|discontinuation
                |interruption)\s(?:to|of|in)\b(?! (?:the )?(?:infringement|violation|breach))
            |(?:put|puts|called|calls|calling|putting) (?:an? )?(?:\w+ )?(?:stop|halt|end) to\s(?:the |its |all |any )?
                (?:\w+ )?{_HANDLING}
            |(?:authority|regulator|watchdog|commissioner|garante|dpa|agency|inspectorate|dpc|cnil)\s(?:has |have |also
                |temporarily |immediately |provisionally ){{0,2}}(?:block|halt|suspend)(?:s|ed) (?:the|all|any|its
                |access|transfers|flows)\b(?! (?:fine|proceedings|case|investigation|inquiry|procedure
                |decision|order|ban))
            |(?:barred|blocked) (?:\w+ ){{0,3}}from {_HANDLING}
            |(?:may|must|can) (?:no longer|not (?:make )?(?:any )?(?:further|more)) (?:make (?:any )?)?{_HANDLING}
            |(?:sanction|order|measure|penalty) of interruption\b
            |wants? (?:the|it) {_GAP}\bto (?:stop|cease|end)""",
        "reprimand": rf"""(?:issued|issues|gave|given|received|receives|got|gets|addressed|imposed|imposes
            |handed|hands|served|with) {_GAP}\b(?:reprimand|warning|admonition|call to order)\b|\breprimand(?:ed|s)\b
            |rappel à l.ordre""",
        "restriction": r"(?:restrict|limit)(?:ed|s|ion of)\b[^.;\n]{0,25}\bprocessing\b",
    }.items()
}
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
    r"[^.;]{0,60}\b(?:was|were|is|are|war|waren) (?:not|no longer|nicht)(?: mehr)? (?:necessary|needed|required|nötig|"
    r"erforderlich|notwendig|imposed|issued)|[^.;]{0,20}\bwould (?:have been|have done|have sufficed|suffice|do)\b"
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
    for name, words in _PATTERNS.items():
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
    for mention, name in found:
        if name == "ban" and _BY_NOTICE.search(reading.before(mention, 60) + reading.text[mention.start : mention.end]):
            continue
        words = reading.text[mention.start : mention.end]
        open_order = name == "compliance-order" and (_UNSPECIFIC.fullmatch(words) or _PER_DAY.fullmatch(words))
        if not (open_order and any(_beside(mention, other) for other in specific)):
            yield mention, name


def _beside(one: Mention, other: Mention) -> bool:
    """Whether two measures are told in one breath."""
    return max(one.start, other.start) - min(one.end, other.end) < _ONE_BREATH


_ONE_BREATH = 200
"""How far apart the word for an order and the measure that it is may stand, in characters."""


_BY_NOTICE = expression(
    r"\benforcement notices?\b[^.;]{0,20}(?:to|ordering|requiring|telling|instructing)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""An enforcement notice is an order to comply, also where it orders to stop what the law forbids."""

_BANNED_FROM = expression(
    rf"(?:ban(?:ned)?|prohibit(?:s|ed)?)\s(?:[\w\u2019'-]+\s){{0,3}}?from\s{_HANDLING}", re.IGNORECASE
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
    if _is_said_otherwise(reading, mention, clause):
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
