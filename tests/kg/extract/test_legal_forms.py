"""Legal forms behind names."""

import pytest

from kg.extract.legal_forms import has_form, starts_with_form


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norte S.A.", True),
        ("Norte SA", True),
        ("Prekes, UAB", True),
        ("Kiosk A/S", True),
        ("Norte", False),
        ("Bank of Sea", False),
    ],
)
def test_forms_are_known_however_they_are_dotted(name: str, expected: bool) -> None:
    assert has_form(name) is expected


def test_a_form_is_seen_at_a_place() -> None:
    assert starts_with_form("Norte GmbH", 5)
    assert not starts_with_form("Norte is", 5)
