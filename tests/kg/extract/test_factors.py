"""Factors of Article 83(2), and which way they weighed."""

import pytest

from kg.extract.factors import factors
from kg.extract.reading import Span

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The authority took into account the good cooperation of the shop.", ["f mitigating"]),
        ("As aggravating it regards that the shop refused to cooperate.", ["f aggravating"]),
        ("The shop had already been fined, which was taken into account.", ["e aggravating"]),
        ("In its favour it was weighed that there were no previous infringements.", ["e mitigating"]),
        (
            "When setting the amount the agency considered the large number of people and the negligence.",
            ["a aggravating", "b aggravating"],
        ),
        ("The impact of the pandemic was taken into account as mitigating.", ["k mitigating"]),
        ("Why so little? The shop had come forward by itself.", ["h mitigating"]),
        ("It took the cooperation into account as neither aggravating nor mitigating.", ["f neutral"]),
        ("The shop showed good cooperation.", []),
        ("The authority took into account the law.", []),
        ("Negligence is no excuse.", []),
    ],
)
def test_factors_that_were_weighed(read: Read, text: str, expected: list[str]) -> None:
    assert list(map(str, factors(read(text), (Span(0, len(text)),)))) == expected
