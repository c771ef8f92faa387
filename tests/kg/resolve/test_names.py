"""One organisation, many spellings."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.names import best, canonical, extends, tidy


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Nordlicht Energie GmbH", "NORDLICHT ENERGIE", "Nordlicht  Energie G.m.b.H."), "nordlicht-energie"),
        (("Acme S.p.A.", "ACME SpA", "Acme S. p. A.", "Acme (the operator)"), "acme"),
        (("Kowalska i Syn Sp. z o.o.", "Kowalska i Syn SP Z OO"), "kowalska-i-syn"),
        (("Søværk A/S", "Sovaerk AS"), "sovaerk"),
        (("The Blue Kettle Ltd", "Blue Kettle Limited", "Blue Kettle Ltd."), "blue-kettle"),
        (("Brot & Butter AG", "Brot and Butter"), "brot-and-butter"),
        (("O\u2019Leary\u2019s Gym", "O'Leary's Gym"), "olearys-gym"),
        (("Nordlicht.com", "nordlicht.com", "Nordlicht.com Ltd"), "nordlicht-com"),
        (("GmbH",), "gmbh"),
        (("(unnamed)",), "unnamed"),
        (("Чиста Вода", "ЧИСТА-ВОДА"), None),
        (("Ω-Δέλτα", "Ω ΔΕΛΤΑ"), None),
    ],
)
def test_spellings_of_one_name_have_one_key(names: tuple[str, ...], key: str | None) -> None:
    keys = {canonical(name) for name in names}
    assert len(keys) == 1
    assert key is None or keys == {key}


@pytest.mark.parametrize(
    ("one", "other"), [("Acme Energy", "Acme Water"), ("Bank of Elm", "Bank of Oak"), ("Вода 24", "Хляб 24")]
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@given(st.text(min_size=1))
def test_every_name_has_a_key_that_is_its_own_key(name: str) -> None:
    key = canonical(name)
    assert key
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_longer_name_extends_a_shorter_by_whole_words() -> None:
    assert extends("acme-energy", "acme")
    assert extends(canonical("Acme.com"), canonical("Acme"))
    assert not extends("acmebank", "acme")
    assert not extends("acme", "acme")


def test_the_best_name_is_the_most_frequent_then_the_longest() -> None:
    names = ["Acme", "Acme  Energy", "ACME ENERGY", "Acme", "Acme Energy SE"]
    assert {best(order) for order in permutations(names)} == {"Acme"}
    assert best(["Acme", "Acme Energy", "Abcd"]) == "Acme Energy"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Blue  Kettle Unlimited Company.", "Blue Kettle Unlimited Company"),
        ("Elm Pharmacy.", "Elm Pharmacy"),
        ("Blue Kettle GmbH.", "Blue Kettle GmbH"),
        ("Blue Kettle Ltd.", "Blue Kettle Ltd."),
        ("Blue Kettle INC.", "Blue Kettle INC."),
        ("Blue Kettle & Co.", "Blue Kettle & Co."),
        ("Acqua Fresca S.p.A.", "Acqua Fresca S.p.A."),
        ("Kowalska Sp. z o.o.", "Kowalska Sp. z o.o."),
        ("Casa Sol S.X.Y.", "Casa Sol S.X.Y."),
        ("Maria E.", "Maria E."),
        ("...", "..."),
    ],
)
def test_a_full_stop_that_is_no_part_of_a_name_is_not_shown(name: str, shown: str) -> None:
    assert tidy(name) == best([name]) == shown
