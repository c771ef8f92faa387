"""Countries under European data-protection law, and how texts speak of them."""

from collections import Counter
from functools import cache, lru_cache

from kg.extract.country_signs import COINS, CUES, FORMS, LAWS
from kg.extract.expressions import expression
from kg.extract.lexicon import WordSet, is_acronym, words
from kg.extract.towns import lies_in
from ontology.concepts import concepts

WORDS = {
    "AT": ("Austria", "Austrian", "Vienna"),
    "BE": ("Belgium", "Belgian", "Brussels"),
    "BG": ("Bulgaria", "Bulgarian", "Sofia"),
    "CH": ("Switzerland", "Swiss"),
    "CY": ("Cyprus", "Cypriot", "Nicosia"),
    "CZ": ("Czech Republic", "Czechia", "Czech", "Prague"),
    "DE": ("Germany", "German"),
    "DK": ("Denmark", "Danish", "Copenhagen", "Dane"),
    "EE": ("Estonia", "Estonian", "Tallinn"),
    "ES": ("Spain", "Spanish", "Madrid"),
    "FI": ("Finland", "Finnish", "Helsinki"),
    "FR": ("France", "French", "Paris"),
    "GB": ("United Kingdom", "UK", "U.K.", "Britain", "British", "Great Britain", "London", "England", "Wales"),
    "GR": ("Greece", "Greek", "Hellenic", "Athens"),
    "HR": ("Croatia", "Croatian", "Zagreb"),
    "HU": ("Hungary", "Hungarian", "Budapest"),
    "IE": ("Ireland", "Irish", "Dublin"),
    "IS": ("Iceland", "Icelandic", "Reykjavik", "Reykjavík"),
    "IT": ("Italy", "Italian", "Rome", "Milan"),
    "LI": ("Liechtenstein",),
    "LT": ("Lithuania", "Lithuanian", "Vilnius"),
    "LU": ("Luxembourg", "Luxembourgish"),
    "LV": ("Latvia", "Latvian", "Riga"),
    "MT": ("Malta", "Maltese"),
    "NL": ("Netherlands", "Dutch", "Holland", "Amsterdam", "The Hague"),
    "NO": ("Norway", "Norwegian", "Oslo"),
    "PL": ("Poland", "Polish", "Warsaw"),
    "PT": ("Portugal", "Portuguese", "Lisbon"),
    "RO": ("Romania", "Romanian", "Bucharest"),
    "SE": ("Sweden", "Swedish", "Stockholm"),
    "SI": ("Slovenia", "Slovenian", "Slovene", "Ljubljana"),
    "SK": ("Slovakia", "Slovak", "Bratislava"),
}
"""Names, adjectives and capitals by ISO 3166-1 code; a capital stands for its regulator ("Dublin fined …")."""

REGIONS = {
    "de-be": ("Berlin",),
    "de-bw": ("Baden-Württemberg", "Baden-Wuerttemberg", "Stuttgart"),
    "de-by": ("Bavaria", "Bavarian", "Ansbach"),
    "de-bb": ("Brandenburg",),
    "de-hb": ("Bremen",),
    "de-hh": ("Hamburg",),
    "de-he": ("Hesse", "Hessian", "Hessen"),
    "de-mv": ("Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
    "de-ni": ("Lower Saxony", "Lower Saxon", "Niedersachsen", "Hanover", "Hannover"),
    "de-nw": ("North Rhine-Westphalia", "North Rhine-Westphalian", "NRW", "Nordrhein-Westfalen", "Düsseldorf"),
    "de-rp": ("Rhineland-Palatinate", "Rheinland-Pfalz"),
    "de-sl": ("Saarland",),
    "de-sn": ("Saxony", "Saxon", "Sachsen"),
    "de-st": ("Saxony-Anhalt", "Sachsen-Anhalt"),
    "de-sh": ("Schleswig-Holstein",),
    "de-th": ("Thuringia", "Thuringian", "Thüringen"),
    "es-ct": ("Catalonia", "Catalan"),
    "es-pv": ("Basque",),
    "es-an": ("Andalusia", "Andalusian"),
}
"""Regions with an authority of their own, by the first part of its id."""

CITIES = words(
    """Aarhus Aalborg Antwerp Athens Barcelona Bari Basel Belfast Berlin Bern Bilbao Birmingham Bologna Bonn Bordeaux
    Bratislava Bremen Brno Brussels Bucharest Budapest Cardiff Catania Cluj Cologne Copenhagen Cork Cracow Delft
    Dortmund Dresden Dublin Düsseldorf Edinburgh Eindhoven Espoo Essen Florence Frankfurt Galway Gdańsk Geneva Genoa
    Ghent Glasgow Gothenburg Graz Groningen Hague Hamburg Hanover Helsinki Iași Innsbruck Karlsruhe Katowice Kaunas
    Kiel Kraków Lausanne Leeds Leipzig Lille Limerick Linz Lisbon Liverpool Ljubljana London Lund Luxembourg Lyon
    Madrid Málaga Malmö Manchester Mannheim Marseille Milan Munich Münster Naples Nantes Nice Nicosia Nuremberg Odense
    Oslo Ostrava Palermo Paris Plovdiv Porto Potsdam Poznań Prague Reykjavik Reykjavík Riga Rome Rostock Rotterdam
    Salzburg Sarajevo Seville Sofia Split Stavanger Stockholm Strasbourg Stuttgart Tallinn Tampere Tartu Thessaloniki
    Timișoara Toulouse Trieste Trondheim Turin Turku Uppsala Utrecht Valencia Valletta Varna Venice Vienna Vilnius
    Warsaw Wiesbaden Wrocław Zagreb Zaragoza Zurich Zürich Washington York Dubai Moscow Beijing Tokyo California
    Silicon Texas America Asia Africa Europe USA U.S U.S. EU Balkan Balkans Scandinavia Nordics Benelux"""
)
"""Places that texts name alone; a party is the city of such a name, never the name itself."""

FOREIGNERS = (
    *("American", "Asian", "Australian", "Brazilian", "Canadian", "Chinese", "European", "Indian", "Israeli"),
    *(
        "Japanese",
        "Korean",
        "Russian",
        "Singaporean",
        "Taiwanese",
        "Turkish",
        "Ukrainian",
        "US",
        "U.S.",
        "EU",
        "Nordic",
    ),
)
"""Adjectives of other places: like those of `WORDS` they are no part of a company's name before a common noun."""


_ABBREVIATED = 4
"""Up to this length a name in capitals may be a short form of something else."""


@cache
def _places() -> WordSet:
    codes: dict[str, set[str]] = {}
    for code, names in (*WORDS.items(), *REGIONS.items()):
        for word in names:
            codes.setdefault(word, set()).add(code)
            if len(word) > _ABBREVIATED:
                codes.setdefault(word.upper(), set()).add(code)
    return WordSet(codes)


@lru_cache(maxsize=512)
def places(text: str) -> tuple[str, ...]:
    """The countries (`FR`) and regions (`de-be`) that a text names, the most often named first."""
    counts: Counter[str] = Counter()
    free: dict[str, int] = {}
    for hit in sorted(_places().find(text), key=lambda hit: (hit.start, -hit.end)):
        for code in hit.ids:
            if hit.start >= free.get(code, 0):
                counts[code] += 1
                free[code] = hit.end
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


@cache
def _currencies() -> dict[str, str]:
    """In what currency the authorities of a state fine, where it is not the euro."""
    return {concept.country: code for code, concept in concepts("currency").items() if concept.country}


@cache
def _laws() -> dict[str, str]:
    """The short names of laws that are of one state, and that state: those of the ontology's acts, and `LAWS`."""
    acts = concepts("act").values()
    named = {
        label.text: act.country
        for act in acts
        for label in act.labels
        if act.country and act.country != "EU" and label.kind != "hidden" and is_acronym(label.text)
    }
    return {**named, **LAWS}


@cache
def _signs() -> WordSet:
    found: dict[str, set[str]] = {}
    for signs in (_laws(), _currencies().values(), COINS, CUES, FORMS):
        for sign in signs:
            found.setdefault(sign, set()).add(sign)
    return WordSet(found)


def hinted(text: str) -> tuple[str, ...]:
    """The countries and regions of a text, the likeliest first.

    They are told by laws, their names, sums, what only one country has, legal forms, towns and the ends of domains.
    """
    seen = {name for hit in _signs().find(text) for name in hit.ids}
    laws = [code for law, code in _laws().items() if law in seen]
    paid = [code for code, currency in _currencies().items() if currency in seen]
    coins = [code for coin, code in COINS.items() if coin in seen]
    cued = [code for cue, code in CUES.items() if cue in seen]
    formed = [code for form, code in FORMS.items() if form in seen]
    return tuple(dict.fromkeys((*laws, *places(text), *paid, *coins, *cued, *formed, *lies_in(text), *_domains(text))))


_DOMAIN = expression(r"\.([a-z]{2})(?![\w-]|\.\w)")


def _domains(text: str) -> tuple[str, ...]:
    """The countries of the domains that a text prints: `shop.example.es`."""
    ends = ({"uk": "gb"}.get(end, end).upper() for end in _DOMAIN.findall(text))
    return tuple(code for code in dict.fromkeys(ends) if code in WORDS)


def crowns(text: str) -> str | None:
    """The currency that "kroner" or "kr" means in a text, by the northern country that it names most; None for none."""
    found = next((code for code in (*places(text), *lies_in(text)) if code in {"CZ", "DK", "IS", "NO", "SE"}), None)
    return currency_of_state(found) if found else None


def home(text: str) -> str | None:
    """The currency of the country that a text names most; None where it names none."""
    found = next(iter(places(text)), None)
    return currency_of_state(found[:2].upper()) if found else None


def currency_of_state(code: str) -> str:
    """The currency in which the authorities of a state fine: euro where the ontology tells no other."""
    return _currencies().get(code, "EUR")


@cache
def is_nationality(word: str) -> bool:
    """Whether a word is the adjective or the name of a country."""
    plain = word.capitalize() if word.isupper() and len(word) > _ABBREVIATED else word
    return plain in FOREIGNERS or any(plain in words for words in (*WORDS.values(), *REGIONS.values()))


_FAR = frozenset(
    """New York; San Francisco; Los Angeles; Hong Kong; Tel Aviv; New Jersey; North America; South America; Asia;
    Africa; Europe; America; China; India; Japan; Russia; Singapore; Turkey; Israel; Brazil; Canada; Mexico; Australia;
    Vietnam; South Korea; New Zealand; South Africa; United States; Ukraine; Morocco; Egypt; Philippines; California;
    Texas; Washington; Beijing; Shanghai; Moscow; Tokyo; Istanbul""".replace("\n    ", " ").split("; ")
)


def is_place(name: str) -> bool:
    """Whether a name is a city's or region's, with nothing that makes a body of it: "Rome", "The Hague", "PARIS"."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return bare in CITIES or bare in _FAR or (bare.isupper() and bare.capitalize() in CITIES)
