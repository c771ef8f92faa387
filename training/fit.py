"""Fit the party model: a logistic regression with an L2 penalty, by Newton's method.

The penalised likelihood has one maximum, and Newton's method ends at it to the last digits: so weights rounded to three
places come out the same on every machine, whatever the order of its sums.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.extract.party_model import PartyModel
from training.examples import Example

Array = NDArray[np.float64]

PENALTY = 3.0
"""Half the inverse variance of the prior on each weight; the ablation is flat between 3 and 10."""

LEAST_TEXTS = 3
"""How many candidates must have a feature to get a weight."""

_DIGITS = 3
_MOST_STEPS = 50
_CLOSE = 1e-9


class NotFitted(RuntimeError):
    """Newton's method did not come to rest."""


def fit(examples: Iterable[Example]) -> PartyModel:
    """The model that the candidates of these texts give."""
    rows = [
        (candidate.features, sanctioned)
        for example in examples
        for candidate, sanctioned in zip(example.candidates, example.sanctioned, strict=True)
    ]
    known = _known([features for features, _ in rows])
    design = np.zeros((len(rows), len(known) + 1))
    design[:, -1] = 1.0
    places = {feature: place for place, feature in enumerate(known)}
    for number, (features, _) in enumerate(rows):
        design[number, [places[feature] for feature in features if feature in places]] = 1.0
    weights = _maximum(design, np.array([sanctioned for _, sanctioned in rows], dtype=np.float64))
    rounded = [round(float(weight), _DIGITS) for weight in weights]
    return PartyModel(rounded[-1], {feature: weight for feature, weight in zip(known, rounded, strict=False) if weight})


def _known(rows: Sequence[frozenset[str]]) -> list[str]:
    """The features that enough candidates have, sorted."""
    counts = Counter(feature for features in rows for feature in features)
    return sorted(feature for feature, count in counts.items() if count >= LEAST_TEXTS)


def _maximum(design: Array, sanctioned: Array) -> Array:
    """The weights at the maximum of the penalised likelihood; the last one, the bias, bears no penalty."""
    penalty = np.full(design.shape[1], PENALTY)
    penalty[-1] = 1e-6
    weights = np.zeros(design.shape[1])
    for _ in range(_MOST_STEPS):
        probability = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (sanctioned - probability) - penalty * weights
        spread = probability * (1 - probability)
        curvature = (design * spread[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(curvature, slope)
        weights = weights + step
        if np.abs(step).max() < _CLOSE:
            return weights
    raise NotFitted(f"after {_MOST_STEPS} steps")
