"""An invented graph of decisions for measuring: 41 triples a decision, the same bytes each time.

Texts are drawn from a few dozen words, countries and respondents unevenly, as in the collections that exist.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

DECISIONS = 10_000
"""Of these, 412,000 triples are made."""

E = "https://example.org/enforcement/"
DCT = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COUNTRIES = _words("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE NO IS LI GB")
PROVISIONS = [f"art-{number}" for number in (*range(5, 23), *range(24, 40), *range(44, 50), 58)]
CATEGORIES = _words("health biometric location financial contact children employment browsing genetic political video")
SECTORS = _words("finance health media telecom retail public transport energy education housing insurance")
STATUSES = ("final", "appealed", "overturned")
WORDS = _words(
    "authority controller processor subject access request breach notification consent cookie tracking profiling "
    "camera surveillance employee customer hospital bank insurer operator website newsletter marketing unlawful "
    "processing legal basis transparency security measures encryption password leak erased retention transfer "
    "assessment officer complaint investigation decision fine reprimand order appeal court amount turnover "
    "gravity"
)


def write(path: Path, decisions: int = DECISIONS) -> None:
    """Write the graph as N-Triples."""
    with path.open("w", encoding="ascii") as out:
        for parts in _triples(random.Random(42), decisions):
            _write(out, *parts)


def _write(out: TextIO, subject: str, predicate: str, thing: str) -> None:
    out.write(f"<{subject}> <{predicate}> {thing} .\n")


def _triples(dice: random.Random, decisions: int) -> Iterator[tuple[str, str, str]]:
    companies = max(50, decisions // 3)
    weights = [dice.random() ** 2 + 0.05 for _ in COUNTRIES]
    for country in COUNTRIES:
        yield from _named("country", country, "Country", country)
        yield from _named("authority", country, "Authority", f"Authority of {country}")
        yield f"{E}authority/{country}", f"{E}country", _iri("country", country)
    for provision in PROVISIONS:
        yield from _named("article", provision, "Article", provision)
    for category in CATEGORIES:
        yield from _named("category", category, "DataCategory", category)
    for number in range(companies):
        yield from _company(dice, number, companies, dice.choices(COUNTRIES, weights)[0])
    for number in range(decisions):
        yield from _decision(dice, number, companies, dice.choices(COUNTRIES, weights)[0])


def _company(dice: random.Random, number: int, companies: int, country: str) -> Iterator[tuple[str, str, str]]:
    own = f"{E}company/{number}"
    yield from _named("company", str(number), "Company", f"Company {number} {dice.choice(WORDS)}")
    yield own, f"{E}sector", _iri("sector", dice.choice(SECTORS))
    yield own, f"{E}country", _iri("country", country)
    for _ in range(dice.choice((0, 1, 1, 2))):
        yield own, f"{E}relatedTo", _iri("company", int(companies * dice.random() ** 2))


def _decision(dice: random.Random, number: int, companies: int, country: str) -> Iterator[tuple[str, str, str]]:
    own = f"{E}decision/{number}"
    year = dice.randint(2018, 2026)
    date = f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    fine = f"{10 ** dice.uniform(2, 7.5):.2f}" if dice.random() < 0.85 else "0.0"
    yield own, TYPE, f"<{E}Decision>"
    yield own, f"{DCT}identifier", f'"{country}-{year}-{number}"'
    yield own, f"{DCT}title", f'"Decision {number} against a company"@en'
    yield own, f"{E}date", _typed(date, "date")
    yield own, f"{E}authority", _iri("authority", country)
    yield own, f"{E}country", _iri("country", country)
    yield own, f"{E}respondent", _iri("company", int(companies * dice.random() ** 3))
    yield own, f"{E}fine", _typed(fine, "decimal")
    yield own, f"{E}currency", '"EUR"'
    yield own, f"{E}sector", _iri("sector", dice.choice(SECTORS))
    yield own, f"{E}status", _iri("status", dice.choice(STATUSES))
    yield own, f"{E}summary", f'"{" ".join(dice.choices(WORDS, k=45))}"@en'
    yield own, f"{DCT}modified", _typed(f"{date}T12:00:00Z", "dateTime")
    for provision in dice.sample(PROVISIONS, dice.randint(1, 4)):
        yield own, f"{E}violates", _iri("article", provision)
    for category in dice.sample(CATEGORIES, dice.randint(1, 3)):
        yield own, f"{E}dataCategory", _iri("category", category)
    for copy in range(2):
        yield own, f"{PROV}wasDerivedFrom", _iri("news", f"{number}-{copy}")
        yield from _news(dice, f"{number}-{copy}", date)
    yield from _mention(dice, number, fine)


def _news(dice: random.Random, name: str, date: str) -> Iterator[tuple[str, str, str]]:
    own, publisher = f"{E}news/{name}", dice.randint(0, 400)
    yield own, TYPE, f"<{E}NewsArticle>"
    yield own, f"{DCT}title", f'"{" ".join(dice.choices(WORDS, k=9))}"@en'
    yield own, f"{DCT}publisher", _iri("publisher", publisher)
    yield own, f"{DCT}issued", _typed(date, "date")
    yield own, f"{DCT}language", '"en"'
    yield own, f"{E}url", _typed(f"https://news{publisher}.example/{name}", "anyURI")
    yield own, f"{E}sha256", f'"{dice.getrandbits(128):032x}"'


def _mention(dice: random.Random, number: int, fine: str) -> Iterator[tuple[str, str, str]]:
    own = f"{E}mention/{number}"
    yield f"{E}decision/{number}", f"{E}mention", f"<{own}>"
    yield own, TYPE, f"<{E}Mention>"
    yield own, f"{E}text", f'"{fine} euros"'
    yield own, f"{E}start", _typed(str(dice.randint(0, 3000)), "integer")
    yield own, f"{E}confidence", _typed(f"{dice.random():.3f}", "decimal")
    yield own, f"{PROV}wasDerivedFrom", _iri("news", f"{number}-1")


def _named(kind: str, name: str, type_: str, label: str) -> Iterator[tuple[str, str, str]]:
    yield f"{E}{kind}/{name}", TYPE, f"<{E}{type_}>"
    yield f"{E}{kind}/{name}", LABEL, f'"{label}"@en'


def _iri(kind: str, name: object) -> str:
    return f"<{E}{kind}/{name}>"


def _typed(lexical: str, datatype: str) -> str:
    return f'"{lexical}"^^<{XSD}{datatype}>'
