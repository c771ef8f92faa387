"""Categories of data by the shape of their names, where the labels of the ontology cannot hold every combination.

A shape is a word family with the kind of record that it heads ("patients' journals", "loan applications"), or an
adjective that shares the word "data" with another one ("criminal and medical data").
"""

import re
from collections.abc import Iterator

from kg.extract.expressions import expression
from kg.extract.found import Found

_RECORD = (
    r"(?:journals?|files?|records?|data|overviews?|charts?|notes|histor(?:y|ies)|information|details|documents?|"
    r"documentation|reports?|folders?|dossiers?|registers?|forms?|database|lists?|archives?)"
)
_OF = r"['\u2019]?s?\s(?:\w+\s)?"
_OR = r"(?:,\s\w+){0,4},?\s(?:and|or)\s(?:\w+\s){1,3}?(?:data|information|details|records|files)\b"

_SHAPES: dict[str, str] = {
    "health": rf"""(?:patient|medical|clinical|health|treatment|therap(?:y|ist)|sickness|illness|psychiatric|
        pregnancy|disease|pharmacy|
        vaccination|care|diagnos(?:tic|is)|hospital){_OF}{_RECORD}\b|patients['\u2019]\s{_RECORD}|(?:on|
        about|of|concerning)\s(?:the\s|their\s|his\s|her\s)?(?:state\sof\s)?health\sof\b|(?:absence|
        leave)\s(?:due\sto|because\sof|for)\s(?:illness|sickness|health)|(?:on|about)\s(?:their|his|
        her)\s(?:state\sof\s)?health\b|sick\s(?:days?|leaves?|notes?)|test\sresults|
        walking\saids?|wheelchairs?|medical\b(?={_OR})|health\b(?={_OR})""",
    "credit": r"""(?:loan|credit|debt|instalment|mortgage|lending|overdraft)\s(?:\w+\s)?(?:files?|applications?|
        registers?|reports?|data|entries|histor(?:y|ies)|records?|agreements?|contracts?|scores?|ratings?|
        defaults?)\b|(?:debt|amount|sum|money)s?\s(?:that\s)?(?:s?he|they|the\s\w+)\sowe[ds]?|what\s(?:s?he|
        they)\sowe[ds]?""",
    "location": r"""(?:exact|precise|current|geographic(?:al)?|real-time|live|last|their|his|her)\s(?:position|
        whereabouts|locations?)\b|(?:position|location|whereabouts)\s(?:is|was|were|are)\s(?:recorded|
        tracked|stored|logged|transmitted)|geo-?locali[sz]ations?|(?<!of\s)locations(?=,)|gps\b(?:[\s-](?:trackers?|
        position\w*|data|tracking|
        coordinates|devices?|locations?))?|base[\s-]stations?(?:\s\w+)?|wi-?fi[\s-](?:tracking|signals|sensors)|
        (?:the|their|his|her|its)\smovements\sof\b|positions?\sof\s(?:the|its|their)\s(?:vehicles|vans|cars|employees|
        couriers|drivers|riders|users)""",
    "browsing": r"""(?:whose|their|users['\u2019]|people['\u2019]s|visitors['\u2019])\s(?:\w+\s)?browsing|(?:web|
        internet|browsing|
        search)\s(?:histor(?:y|ies)|logs?|queries|habits|behaviou?r)|(?:pages|sites|websites)\s(?:they|he|she|users|
        somebody|visitors)\s(?:had\s)?(?:visited|viewed|opened)""",
    "online-identifier": r"""(?:advertising|device|user|cookie|online|pseudonymous|technical)\s(?:ids?|
        identifiers?)\b|
        (?:the|these|those)\sidentifiers\b|mac\saddress(?:es)?|(?:advertising|third-party|tracking|statistical|
        analytics|
        optional|non-essential)\scookies|cookies?\s(?:were|was|are|is|without|before|despite|placed|set|stored|
        dropped|banners?)\b|(?:placed|set|stored|dropped|deposit\w*|read)\s(?:\w+\s){0,2}cookies|over\scookies|
        (?:for|in)\s(?:its|their)\scookies|cookies?(?=:\s)""",
    "phone": r"""telemarketing|(?:nuisance|cold|unwanted|unsolicited|marketing|sales|promotional)\s(?:\w+\s)?calls|
        cold[\s-]call(?:s|ed|ing)|(?:marketing|unsolicited|spam|commercial|promotional|advertising)\s(?:texts?|sms|
        text\smessages)\b""",
    "email": r"""(?:numbers?|address(?:es)?|phones?|names?|surnames?|birth)(?:,|\sand|,\sand)\s(?:the\s|their\s|
        an?\s)?
        e-?mails?(?=[,.;)]|\s(?:and|or|were|was|had)\b)|(?:in|by)\s(?:open\s)?(?:cc\b|carbon\scopy)|blind\s(?:carbon\s)?copy|
        \bbcc\b|
        mailing\slists?""",
    "purchase-history": r"""orders?\s(?:of|placed\sby|made\sby)\s(?:all\s|other\s|its\s|the\s|
        their\s){0,2}(?:customers|users|
        clients|buyers|patients)|what\s(?:\w+\s){1,2}(?:had\s)?(?:bought|ordered|purchased)|shopping\s(?:habits|
        history|
        baskets?|behaviou?r)""",
    "opinion": r"""(?:survey|questionnaire)\s(?:answers|replies|responses)|(?:answers|replies|
        responses)\sto\s(?:the|a|
        its)\s(?:survey|questionnaire|poll)""",
    "usage": r"""consumption\b(?=,|\sdata|\sand\s\w+\shistory|\sreadings?)|meter\sreadings?|(?:viewing|listening|
        training|
        call|app)\s(?:habits|history|times)""",
    "political": r"""voting\s(?:intentions?|preferences?|behaviou?r)|political\s(?:interests?|leanings?|
        preferences?|views|
        sympath(?:y|ies)|affiliations?|beliefs?)|party\s(?:membership|affinit(?:y|ies)|
        preferences?|affiliations?)|(?:prefer|like|support|linked\s\w+\sto|
        vote\sfor)\s(?:\w+\s){0,5}(?:political\s)?part(?:y|ies)\b""",
    "employment": rf"""(?:places?\sof\swork|work\scontracts?|employment\scontracts?|job\stitles?)|
        (?:appraisal|performance|disciplinary|personnel|staff|hr)\s(?:\w+\s)?{_RECORD}\b""",
    "criminal": rf"""(?!police\sreports?\b)(?:criminal|penal|police|court|probation|prison)\s(?:\w+\s)?(?:bundles?|
        {_RECORD}|judg(?:e?ments?))\b|register\sof\s(?:punishments|penalties|convictions|offenders)|
        criminal\b(?={_OR})""",
    "voice": r"""record(?:ed|ings?|s)?\s(?:of\s)?(?:(?:all|the|their|its|his|her|these|those|telephone|phone|
        customer|every|of)\s){0,4}(?:calls|conversations|sound|audio|voices?)\b|(?:calls|conversations|
        sound|voices?)\s(?:\w+\s){0,2}(?:were|was|are|is|been)\s(?:\w+ly\s)?recorded|sound\s(?:and|
        or)\s(?:video|images?)|(?:images?|video|pictures?)\s(?:and|or)\s(?:sound|audio)|(?:analys\w+|recogni[sz]\w+)\s
        (?:the\s|their\s)?(?:emotions|voices)|recorded\s(?:telephone\s|phone\s|customer\s)?(?:calls|conversations)""",
    "image": r"""(?:film(?:ed|ing|s)|photograph(?:ed|ing|s))\s(?:\w+\s){0,3}(?:guests?|pupils|people|visitors|
        employees|staff|workers|customers|passengers|children|tenants|neighbou?rs|patients|students|
        passers-by|shoppers|residents)\b|(?:cameras?|cctv)\s(?:\w+\s){0,5}(?:film(?:ed|s|ing)|record(?:ed|s|
        ing)|captur(?:ed|es|ing)|recorded|monitor(?:ed|s|ing))|(?:(?:spy|surveillance|security|hidden|video|cctv|door|
        doorbell|body|dash)[\s-]?)cam(?:era)?s?\b|cameras?\s(?:aimed|pointed|pointing|directed|trained|facing|
        installed|
        mounted|placed|hidden|by|over|above|outside|inside)\b|(?:install|put|mount|set)(?:ed|ting|s)?\s(?:up\s)?
        (?:\w+\s){0,3}cameras?\b|\bselfies?\b""",
    "ssn": r"""(?:personal|national)\s(?:identification|identity|id)\s(?:codes?|numbers?)|personal\scodes?\b|\begn\b|
        nhs\snumbers?|national\sinsurance\snumbers?|(?:single|unique|national|personal)?\s?(?:(?:civil|population)\s
        registration|civil\sid|citizen|birth)\s(?:numbers?|codes?)\b""",
    "tax": r"""tax\s(?:returns?|filings?|records?|and\ssocial\ssecurity)|tax\s(?:notices?|bills?|decisions?|
        assessments?|balances?)\b|\btax(?=,\s\w+(?:\s\w+)?(?:,|
        \sand)\s[^.;]{0,30}\bdata\b)""",
    "social-security": r"""(?:food|meal|social)\svouchers?(?:\srecipients)?|(?:applications?\sfor|recipients?\sof)\s
        (?:\w+\s){0,2}(?:benefits?|allowances?|aid|assistance)|(?:benefit|welfare|aid)\s(?:recipients|claimants|
        applications?|claims)|social\ssecurity\sfilings|social\s(?:security|insurance|benefits?)(?:\sand\b|
        ,)(?=[^.;]{0,40}\bdata\b)|cash\sbenefits?|
        (?:sickness|housing|disability|child|unemployment)\s(?:benefits?|allowances?)\b""",
    "tax-id": r"""tax-?\s?payer['\u2019]?s?\s(?:code|number|id)s?\b""",
    "billing": r"""(?:customers|clients|subscribers|another\s\w+|other\s\w+)['\u2019]?s?\s(?:\w+\s)?(?:invoices?|
        bills?)\b|(?:invoices?|bills?)\sof\s(?:an?other|the|other|its|their|\d)""",
    "financial": rf"""(?:account|bank)\s(?:\w+\s)?(?:statements?|extracts?|balances?|transactions?|movements)|
        extracts?\sfrom\s(?:the|an|his|her|their)\s(?:bank\s)?accounts?|lists?\sof\s(?:\w+\s)?transactions|
        financial\b(?={_OR})""",
    "id-document": r"""(?:photo)?(?:cop(?:y|ies)|scans?|pictures?|photographs?)\sof\s(?:\w+\s){0,4}?(?:passports?|
        ids?\b|
        (?:identity|id)\s(?:cards?|documents?)|driving\slicen[cs]es?)|(?:passport|id|
        identity)\s(?:card\s)?(?:cop(?:y|ies)|
        scans?)|(?:taxi|driving|driver['\u2019]?s?)\slicen[cs]es?|passports\s(?:of|were)|(?:citizen|identity|
        residence|id|national)['\u2019]?s?\s(?:cards?|permits?)\b""",
    "education": rf"""(?:learning|school|examination|exam|pupils?|students?){_OF}(?:{_RECORD}|results?|marks|
        grades)\b""",
    "contact": r"""data\sof\scontact\b|contacts?\sdata\b""",
    "biometric": rf"""(?:voice|face|iris|finger|palm)\s?(?:-\s?)?(?:prints?|templates?|codes?|vectors?)\b|
        biometric\b(?={_OR})""",
    "travel": r"""(?:details|data)\sof\s(?:the|their|his|her)\s(?:booking|journey|trip|stay|flight|
        reservation)s?\b""",
    "religion": r"""religious\s(?:clothing|dress|symbols?|garments?|practices?|affiliations?)""",
    "address": r"""names?(?:,\s\w+)?\sand\s(?:home\s|postal\s|email\s|full\s)?address(?:es)?\b""",
}
_INDENT = expression(r"\s*\n\s+")
_PATTERNS = {name: expression(rf"\b(?:{_INDENT.sub('', shape)})", re.IGNORECASE) for name, shape in _SHAPES.items()}


def find_shapes(text: str) -> Iterator[Found[str]]:
    """Where a text names categories by such shapes; stretches of different categories may overlap."""
    for name, shape in _PATTERNS.items():
        for hit in shape.finditer(text):
            yield Found(hit.start(), hit.end(), name)
