"""Logistic regression with shrinkage, by Newton's method: small enough to need no library."""

import math
from collections.abc import Sequence

Row = Sequence[float]

_STEPS = 25
_CLOSE = 1e-8


def fit(rows: Sequence[Row], right: Sequence[bool], *, shrinkage: float) -> tuple[float, ...]:
    """The weights that make the truth most likely, each but the first drawn towards 0, so few rows tell little.

    The first feature is the constant; the second, a score in log-odds, is drawn towards 1: the score as it is.
    """
    size = len(rows[0])
    prior = [0.0, 1.0, *([0.0] * (size - 2))]
    strength = [shrinkage / 10, *([shrinkage] * (size - 1))]
    weights = list(prior)
    for _ in range(_STEPS):
        step = _step(rows, right, weights, prior, strength)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _CLOSE:
            break
    return tuple(weights)


def _step(rows: Sequence[Row], right: Sequence[bool], weights: Row, prior: Row, strength: Row) -> list[float]:
    """One step of Newton's method on the penalised likelihood."""
    size = len(weights)
    slope = [s * (p - w) for s, p, w in zip(strength, prior, weights, strict=True)]
    curve = [[strength[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
    for row, truth in zip(rows, right, strict=True):
        total = sum(weight * value for weight, value in zip(weights, row, strict=True))
        sure = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
        for i in range(size):
            slope[i] += (truth - sure) * row[i]
            for j in range(size):
                curve[i][j] += sure * (1 - sure) * row[i] * row[j]
    return solve(curve, slope)


def solve(matrix: Sequence[Row], right_side: Row) -> list[float]:
    """The solution of a system of linear equations, by elimination with pivots. ValueError for a singular one."""
    table = [[*row, value] for row, value in zip(matrix, right_side, strict=True)]
    size = len(table)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(table[row][column]))
        if table[pivot][column] == 0:
            raise ValueError("the equations have no single solution")
        table[column], table[pivot] = table[pivot], table[column]
        for row in range(size):
            if row != column:
                share = table[row][column] / table[column][column]
                table[row] = [a - share * b for a, b in zip(table[row], table[column], strict=True)]
    return [table[row][size] / table[row][row] for row in range(size)]
