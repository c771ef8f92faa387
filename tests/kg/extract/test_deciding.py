"""Which authority decided."""

from collections.abc import Callable

import pytest

from kg.model import Claim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The CNIL fined Brumeline €900 for a breach of Article 32 GDPR; the AEPD had been asked.", "fr/cnil"),
        ("Brumeline SAS was fined €900 for a breach of Article 32 GDPR (SAN-2023-077).", "fr/cnil"),
        ("Norte Seguros S.A. was fined €900 for a breach of Article 32 GDPR. Reference: PS/00123/2022.", "es/aepd"),
        ("Norte Seguros S.A. was fined €900 for a breach of Article 32 GDPR, case 2022/17.", None),
    ],
)
def test_the_deciding_authority(claims_of: Callable[..., tuple[Claim, ...]], text: str, expected: str | None) -> None:
    [claim] = claims_of(text)
    assert (claim.authority.value if claim.authority else None) == expected
