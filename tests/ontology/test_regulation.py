"""The structure of the GDPR, and the Turtle made from it."""

import re
from collections import Counter
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, SKOS

from kg.ids import provision_iri, provision_path
from kg.values import Provision
from ontology import regulation
from ontology.concepts import concepts
from ontology.files import OTHER_PROVISIONS_TURTLE, PROVISIONS_TURTLE, OntologyFileError, read_table
from ontology.provisions import fine_tier, path, turtle
from ontology.terms import REFERENCE, Gde, vocab

EU_GDPR = "https://w3id.org/dpv/legal/eu/gdpr#"
BASE = f"{REFERENCE}provision/"

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


@pytest.mark.parametrize(
    ("article", "language", "title"),
    [
        (32, "de", "Sicherheit der Verarbeitung"),
        (16, "es", "Derecho de rectificación"),
        (6, "fr", "Licéité du traitement"),
        (33, "it", "Notifica di una violazione dei dati personali all'autorità di controllo"),
    ],
)
def test_titles_in_other_languages(article: int, language: str, title: str) -> None:
    assert regulation.title(article, language) == title


@pytest.mark.parametrize("language", regulation.LANGUAGES)
def test_every_article_has_its_title(language: str) -> None:
    titles = Counter(regulation.title(article, language) for article in range(1, 100))
    assert all(title == title.strip() and title for title in titles)
    twice = {title for title, times in titles.items() if times > 1}
    assert twice == {regulation.title(52, language)}, "Articles 52 and 69 are both on independence"
    assert regulation.title(69, language) == regulation.title(52, language)


def test_a_language_without_titles() -> None:
    with pytest.raises(KeyError):
        regulation.title(32, "nl")


def test_the_chapters_cover_the_articles_once() -> None:
    chapters = [division for division in regulation.divisions() if division.section is None]
    assert [division.chapter for division in chapters] == list(range(1, 12))
    assert [number for one in chapters for number in range(one.first, one.last + 1)] == list(range(1, 100))


def test_the_sections_cover_their_chapters() -> None:
    divisions = regulation.divisions()
    assert len(divisions) == 11 + 15
    for chapter in (division for division in divisions if division.section is None):
        sections = [one for one in divisions if one.chapter == chapter.chapter and one.section is not None]
        assert [one.section for one in sections] == list(range(1, len(sections) + 1))
        if sections:
            covered = [number for one in sections for number in range(one.first, one.last + 1)]
            assert covered == list(range(chapter.first, chapter.last + 1))
        assert set(chapter.titles) == set(regulation.LANGUAGES)


@pytest.mark.parametrize(
    ("article", "place"),
    [(1, [(1, None)]), (12, [(3, None), (3, 1)]), (34, [(4, None), (4, 2)]), (83, [(8, None)]), (99, [(11, None)])],
)
def test_where_an_article_stands(article: int, place: list[tuple[int, int | None]]) -> None:
    assert [(one.chapter, one.section) for one in regulation.divisions_of(article)] == place


def test_no_chapter_has_article_100() -> None:
    with pytest.raises(KeyError):
        regulation.divisions_of(100)


@pytest.mark.parametrize("row", ["1", "1,a,b", "x,a", "1,a\n1,b"])
def test_a_broken_table_is_named(tmp_path: Path, row: str) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"number,name\n2,fine\n{row}\n", encoding="utf-8")
    with pytest.raises(OntologyFileError, match=r"table\.csv:[34]: "):
        read_table(table, ("number",), re.compile("[0-9]"), unique=True)


def test_a_table_may_repeat_a_key(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("number,name\n1,a\n1,b\n", encoding="utf-8")
    assert [row["name"] for row in read_table(table, ("number",), re.compile("[0-9]"))] == ["a", "b"]


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
        ("58(2)(d)", "83(6)"),
        ("58(2)", "83(6)"),
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


@pytest.fixture(scope="module")
def provisions() -> Graph:
    return Graph().parse(PROVISIONS_TURTLE)


@pytest.mark.parametrize(
    ("place", "relation", "terms"),
    [
        ("art_5/par_1/pnt_a", "closeMatch", {"LawfulnessPrinciple", "FairnessPrinciple", "TransparencyPrinciple"}),
        ("art_5/par_2", "closeMatch", {"AccountabilityPrinciple"}),
        ("art_17", "closeMatch", {"A17"}),
        ("art_32", "closeMatch", set()),
        ("art_6/par_1/pnt_f", "relatedMatch", {"A6-1-f"}),
        ("art_6/par_1/pnt_f", "closeMatch", set()),
    ],
)
def test_matches_with_dpv(provisions: Graph, place: str, relation: str, terms: set[str]) -> None:
    found = provisions.objects(URIRef(f"{BASE}reg/2016/679/{place}"), SKOS[relation])
    assert {str(term) for term in found} == {EU_GDPR + term for term in terms}


def test_the_principles_and_the_rights_are_matched(provisions: Graph) -> None:
    matched = {str(node) for node, _ in provisions.subject_objects(SKOS.closeMatch)}
    wanted = [f"art_5/par_1/pnt_{letter}" for letter in "abcdef"] + [f"art_{number}" for number in range(13, 23)]
    assert {f"{BASE}reg/2016/679/{place}" for place in wanted} <= matched


def test_each_provision_is_in_a_chapter_and_in_the_act(provisions: Graph) -> None:
    nodes = list(provisions.subjects(URIRef(Gde.articleNumber)))
    assert len(nodes) == 856
    act = URIRef("http://data.europa.eu/eli/reg/2016/679/oj")
    is_part_of = URIRef("http://data.europa.eu/eli/ontology#is_part_of")
    for node in nodes:
        assert provisions.value(node, URIRef(Gde.chapterNumber)) is not None
        assert provisions.value(node, URIRef(Gde.ofAct)) == URIRef(vocab("act", "eu-gdpr"))
        assert act in set(provisions.transitive_objects(node, is_part_of))


def test_the_tiers_have_their_maximum(provisions: Graph) -> None:
    found = {
        str(node).rpartition("/")[2]: (str(amount), str(provisions.value(node, URIRef(Gde.tierTurnoverShare))))
        for node, amount in provisions.subject_objects(URIRef(Gde.tierMaximumEUR))
    }
    assert found == {
        "par_4": ("10000000.0", "0.02"),
        "par_5": ("20000000.0", "0.04"),
        "par_6": ("20000000.0", "0.04"),
    }
    assert set(provisions.objects(None, URIRef(Gde.fineTier))) == set(provisions.subjects(URIRef(Gde.tierMaximumEUR)))


def test_provisions_of_other_acts_name_a_known_act() -> None:
    graph = Graph().parse(OTHER_PROVISIONS_TURTLE)
    acts = {concept.iri for concept in concepts("act").values()}
    nodes = set(graph.subjects(URIRef(Gde.ofAct)))
    assert len(nodes) == len(set(graph.objects(None, SKOS.notation))) > 30
    for node in nodes:
        assert str(graph.value(node, URIRef(Gde.ofAct))) in acts
        assert graph.value(node, DCTERMS.title)
        assert graph.value(node, URIRef(Gde.articleNumber)) is None
    assert set(graph.objects(None, SKOS.broadMatch)) <= nodes
    assert URIRef(f"{BASE}dir/2002/58/art_5/par_3") in nodes


@pytest.mark.parametrize(
    ("act", "name", "country"),
    [
        ("fr-lil", "loi Informatique et Libertés", "FR"),
        ("de-bdsg", "BDSG", "DE"),
        ("es-lopdgdd", "LOPDGDD", "ES"),
        ("es-lssi", "LSSI", "ES"),
        ("it-codice", "Codice privacy", "IT"),
        ("gb-pecr", "PECR", "GB"),
        ("gb-dpa-2018", "DPA 2018", "GB"),
        ("nl-uavg", "UAVG", "NL"),
        ("eu-led", "Law Enforcement Directive", "EU"),
        ("eu-eprivacy", "Directive 2002/58/EC", "EU"),
    ],
)
def test_acts_have_the_names_of_their_countries(act: str, name: str, country: str) -> None:
    concept = concepts("act")[act]
    assert name in {label.text for label in concept.labels if label.kind != "hidden"}
    assert concept.country == country


def test_every_state_of_an_authority_has_an_act() -> None:
    states = {concept.country for concept in concepts("authority").values()}
    assert states - {concept.country for concept in concepts("act").values()} == set()
