"""The gate: does a text speak of data protection and of a sanction at all? Cheap, over the raw text, without spaCy."""

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.lexicon import fold, is_acronym, words
from ontology.concepts import concepts

_PROTECTION = (
    *(
        "gdpr",
        "rgpd",
        "dsgvo",
        "ds-gvo",
        "rodo",
        "data protection",
        "data privacy",
        "privacy watchdog",
        "privacy regulator",
    ),
    *(
        "privacy authority",
        "data watchdog",
        "personal data",
        "information commissioner",
        "supervisory authority",
        "datenschutz",
    ),
    *(
        "protection des données",
        "dati personali",
        "lssi",
        "lopdgdd",
        "datos personales",
        "persoonsgegevens",
        "date cu caracter personal",
        "protecção de dados",
    ),
    *(
        "proteção de dados",
        "pecr",
        "data inspectorate",
        "data state inspectorate",
        "authority personal data",
        "2016/679",
        "eprivacy",
    ),
    *(
        "privacy",
        "cookie",
        "data leak",
        "data transfer",
        "transferring data",
        "unsolicited",
        "nuisance call",
        "facial recognition",
    ),
    *("marketing call", "direct marketing", "unlawful marketing", "video surveillance", "cctv"),
    *(
        "privacy law",
        "privacy rules",
        "data regulator",
        "datatilsynet",
        "protection of data",
        "data breach",
        "privacy fine",
    ),
)
_SANCTION = (
    *(
        "fine",
        "fining",
        "penalt",
        "penalis",
        "penaliz",
        "sanction",
        "reprimand",
        "infring",
        "violat",
        "breach",
        "unlawful",
        "ordered",
    ),
    *(
        "prohibit",
        "banned",
        "warning",
        "injunction",
        "must pay",
        "to pay",
        "pays ",
        "multa",
        "amende",
        "bußgeld",
        "geldbuße",
        "sanzion",
    ),
    *(
        "sanción",
        "manquement",
        "boete",
        "amend",
        "verwarn",
        "criticism",
        "enforcement notice",
        "rappel à l'ordre",
        "contraven",
        " bill",
        "stung",
        "hand over",
        "fork out",
        "cough up",
        " cost",
        "punish",
        "impos",
        "upheld",
        "order to",
        "order of",
        "told to",
        "slap",
    ),
)


_MONEY = tuple(
    sorted(
        words(
            """€ £ eur kron crowns zlot forint koruna leva pounds francs nok sek dkk isk pln huf czk chf gbp ron bgn"""
        )
    )
)
"""What a text on a named authority may tell of a fine without a word for it: "made the bank part with €7 million"."""


@cache
def _authorities() -> tuple[AhoCorasick, AhoCorasick]:
    """The names of the authorities: short forms as they are written, the others folded."""
    labels = {label.text for concept in concepts("authority").values() for label in concept.labels}
    exact = sorted({label for label in labels if is_acronym(label) and len(label) > 2} | {"DPA", "BDSG"})
    return (
        AhoCorasick(exact, matchkind=MatchKind.Standard),
        AhoCorasick(sorted({fold(label) for label in labels if not is_acronym(label)}), matchkind=MatchKind.Standard),
    )


@cache
def _automaton(labels: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(sorted(labels), matchkind=MatchKind.Standard)


def is_relevant(text: str) -> bool:
    """Whether a text may report a decision: it speaks of data protection or an authority, and of a sanction.

    Beside the name of an authority a sum of money is enough.
    """
    folded = fold(text)
    sanction = _finds(_automaton(_SANCTION), folded)
    if not sanction and not _finds(_automaton(_MONEY), folded):
        return False
    exact, names = _authorities()
    if _finds(exact, text) or _finds(names, folded):
        return True
    return sanction and _finds(_automaton(_PROTECTION), folded)


def _finds(automaton: AhoCorasick, text: str) -> bool:
    return bool(automaton.find_matches_as_indexes(text))
