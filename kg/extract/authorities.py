"""Supervisory authorities: their names in a text, and what general words ("the privacy watchdog") stand for there.

Names are the labels of the ontology. A hidden label is shared with others or with everyday words (AP, IP, Datatilsynet)
and counts only where the text gives its country, by its words or by the currency of its sums.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from kg.extract.cases import find_case_numbers, issuer
from kg.extract.countries import currency_of_state, hinted, places
from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.lexicon import Entry, Hit, Lexicon, is_acronym
from kg.extract.triggers import ACTS
from ontology.concepts import concepts

_GENERAL = expression(
    r"""\b(?:
    (?:personal\ )?data[ -](?:protection|privacy)\ (?:supervisory\ )?(?:authority|agency|watchdog|regulator
        |commission(?:er)?|inspectorate
        |ombudsman|supervisor|body|office|council)
    | (?:regulator|watchdog)\ in\ (?-i:[A-Z])\w+
    | (?:data|privacy|information)\ (?:watchdog|regulator|authority|commissioner|inspectorate|ombudsman|agency)
    | (?:state\ )?commissioner\ for\ (?:the\ )?(?:personal\ )?data\ protection
        (?:\ and\ (?:the\ )?freedom\ of\ information)?
    | authority\ (?:for\ )?(?:the\ protection\ of\ )?personal\ data
    | (?:supervisory|protection)\ authority | DPA | SA(?=\ (?:imposed|fined|found|ordered|issued|reprimanded))
    | (?:agency|authority|office|commission|inspectorate)\ (?:for
        |of)\ (?:the\ )?(?:protection\ of\ (?:personal\ )?data|(?:personal\ )?data\ protection)
    | data\ protection(?=\ (?:fines|sanctions|imposes)\b)
    | (?<!of\ )(?<!in\ )[A-Z]\w+(?=\ (?:fines|fined|slaps|slapped|hits|penali[sz]es|sanctions|bans|orders
        |imposed)\b)
    | LfDI? | Landesbeauftragter? | state\ commissioner
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WINDOW = 45
_ACT_LENGTH = 160
_LONGER = expression(r"\b(?:Personal|National|State|Federal)\s+(?:for\s+)?$")
_SHARED_DEFAULT = {
    "datatilsynet": "dk/datatilsynet",
    "information commissioner": "gb/ico",
    "office of the information commissioner": "gb/ico",
    "national data protection commission": "pt/cnpd",
}
"""Names that authorities share, and whose they are where a text gives no country: the one in the Union, or the one that
texts in English mean most."""

_TITLED = 4
"""Letters of an acronym from which on the press also writes it as a name: Cnil."""

_GENERIC = expression(
    r"(?:the\ |personal\ |data\ |privacy\ |protection\ |information\ |national\ |office\ |of\ |for\ |and\ "
    r"|(?:commission(?:er)?|authority|agency|inspectorate|ombudsman|office|supervisor|supervisory|president)\b\ ?)+",
    re.IGNORECASE,
)
"""A name made of words that any authority may bear: where the text is of one other country, it is that country's."""

_WEAK_LABELS = frozenset(
    {"IP", "AP", "DSI", "APD", "GBA", "SDB", "CPDP", "GRA", "DSS", "ULD", "UDZ", "AKI", "CBP", "DSB", "DVI"}
)


@cache
def _lexicon() -> Lexicon:
    named = [
        Entry(form, concept.id)
        for concept in concepts("authority").values()
        for label in concept.labels
        for form in (label.text, *_titled(label.text))
    ]
    return Lexicon(named)


def _titled(label: str) -> Iterator[str]:
    """An acronym as the press writes it, as a name."""
    if label.isalpha() and label.isupper() and len(label) >= _TITLED:
        yield label.capitalize()


@cache
def acronyms() -> frozenset[str]:
    """The short forms of authorities: CNIL, AP."""
    labels = {label.text for concept in concepts("authority").values() for label in concept.labels}
    return frozenset(label for label in labels if is_acronym(label))


@cache
def _hidden() -> frozenset[tuple[str, str]]:
    """Label and id of every name that others share."""
    return frozenset(
        (label.text.lower(), concept.id)
        for concept in concepts("authority").values()
        for label in concept.labels
        if label.kind == "hidden"
    )


@cache
def _national() -> dict[str, str]:
    """The authority of each country as a whole, by ISO code."""
    return {
        concept.country: name
        for name, concept in concepts("authority").items()
        if concept.country and "-" not in name.split("/")[0] and name.split("/")[0] == concept.country.lower()
    }


@cache
def _regional() -> dict[str, str]:
    """The authority of each region, by the first part of its id; Bavaria's is that of the private sector."""
    names = sorted(concepts("authority"), reverse=True)
    return {name.split("/")[0]: name for name in names if "-" in name.split("/")[0]}


def find_authorities(text: str) -> tuple[Found[str], ...]:
    """Where a text names authorities, in order, each with its id."""
    evidence = hinted(text)
    numbered = {name for found in find_case_numbers(text) if (name := issuer(found.value)) is not None}
    found = [*_by_label(text, evidence, numbered)]
    described = [
        (hit, bare)
        for hit, bare in _by_description(text, evidence)
        if all(hit.end <= f.start or f.end <= hit.start for f in found)
    ]
    found += [hit for hit, bare in described if not bare]
    found.sort(key=lambda hit: hit.start)
    leading = _leading(text, found)
    found += [Found(hit.start, hit.end, leading or hit.value) for hit, bare in described if bare]
    if not found:
        found += _by_office(text, evidence)
    return tuple(sorted(found, key=lambda hit: hit.start))


def _leading(text: str, named: Sequence[Found[str]]) -> str | None:
    """The authority that "the DPA" stands for: the first named one that sanctions or finds; None where none does."""
    acting = (hit.value for hit in named if ACTS.match(text[hit.end : hit.end + _ACT_LENGTH]))
    return next(acting, None)


def country_of(authority: str) -> str | None:
    """The ISO code of the country of an authority."""
    return concepts("authority")[authority].country


def of_country(code: str) -> str | None:
    """The authority of a country as a whole, or of a region that has its own, by its code (`FR`, `de-be`)."""
    return _regional().get(code) or _national().get(code)


def currency_of(authority: str) -> str:
    """The currency in which an authority fines."""
    return currency_of_state(country_of(authority) or "")


def _by_label(text: str, evidence: Sequence[str], numbered: Collection[str]) -> Iterator[Found[str]]:
    hits = _lexicon().find(text)
    strong = {hit.ids[0] for hit in hits if len(hit.ids) == 1 and not _is_hidden(text[hit.start : hit.end], hit.ids[0])}
    for hit in hits:
        words = text[hit.start : hit.end]
        around = places(text[max(0, hit.start - _WINDOW) : hit.end + _WINDOW])
        allowed = [name for name in hit.ids if len(hit.ids) > 1 or _is_hidden(words, name)]
        if not allowed:
            other = _elsewhere(text, hit, evidence) or _namesake(words, hit.ids[0], evidence)
            yield Found(hit.start, hit.end, other or hit.ids[0])
            continue
        if (regional := _region_instead(words, around, evidence)) is not None:
            yield Found(hit.start, hit.end, regional)
            continue
        ranked = [code for code in (*around, *evidence) if any(_in(name, code) for name in allowed)]
        known = [name for name in allowed if name in strong or name in numbered]
        if known:
            yield Found(hit.start, hit.end, known[0])
        elif ranked:
            yield Found(hit.start, hit.end, next(name for name in allowed if _in(name, ranked[0])))
        elif around and _GENERIC.fullmatch(words) and (own := of_country(around[0])) is not None:
            yield Found(hit.start, hit.end, own)
        elif (
            (usual := allowed[0] if len(allowed) == 1 else _SHARED_DEFAULT.get(words.lower())) in allowed
            and words not in _WEAK_LABELS
            and (not evidence or (not strong and ACTS.match(text[hit.end : hit.end + _ACT_LENGTH])))
        ):
            yield Found(hit.start, hit.end, usual)


def _elsewhere(text: str, hit: Hit, evidence: Sequence[str]) -> str | None:
    """The authority of the text's country behind a part of a longer name ("Personal | Data Protection Commission")."""
    part = _LONGER.search(text[max(0, hit.start - 20) : hit.start])
    if part is None or not _GENERIC.fullmatch(text[hit.start : hit.end]) or any(_in(hit.ids[0], c) for c in evidence):
        return None
    return next((national for code in evidence if (national := _national().get(code))), None)


def _namesake(words: str, name: str, evidence: Sequence[str]) -> str | None:
    """The authority of the text's country that such a name fits too: "Information Commissioner's office"."""
    if any(_in(name, code) for code in evidence):
        return None
    bare = words.lower().removesuffix("'s office")
    return next(
        (own for code in evidence if (own := _national().get(code)) is not None and (bare, own) in _hidden()), None
    )


def _is_hidden(words: str, name: str) -> bool:
    return (words.lower(), name) in _hidden()


def _in(name: str, code: str) -> bool:
    return country_of(name) == code or name.startswith(code + "/")


def _region_instead(words: str, around: Sequence[str], evidence: Sequence[str]) -> str | None:
    """ "German data protection authority" beside the name of a region means that region's."""
    if not words.lower().startswith(("german", "lfd")):
        return None
    region = next((code for code in (*around, *evidence) if "-" in code and code.startswith("de")), None)
    return _regional().get(region) if region else None


_OFFICE = expression(
    r"\bthe (?:(?:national )?(?:supervisory )?authority|commissioner|inspectorate|agency|office|ombudsman|inspector|"
    r"regulator|watchdog|restricted (?:committee|panel|formation))(?=\s)",
    re.IGNORECASE,
)
"""What a text calls an authority that it does not name."""


def _by_office(text: str, evidence: Sequence[str]) -> Iterator[Found[str]]:
    """What "the Authority" stands for in a text that names none: if it acts there, the one of the text's country."""
    name = next(filter(None, map(of_country, evidence)), None)
    hits = list(_OFFICE.finditer(text)) if name is not None else []
    if name is not None and any(ACTS.match(text[hit.end() : hit.end() + _ACT_LENGTH]) for hit in hits):
        yield from (Found(hit.start(), hit.end(), name) for hit in hits)


_FINED_BY = expression(
    r"\b(?:fined|sanctioned|penali[sz]ed)\b[^.;]{0,60}? by ([A-Z]\w+)(?= (?:in|on|last|for|over|after|this)\b|[.,;])"
)


def _by_description(text: str, evidence: Sequence[str]) -> Iterator[tuple[Found[str], bool]]:
    """What general words stand for, and whether nothing but the rest of the text says so ("the DPA")."""
    for found in _FINED_BY.finditer(text):
        country = next((code for code in places(found[1]) if code in _national()), None)
        if country is not None:
            yield Found(found.start(1), found.end(1), _national()[country]), False
    for found in _GENERAL.finditer(text):
        words = found.group()
        if words == "Brussels" or (words.isupper() and not is_acronym(words)):
            continue  # what Brussels fines, the Commission of the Union does
        around = places(text[max(0, found.start() - _WINDOW) : found.end() + _WINDOW])
        if " " not in words and not re.match(r"lfd|landes|dpa|sa$|datatilsynet", words, re.IGNORECASE):
            around = tuple(code for code in places(words) if "-" not in code)
            if not around:
                continue
        state = re.match(r"state|lfd|landes", words, re.IGNORECASE) is not None
        order: Iterable[str] = (*around, *evidence)
        if state:
            order = (code for code in order if code.startswith("de-"))
        name = next(filter(None, map(of_country, order)), None)
        if name is not None:
            yield Found(found.start(), found.end(), name), not around and not state
