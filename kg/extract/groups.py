"""Groups of people whose data a case is about, told from those who did something in it.

A group counts where the words around it make it the one whose data were processed: "the data of its customers",
"33,000 patients were affected", "filmed its employees". Staff who could open a file, parents who agreed and the members
that a newsletter greets do not.
"""

import re

from kg.extract.lexicon import table
from kg.extract.reading import Reading, Span, remembered, within
from kg.extract.topics import is_everyday, narrowest
from kg.model import Label, Mention

_DATA = (
    r"(?:data|information|details|records?|files?|photos?|pictures?|images|cop(?:y|ies)|accounts?|profiles?|journals?"
    r"|histor(?:y|ies)|databases?|registers?|lists?|addresses|names|numbers|passwords|calls?|cards?"
    r"|crimes|messages|conversations"
    r"|e-?mails|recordings|documents|papers|invoices|contracts|faces?|fingerprints|movements|rights|privacy"
    r"|safety|risks?)"
)
_BEFORE = re.compile(
    rf"\b{_DATA}\s(?:of|on|about|from|for|with|concerning|relating to|belonging to)\s(?:[\w.,%&'\u2019-]+\s){{0,6}}$",
    re.IGNORECASE,
)
"""What makes the next group the owner of data."""

_DONE_TO = re.compile(
    r"\b(?:film|record|monitor|watch|track|inform|ask|tell|told|call|contact|affect|expose|concern|involv|hit|snoop"
    r"|spy|photograph|survey|target|profil|identif|scann|collect|harm|deceiv|mislead|misled|blackmail|compromis"
    r"|pester|harass|bother|nudg|surveil|measur|rate|score|list|register|reach|surprise"
    r"|communicat)\w*(?:\s(?:on|to|up|by))?"
    r"\s(?:[\w.,%'\u2019-]+\s){0,4}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:['\u2019]s?)?\s(?:[\w-]+\s){{0,2}}?{_DATA}\b|\s(?:\w+\s){{0,5}}?(?:(?:were|was|are|is|had been"
    rf"|have been|ha[sd]"
    r"|be)\s(?:\w+\s){0,2}?(?:informed|told|filmed|recorded|affected|concerned|monitored|asked|exposed|called|contacted"
    r"|compromised|blackmailed|tracked|watched|identified|photographed|listed|notified|misled|involved|entrusted|kept"
    r"|required|obliged|deceived|put)\b|(?:complained|objected|could not|saw them|received|requested|asked"
    r"|who (?:asked|tried|had|want|wanted|complained|objected|are|were|did|do)\b))",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\s(?:who\s)?(?:(?!were\b|was\b|are\b|is\b|be\b|been\b|not\b)\w+\s){0,2}?(?:could (?:open|read|see"
    r"|access|look|view|get)|had (?:a look|nothing|raised|access|resigned)"
    r"|looked|forwarded|opened|informed|reported|sent|used|published|uploaded|clicked|lost|can (?:open|read|see|access)"
    r"|may (?:open|read)|wrote|demanded|denied|agreed)\b",
    re.IGNORECASE,
)
_NOT_PEOPLE = re.compile(
    r"[\s-](?:names?|states?|council|one\b|interface|experience|organi[sz]ations?|rights"
    r"|protection (?:agency|authority)"
    r"|association|services?\b|support|account type|agreement|fault|offence|matters?|changes?|briefing)",
    re.IGNORECASE,
)
_NOT_GROUP = table(
    r"""
    root  for our  social  every  another  super  power  dear  our readers  listeners  committee  board  chamber
    staff  crew  cast  founding  leading  union  family  EU
    """
)
"""What before a word makes it another thing: "root user", "social workers", "committee members"."""

_KIN = re.compile(r"\b(?:their|his|her|my|your)\s(?:own\s)?$|\bnumber of\s$", re.IGNORECASE)
_AGED = re.compile(r"\s(?:aged|between|under|above|below)\s(?:the age of\s)?\d", re.IGNORECASE)
_YOUNG = re.compile(r"\b(?:child|teenage|underage|young)\s$", re.IGNORECASE)
_ONE = re.compile(r"\b(?:account|name|help|mailbox) of an?\s$", re.IGNORECASE)

_NUMBER = re.compile(
    r"(?:\d[\d.,\s]*|\b(?:hundred|thousand|million|dozen|several|all|half a million)\s)(?:\w+\s){0,3}$"
)
_REACH = 80


def subject_groups(reading: Reading, spans: tuple[Span, ...]) -> dict[str, tuple[Mention, ...]]:
    """The groups whose data the stretches of text speak of, the narrowest only, by id; each with its mentions."""
    found: dict[str, list[Mention]] = {}
    for mention, name in within(reading.named(Label.SUBJECT_GROUP), spans):
        if _is_subject(reading, mention):
            found.setdefault(name, []).append(mention)
    kept = narrowest(Label.SUBJECT_GROUP, frozenset(found))
    return {name: tuple(found[name]) for name in sorted(kept)}


@remembered
def _is_subject(reading: Reading, mention: Mention) -> bool:
    before, after = reading.before(mention, _REACH), reading.after(mention, _REACH)
    words = reading.text[mention.start : mention.end]
    if _KIN.search(before) or _AGED.match(after) or _YOUNG.search(before) or _ONE.search(before):
        return False
    near = before.split()[-1:]
    if _NOT_PEOPLE.match(after) or (near and _NOT_GROUP.fullmatch(near[0])) or words.lower() == "the public":
        return False
    owned = _BEFORE.search(before) is not None or _AFTER.match(after) is not None
    if is_everyday(Label.SUBJECT_GROUP, words):
        return owned and not _ACTS.match(after)
    counted = _NUMBER.search(before) is not None
    return (owned or counted or _DONE_TO.search(before) is not None) and not _ACTS.match(after)
