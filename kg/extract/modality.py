"""Whether words speak of what happened, or of what might happen, was denied, or is only demanded."""

from kg.extract.lexicon import pattern

_UNREAL = pattern(
    [
        *(
            r"can",
            r"could",
            r"may",
            r"might",
            r"would",
            r"should",
            r"if",
            r"unless",
            r"whether",
            r"up to",
            r"risks?",
            r"threaten\w*",
        ),
        *(
            r"possible",
            r"potential(?:ly)?",
            r"empower\w*",
            r"is entitled",
            r"has the (?:power|right)",
            r"failing which",
            r"warned of",
        ),
        *(
            r"considering",
            r"asked (?:the|for)",
            r"demand(?:s|ed)",
            r"requested",
            r"recommend(?:s|ed|ation)?",
            r"expected",
        ),
    ]
)
_DENIED = pattern(
    [
        *(
            r"no(?! longer)",
            r"not",
            r"never",
            r"neither",
            r"nor",
            r"without",
            r"n't",
            r"didn.t",
            r"refrain\w*",
            r"instead of",
        ),
        *(r"waive[ds]?", r"dismiss(?:ed|es)", r"reject(?:ed|s)", r"rather than", r"dropped", r"nothing"),
    ]
)


def unreal(words: str) -> bool:
    """Whether the words before an act make it a mere possibility."""
    return _UNREAL.search(words) is not None


def denied(words: str) -> bool:
    """Whether the words before an act deny it."""
    return _DENIED.search(words) is not None
