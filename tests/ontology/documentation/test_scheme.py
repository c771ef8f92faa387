"""The pages of the concept schemes: every concept has its place, and links inside lead somewhere."""

from pathlib import Path

import pytest

from ontology.concepts import concepts
from ontology.documentation.page import render_scheme
from ontology.documentation.scheme import SchemePage, read_scheme_page
from ontology.documentation.vocabulary import Name
from ontology.files import SCHEMES
from tests.ontology.documentation.test_page import Reader


@pytest.fixture(params=sorted(SCHEMES), scope="module")
def scheme(request: pytest.FixtureRequest) -> SchemePage:
    return read_scheme_page(request.param)


def test_each_concept_has_its_place_once(scheme: SchemePage) -> None:
    page = Reader(render_scheme(scheme, assets="", home="ns"))
    assert page.open == []
    assert page.styled == []
    assert len(page.ids) == len(set(page.ids))
    assert set(page.ids) == {"all-concepts", *concepts(scheme.id)}
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_tree_is_that_of_broader_concepts() -> None:
    scheme = read_scheme_page("sector")
    codes = [entry.notation for entry in scheme.tree()]
    assert codes[:5] == ["A", "01", "02", "03", "B"]
    assert [scheme.entries[key].notation for key in scheme.narrower["construction"]] == ["41", "42", "43"]


def test_authorities_stand_by_state() -> None:
    ids = [entry.id for entry in read_scheme_page("authority").tree()]
    assert ids == sorted(ids)


def test_what_is_said_of_a_concept() -> None:
    ban = read_scheme_page("measure").entries["ban"]
    assert ban.labels[0] == ("en", ban.label)
    assert dict(ban.labels)["de"] == "Verbot der Verarbeitung"
    assert ("power", (Name("", "Article 58(2)(f) GDPR", ours=True),)) in ban.facts
    assert [name.short for name in dict(ban.facts)["measure class"]] == ["ProcessingBan"]


def test_former_names_have_their_years() -> None:
    authorities = read_scheme_page("authority").entries
    assert authorities["se/imy"].former == (("Datainspektionen", "1973 to 2020"),)
    assert ("Commission de la protection de la vie privée", "until 2018") in authorities["be/apd-gba"].former


def test_hidden_labels_are_not_shown_and_texts_are_escaped(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <https://w3id.org/gdpr-enforcement/vocab/measure/m> a skos:Concept ; skos:prefLabel "Stop & <b>"@en ;
            skos:inScheme <https://w3id.org/gdpr-enforcement/vocab/measure> ;
            skos:altLabel "halt"@en ; skos:hiddenLabel "whoa"@en .""",
        encoding="utf-8",
    )
    page = render_scheme(read_scheme_page("measure", path), assets="", home="")
    assert "Stop &amp; &lt;b&gt;" in page
    assert "halt" in page
    assert "whoa" not in page
