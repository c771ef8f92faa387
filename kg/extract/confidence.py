"""How likely a value is right, from the few things that tell: a table for each field, set by measuring on real texts.

Not a trained model: each number is the share of right values among those found in that way, rounded.
"""

from kg.extract.party_words import Strength

FINE = {
    "titled": 0.97,
    "repeated": 0.95,
    "once": 0.9,
    "reduced": 0.8,
    "summed": 0.75,
    "undisclosed": 0.7,
    "assumed": 0.7,
}
"""A fine that the title states, that the text repeats, that it states once; after a reduction; summed up by us.

Assumed is one that no word beside it calls a fine.
"""

PARTY_NAMED = {
    Strength.FINED: 0.93,
    Strength.ORDERED: 0.85,
    Strength.INFRINGES: 0.75,
    Strength.DEFINED: 0.7,
    Strength.REACTS: 0.55,
}
"""A party that is named in the statement itself."""

PARTY_RESOLVED = 0.7
"""A name that stands elsewhere than the statement ("the company")."""

PARTY_DESCRIBED = 0.75
"""A description, where the text gives no name."""

AUTHORITY_BESIDE = 0.97
AUTHORITY_ELSEWHERE = 0.85
STATUS_DEFAULT = 0.9
STATUS_STATED = 0.8
CATEGORY = 0.7
MEASURE = 0.8
CASE_NUMBER = 0.9
