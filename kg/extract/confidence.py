"""How strongly the rules speak for a value: a score from 0 to 1 for each field and way of finding it.

Only their order and rough size matter: `kg.extract.calibration` turns them into probabilities. Fields for which it has
no weights (provisions that are cleared or only cited, parties that are only described) keep their score.
"""

from kg.extract.party_words import Strength

FINE = {
    "titled": 0.97,
    "repeated": 0.92,
    "once": 0.94,
    "reduced": 0.92,
    "summed": 0.5,
    "undisclosed": 0.7,
    "assumed": 0.85,
}
"""A fine that the title states, that the text repeats, that it states once; after a reduction; summed up by us.

Assumed is one that no word beside it calls a fine.
"""

PARTY_NAMED = {
    Strength.FINED: 0.93,
    Strength.ORDERED: 0.88,
    Strength.INFRINGES: 0.8,
    Strength.DEFINED: 0.72,
    Strength.REACTS: 0.7,
}
"""A party that is named in the statement itself."""

PARTY_RESOLVED = 0.7
"""A name that stands elsewhere than the statement ("the company")."""

PARTY_DESCRIBED = 0.75
"""A description, where the text gives no name."""

AUTHORITY_BESIDE = 0.99
AUTHORITY_ELSEWHERE = 0.96
AUTHORITY_BY_NUMBER = 0.9
STATUS_DEFAULT = 0.97
STATUS_STATED = 0.87
CATEGORY = 0.82
MEASURE = 0.91
CASE_NUMBER = 0.9
SECTOR = CONTEXT = SUBJECT_GROUP = TRIGGER = BREACH_KIND = BREACH_CAUSE = NOTIFICATION_DELAY = FACTOR = 0.8
