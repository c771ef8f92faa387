"""The personal data breach behind a decision: how it came about, and what it took away.

The causes are those of the scheme breach-cause, in words; the kinds follow from the causes and from words for what
happened to the data (EDPB Guidelines 9/2022, paragraph 17).
"""

import re
from collections.abc import Iterator

from kg.extract.expressions import Expression, expression
from kg.extract.found import Found
from kg.extract.lexicon import table
from kg.extract.modality import denied, unreal
from kg.extract.reading import Reading, Span, remembered, within
from kg.model import Label, Mention

_GAP = r"(?:[^\W\d_][\w'\u2019-]{0,30}[\s,]{1,3}){0,6}?"

_SPACE = "[ ]"
"""A blank where a line of a table goes on."""

_TO_WRONG = (
    r"to (?:the |a |an )?wrong (?:recipients?|persons?|people|address(?:es)?|customers?|patients?|clients?"
    r"|policyholders?|parent)"
)

CAUSES: dict[str, Expression] = {
    "ransomware": table(r"ransomware  held to ransom  (?:data|files|systems) (?:were|was|had been) encrypted by"),
    "phishing": table(
        r"""
        phishing(?: e-?mails?| attack| campaign| message)?  spear-phishing  social engineering
        obtained the (?:log-?in|access) (?:details|data) of (?:staff|employees)
        tricked an? (?:employee|member of staff)
        """
    ),
    "credential-stuffing": table(r"credential stuffing  password spraying  brute[- ]force(?: attack)?"),
    "vulnerability": table(
        rf"""
        exploit\w* {_GAP}(?:vulnerabilit\w+|gap|flaw|hole|weakness|bug)
        SQL injection
        unpatched {_GAP}(?:system|server|software)
        (?:known|critical|security) (?:vulnerability|flaw) {_GAP}(?:exploited|used)
        through (?:a|that|this) (?:security )?hole
        """
    ),
    "malware": table(
        r"""
            malware
            malicious (?:code|software|file|script)s?
            web shell
            trojan
            keylogger
            computer virus
            skimm(?:er|ing code)
        """
    ),
    "attack": table(
        rf"""
        hackers?  hacked  (?:July|a|the|data|this) hack  hacking(?: attack)?  cyber-?\s?attacks?  cybercriminals?
        attackers?  intruders?  break-?ins?  broken into  cyber incident  hacker attack
        (?:strangers|criminals|thieves|fraudsters|unknown persons|third parties) {_GAP}(?:got into|gained \
            |obtained|broke into|accessed|copied|stole)
        (?:gained|obtained) (?:unauthori[sz]ed access|access to (?:the |its |a )?{_GAP}(?:data|systems? \
            |servers?|network|mailbox(?:es)?|accounts?|databases?|files|records))
        """
    ),
    "insider": table(
        rf"""
        (?:employees?|officers?|nurses?|doctors?|workers?|members? of staff|staff) {_GAP}(?:had a look \
            |looked up|looked at|snooped|browsed|viewed|consulted|accessed) {_GAP}(?:without|out of curiosity \
            |nothing to do|for private|not involved|no reason|for personal)
        (?:nothing to do with the treatment|out of (?:private |pure |mere )?curiosity)
        curious (?:staff|employees|nurses)
        (?:unauthori[sz]ed|unlawful|illicit) access by (?:an? |its |the )?(?:own )?(?:employees?|staff \
            |former employees?|doctors?|nurses?)
        (?:employee|nurse|officer|doctor) (?:had )?(?:stole|copied|took|sold|leaked|passed on) \
            {_SPACE}{_GAP}(?:data|records|files|list|details)
        """
    ),
    "misdelivery": table(
        rf"""
        (?:sent|e-?mailed|posted|mailed|delivered|dispatched|forwarded|handed(?: over)?|addressed) \
            {_SPACE}{_GAP}{_TO_WRONG}
        wrong (?:recipients?|addressees?|envelopes?|e-?mail address(?:es)?)
        misdirected  misaddressed  misdelivered
        """
    ),
    "open-copy": table(
        r"""
        open (?:distribution|mailing) list  blind (?:carbon )?copy  bcc  carbon copy  cc field  CC instead of BCC
        (?:saw|see|seen|showed|visible) (?:all |to all |each other.s |the addresses of (?:all )?)(?:other  \
            |the )?(?:recipients|e-?mail addresses)
        e-?mail addresses (?:were|of all \w+ were) visible
        """
    ),
    "publication": table(
        rf"""
        (?:published|posted|uploaded|put|placed|disclosed|made public|released) {_GAP}(?:by mistake \
            |accidentally|inadvertently|by accident|in error|unintentionally)
        (?:accidentally|inadvertently|mistakenly|unintentionally|erroneously) (?:published|posted|uploaded|put \
            |disclosed|made public|released)
        (?:putting|posting|publishing) {_GAP}on (?:the internet|its website|the web)(?= by mistake|, where| in error)
        hidden (?:tab|sheet|column|cells?|data)
        """
    ),
    "improper-disposal": table(
        rf"""
        (?:thrown|threw|dumped|found|left|disposed|discarded|ended up) {_GAP}(?:rubbish|waste paper|garbage \
            |trash|skip|bins?|dumpster|landfill|recycling (?:bin|container))
        improper(?:ly)? dispos\w+
        (?:files|records|documents) {_GAP}(?:in|into|beside|next to) (?:a|the) (?:rubbish|waste|paper|garbage \
            |recycling) (?:container|bin|skip)
        """
    ),
    "misconfiguration": table(
        rf"""
        misconfigur\w+  configuration error  wrongly configured  incorrect(?:ly)? configur\w+
        (?:left|was|were|stood|lay|stored|sat|remained) {_GAP}(?:unprotected|without (?:a )?(?:protection \
            |password|lock|any protection)|openly accessible|publicly accessible|freely accessible|open to anyone)
        (?:could|can) be (?:read|viewed|accessed|downloaded|seen|opened|called up|retrieved) {_GAP}(?:by anyone \
            |by anybody|on the internet|by any \w+|without (?:a )?(?:password|logging in|authentication|log-?in))
        (?:anyone|anybody|everyone|everybody|whoever) {_GAP}(?:could|can) (?:read|see|view|download|access|open \
            |look|call up)
        where (?:anyone|anybody) {_GAP}could (?:read|see|download|access|open) (?:them|it)
        by (?:trying out|changing|altering|modifying|manipulating|counting up) {_GAP}(?:address(?:es)?|URLs? \
            |numbers?|digits?|link|parameter)
        change (?:one|a) (?:digit|number) in the (?:address|URL|link)
        (?:database|server|bucket|storage|archive) {_GAP}(?:was |stood |lay )?(?:open|exposed|accessible) (?:on \
            |to|from|via) the (?:internet|web)
        """
    ),
    "technical-failure": table(
        rf"""
        (?:software|technical|system|programming|IT) (?:error|fault|bug|failure|glitch|malfunction \
            |defect)s? {_GAP}(?:made|showed|shown|exposed|disclosed|revealed|data|visible|sent|led to)
        (?:due to|because of|through|by) an? (?:software|technical|system|programming|IT|computer) (?:error \
            |fault|bug|failure|glitch)
        (?:bug|glitch|flaw) in (?:the|its|an?) {_GAP}(?:app|software|system|programme?|website|platform)
        a bug (?:made|had|showed)
        """
    ),
    "loss-or-theft": table(
        rf"""
        (?:lost|stolen|missing|theft of|loss of|lose) (?!his |her |your |my ){_GAP}(?:laptops?|USB sticks? \
            |USB drives?|memory sticks?|hard (?:drives?|disks?)|phones?|computers?|tablets?|devices?|briefcase \
            |bag|paper files)
        (?:laptops?|USB sticks?|hard (?:drives?|disks?)|memory sticks?|computers?|devices?|notebooks? \
            |briefcase) {_GAP}(?:was|were|had been|got|went) (?:lost|stolen|missing)
        """
    ),
}
"""What tells each cause."""

_WIDER = {"attack": {"ransomware", "phishing", "credential-stuffing", "vulnerability", "malware"}}
"""An attack by a means that is told is that one."""

_CONFIDENTIALITY = table(
    rf"""
    (?:personal )?data (?:breach(?:es)?|leaks?)
    (?:security|privacy) breach(?:es)?
    breach of (?:security|personal data)
    leaks?
    leaked
    (?:data|files|details|records|cards?|passwords|addresses|documents) {_GAP}(?:were|was|had been|been|fell \
        |got|ended up) {_GAP}(?:stolen|copied|exposed|leaked|compromised|accessed|into (?:the )?wrong hands \
        |in public)
    (?:exposed|compromised|stole|copied|leaked|harvested) {_GAP}(?:data|details|information|records|tokens \
        |files|database|cards?)
    left uncovered  unauthori[sz]ed (?:access|disclosure|persons|third parties)
    """
)
_AVAILABILITY = table(
    r"""
    ransomware  encrypted the (?:data|files|systems)  attackers encrypted  files that the attackers encrypted
    locked (?:the )?\w+ out
    (?:data|records|files) (?:were|was|had been) (?:irretrievably |permanently )?(?:destroyed \
        |deleted by mistake|lost)
    (?:systems?|data) (?:were|was) (?:unavailable|not available|inaccessible)
    """
)
_INTEGRITY = table(
    r"""
    (?:data|records|entries) (?:were|was|had been) (?:altered|changed|falsified|manipulated) (?:by|without)
    unauthori[sz]ed alteration
    """
)

KINDS: dict[str, Expression] = {
    "confidentiality": _CONFIDENTIALITY,
    "availability": _AVAILABILITY,
    "integrity": _INTEGRITY,
}
"""What tells each kind; every cause but a technical failure takes away confidentiality."""

_IN_PASSING = expression(
    r"\b(?:management|handling|documentation|notification|reporting|risk|prevent\w*|protect\w*|against"
    r"|avoid|case of|event of"
    r"|procedures? for|poor management of|fear of|fight against)\s(?:of\s|a\s|any\s|such\s|personal\s"
    r"|possible\s|future\s)*$",
    re.IGNORECASE,
)
"""What makes a breach a mere possibility, or a subject of rules."""


def find_causes(text: str) -> Iterator[Found[str]]:
    """Where a text tells how a breach came about."""
    for name, words in CAUSES.items():
        yield from (Found(hit.start(), hit.end(), name) for hit in words.finditer(text))


def find_kinds(text: str) -> Iterator[Found[str]]:
    """Where a text tells what a breach took away."""
    for name, words in KINDS.items():
        yield from (Found(hit.start(), hit.end(), name) for hit in words.finditer(text))


def breach(
    reading: Reading, spans: tuple[Span, ...]
) -> tuple[dict[str, tuple[Mention, ...]], dict[str, tuple[Mention, ...]]]:
    """The kinds and the causes of the breach that the stretches of text tell of, by id, each with its mentions.

    Both are empty where they tell of none.
    """
    causes = _told(reading, spans, Label.BREACH_CAUSE)
    for wider, means in _WIDER.items():
        if means & causes.keys():
            causes.pop(wider, None)
    kinds = _told(reading, spans, Label.BREACH_KIND)
    taken = [mention for mentions in causes.values() for mention in mentions]
    if taken and "confidentiality" not in kinds:
        kinds["confidentiality"] = tuple(
            Mention(m.start, m.end, Label.BREACH_KIND, "confidentiality") for m in sorted(taken, key=lambda m: m.start)
        )
    return dict(sorted(kinds.items())), dict(sorted(causes.items()))


def _told(reading: Reading, spans: tuple[Span, ...], label: Label) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {}
    for mention, name in within(reading.named(label), spans):
        if _happened(reading, mention):
            found.setdefault(name, []).append(mention)
    return {name: tuple(mentions) for name, mentions in found.items()}


@remembered
def _happened(reading: Reading, mention: Mention) -> bool:
    before = reading.before(mention, 50)
    return not (_IN_PASSING.search(before) or denied(before[-18:]) or unreal(before[-14:]))
