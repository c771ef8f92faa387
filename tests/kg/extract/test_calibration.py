"""Scores become probabilities by the weights in the package."""

import json
import math
from collections.abc import Callable

import pytest

from kg.extract.calibration import FEATURES, WEIGHTS, calibrated, features, logit, probability
from kg.model import Article, Claim
from tests.kg.making import claim

STORED = json.loads(WEIGHTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("spans", "title", "decisions", "expected"),
    [
        ([(3, 8)], "A title", 1, (0.0, 1.0, 1.0, 1.0, 0.0)),
        ([(600, 605)], "A title", 1, (0.0, 0.0, 0.0, 1.0, 0.0)),
        ([(20, 25), (600, 605)], None, 3, (1.0, 0.0, 1.0, 0.0, 1.0)),
    ],
)
def test_what_is_known_of_a_value(
    spans: list[tuple[int, int]], title: str | None, decisions: int, expected: tuple[float, ...]
) -> None:
    assert features(0.5, spans, title, decisions) == (1.0, 0.0, *expected)


def test_a_probability_is_never_certain() -> None:
    assert probability((100.0,), (1.0,)) == 0.99
    assert probability((-100.0,), (1.0,)) == 0.02
    assert probability((1.0,), (logit(0.8),)) == pytest.approx(0.8)
    assert math.isfinite(logit(1.0))


def test_the_weights_fit_the_features_and_say_where_they_come_from() -> None:
    assert STORED["features"] == list(FEATURES)
    assert {len(weights) for weights in STORED["weights"].values()} == {len(FEATURES)}
    assert STORED["provenance"]["texts"]["corpus"] > 100
    assert STORED["provenance"]["held_out"]["all"]["error"] <= 0.05


def test_a_claim_is_calibrated_field_by_field() -> None:
    article = Article("a1", "The shop was fined.")
    scored = claim("Elm Pharmacy", sum_="900 EUR", cleared="33")
    found = calibrated(scored, article, 1)
    row = features(0.9, [(0, 3)], None, 1)
    assert found.authority is not None
    assert found.authority.confidence == round(probability(STORED["weights"]["authority"], row), 4)
    assert found.not_infringed == scored.not_infringed


def test_extraction_gives_probabilities(claims_of: Callable[..., tuple[Claim, ...]]) -> None:
    [found] = claims_of("The CNIL fined Elm Pharmacy €40,000 for infringing Article 32 GDPR.")
    assert found.fine is not None
    assert 0.5 < found.fine.confidence < 1
    assert found.status.confidence == round(found.status.confidence, 4)
