"""Orders by their grammar: who orders leaves open what, the infinitives after it say it.

"Ordered the bank to stop the scoring and to delete the profiles" is a ban and an erasure order, "told to train its
staff" an order to comply, "ordered to pay" none of them.
"""

import re
from collections.abc import Iterator

from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.lexicon import words

BAN, ERASURE, COMPLIANCE = "ban", "erasure-order", "compliance-order"

_REACH = 240
"""How far behind the word of the order the last of its infinitives may stand, in characters."""
_OBJECT = 120
"""How far behind it the first may stand: between them is who is ordered."""
_BEFORE = 220
"""How far before "do the same" the act may stand that it means, in characters."""

_SPAN_OF_TIME = r"(?:\w+[\s-]){0,3}?(?:days?|weeks?|months?|years?)"
_ADDRESSEE = (
    r"(?:it\s|them\s|(?:the|both|all|its)\s(?:[\w'\u2019-]{1,30}\s){1,4}?"
    r"|(?-i:[A-Z])[\w&.'\u2019-]{1,30}\s(?:(?-i:[A-Z])[\w&.'\u2019-]{0,30}\s){0,3}?)"
)
_ORDERS = expression(
    rf"""(?<!\bin\s)\b(?:order(?:s|ed|ing)?(?!\sof\b) | instruct(?:s|ed|ing)? | direct(?:s|ed) | enjoin(?:s|ed)?
      | (?:require[sd]? | obliged?s?)(?=\s{_ADDRESSEE}to\s) | (?:with|under)\s(?:the|an)\sobligation
      | compel(?:s|led) | command(?:s|ed) | mandates | Decision\sagainst[^:;.\n]{{2,40}}:)(?=:?\s)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words of order: whatever has to be done is ordered, except to pay."""

_DEADLINE = expression(
    rf"""\b(?:
      (?:is|are|was|were|been|be)\s(?:also\s|now\s|further\s|therefore\s)?(?:required|told|called\supon|summoned)(?=\sto\s)
    | (?:told|tells|telling|wants)\s{_ADDRESSEE}(?=to\s)
    | oblige[sd]?\s(?:besides|also)\s(?:to\s)?{_ADDRESSEE}(?=to\s)
    | imposed\b[^;\n]{{0,90}}?\s(?:the|an?)\s(?:legal\s)?(?:obligation|duty)(?=\sto\s)
    | (?:has|have|had|gets?|got|given|gave|gives|granted|grants|leaves?|left|allows?|allowed)
        \s(?:[\w'\u2019-]+\s){{0,4}}?
        (?:{_SPAN_OF_TIME}|until\s[^,.;\n]{{3,30}}?|a\sdeadline[^,.;\n]{{0,30}}?)(?=\s(?:\w+\s){{0,6}}?to\s)
    | (?:deadlines?|time\slimit|grace\speriod)\s(?:of\s)?{_SPAN_OF_TIME}(?=\s(?:[\w'\u2019-]+\s){{0,6}}?to\s)
    | enforcement\snotices? | injunctions?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that also tell of other things: only remedies behind them are told as ordered."""

_DUTIES = expression(
    r"\b(?:must|shall|ha(?:s|ve)(?:\sbesides|\salso|\snow)?\sto|will\shave\s(?:besides\s|also\s)?to|"
    r"(?:needs?|is|are)\sto|will\sneed\sto|"
    r"will\sbe\srequired\sto|may\sno\slonger)(?=\s)",
    re.IGNORECASE,
)
"""Words of duty, of anybody: only certain acts behind them are told as ordered."""

_ADVERBS = (
    r"(?:(?:also|now|then|besides|immediately|henceforth|permanently|thus|therefore|further|first|in\saddition|"
    r"moreover|still|either|both|not|promptly|(?!(?:supp|app|rep|comp|re)ly\b)\w+ly)\s){0,2}"
)
_ITEM = r"(?:(?:[-*\u2022\u2013]|\d[.)])\s)?"
"""The mark of an item of a list."""
_INFINITIVE = expression(
    rf"\bto\s(?:(?:the|its|each|both|an?)\s(?:[\w'\u2019-]{{1,30}}\s){{1,4}}?to\s)?"
    rf"{_ADVERBS}(?P<verb>(?-i:[a-z]+))(?P<rest>\s(?:the\s)?\w+)?",
    re.IGNORECASE,
)
_JOINED = expression(
    rf"(?:,?\s(?:and|or|as\swell\sas)|,|\b[a-z]\))\s{_ITEM}(?!and\b|or\b){_ADVERBS}"
    rf"(?:(?:by\s[^,.;\n]{{3,20}}\s)?to\s{_ADVERBS})?(?P<verb>(?-i:[a-z]+))(?P<rest>\s(?:the\s)?\w+)?",
    re.IGNORECASE,
)
_NEXT = expression(rf"\s{_ADVERBS}(?P<verb>(?-i:[a-z]+))(?P<rest>\s(?:the\s)?\w+)?", re.IGNORECASE)
_STOP = expression(
    r"(?<!\n\d)\.(?=\s|$)|;(?!\s(?:and\s)?\(?[a-z]\))|\n(?!\s{0,4}(?:[-*\u2022\u2013]|\d[.)]|[a-z]\))?\s?to\s)"
)

_ERASE = words("delete erase destroy remove purge wipe anonymise anonymize shred dispose")
_END = words("stop cease refrain suspend discontinue halt end terminate abandon shut desist switch abstain")
_NO_REMEDY = words(
    "pay repay refund reimburse compensate cover appeal bear confirm the a an this that be have its say do decide "
    "reconsider reexamine"
)
_REMEDY = words(
    "bring comply adopt implement improve put take rectify remedy adapt adjust change amend revise establish appoint "
    "designate name conduct carry train ensure update sort align correct prove notify inform accredit conform "
    "regularise regularize fix repair introduce redesign reorganise overhaul tighten "
    "restrict limit implant modify alter rearrange rework adequate draw prepare restore resolve "
    "verify show demonstrate block uninstall dismantle mend reposition reorient relocate redirect encrypt mask"
)
_PLAIN = words(
    "bring comply adopt implement rectify remedy adapt modify amend revise establish appoint designate inform notify "
    "train"
)
"""Verbs of remedy that are no nouns: without "to" they go on with an order too."""
_THAT = expression(r"\bthat\b")
_WORD = expression(r"\b[a-z]{3,}\b")
_PARTICIPLE = expression(r"\s(?P<stem>[a-z]{3,})ed")
_GONE = expression(
    r"take\sdown\s(?!the\scameras?)|get\srid\sof\s(?!the\scameras?)|"
    r"have\s(?:\w+\s){1,4}?(?:deleted|erased|destroyed|wiped|purged)\b"
)
_EITHER = expression(r"\beither\s")
_OR = expression(r"\sor\s")
"""Who may choose between an end and an improvement is ordered to comply."""
_OF_SOUND = expression(r"\s(?:off\s)?(?:the\s)?(?:sound|audio|microphones?|function|feature)\b")
_OR_MEND = expression(r"[^.;]{0,60}?\sor\s(?:to\s)?(?:ensure|bring|make|put|regulari[sz]e|legali[sz]e|obtain|adapt)\b")
_PROCEDURAL = words(
    "appeal challenge contest object file lodge submit make respond react reply answer comment pay settle seek apply "
    "notify report request exercise turn take bring go consider"
)
"""What is done in a procedure, also within a time: no remedy."""
_GRANTED = expression(r"(?:has|have|gets?|got|given|gave|gives|granted|grants|leaves?|left)\s", re.IGNORECASE)
"""How a time is granted: what has to be done in it is ordered, whatever it is."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BY_DAY = expression(
    rf"\b(?:within\s(?!one\smonth|a\smonth)(?:[\w-]+\s){{1,2}}(?:days|weeks|months)"
    r"|(?:by|before|until|no\slater\sthan|not\slater\sthan)\s"
    rf"(?:the\send\sof|\d{{1,2}}\s(?:{_MONTHS})|(?:{_MONTHS})\s\d))\b"
)
"""A day by which something is due, other than the month that the law gives everybody for an answer."""
_PROOF = words("prove show demonstrate confirm")
"""What is asked for besides what is ordered, and is no order of its own."""
_OF_WRONG = expression(r"\s(?:the\s)?(?:infringements?|violations?|breach(?:es)?|non-?compliance)", re.IGNORECASE)
_WRONGS = expression(r"\b(?:infringements|violations|breaches)\b", re.IGNORECASE)
_POWER = expression(r"\b58\s?\(2\)\s?\(?(?P<letter>[d-g])\b")
_BY_POWER = {"d": COMPLIANCE, "f": BAN, "g": ERASURE}
"""What is ordered under each letter of Article 58(2)."""
_DATA = expression(
    r"\s(?:the\s)?(?:data|records?|files?|recordings?|images?|photos?|it|them|names?|entries|profiles?|lists?)\b"
)


def find_orders(text: str) -> Iterator[Found[str]]:
    """What is ordered in a text, or somebody's duty: each act with the words from the order to its verb."""
    for head in _ORDERS.finditer(text):
        yield from _acts(text, head, known=False)
    for head in _DEADLINE.finditer(text):
        yield from _acts(text, head, known=True)
    for duty in _DUTIES.finditer(text):
        match = _NEXT.match(text, duty.end())
        if match and match["verb"] != "be" and (kind := _due(match)) is not None:
            yield Found(duty.start(), match.end("verb"), kind)
            yield from _further(text, duty.start(), match.end("verb"), _end(text, duty.end()))


def _due(match: re.Match[str]) -> str | None:
    """What has to be done, if it is a remedy, or anything else by a day that is named."""
    kind = _kind(match, known=True)
    if kind is not None or match["verb"] in _NO_REMEDY or match["verb"] in _PROCEDURAL:
        return kind
    end = min(_end(match.string, match.end()), match.end() + _OBJECT)
    return COMPLIANCE if _BY_DAY.search(match.string, match.end(), end) else None


def _acts(text: str, head: re.Match[str], *, known: bool) -> Iterator[Found[str]]:
    end = _end(text, head.end())
    first = _INFINITIVE.search(text, head.end(), min(end, head.end() + _OBJECT))
    if first is None:
        if not known:
            yield from _in_clause(text, head, end)
        return
    known = known and not (_GRANTED.match(head.group()) and first["verb"] not in _PROCEDURAL)
    kind = _before(text, head.start()) if first["verb"] == "do" else _kind(first, known=known)
    power = _POWER.search(text, head.end(), first.start())
    if kind is not None:
        yield Found(head.start(), first.end("verb"), _BY_POWER.get(power["letter"], kind) if power else kind)
    if kind is not None or first["verb"] in _NO_REMEDY:
        yield from _further(text, head.start(), first.end("verb"), end)


def _in_clause(text: str, head: re.Match[str], end: int) -> Iterator[Found[str]]:
    """The first act of a clause with "that": "orders that within a month the shop deletes …"."""
    clause = _THAT.search(text, head.end(), min(end, head.end() + _OBJECT))
    for word in _WORD.finditer(text, clause.end(), end) if clause else ():
        stem = word.group().removesuffix("s").removesuffix("ed")
        acts = {stem, f"{stem}e"} & (_ERASE | _END | _REMEDY)
        if acts:
            kind = ERASURE if acts & _ERASE else BAN if acts & _END else COMPLIANCE
            yield Found(head.start(), word.end(), kind)
            return


def _further(text: str, start: int, at: int, end: int) -> Iterator[Found[str]]:
    """The acts that are joined to the first: "… and to delete what it has"."""
    for match in _JOINED.finditer(text, at, end):
        kind = _kind(match, known=True)
        if kind == COMPLIANCE and match["verb"] in _PROOF and "compliance" not in (match["rest"] or ""):
            continue
        if kind is not None and (kind != COMPLIANCE or "to" in match.group().split() or match["verb"] in _PLAIN):
            yield Found(start, match.end("verb"), kind)


def _end(text: str, at: int) -> int:
    stop = _STOP.search(text, at, at + _REACH)
    return stop.start() if stop else min(len(text), at + _REACH)


def _kind(match: re.Match[str], *, known: bool) -> str | None:
    verb = match["verb"].lower()
    rest = match["rest"] or ""
    if verb == "be" and (passive := _PARTICIPLE.fullmatch(rest)):
        return _done(passive["stem"], known=known)
    if _GONE.match(match.string, match.start("verb")):
        return ERASURE
    if _EITHER.search(match.group()) and _OR.search(match.string, match.end(), match.end() + _OBJECT):
        return COMPLIANCE
    if verb in _ERASE:
        return ERASURE if verb != "remove" or _DATA.match(rest) else COMPLIANCE
    if verb in _END:
        before = match.string[max(0, match.start() - _BEFORE) : match.start()]
        mended = (
            _OF_WRONG.match(rest)
            or (rest.strip() in {"them", "these"} and _WRONGS.search(before))
            or _OF_SOUND.match(match.string, match.end("verb"))
            or _OR_MEND.match(match.string, match.end())
        )
        return COMPLIANCE if mended else BAN
    if verb in _REMEDY:
        return COMPLIANCE
    return None if known or verb in _NO_REMEDY else COMPLIANCE


def _done(stem: str, *, known: bool) -> str | None:
    """What is ordered of which it is ordered "to be deleted", by the participle without its ending."""
    stems = {stem, f"{stem}e", stem[:-1]}
    if stems & _ERASE - {"remove"}:
        return ERASURE
    if stems & _END:
        return BAN
    return None if known and not stems & _REMEDY else COMPLIANCE


def _before(text: str, at: int) -> str | None:
    """What "do the same" means: the last act before it."""
    before = re.findall(r"[a-z]+", text[max(0, at - _BEFORE) : at].lower())
    acts = [word.removesuffix("ped").removesuffix("d") for word in before]
    for word, stem in zip(reversed(before), reversed(acts), strict=True):
        if word in _ERASE or stem in _ERASE or f"{stem}e" in _ERASE:
            return ERASURE
        if word in _END or stem in _END:
            return BAN
    return None
