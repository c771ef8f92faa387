"""The structure of the GDPR, and the Turtle made from it."""

from collections import Counter

import pytest

from kg.ids import provision_iri, provision_path
from kg.values import Provision
from ontology import regulation
from ontology.files import PROVISIONS_TURTLE
from ontology.provisions import fine_tier, path, turtle

ALL = [provision for text in regulation.provisions() if (provision := Provision.parse(text)) is not None]


def level(provision: Provision) -> str:
    if provision.point:
        return "point"
    if provision.paragraph:
        return "definition" if provision.article == 4 else "paragraph"
    return "article"


def test_the_regulation_is_complete() -> None:
    counts = Counter(level(provision) for provision in ALL)
    assert counts == {"article": 99, "paragraph": 372, "definition": 26, "point": 359}


def test_provisions_are_keyed_as_values_print_them() -> None:
    assert [str(provision) for provision in ALL] == list(regulation.provisions())
    assert [provision.sort_key for provision in ALL] == sorted(provision.sort_key for provision in ALL)


@pytest.mark.parametrize(
    "text", ["5(1)(f)", "4(7)", "32", "83(5)(a)", "50(a)", "4(16)(b)", "99(2)", "6(1)(f)", "58(2)(i)"]
)
def test_provisions_that_exist(text: str) -> None:
    assert regulation.exists(text)


@pytest.mark.parametrize(
    "text", ["16(1)", "5(1)(g)", "5(3)", "100", "0", "4(27)", "32(5)", "10(1)", "", "art_5", "9(4)(a)"]
)
def test_provisions_that_do_not(text: str) -> None:
    assert not regulation.exists(text)


def test_titles() -> None:
    assert regulation.title(32) == "Security of processing"
    assert regulation.title(99) == "Entry into force and application"
    assert all(regulation.title(article) for article in range(1, 100))
    with pytest.raises(KeyError):
        regulation.title(100)


def test_parts() -> None:
    assert regulation.children("5") == ("5(1)", "5(2)")
    assert regulation.children("5(1)") == tuple(f"5(1)({letter})" for letter in "abcdef")
    assert regulation.children("5(1)(f)") == ()
    assert (regulation.parent("5(1)(f)"), regulation.parent("50(a)"), regulation.parent("5")) == ("5(1)", "50", None)
    for lookup in (regulation.children, regulation.parent):
        with pytest.raises(KeyError):
            lookup("5(9)")


def test_every_part_is_within_its_whole() -> None:
    for text in regulation.provisions():
        assert all(regulation.parent(child) == text for child in regulation.children(text))


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("32(1)(b)", "83(4)"),
        ("8", "83(4)"),
        ("43", "83(4)"),
        ("41(4)", "83(4)"),
        ("41(1)", None),
        ("5(1)(f)", "83(5)"),
        ("9", "83(5)"),
        ("22", "83(5)"),
        ("46", "83(5)"),
        ("58(1)(e)", "83(5)"),
        ("58(6)", None),
        ("10", None),
        ("83", None),
    ],
)
def test_tiers_of_fines(text: str, tier: str | None) -> None:
    assert fine_tier(text) == tier


def test_paths_are_those_of_our_iris() -> None:
    assert [path(text) for text in regulation.provisions()] == [provision_path(item) for item in ALL]


def test_the_turtle_is_up_to_date() -> None:
    assert PROVISIONS_TURTLE.read_text(encoding="utf-8") == turtle()
    assert f"<{provision_iri(Provision(5, 1, 'f'))}> a gde:Provision" in turtle()
