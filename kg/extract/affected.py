"""Which number of people is that of those affected.

Words on data or on harm beside a number speak for it, words on the size of a business, on calls or complaints against
it. A number of customers, patients, pupils … that nothing speaks against counts too, with low confidence, for texts say
in endless ways what was done to people; a number of staff does not, for it is as often those who did it.
"""

import re

from kg.extract.expressions import expression
from kg.extract.reading import Reading, Span, within
from kg.model import Label, Mention
from kg.values import Headcount

_POSITIVE = expression(
    r"\b(?:affect\w*|concern\w*|expos\w*|leak\w*|breach\w*|compromis\w*|stolen|accessed|access to|disclos\w*|"
    r"publish\w*|victims?|data (?:of|on|about|relating)|"
    r"information (?:on|about|of)|details of|records? (?:of|on)|involv\w*|relat\w* to|personal data|data subjects?|"
    r"hack\w*|lost|sent to|without consent|"
    r"downloaded|targeted|files?|database|information|names|addresses|numbers|passwords?|details|records?|pinched|"
    r"registered|contacts?|profiles|impact\w*|monitored|used|subject|"
    r"betroffen\w*|personnes concernées|interessati|afectad[oa]s)\b",
    re.IGNORECASE,
)
_STRONG = expression(
    r"\b(?:affect\w*|expos\w*|leak\w*|stolen|victims?|compromis\w*|downloaded|data (?:of|on|about|relating to)|"
    r"(?:personal|private|sensitive|confidential) (?:data|information|details) of|information (?:on|about)|"
    r"(?:breach|leak|theft|attack|hack|incident) (?:that |which )?(?:has |had )?hit|"
    r"details of|those of|data subjects|concern\w*|how many|betroffen\w*|"
    r"(?:monitoring|surveillance|tracking|profiling|filming|recording|scoring|scanning|identification) of|"
    r"(?:returns|records|files?|addresses|names|passwords|numbers|photos|pictures|images|copies|documents|history|"
    r"profiles?|statements|invoices|payslips|lists?|answers|responses|policies|contracts|results|status|"
    r"fingerprints|faces|"
    r"conversations|recordings|salaries|diagnoses|orders|bookings|applications|claims|accounts|grades|whereabouts|"
    r"movements|locations|credentials|tickets|devices|phones|browsers|computers|inboxes|mailboxes|templates|vehicles|"
    r"calls|habits|notes|charts|transactions|identities)(?:\s\([^()]{1,20}\))? of)\b",
    re.IGNORECASE,
)
_NEGATIVE = expression(
    r"\b(?:complain\w*|employs|(?:a|its) staff of|inhabitants|population (?:of|is|was)|members and|turnover|calls|"
    r"messages(?! of)|e-?mails sent|"
    r"downloads?|million times|visitors? a|"
    r"readers|followers|subscribers worldwide|app users|has (?:over|around|about|more than|some)|with (?:around|"
    r"about|over|some|more than)|"
    r"signatures|demonstrat\w*|fined|answers? up to|an average|per (?:day|week|month|year)|medical practices|"
    r"could have|cases|worldwide)\b",
    re.IGNORECASE,
)
_SIZE = expression(
    r"\b(?:(?:(?:is|are|was|were) used by|popular with|has|have|had|having|with|how big[^.]{0,20}|"
    r"serv(?:es|ing|ed)|supplies|employ(?:s|ing|ed)?|counts?|boasts?|insur(?:es|ing)|"
    r"represent(?:s|ing)?|treats?|caters? (?:for|to)|operates?|runs?|looks after|teaches|attracts?|claims)\s+"
    r"(?:(?:a|about|around|some|over|under|almost|nearly|roughly|more|less|fewer|than|approximately|up|to|total|of|"
    r"the|its|at|least|only|just)\s+){0,4}"
    r"|(?:town|city|village|municipality|country|company|firm|clinic|school|chain|group|club|bank|employer|firms|"
    r"companies|businesses|organi[sz]ations|employers|"
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
    r"class action|complain\w*|not affected|unaffected|survey\w*|poll\w*|petition\w*|inspect(?:s|ed|ing)|"
    r"aged?|ages?|under|"
    r"above the|members? of (?:the )?(?:board|parliament|court)|filed|lodged)\b",
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
    r"received|got|saw|whose|who had|"
    r"had (?:\w+ ){0,2}(?:documents|files|records|data|photos|accounts|profiles))\b",
    re.IGNORECASE,
)
_DONE_TO = expression(
    r"\b(?:filmed|recorded|photographed|scanned|tracked|watched|spied on|profiled|listed|blacklisted|registered|"
    r"contacted|called|e-?mailed|scored|calculated for|collected from|photos of|pictures of|surveyed|rated|"
    r"screened|checked|informed|tested|show(?:ed|s|ing)|listing|naming|required|forced|obliged|compelled|measured|"
    r"followed|located|evaluated)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_LOOKED = expression(
    r"[^.;]{0,60}\b(?:(?:ha(?:d|ve|s)|with) (?:\w+ ){0,3}(?:access|accounts?|rights)\b|looked|a (?:\w+ )?look|opened|"
    r"viewed|(?:could|able to|allowed to) (?:see|read|open|access|view|consult|look)|snooped|"
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
    r"(?:listed|filmed|recorded|photographed|noted|monitored|tracked|scanned|fingerprinted|profiled|graded|scored|"
    r"watched|"
    r"eavesdropped|blacklisted|affected|exposed|stolen|leaked|accessed|copied|named|identified|identifiable|visible|"
    r"harvested|swiped|scraped|hacked|targeted|photocopied|intercepted|"
    r"(?:placed |put |kept )?under (?:\w+ ){0,3}(?:surveillance|observation|watch|monitoring))\b",
    re.IGNORECASE,
)
_ALL = expression(r"(?<!with )(?<!to )(?<!by )(?<!that )(?<!for )\ball (?:of )?(?:the |its |their )?$", re.IGNORECASE)
_TAUGHT = expression(r"[^.;]{0,40}\b(?:train\w*|instruct\w*|remind\w*|taught|apologi\w*)\b", re.IGNORECASE)
_ON_PAYROLL = expression(r"\b(?:inhabitants|residents|employees|workers|staff members|staff)$", re.IGNORECASE)
"""Whom a business or a town is said to have, to tell its size."""
_LIST_WITH = expression(
    r"\b(?:lists?|files?|spreadsheet|table|sheet|database|e-?mails?|letters?|document|"
    r"(?:chat|whatsapp) group)\s(?:was\s)?with\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_THEIR_OWN = expression(r"\b(?:her|his|my|your)\s+(?:own\s+)?$", re.IGNORECASE)
_IN_ALL = expression(r"\b(?:altogether|in all|in total|overall|a total of)\b", re.IGNORECASE)
_LIST_OF = expression(r"\b(?:data|information|details)\b[^.;]*\)\s+of\s+(?:\w+\s+)?$", re.IGNORECASE)
_OF = expression(
    r"(?:\s\([^()]{1,30}\))?,?\s(?:of|from|on|about|belonging to|relating to)\s(?:the\s|all\s|its\s|a total of\s)?"
)
"""Between a category of data and the people: `dates of birth (and more) of 500 clients`."""
_GAVE = expression(
    r"[^.;]{0,40}?\b(?:their|whose|gave|given|provided|uploaded|entered|submitted|handed|shared|left)\b", re.IGNORECASE
)
"""After the people: they gave the data that are named next, or these are theirs."""
_THEIRS = expression(r"['\u2019]s?\s(?!complaints?\b|calls?\b|requests?\b|claims?\b)", re.IGNORECASE)
_OF_OTHERS = r"\b(?:lists?|files?|spreadsheets?|tables?|sheets?|records|notes|details|minutes|dossiers?)\b"
_SENDING = r"(?:sent|mailed|posted|e-?mailed|forwarded|passed on|circulated)"
_DATA_SENT = expression(
    rf"{_OF_OTHERS}[^.;]{{0,100}}\b(?:was|were|been|being|is|"
    rf"are)\s(?:\w+ly\s)?{_SENDING}\s(?:\w+\s){{0,4}}?to\s(?:\w+\s){{0,3}}$"
    rf"|\b{_SENDING}\b[^.;]{{0,30}}{_OF_OTHERS}[^.;]{{0,80}}\bto\s(?:\w+\s){{0,3}}$",
    re.IGNORECASE,
)
"""Before those who got to see the data of others."""
_LIST_NEXT = expression(rf"\s(?:an?|the)\s(?:\w+\s)?{_OF_OTHERS}", re.IGNORECASE)
_TAKEN_PART = expression(
    r"(?:\s(?:in|at|from|of|aged|with|who)\b[^.;,]{0,40})?\s(?:(?:has|have|had|were|are|was)\s)?(?:(?:\w+ly|thus|"
    r"already|"
    r"also|been)\s){0,2}[\u201c\"']?(?:took part|taken part|consented|agreed|enrolled|signed up|chose|opted|invited|"
    r"provided|"
    r"uploaded|submitted|registered|subscribed|downloaded|used|participated)\b",
    re.IGNORECASE,
)
"""After the people: they joined what processed their data."""
_SHARE_OF = expression(
    r"(?:%|\bper ?cent|\b(?:half|thirds?|quarters?|fourths?|fifths?|tenths?|majority)) of "
    r"(?:its |their |the |all |our )?$",
    re.IGNORECASE,
)
"""Before a number: that of those from whom only a share suffered, whose number a text leaves to the reader."""
_HOME_TO = expression(r"\b(?:home to|population of|none of the|single one of the)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_OPEN_TO = expression(
    r"\b(?:open|accessible|available|visible|access (?:had been |was )?given|(?:seen|read|viewed|accessed|consulted|"
    r"opened) by)"
    r"\s(?:to\s|by\s)?(?:all\s|the\s|its\s|other\s){0,2}$",
    re.IGNORECASE,
)
"""Before the number: those who could see the data of others."""
_RATE = expression(r"\s(?:per|a|each|every)\s(?:day|week|month|year|hour)\b", re.IGNORECASE)
_FEW = 3
"""Fewer people than that are those of the story ("her two children") unless strong words call them affected."""

_PART = expression(r"\b(?:of whom|of them|of which|of those|of these|for|by|including|one of them alone)\s+$")
_HIT = expression(r"\b(?:affected|concerned|targeted|impacted|monitored|exposed)\b", re.IGNORECASE)
"""Within the words for the people: `400 affected tenants`."""
_ROUNDING = 0.08
"""What share of a number a text leaves out when it rounds it."""
_FIRM = 2.5
"""The score from which on the words leave no doubt: then the total counts before its parts."""
_NEXT = 60
"""How far from the people data may be named that are theirs, in characters."""
_FALLBACK = 0.4
"""The score of a number for which and against which nothing speaks."""


def affected(reading: Reading, spans: tuple[Span, ...]) -> tuple[Mention, Headcount, float] | None:
    """The number of people affected, and how well the words around it support it (0 to 1); None where none is told."""
    scored = [
        (score, headcount.count, mention, headcount)
        for mention, headcount in within(reading.headcounts, spans)
        if headcount.count > 1 and (score := _score(reading, mention, headcount)) > 0
    ]
    if not scored:
        return None
    # The total comes before its parts: of equal support the larger number wins, then the first.
    best = max(scored, key=lambda row: (min(row[0], _FIRM), row[1]))
    exact = next((row for row in scored if _is_exact(row[1], best[1])), best)
    return exact[2], exact[3], min(best[0] / 4, 1.0)


def _is_exact(count: int, rounded: int) -> bool:
    """Whether a number is the exact one that another rounds: 491,939 for `almost 500,000`."""
    return _digits(count) > _digits(rounded) and abs(count - rounded) <= rounded * _ROUNDING


def _digits(count: int) -> int:
    """How many digits of a number tell something."""
    return len(str(count).rstrip("0"))


def _score(reading: Reading, mention: Mention, headcount: Headcount) -> float:
    words = reading.text[mention.start : mention.end]
    near = reading.before(mention, 80) + " | " + reading.after(mention, 80)
    close = reading.before(mention, 40) + " | " + reading.after(mention, 40)
    strong = _STRONG.search(close) is not None
    score = 0.0
    score += bool(_POSITIVE.search(near)) + strong * 1.5
    score += mention.start in reading.title and 0.5
    score += 1.5 * (_HIT.search(words) is not None)
    score += bool(_DONE_TO.search(reading.before(mention, 60)))
    score += bool(_HELD.search(reading.before(mention, 230))) * 2
    score += _sent_to(reading, mention) + bool(_SUFFERED.match(reading.after(mention, 80)))
    score -= bool(_NEGATIVE.search(close)) * 1.8
    score += _whole(reading, mention)
    if _STAFF.search(words) and _LOOKED.match(reading.after(mention, 90)):
        score -= 3
    if _is_of_others(reading, mention):
        return 0.0
    size = _SIZE.search(reading.before(mention, 60))
    if size and _on_payroll(reading, mention) and not _LIST_WITH.search(reading.before(mention, 40)):
        return 0.0
    if size and not strong:
        score -= 1
    else:
        score += 1.5 * _are_theirs(reading, mention)
    if _PART.search(reading.before(mention, 24)):
        score -= 0.6
    if headcount.count < _FEW and not strong:
        score -= 1.5
    if score <= 0 and _may_be(reading, mention, headcount):
        return _FALLBACK
    return score


def _is_of_others(reading: Reading, mention: Mention) -> bool:
    """Whether it is the number of others: who live in a place, come each day, or of whom a share suffered."""
    before = reading.before(mention, 30)
    return (
        _THEIR_OWN.search(before) is not None
        or _SHARE_OF.search(before) is not None
        or _HOME_TO.search(before) is not None
        or _RATE.match(reading.after(mention, 20)) is not None
        or (before.endswith("(") and reading.after(mention, 1) == ")" and _on_payroll(reading, mention))
        or _OPEN_TO.search(reading.before(mention, 50)) is not None
    )


def _on_payroll(reading: Reading, mention: Mention) -> bool:
    return _ON_PAYROLL.search(reading.text[mention.start : mention.end]) is not None


def _whole(reading: Reading, mention: Mention) -> float:
    """What a sentence that counts all of them, or says where they all stood, adds."""
    score = 0.0
    if _IN_ALL.search(reading.before(mention, 40)) or _IN_ALL.match(reading.after(mention, 20).strip()):
        score += 2.5 * bool(_POSITIVE.search(reading.words(reading.paragraph(mention.start))))
    if _STOOD_ON_IT.match(reading.after(mention, 100)) or _LIST_OF.search(reading.before(mention, 400)):
        score += 1
    return score


def _sent_to(reading: Reading, mention: Mention) -> float:
    """What it says for people that something was sent to them; against them, if that was the data of others."""
    if _DATA_SENT.search(reading.before(mention, 200)) or _LIST_NEXT.match(reading.after(mention, 30)):
        return -2.0
    return float(_SENT.search(reading.before(mention, 80)) is not None)


def _are_theirs(reading: Reading, mention: Mention) -> bool:
    """Whether data are named that are those of the people: right before them, or after a word of giving or having."""
    if _THEIRS.match(reading.text, mention.end):
        return True
    gave = _GAVE.match(reading.after(mention, 60))
    given = Span(mention.end + gave.end(), mention.end + gave.end() + _NEXT) if gave else None
    around = Span(mention.start - _NEXT, mention.end + 60 + _NEXT)
    categories = within(reading.named(Label.DATA_CATEGORY), (around,))
    return any(
        (given is not None and named.start in given)
        or (named.end <= mention.start and _OF.fullmatch(reading.text, named.end, mention.start) is not None)
        for named, _ in categories
    )


def _may_be(reading: Reading, mention: Mention, headcount: Headcount) -> bool:
    """Whether a number of people may be that of those affected, though no word says so."""
    before, after = reading.before(mention, 60), reading.after(mention, 60)
    words = reading.text[mention.start : mention.end]
    if headcount.count < _FEW or _NEGATIVE.search(before[-40:] + " | " + after[:40]):
        return False
    if _SIZE.search(before) or _LARGE_AFTER.match(after) or _ELSE.search(before[-30:] + " | " + after[:30]):
        return False
    if (_STAFF.search(words) or words.endswith("accounts")) and _LOOKED.match(after):
        return False
    if _TAKEN_PART.match(after):
        return True
    if _ANYBODY.search(words):
        return _ON_IT.match(after) is not None
    if _ALL.search(before):
        return _TAUGHT.match(after) is None
    return _STAFF.search(words) is None
