"""How an article looks on a terminal."""

from kg.cli.marks import STYLES
from kg.model import Label


def test_every_label_has_its_style() -> None:
    assert set(STYLES) == set(Label)
