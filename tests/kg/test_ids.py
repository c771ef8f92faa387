"""Names come from content alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import Names, article_id, authority_iri, digest, provision_iri, slug
from kg.model import Article
from kg.values import Provision


def test_an_article_is_known_by_its_text() -> None:
    assert (
        article_id(Article("a", "One.", url="http://x.example")) == article_id(Article("b", "One.")) == digest("One.")
    )
    assert article_id(Article("a", "One.")) != article_id(Article("a", "Two."))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dedalus Biologie", "dedalus-biologie"),
        ("Størby Æbler A/S", "storby-aebler-a-s"),
        ("  Żabka—Łódź ", "zabka-lodz"),
    ],
)
def test_a_slug_is_plain_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_every_name_has_a_slug_that_is_safe_in_an_iri(name: str) -> None:
    assert slug(name)
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("provision", "path"),
    [
        (Provision(32), "art_32"),
        (Provision(5, 1, "f"), "art_5/par_1/pnt_f"),
        (Provision(4, 7), "art_4/pnt_7"),
        (Provision(4, 16, "a"), "art_4/pnt_16/pnt_a"),
    ],
)
def test_a_provision_has_the_path_of_its_eli(provision: Provision, path: str) -> None:
    assert provision_iri(provision) == f"https://w3id.org/gdpr-enforcement/id/provision/reg/2016/679/{path}"


def test_things_stand_under_the_base_and_reference_data_does_not_move() -> None:
    names = Names("http://localhost/id/")
    assert names.decision("fr-cnil-2022-1") == "http://localhost/id/decision/fr-cnil-2022-1"
    assert names.article("00ff") == "http://localhost/id/article/00ff"
    assert names.organisation("dedalus") == "http://localhost/id/org/dedalus"
    assert names.run("abc") == "http://localhost/id/run/abc"
    assert authority_iri("fr/cnil") == "https://w3id.org/gdpr-enforcement/id/authority/fr/cnil"
