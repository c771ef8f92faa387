"""Concepts that a text names by the labels of the ontology."""

import pytest

from kg.extract.components import FINDERS
from kg.model import Article, Label


def named(label: Label, text: str, language: str) -> list[tuple[str, str]]:
    """Words and concept of each mention."""
    found = FINDERS[label](Article("a1", text, language=language))
    return [(text[hit.start : hit.end], str(hit.value)) for hit in found]


@pytest.mark.parametrize(
    ("label", "language", "text", "expected"),
    [
        (
            Label.BREACH_CAUSE,
            "de",
            "Die Erpressungssoftware legte alles lahm.",
            [("Erpressungssoftware", "ransomware")],
        ),
        (
            Label.BREACH_CAUSE,
            "es",
            "Hubo una brecha por error de un empleado.",
            [("error de un empleado", "human-error")],
        ),
        (
            Label.BREACH_KIND,
            "it",
            "Vi fu una perdita di riservatezza.",
            [("perdita di riservatezza", "confidentiality")],
        ),
        (Label.TRIGGER, "fr", "Saisie d'une plainte, la CNIL a agi.", [("Saisie d'une plainte", "complaint")]),
        (Label.SECTOR, "de", "Das Krankenhaus zahlt.", [("Krankenhaus", "hospitals")]),
    ],
)
def test_labels_in_the_language_of_a_text_are_found(
    label: Label, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert named(label, text, language) == expected


@pytest.mark.parametrize(
    ("label", "text"), [(Label.TRIGGER, "The complaint named an audit."), (Label.BREACH_KIND, "An integrity breach?")]
)
def test_a_heading_names_nothing(label: Label, text: str) -> None:
    assert named(label, text, "en") == []


def test_words_that_rules_have_read_are_found_once() -> None:
    assert named(Label.BREACH_CAUSE, "A hacker attack on the shop.", "en") == [("hacker attack", "attack")]
