"""Which number of people is that of those affected.

Words on data or on harm beside a number speak for it, words on the size of a business, on calls or complaints against
it. A number of customers, patients, pupils … that nothing speaks against counts too, with low confidence, for texts say
in endless ways what was done to people; a number of staff does not, for it is as often those who did it.
"""

import re

from kg.extract.expressions import expression
from kg.extract.reading import Reading, Span, covered
from kg.model import Mention
from kg.values import Headcount

_POSITIVE = expression(
    r"\b(?:affect\w*|concern\w*|expos\w*|leak\w*|breach\w*|compromis\w*|stolen|accessed|access to|disclos\w*|"
    r"publish\w*|victims?|data (?:of|on|about|relating)|"
    r"information (?:on|about|of)|details of|records? (?:of|on)|involv\w*|relat\w* to|personal data|data subjects?|"
    r"hack\w*|lost|sent to|without consent|"
    r"downloaded|files?|database|information|names|addresses|numbers|passwords?|details|records?|pinched|"
    r"registered|contacts?|profiles|impact\w*|monitored|used|subject|"
    r"betroffen\w*|personnes concernées|interessati|afectad[oa]s)\b",
    re.IGNORECASE,
)
_STRONG = expression(
    r"\b(?:affect\w*|expos\w*|leak\w*|stolen|victims?|compromis\w*|downloaded|data (?:of|on|about|relating to)|"
    r"personal data of|information (?:on|about)|"
    r"details of|those of|data subjects|concern\w*|how many|betroffen\w*|"
    r"(?:returns|records|files?|addresses|names|passwords|numbers|photos|pictures|images|copies|documents|history|"
    r"profiles?|statements|invoices|payslips|lists?|answers|responses|policies|contracts|results|status|fingerprints|faces|"
    r"conversations|recordings|salaries|diagnoses|orders|bookings|applications|claims|accounts|grades|whereabouts|"
    r"movements|locations|credentials|tickets) of)\b",
    re.IGNORECASE,
)
_NEGATIVE = expression(
    r"\b(?:complain\w*|employs|staff of|inhabitants|population (?:of|is|was)|members and|turnover|calls|"
    r"messages(?! of)|e-?mails sent|"
    r"downloads?|million times|visitors? a|"
    r"readers|followers|subscribers worldwide|app users|has (?:over|around|about|more than|some)|with (?:around|"
    r"about|over|some|more than)|"
    r"signatures|demonstrat\w*|fined|answers? up to|an average|per (?:day|week|month|year)|medical practices|"
    r"could have|cases|worldwide)\b",
    re.IGNORECASE,
)
_SIZE = expression(
    r"\b(?:(?:has|have|had|having|with|how big[^.]{0,20}|"
    r"serv(?:es|ing|ed)|supplies|employ(?:s|ing|ed)?|counts?|boasts?|insur(?:es|ing)|"
    r"represent(?:s|ing)?|treats?|caters? (?:for|to)|operates?|runs?|looks after|teaches|attracts?|claims)\s+"
    r"(?:(?:a|about|around|some|over|under|almost|nearly|roughly|more|less|fewer|than|approximately|up|to|total|of|"
    r"the|its|at|least|only|just)\s+){0,4}"
    r"|(?:town|city|village|municipality|country|company|firm|clinic|school|chain|group|club|bank|employer|"
    r"(?:customer|user|client) base|"
    r"membership|workforce|readership|clientele|audience) of\s+"
    r"(?:\w+\s+){0,2})$",
    re.IGNORECASE,
)
"""Before the number: it tells how large somebody is."""

_LARGE_AFTER = expression(
    r"[^.;]{0,30}\b(?:worldwide|in total worldwide|per (?:day|week|month|year)|a (?:day|week|month|year)|every (?:day|"
    r"week|month|year)|on average|across (?:the country|europe)|at the end of)\b"
    r"|\s+(?:and|in|at|across)\s+(?:\w+\s){0,3}(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten)\s"
    r"(?:\w+\s)?(?:clubs|shops|stores|branches|countries|sites|locations|offices|outlets|hotels|restaurants|schools|"
    r"hospitals|clinics|states|employees|staff|vehicles)\b"
    r"|\s*(?:complained|reported|signed|demonstrated|protested|joined the|have joined|work(?:s|ed)? (?:for|at|in)|"
    r"live[sd]?\b)",
    re.IGNORECASE,
)
_ELSE = expression(
    r"\b(?:fine[ds]?|€|eur|euros?|turnover|population|shareholders?|investors|founded|compensation|damages|lawsuit|sue|"
    r"class action|complain\w*|not affected|unaffected|survey\w*|poll\w*|petition\w*|inspect\w*|aged?|ages?|under|"
    r"above the|members? of (?:the )?(?:board|parliament|court))\b",
    re.IGNORECASE,
)
_STAFF = expression(
    r"\b(?:employees|staff|workers|officers|doctors|physicians|colleagues|professionals|teachers|nurses|couriers|"
    r"parents|women|men|friends|followers|contacts|participants|attendees|complainants|applicants for|"
    r"inhabitants|residents|citizens|voters|owners|people|persons|individuals|children)$",
    re.IGNORECASE,
)
"""Who did it as often as who suffered it, or whom a text counts for any reason: never without a word for it."""

_ANYBODY = expression(r"\b(?:people|persons|individuals|children|citizens|voters|residents|owners)$", re.IGNORECASE)
_ON_IT = expression(
    r"\s*(?:were|was|are|had been|have been|stood|appeared|ended up|landed|found themselves|had entrusted|entrusted|"
    r"received|got|saw|whose|who had)\b",
    re.IGNORECASE,
)
_DONE_TO = expression(
    r"\b(?:filmed|recorded|photographed|scanned|tracked|watched|spied on|profiled|listed|blacklisted|registered|"
    r"contacted|called|e-?mailed|scored|calculated for|collected from|photos of|pictures of|surveyed|rated|"
    r"screened|checked|informed|tested|listing|naming|required|forced|obliged|compelled|measured|followed|located|evaluated)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_LOOKED = expression(
    r"[^.;]{0,60}\b(?:ha(?:d|ve|s) access|looked|a look|opened|viewed|could (?:see|read|open|access)|snooped|"
    r"(?<!been )consulted|all have access|(?<!been )accessed|(?<!been )misused|(?<!been )searched)\b",
    re.IGNORECASE,
)
"""After staff: they saw the data."""
_STOOD_ON_IT = expression(
    r"(?:\sand\s\w+)?[^.;]{0,50}\b(?:were|was|stood|appeared|ended up|landed)\s(?:on|in)\s(?:it|there|the (?:list|file|"
    r"register|database|table|sheet|spreadsheet))\b",
    re.IGNORECASE,
)
_HELD = expression(
    r"\b(?:contain\w*|held|holding|holds|stor(?:ed|ing)|included|disclos\w+|leak\w*|reveal\w*|show(?:ed|ing)|"
    r"copied|copies|stole|took)\b[^.;]{0,160}\bof (?:(?:about|around|some|over|more than|nearly|almost|all) ){0,2}$",
    re.IGNORECASE,
)
"""Before the number: something about these people was held, shown or taken."""
_SENT = expression(
    r"\b(?:sent|mailed|posted|e-?mailed|texted|wrote)\b[^.;]{0,50}\bto (?:(?:about|around|some|over|more than|nearly|"
    r"almost|all) ){0,2}$|\b(?:fingerprints|data|information|photos|images|scans|copies|details|numbers|reports)"
    r"\s(?:from|on|about|belonging to)\s(?:\w+ ){0,2}$"
    r"|\b(?:leaked|disclosed|exposed|published)\s(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_SUFFERED = expression(
    r"(?:\s\w+){0,4}?\s(?:were|was|had been|have been|has been|are|being|may have been)\s(?:\w+ly |also |thus ){0,2}"
    r"(?:listed|filmed|recorded|photographed|noted|monitored|tracked|scanned|fingerprinted|profiled|graded|scored|watched|"
    r"eavesdropped|blacklisted|affected|exposed|stolen|leaked|accessed|copied|named|identified|identifiable|visible)\b",
    re.IGNORECASE,
)
_ALL = expression(r"(?<!with )(?<!to )(?<!by )(?<!that )(?<!for )\ball (?:of )?(?:the |its |their )?$", re.IGNORECASE)
_TAUGHT = expression(r"[^.;]{0,40}\b(?:train\w*|instruct\w*|remind\w*|taught|apologi\w*)\b", re.IGNORECASE)
_ON_PAYROLL = expression(r"\b(?:inhabitants|residents|employees|workers|staff members|staff)$", re.IGNORECASE)
"""Whom a business or a town is said to have, to tell its size."""
_LIST_WITH = expression(
    r"\b(?:lists?|files?|spreadsheet|table|sheet|database|e-?mails?|letters?|document)\s(?:was\s)?with\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_THEIR_OWN = expression(r"\b(?:her|his|my|your)\s+(?:own\s+)?$", re.IGNORECASE)
_IN_ALL = expression(r"\b(?:altogether|in all|in total|overall|a total of)\b", re.IGNORECASE)
_LIST_OF = expression(r"\b(?:data|information|details)\b[^.;]*\)\s+of\s+(?:\w+\s+)?$", re.IGNORECASE)
_FEW = 3
"""Fewer people than that are those of the story ("her two children") unless strong words call them affected."""

_PART = expression(r"\b(?:of whom|of them|of which|of those|of these|for|by|including|one of them alone)\s+$")
_FALLBACK = 0.4
"""The score of a number for which and against which nothing speaks."""


def affected(reading: Reading, spans: tuple[Span, ...]) -> tuple[Mention, Headcount, float] | None:
    """The number of people affected, and how well the words around it support it (0 to 1); None where none is told."""
    best: tuple[float, int, Mention, Headcount] | None = None
    for mention, headcount in reading.headcounts:
        if headcount.count < 2 or not covered(mention.start, spans):
            continue
        score = _score(reading, mention, headcount)
        if score <= 0:
            continue
        # The total comes before its parts: of equal support the larger number wins, then the first.
        candidate = (score, headcount.count, mention, headcount)
        if best is None or candidate[:2] > best[:2]:
            best = candidate
    return (best[2], best[3], min(best[0] / 4, 1.0)) if best else None


def _score(reading: Reading, mention: Mention, headcount: Headcount) -> float:
    near = reading.before(mention, 80) + " | " + reading.after(mention, 80)
    close = reading.before(mention, 40) + " | " + reading.after(mention, 40)
    strong = _STRONG.search(close) is not None
    score = 0.0
    score += bool(_POSITIVE.search(near)) + strong * 1.5
    score += mention.start in reading.title and 0.5
    score += bool(_DONE_TO.search(reading.before(mention, 60)))
    score += bool(_HELD.search(reading.before(mention, 230))) * 2
    score += bool(_SENT.search(reading.before(mention, 80))) + bool(_SUFFERED.match(reading.after(mention, 80)))
    score -= bool(_NEGATIVE.search(close)) * 1.8
    score += _whole(reading, mention)
    if _STAFF.search(reading.text[mention.start : mention.end]) and _LOOKED.match(reading.after(mention, 90)):
        score -= 3
    if _THEIR_OWN.search(reading.before(mention, 20)):
        return 0.0
    size = _SIZE.search(reading.before(mention, 60))
    if (
        size
        and _ON_PAYROLL.search(reading.text[mention.start : mention.end])
        and not _LIST_WITH.search(reading.before(mention, 40))
    ):
        return 0.0
    if size and not strong:
        score -= 1
    if _PART.search(reading.before(mention, 24)):
        score -= 0.6
    if headcount.count < _FEW and not strong:
        score -= 1.5
    if score <= 0 and _may_be(reading, mention, headcount):
        return _FALLBACK
    return score


def _whole(reading: Reading, mention: Mention) -> float:
    """What a sentence that counts all of them, or says where they all stood, adds."""
    score = 0.0
    if _IN_ALL.search(reading.before(mention, 40)) or _IN_ALL.match(reading.after(mention, 20).strip()):
        score += 2.5 * bool(_POSITIVE.search(reading.words(reading.paragraph(mention.start))))
    if _STOOD_ON_IT.match(reading.after(mention, 100)) or _LIST_OF.search(reading.before(mention, 400)):
        score += 1
    return score


def _may_be(reading: Reading, mention: Mention, headcount: Headcount) -> bool:
    """Whether a number of people may be that of those affected, though no word says so."""
    before, after = reading.before(mention, 60), reading.after(mention, 60)
    words = reading.text[mention.start : mention.end]
    if headcount.count < _FEW or _NEGATIVE.search(before[-40:] + " | " + after[:40]):
        return False
    if _SIZE.search(before) or _LARGE_AFTER.match(after) or _ELSE.search(before[-30:] + " | " + after[:30]):
        return False
    if _ANYBODY.search(words):
        return _ON_IT.match(after) is not None
    if _ALL.search(before):
        return _TAUGHT.match(after) is None
    return _STAFF.search(words) is None
