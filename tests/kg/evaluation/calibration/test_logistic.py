"""Logistic regression: it finds what made the data, and stays near the scores where there is little."""

import random

import pytest

from kg.evaluation.calibration.logistic import fit, solve
from kg.extract.calibration import probability


def test_equations_are_solved() -> None:
    assert solve([[0.0, 2.0], [1.0, 1.0]], [4.0, 5.0]) == pytest.approx([3.0, 2.0])


def test_equations_without_a_single_solution_are_refused() -> None:
    with pytest.raises(ValueError, match="no single solution"):
        solve([[1.0, 1.0], [1.0, 1.0]], [1.0, 2.0])


def test_the_weights_that_made_the_data_are_found() -> None:
    dice, true = random.Random(7), (0.5, 1.5, -2.0)
    rows = [(1.0, dice.gauss(0, 1), float(dice.random() < 0.5)) for _ in range(4000)]
    right = [dice.random() < probability(true, row) for row in rows]
    assert fit(rows, right, shrinkage=0.1) == pytest.approx(true, abs=0.2)


def test_without_data_to_speak_of_a_score_stays_as_it_is() -> None:
    constant, score, other = fit([(1.0, 1.2, 1.0)], [True], shrinkage=1000.0)
    assert (constant, other) == pytest.approx((0.0, 0.0), abs=0.05)
    assert score == pytest.approx(1.0, abs=0.05)
