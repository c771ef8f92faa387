"""Numbers of people in a text: `about 500,000 customers`, `up to 35 employees`; not of calls or messages."""

import re
from collections.abc import Iterator

from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.numbers import Numeral, find_numbers
from kg.values import Bound, Headcount

_PEOPLE = r"""(?:
    people | persons? | personas | personnes | personen | individuals | adults | women | men | children | kids
    | minors | teenagers
  | users | customers | clients | consumers | subscribers | accounts | (?:account|card|policy)?[ -]?holders
    | followers | friends
  | patients | doctors | physicians | employees | workers | staff\ members | staff | colleagues | officers
    | professionals | couriers | drivers
  | data[ -]subjects | subjects | complainants | victims | applicants | candidates | job[ -]?seekers
    | participants | attendees
  | pupils | students | teachers | parents | families | households | passengers | travell?ers | riders | guests
    | visitors | viewers
  | members\ of\ (?:the\ )?staff | members | voters | citizens | residents | inhabitants | tenants | owners
    | taxpayers | beneficiaries
    | donors | players | shoppers
  | buyers | borrowers | debtors | prisoners | inmates | soldiers | contacts | profiles | interns | trainees
  | recipients | respondents | addressees | depositors | policyholders | cardholders | pensioners | lodgers | migrants
    | refugees | asylum[ -]seekers | insured | insurees | sellers | listeners | commuters | cyclists | motorists
    | athletes | runners | believers | parishioners | schoolchildren | babies | infants | teens | adolescents
    | creditors | investors | freelancers | volunteers | nurses | agents | civil\ servants | recruits | veterans
    | neighbou?rs | relatives | lawyers | journalists | lecturers | payers | traders | merchants | dealers
    | supporters | fans | gamers | firefighters | insureds | leaseholders | homeowners | landlords | mothers | fathers
  | spectators | pedestrians | loyalty\ members | claimants | suspects | detainees | newborns | seniors
    | internet\ users | website\ visitors | learners | graduates | alumni | jobseekers | policy\ holders
  | Beschäftigte[n]? | Kund(?:en|innen) | Personen | Nutzer(?:n|innen)? | Patient(?:en|innen) | Mitarbeiter(?:n|innen)?
  | utilisateurs | salariés | client[ei]s? | utenti | persone | pazienti | dipendenti | usuarios | empleados | pacientes
)"""
_DEMONYM = expression(
    r"\s(?:[a-z]+\s){0,2}(?:[A-Z][a-z]{2,}(?:ans|iards|enes|oles|echs|ovaks|edes|urks)|Britons|Finns|Danes|Greeks|Croats"
    r"|Poles|Serbs|Scots|Letts|Germans)(?![\w-])"
)
"""The people of a country: `two million Austrians`."""
_OF_THEM = expression(r"\s(?:of\s(?:them|these|those)|altogether|in\s(?:all|total))(?!\w)|\s?(?=[.;])")
_TOTAL_BEFORE = expression(
    r"\b(?:(?:altogether|in (?:all|total)|together|overall)\s(?:there\s)?(?:were|are|was|is)"
    r"|the (?:figure|total|number) (?:is|was|stands at|stood at|came to))\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_HIT = r"(?:affected|concerned|involved|hit|exposed|impacted)"
_SOME = r"(?:some|about|around|approximately|approx\.|roughly|nearly|almost|over|more\sthan|in\sall|altogether)\s"
_COUNTED_BEFORE = expression(
    rf"""(?:\bnumber\sof\s(?:{_HIT}\s(?:\w+\s){{0,2}}?{_PEOPLE}|(?:\w+\s){{0,2}}?{_PEOPLE}\s(?:{_HIT}|who(?:se)?\s[^.;]{{3,60}}))
        \s?(?:\s(?:is|was|were|stood\sat|stands\sat|came\sto|comes\sto|rose\sto|amount(?:s|ed)?\sto|total(?:s|led)
          |(?:is|was|has\sbeen|had\sbeen)\s(?:given|put|estimated|reported|indicated)\s(?:by\s(?:\w+\s){{1,3}})?(?:as|at|to\sbe))|:)
      | \bnumber\sof\s(?:\w+\s){{0,2}}?{_PEOPLE}\s?: | \b{_HIT}\s{_PEOPLE}\s?:
      | \bhow\smany\s(?:\w+\s){{0,2}}?{_PEOPLE}\s[^.;?]{{3,60}}[,:]\sthe\sanswer\s(?:was|is):?
      | \b(?:affect(?:ed|ing|s)|expos(?:ed|ing)|(?:breach|leak|theft|attack|hack|intrusion|incident)\s(?:has\s)?hit))
    \s(?:[\w.]+\s){{0,3}}$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Before a bare number: it counts the people that the words have named, or those whom something affected."""
_APPOSED = expression(rf"\b{_PEOPLE}(?:\s\((?:{_SOME})?|,\s{_SOME})$", re.VERBOSE | re.IGNORECASE)
"""Before a bare number: `former customers (approximately 2.5 million)`, `inactive customers, some 1,870,000`."""
_APPOSED_END = expression(r"\s?(?:[,)]|in\sall\b)")
_A_TOTAL = expression(r"(?:\ba total of|\bin all,?|\bthat|\bbut|^|[.;,]\s)\s?(?:\w+\s){0,2}$", re.IGNORECASE)
_EMPTY = expression(r"")
_NO_NOUN_AFTER = expression(
    r"\s?[.,;)\n]|\s?$|\s(?:in|at|across|according|and|were|whose|over|throughout|between|when)\b"
)
_AFFECTED_AFTER = expression(
    r"\s(?:of\sthem\s)?(?:were|are|was|have\sbeen|had\sbeen|may\shave\sbeen|could\sbe|are\sthought\sto\shave\sbeen)"
    r"\s(?:\w+ly\s|also\s)?(?:affected|hit|exposed|concerned|involved)\b"
)
_SHARE = expression(r"\sof\s(?:its|their|the|our|his|her)\s(?:\w+['\u2019]s?\s)?(?:\w+\s){0,2}?")
_AFFECTED_NOUN = expression(r"\s(?:who\swere\s|that\swere\s)?(?:affected|concerned|involved)\b")
_NOT_BETWEEN = r"""(?:
    to | from | by | in | on | at | for | with | that | which | who | whose | were | was | had | have | has | is
    | are | as | about
  | against | when | while | because | between | after | before | until | since | but | if | not | than
  | calls? | e-?mails? | messages | texts | sms | complaints? | letters | requests | records | documents | files
    | pages | cameras
  | euros? | eur | pounds | dollars | kroner | kronor | million | percent | per | days? | hours? | weeks?
    | months? | years? | minutes
  | times | fines? | cases | decisions | incidents | breaches | companies | firms | countries | stores | shops
    | hospitals | schools
  | articles? | gdpr
)"""
"""Words that what a number counts does not go beyond."""
_NOUN = expression(
    rf"""\s(?!and\b|or\b)(?:of\s(?:(?:its|the|their|our|these|those|his|her)\s)?)?
    (?:(?!(?:{_NOT_BETWEEN}|of)\b)[^\W\d_][\w'\u2019-]{{0,24}},?\s){{0,4}}?
    (?:\([^()]{{1,30}}\)\s)?
    {_PEOPLE}(?![\w-])(?!['\u2019]?\s(?:calls|complaints)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_RECORDS = expression(
    rf"""\s(?:[^\W\d_]+\s){{0,2}}?(?:(?:(?:pieces|items|sets)\sof\sdata|data\s(?:sets|records)|datasets)\s
    (?:of|on|about|relating\sto|concerning)|(?:records|entries)\s(?:on|about))\s(?:[^\W\d_]+\s){{0,2}}?{_PEOPLE}(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Records that stand for the people they are on: `9,500 records on former tenants`."""
_MORE = expression(r"\s?\+|\sor\smore(?=\s)|\splus(?=\s)", re.IGNORECASE)

_BOUNDS = (
    (
        Bound.AT_MOST,
        r"up to|at most|no more than|not more than|fewer than|less than|under|below|a maximum of|as many as",
    ),
    (Bound.AT_LEAST, r"more than|over|at least|upwards of|in excess of|exceeding|no fewer than|no less than|above"),
    (
        Bound.ABOUT,
        r"about|approximately|approx\.?|around|some|roughly|nearly|almost|close to|circa|ca\.?"
        r"|(?:an )?estimated(?: at)?|rund|etwa|ca\.?|environ|circa|unos|"
        r"just under|in the region of|in the order of|~|\u2248|more or less|near(?: to)?",
    ),
)
_WORDS_BEFORE = tuple(
    (bound, expression(rf"(?:^|(?<=\W))(?:{words})(?: (?:a|the|its|a total of))?\s?$", re.IGNORECASE))
    for bound, words in _BOUNDS
)
_LONGEST_BOUND = 34
_RANGE = expression(r"\s?(?:to|-|\u2013|and|or)\s?", re.IGNORECASE)
_YEAR = range(1950, 2050)
_BEFORE_YEAR = expression(
    r"(?:\b(?:in|since|of|by|until|till|from|to|before|after|during|year|\w+ber|january|february|march|april|may|june|july"
    r"|august),?\s|\d[./-])$",
    re.IGNORECASE,
)
_AGE = expression(r"\b(?:aged?|ages|under|below|turned)\s$", re.IGNORECASE)
_OLDER = expression(r"\b(?:above|over|beneath) (?:the age of )?$", re.IGNORECASE)
_LABELLED = expression(
    r"(?:[^\W\d_]|[\u20ac\u00a3$#\u00a7]\s?|\b(?:articles?|art\.|nos?\.|paragraphs?|section|eur)\s)$", re.IGNORECASE
)
_ADULT = 18
_ONE_IN = expression(r"(?:\d|\bone) in (?:every )?$", re.IGNORECASE)
"""Before a number: it is half of a ratio, `1 in 5 customers`."""
_CROWD = 20
"""Fewer than that are seldom counted by `of them` alone without being something else."""
_PRONOUN = 250
"""How far before `of them` the people may be named, in characters."""
_NAMED_BEFORE = expression(rf"\b{_PEOPLE}(?!\w)", re.VERBOSE | re.IGNORECASE)
_THINGS = expression(
    r"\b(?:documents|records|files|messages|calls|complaints|e-?mails|letters|cases|breaches|incidents|photos|pictures|"
    r"images|pages|entries|requests|notifications|companies|firms|websites|cameras|fines)\b",
    re.IGNORECASE,
)


def find_headcounts(text: str) -> tuple[Found[Headcount], ...]:
    """The numbers of people in a text, in its order, each with what the words before it say of it.

    The span is that of the number and its noun with the words that bound it. A single person is no number of people,
    nor are `hundreds` and `millions` alone. A range yields its ends, one at least and one at most.
    """
    numerals = find_numbers(text)
    found: list[Found[Headcount]] = []
    for place, numeral in enumerate(numerals):
        noun = _noun(text, numeral)
        if noun is None or not _counts_people(text, numeral):
            continue
        before = numerals[place - 1] if place else None
        if before and _is_whole(text, before, numeral, noun):
            found.append(_single(text, before, noun))
            continue
        found += _range(text, before, numeral, noun) if before else ()
        if not found or found[-1].end != noun:
            found.append(_single(text, numeral, noun))
    return tuple(found)


def _noun(text: str, numeral: Found[Numeral]) -> int | None:
    """Where the people end that a number counts."""
    more = _MORE.match(text, numeral.end)
    after = more.end() if more else numeral.end
    match = _NOUN.match(text, after) or _DEMONYM.match(text, after) or _RECORDS.match(text, after)
    match = match or _pronoun(text, numeral, after)
    return match.end() if match else None


def _is_whole(text: str, part: Found[Numeral], whole: Found[Numeral], noun: int) -> bool:
    """Whether a number is the whole of which the text counts a part: `2,500 of its 10,000 members`."""
    if not _SHARE.fullmatch(text, part.end, whole.start) or _AFFECTED_NOUN.match(text, noun):
        return False
    return 1 < part.value.value < whole.value.value and _counts_people(text, part)


def _pronoun(text: str, numeral: Found[Numeral], after: int) -> re.Match[str] | None:
    """People that a sentence just named and counts now: `almost 900 of them`, `altogether there were 1,200`."""
    bare = _bare(text, numeral, after)
    if bare is not None:
        return bare
    match = _OF_THEM.match(text, after)
    if match is None or numeral.value.value < _CROWD:
        return None
    total = _TOTAL_BEFORE.search(text[max(0, numeral.start - 50) : numeral.start])
    if not match.group().strip() and not total:
        return None
    before = text[max(0, numeral.start - _PRONOUN) : numeral.start]
    people = max((hit.end() for hit in _NAMED_BEFORE.finditer(before)), default=-1)
    return match if people > max((hit.end() for hit in _THINGS.finditer(before)), default=-1) else None


def _bare(text: str, numeral: Found[Numeral], after: int) -> re.Match[str] | None:
    """An empty match behind a number without a noun: `the number of people affected was 12,500`, `affecting 3,900`."""
    before = text[max(0, numeral.start - _PRONOUN) : numeral.start]
    if numeral.value.value < _CROWD or _THINGS.search(before[-60:]):
        return None
    if _COUNTED_BEFORE.search(before[-90:]) and _NO_NOUN_AFTER.match(text, after):
        return _EMPTY.match(text, after)
    if _APPOSED.search(before[-60:]) and _APPOSED_END.match(text, after) and int(numeral.value.value) not in _YEAR:
        return _EMPTY.match(text, after)
    total = _A_TOTAL.search(before[-40:]) and _AFFECTED_AFTER.match(text, after)
    return _EMPTY.match(text, after) if total else None


def _counts_people(text: str, numeral: Found[Numeral]) -> bool:
    value = numeral.value.value
    before = text[max(0, numeral.start - 16) : numeral.start]
    if _ONE_IN.search(before):
        return False
    if value < 2 or value != value.to_integral_value() or _LABELLED.search(before):
        return False
    printed = text[numeral.start : numeral.end]
    if printed.isdigit() and int(value) in _YEAR and _BEFORE_YEAR.search(before):
        return False
    return not (value <= _ADULT and (_AGE.search(before) or (printed.isdigit() and _OLDER.search(before))))


def _range(text: str, first: Found[Numeral], numeral: Found[Numeral], noun: int) -> Iterator[Found[Headcount]]:
    """Both ends of `between 500 and 1,000 customers` or `10 to 15 employees`."""
    joined = _RANGE.fullmatch(text, first.end, numeral.start)
    word = joined.group().strip().lower() if joined else ""
    between = text[max(0, first.start - 8) : first.start].lower() == "between "
    if not joined or (word in {"and", "or"} and not between):
        return
    least, most = first.value.value, numeral.value.value
    if first.value.bare and numeral.value.scale > 1:
        least *= numeral.value.scale
    if 1 <= least < most and least == least.to_integral_value() and _counts_people(text, first):
        yield Found(first.start, first.end, Headcount(int(least), Bound.AT_LEAST))
        yield Found(numeral.start, noun, Headcount(int(most), Bound.AT_MOST))


def _single(text: str, numeral: Found[Numeral], noun: int) -> Found[Headcount]:
    count = int(numeral.value.value)
    if _MORE.match(text, numeral.end):
        return Found(numeral.start, noun, Headcount(count, Bound.AT_LEAST))
    before = text[max(0, numeral.start - _LONGEST_BOUND) : numeral.start]
    for bound, pattern in _WORDS_BEFORE:
        if (match := pattern.search(before)) is not None:
            return Found(numeral.start - len(before) + match.start(), noun, Headcount(count, bound))
    return Found(numeral.start, noun, Headcount(count))
