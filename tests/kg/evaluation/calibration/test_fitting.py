"""Probabilities are fitted by field, and judged on texts that they were not fitted on."""

import random
import re

import pytest

from kg.evaluation.calibration.fitting import FIELDS, Example, fit_all
from kg.evaluation.calibration.plot import plot
from kg.extract.calibration import FEATURES, features
from kg.model import Claim

DICE = random.Random(3)


def example(number: int, share: float, score: float) -> Example:
    row = features(score, [(600, 605)], None, 1)
    return Example(f"set text{number}", "sector", row, DICE.random() < share)


KNOWN = [example(number, 0.65, 0.9) for number in range(400)] + [example(number, 0.35, 0.5) for number in range(400)]


def test_every_field_is_one_of_a_claim() -> None:
    assert set(FIELDS.values()) <= set(Claim.__dataclass_fields__)


def test_scores_that_are_too_high_become_probabilities_that_hold() -> None:
    fit = fit_all(KNOWN)
    assert fit.examples == fit.held_out.count == 800
    assert fit.held_out.error < 0.05
    assert [bin_.right for bin_ in fit.held_out.bins] == pytest.approx([0.35, 0.65], abs=0.05)
    assert len(fit.weights["sector"]) == len(FEATURES)


def test_a_field_with_few_values_gets_no_weights() -> None:
    assert fit_all(KNOWN[:5]).weights == {}


def test_the_plot_shows_each_bin() -> None:
    titles = re.findall(r"<circle [^>]+><title>([^<]+)</title></circle>", plot(fit_all(KNOWN).held_out))
    assert len(titles) == 2
    assert all(title.startswith("400 values of 0.") for title in titles)
