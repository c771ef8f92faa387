"""When two names are one."""

import pytest

from kg.evaluation.names import plain_name, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tulpenveld B.V.", "Tulpenveld"),
        ("Tulpenveld", "the Tulpenveld Group"),
        ("Bråte & Sorn A / S", "Brate & Sorn A/S"),
        ("Café Zénith S.A.S.", "CAFE ZENITH"),
        ("Mobil Fon", "MobilFon"),
        ("Nordlys Bank (Norway)", "Nordlys Bank"),
        ("Szép Kert Kft.", "Szép Kert Zrt"),
        ("King's Garage", "Kings Garage Ltd"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tulpenveld", "Rozenveld"),
        ("Nordlys Bank", "Nordlys Hospital"),
        ("BA", "BA Insurance"),  # two letters are in too many names
        ("", "Tulpenveld"),
        ("GmbH", "GmbH"),  # nothing is left of it
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Kwiat sp z o o", "kwiat"), ("Fjord O.Y.J", "fjord"), ("H&K S L U", "h&k"), ("Cogroup", "cogroup")],
)
def test_legal_forms_are_dropped_only_as_words(name: str, plain: str) -> None:
    assert plain_name(name) == plain
