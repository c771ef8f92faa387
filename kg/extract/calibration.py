"""From the scores of the rules to probabilities, by weights that were fitted: see `kg.evaluation.calibration`.

A logistic function for each field over the few things that tell how far a value can be trusted: the score of the rule
that found it (see `confidence`), how often the text says it, where, and in what kind of text. The weights, with their
provenance, stand in `confidence.json`; `make calibration` writes it.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from kg.model import Article, Claim, Stated

T = TypeVar("T")

WEIGHTS = Path(__file__).with_name("confidence.json")

FEATURES = ("always", "score", "repeated", "in the title", "early", "text with a title", "one of several decisions")
"""What the weights of a field are for, in their order."""

_EARLY = 500
"""Characters from the start within which a text says what it is about."""

_LEAST, _MOST = 0.02, 0.99
"""Nothing is impossible or certain."""


def features(score: float, spans: Sequence[tuple[int, int]], title: str | None, decisions: int) -> tuple[float, ...]:
    """What is known of a value, in the order of `FEATURES`.

    `score` is that of its rule (0 to 1), `spans` its mentions, `title` that of its text (which the text starts with),
    `decisions` the number of decisions that the text reports.
    """
    first = min(start for start, _ in spans)
    return (
        1.0,
        logit(score),
        float(len(spans) > 1),
        float(title is not None and first < len(title)),
        float(first < _EARLY),
        float(title is not None),
        float(decisions > 1),
    )


def probability(weights: Sequence[float], row: Sequence[float]) -> float:
    """The logistic function of the weighted sum, kept off 0 and 1."""
    total = sum(weight * value for weight, value in zip(weights, row, strict=True))
    return min(max(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), _LEAST), _MOST)


def logit(share: float) -> float:
    """The log-odds of a share, kept off 0 and 1."""
    kept = min(max(share, _LEAST), _MOST)
    return math.log(kept / (1 - kept))


def calibrated(claim: Claim, article: Article, decisions: int) -> Claim:
    """A claim whose scores are turned into probabilities; a field without weights keeps its scores."""

    def sure(name: str, stated: Stated[T]) -> Stated[T]:
        weights = _weights().get(name)
        if weights is None:
            return stated
        spans = [(mention.start, mention.end) for mention in stated.mentions]
        row = features(stated.confidence, spans, article.title, decisions)
        return replace(stated, confidence=round(probability(weights, row), 4))

    changed: dict[str, Any] = {}
    for field in fields(claim):
        value = getattr(claim, field.name)
        if isinstance(value, tuple):
            changed[field.name] = tuple(sure(field.name, stated) for stated in value)
        elif value is not None:
            changed[field.name] = sure(field.name, value)
    return replace(claim, **changed)


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """The weights by field of a claim; none where nothing has been fitted yet."""
    if not WEIGHTS.exists():
        return {}
    stored = json.loads(WEIGHTS.read_bytes())
    if stored["features"] != list(FEATURES):
        raise ValueError(f"{WEIGHTS.name} was fitted for other features: run `make calibration`")
    return {name: tuple(weights) for name, weights in stored["weights"].items()}
