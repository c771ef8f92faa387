"""The trained part: how likely a candidate is the party that a text says was sanctioned.

A logistic regression over the features of `kg.extract.candidates`, its weights readable in `party_model.json`. `make
model` trains it (see `training/`); `docs/accuracy.md` has what it changes on texts that it was not trained on.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.errors import InputError

SHIPPED = Path(__file__).with_name("party_model.json")
"""The model that comes with the package."""

_WEIGHTS = TypeAdapter(dict[str, float])
_BIAS = ""
_DIGITS = 3
"""Places to which probabilities are rounded, so that machines whose last bits differ decide alike."""


@dataclass(frozen=True, slots=True)
class PartyModel:
    """A weight for each feature; a feature that training did not see weighs nothing."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """The probability that a candidate with these features was sanctioned, to three places."""
        total = self.bias + math.fsum(self.weights.get(feature, 0.0) for feature in features)
        return round(1 / (1 + math.exp(-max(min(total, 30.0), -30.0))), _DIGITS)

    def write(self, path: Path) -> None:
        """Write the weights as JSON, sorted; the bias stands under the empty name."""
        rows = {_BIAS: self.bias, **self.weights}
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def read_model(path: Path) -> PartyModel:
    """A model from the file that `PartyModel.write` wrote; InputError for any other."""
    try:
        weights = _WEIGHTS.validate_python(json.loads(path.read_bytes()))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValidationError, ValueError) as error:
        raise InputError(f"{path}: no weights of a model: {error}") from error
    return PartyModel(weights.pop(_BIAS, 0.0), weights)


@cache
def shipped() -> PartyModel:
    """The model that comes with the package, read once."""
    return read_model(SHIPPED)
