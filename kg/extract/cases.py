"""Case numbers in a text, by the forms that the authorities give them, or after words such as `Case No`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.expressions import expression
from kg.extract.found import Found


@dataclass(frozen=True, slots=True)
class Form:
    """How an authority (an id of the ontology) writes its numbers; a group `number_…` leaves out a label."""

    authority: str
    pattern: str


_YEAR = r"(?:19|20)\d\d"
FORMS = (
    Form("fr/cnil", rf"(?:SAN|MED|MEDP)\s?-\s?{_YEAR}\s?-\s?\d{{3}}"),
    Form("es/aepd", rf"(?:PS|AP|TD|AI|PD|RR|A|E|PA)\s?[/-]\s?\d{{5}}\s?[/-]\s?{_YEAR}|EXP{_YEAR}\d{{5}}"),
    Form("es-ct/apdcat", rf"PS\s?\d{{1,3}}/{_YEAR}"),
    Form("se/imy", rf"(?:DI|IMY)-{_YEAR}-\d{{2,6}}"),
    Form("dk/datatilsynet", rf"{_YEAR}-(?:31|32|41|42|431|432|441|442|443|423|7320|7321|7322|7325|7329)-\d{{4}}"),
    Form("no/datatilsynet", r"(?:DT-)?(?:1[5-9]|2\d)/0\d{4}(?:-\d{1,3})?"),
    Form("ie/dpc", r"IN-\d{2}-\d{1,2}-\d{1,2}"),
    Form("at/dsb", rf"(?:DSB-)?D\d{{3}}\.\d{{3,4}}(?:/\d{{4}}-DSB)?/(?:{_YEAR}|\d\d)|{_YEAR}-0\.\d{{3}}\.\d{{3}}"),
    Form("pl/uodo", rf"(?:DKN|DKE|ZSPR|ZSOŚS|ZSZZS|DS|DOL|ZWAD)\.\d{{3,4}}\.\d{{1,5}}\.{_YEAR}"),
    Form(
        "hu/naih",
        rf"NAIH\s?[/-]\s?{_YEAR}\s?/\s?\d{{1,5}}(?:\s?/\s?\d{{1,3}})?"
        rf"|NAIH\s?[/-]\s?\d{{1,5}}\s?(?:-\s?\d{{1,3}})?\s?[/-]\s?{_YEAR}",
    ),
    Form(
        "it/garante",
        r"(?:doc\.?\s?web\.?|web\s?doc(?:ument)?\.?)\s?(?:n(?:o|r|um)?\.?\s?|n\u00b0\s?)?(?P<number_it>\d{7,8})",
    ),
    Form("be/apd-gba", r"DOS-?\d{4}-?\d{4,5}"),
    Form("gb/ico", r"COM0\d{6}|ENF\s?\d{6,7}|IC-\d{4,6}-[A-Z0-9]{4}"),
    Form("cy/commissioner", r"11\.17\.001\.0\d\d\.\d{3}"),
    Form("fi/tietosuoja", rf"\d{{1,5}}/1[0-9]{{2}}/(?:{_YEAR}|\d\d)"),
    Form("si/ip", rf"0?712\d?-\d\s?/\s?{_YEAR}/\d{{1,4}}"),
    Form("bg/cpdp", r"(?:PPN|\u041f\u041f\u041d)-0\d-\d{1,4}/(?:\d\d\.\d\d\.)?\d{2,4}"),
    Form("ee/aki", r"2\.1\.-\d/\d\d/\d{1,5}"),
    Form("lu/cnpd", rf"\d{{1,3}}FR/{_YEAR}"),
    Form("pt/cnpd", rf"Delibera(?:tion|\u00e7\u00e3o|\u00e7ao)[\s/]{_YEAR}/\d{{1,4}}"),
    Form("is/personuvernd", rf"(?:nr\.|no\.|number|case)\s(?P<number_is>{_YEAR}[01]\d\d{{4}})"),
    Form("nl/ap", rf"z{_YEAR}-\d{{5}}"),
    Form("gr/hdpa", rf"(?:Decision|No\.?|Apofasi)\s(?P<number_gr>\d{{1,2}}/{_YEAR})"),
)
"""The forms of the authorities, the surest first."""

_LABELLED = (
    r"\b(?:case|file|docket|decision|reference|ref|registration|deliberation|proceeding|procedure|sanction)\b\.?\s?"
    r"(?:(?:number|no|nr|num|ref|n)\b\.?|n[\u00b0\u00ba])?\s?[:#]?\s?(?:n[\u00b0\u00ba]\s?)?"
    r"(?P<labelled>(?=\w{0,12}[/.-])(?=[^\s,;()]{0,12}\d)[A-Z0-9][\w/.-]{3,30}\w)"
)
_NO_CASE = expression(r"[CTF]-\d{1,4}/\d\d|\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}-\d\d-\d\d|(?:19|20)\d\d")
_PATTERN = expression(
    r"(?<![\w/.-])(?:"
    + "|".join(f"(?P<form_{place}>{form.pattern})" for place, form in enumerate(FORMS))
    + rf")(?![\w]|[/-]\d)|(?i:{_LABELLED})"
)
_INNER = ("number_it", "number_is", "number_gr", "labelled")


@lru_cache(maxsize=4)
def find_case_numbers(text: str) -> tuple[Found[str], ...]:
    """The case numbers in a text, in its order, as they are printed but for blanks around their signs."""
    found = []
    for match in _PATTERN.finditer(text):
        group: str | int = next((name for name in _INNER if match[name]), 0)
        if group == "labelled" and not _is_number(match[group]):
            continue
        number = re.sub(r"\s?([/-])\s?", r"\1", match[group])
        found.append(Found(match.start(group), match.end(group), number))
    return tuple(found)


def issuer(number: str) -> str | None:
    """The authority whose form a case number surely has; None where none or several have it."""
    fitting = {form.authority for form in FORMS if re.fullmatch(form.pattern, number)}
    return fitting.pop() if len(fitting) == 1 else None


def _is_number(words: str) -> bool:
    """Whether what follows `Case` is a case number, and no date, year or case of the Union's courts."""
    return (
        _NO_CASE.fullmatch(words) is None
        and sum(letter.isdigit() for letter in words) >= 3
        and bool(re.search(r"[/.-]", words))
    )
