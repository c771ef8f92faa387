"""The concept schemes, and how they are read."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import FOAF, SDO, SKOS, XSD, Namespace

from kg.values import Bound, Status
from ontology.concepts import Concept, Label, concepts, read_scheme
from ontology.files import SCHEMES, OntologyFileError
from ontology.terms import NS, REFERENCE, Gde, vocab

SHARED = Path(__file__).parents[2].parent / "shared"
LANGUAGES = {"de", "en", "es", "fr", "it"}
DIVISIONS = {
    "A": range(1, 4),
    "B": range(5, 10),
    "C": range(10, 34),
    "D": range(35, 36),
    "E": range(36, 40),
    "F": range(41, 44),
    "G": range(46, 48),
    "H": range(49, 54),
    "I": range(55, 57),
    "J": range(58, 61),
    "K": range(61, 64),
    "L": range(64, 67),
    "M": range(68, 69),
    "N": range(69, 76),
    "O": range(77, 83),
    "P": range(84, 85),
    "Q": range(85, 86),
    "R": range(86, 89),
    "S": range(90, 94),
    "T": range(94, 97),
    "U": range(97, 99),
    "V": range(99, 100),
}
"""The divisions of each section of NACE Rev. 2.1."""
PROPER_NAMES = {"act", "authority", "currency", "legal-form", "review-body"}
"""Schemes of things with names of their own, which are not called this and that."""
OFFICIAL = {
    "AT": {"de"},
    "BE": {"de", "fr", "nl"},
    "BG": {"bg"},
    "CH": {"de", "fr", "it"},
    "CY": {"el"},
    "CZ": {"cs"},
    "DE": {"de"},
    "DK": {"da"},
    "EE": {"et"},
    "ES": {"es"},
    "EU": LANGUAGES,
    "FI": {"fi", "sv"},
    "FR": {"fr"},
    "GB": {"en"},
    "GG": {"en"},
    "GI": {"en"},
    "GR": {"el"},
    "HR": {"hr"},
    "HU": {"hu"},
    "IE": {"en", "ga"},
    "IM": {"en"},
    "IS": {"is"},
    "IT": {"it"},
    "JE": {"en"},
    "LI": {"de"},
    "LT": {"lt"},
    "LU": {"de", "fr"},
    "LV": {"lv"},
    "MT": {"en", "mt"},
    "NL": {"nl"},
    "NO": {"nb"},
    "PL": {"pl"},
    "PT": {"pt"},
    "RO": {"ro"},
    "SE": {"sv"},
    "SI": {"sl"},
    "SK": {"sk"},
}
"""The languages in which an authority of a state has its own name."""
DPV = "https://w3id.org/dpv#"
SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
ALL = [(scheme, concept) for scheme in SCHEMES for concept in concepts(scheme).values()]


@pytest.mark.parametrize(
    ("scheme", "size"),
    [
        ("authority", 58),
        ("data-category", 51),
        ("data-subject-category", 22),
        ("measure", 15),
        ("finding-outcome", 2),
        ("processing-context", 43),
        ("sector", 109),
        ("verification", 3),
    ],
)
def test_sizes(scheme: str, size: int) -> None:
    assert len(concepts(scheme)) == size


@pytest.mark.parametrize(
    ("scheme", "name", "text"),
    [
        ("authority", "fr/cnil", "French data protection watchdog"),
        ("authority", "ie/dpc", "Irish Data Protection Commission"),
        ("authority", "it/garante", "Garante"),
        ("authority", "de-hh/hmbbfdi", "Hamburg Commissioner"),
        ("authority", "se/imy", "Datainspektionen"),
        ("authority", "gb/ico", "ICO"),
        ("authority", "nl/ap", "niederländische Datenschutzbehörde"),
        ("authority", "pl/uodo", "autorité polonaise de protection des données"),
        ("act", "de-bdsg", "Legge federale sulla protezione dei dati (Germania)"),
        ("guideline", "edpb-04-2022", "Leitlinien 04/2022"),
        ("data-category", "health", "medical records"),
        ("data-category", "health", "X-rays"),
        ("data-category", "vehicle-plate", "licence plates"),
        ("data-category", "online-identifier", "IP addresses"),
        ("data-category", "image", "CCTV footage"),
        ("data-category", "financial", "bank details"),
        ("data-category", "payment-card", "four last digits of the card"),
        ("data-category", "health", "test results"),
        ("data-category", "health", "Röntgenbilder"),
        ("data-category", "salary", "buste paga"),
        ("data-category", "criminal", "extrait de casier judiciaire"),
        ("data-category", "biometric", "huella digital"),
        ("data-subject-category", "child", "minors"),
        ("data-subject-category", "job-applicant", "job candidates"),
        ("data-subject-category", "whistleblower", "lanceur d'alerte"),
        ("processing-context", "video-surveillance", "CCTV"),
        ("processing-context", "ai-training", "training of AI models"),
        ("processing-context", "direct-marketing", "telemarketing"),
        ("processing-context", "scoring", "Bonitätsprüfung"),
        ("sector", "hospitals", "hospital"),
        ("sector", "public-administration", "ayuntamiento"),
        ("measure", "reprimand", "issued a reprimand"),
        ("measure", "reprimand", "apercibimiento"),
        ("measure", "ban", "divieto di trattamento"),
        ("measure", "erasure-order", "ordered to delete"),
        ("currency", "EUR", "€"),
        ("currency", "RON", "lei"),
        ("currency", "HUF", "forints"),
        ("currency", "PLN", "zloty"),
        ("legal-form", "spa", "S.p.A."),
        ("legal-form", "as-dk", "A/S"),
    ],
)
def test_the_words_of_texts_are_there(scheme: str, name: str, text: str) -> None:
    found = {label.text.casefold(): label.kind for label in concepts(scheme)[name].labels}
    assert found.get(text.casefold()) in {"pref", "alt"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [("Datatilsynet", {"dk/datatilsynet", "no/datatilsynet"}), ("CNPD", {"lu/cnpd", "pt/cnpd"}), ("DPC", {"ie/dpc"})],
)
def test_shared_names_are_hidden(text: str, ids: set[str]) -> None:
    labels = [(concept.id, label) for concept in concepts("authority").values() for label in concept.labels]
    assert {name for name, label in labels if label.text == text} == ids
    assert {label.kind for _, label in labels if label.text == text} == {"hidden"}


@pytest.mark.parametrize(
    ("scheme", "concept"), ALL, ids=lambda value: value.id if isinstance(value, Concept) else value
)
def test_each_concept_is_sound(scheme: str, concept: Concept) -> None:
    preferred = Counter(label.language for label in concept.labels if label.kind == "pref")
    assert preferred
    assert set(preferred.values()) == {1}
    assert all(label.text == label.text.strip() and label.text for label in concept.labels)
    assert concept.id not in wider(scheme, concept.id)


def wider(scheme: str, name: str) -> set[str]:
    """All concepts above one; the concept itself among them where there is a cycle."""
    found: set[str] = set()
    todo = list(concepts(scheme)[name].broader)
    while todo:
        if (above := todo.pop()) not in found:
            found.add(above)
            todo += concepts(scheme)[above].broader
    return found


def trusted(scheme: str) -> Iterator[tuple[str, str]]:
    for concept in concepts(scheme).values():
        yield from {(label.text.casefold(), label.language) for label in concept.labels if label.kind != "hidden"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_trusted_label_names_one_concept(scheme: str) -> None:
    assert [label for label, times in Counter(trusted(scheme)).items() if times > 1] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_concept_is_named_in_five_languages(scheme: str) -> None:
    named = {
        concept.id: {label.language for label in concept.labels if label.kind == "pref"}
        for concept in concepts(scheme).values()
    }
    assert {name: LANGUAGES - languages for name, languages in named.items() if LANGUAGES - languages} == {}


@pytest.mark.parametrize("scheme", ["data-category", "data-subject-category", "processing-context"])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_concept_has_several_names_in_each_language(scheme: str, language: str) -> None:
    names = {
        concept.id: sum(label.language == language for label in concept.labels) for concept in concepts(scheme).values()
    }
    assert {name: count for name, count in names.items() if count < 3} == {}


@pytest.mark.parametrize("scheme", sorted(SCHEMES.keys() - PROPER_NAMES))
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_concept_has_another_name_in_each_language(scheme: str, language: str) -> None:
    """Divisions of NACE have only their titles."""
    names = {
        concept.id: sum(label.language == language for label in concept.labels)
        for concept in concepts(scheme).values()
        if scheme != "sector" or not concept.broader
    }
    assert {name: count for name, count in names.items() if count < 2} == {}


@pytest.mark.parametrize("authority", concepts("authority").values(), ids=lambda authority: authority.id)
def test_an_authority_has_its_name_in_the_languages_of_its_country(authority: Concept) -> None:
    named = {label.language for label in authority.labels if label.kind == "pref"}
    assert named >= OFFICIAL[authority.country or ""] | {"en"}


@pytest.mark.parametrize("scheme", ["data-category", "measure"])
def test_a_word_names_one_concept_in_all_languages(scheme: str) -> None:
    """Extraction looks for the words of all languages in every text."""
    ids: dict[str, set[str]] = {}
    for concept in concepts(scheme).values():
        for label in concept.labels:
            ids.setdefault(label.text.casefold(), set()).add(concept.id)
    assert {text: sorted(names) for text, names in ids.items() if len(names) > 1} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_hidden_label_is_trusted_nowhere(scheme: str) -> None:
    hidden = {
        (label.text.casefold(), label.language)
        for concept in concepts(scheme).values()
        for label in concept.labels
        if label.kind == "hidden"
    }
    assert hidden & set(trusted(scheme)) == set()


def test_the_values_of_the_model_are_concepts() -> None:
    assert set(concepts("decision-status")) == set(Status)
    assert set(concepts("count-qualifier")) == set(Bound)


@pytest.mark.parametrize("measure", concepts("measure").values(), ids=lambda measure: measure.id)
def test_each_measure_has_a_class(measure: Concept) -> None:
    assert measure.measure_class in {term.value for term in Gde}
    assert measure.power is None or measure.power in "abcdefghij"


def test_every_corrective_power_has_a_measure() -> None:
    assert {measure.power for measure in concepts("measure").values()} - {None} == set("abcdefghij")


def test_a_category_of_article_9_is_special() -> None:
    graph = Graph().parse(SCHEMES["data-category"])
    nine = {
        str(node)
        for node in graph.subjects(URIRef(Gde.specialRegime), URIRef(f"{REFERENCE}provision/reg/2016/679/art_9"))
    }
    narrower = {concept.iri for concept in concepts("data-category").values() if "special-category" in concept.broader}
    assert nine == narrower | {concepts("data-category")["special-category"].iri}


def test_country_and_short_name() -> None:
    authority = concepts("authority")
    assert (authority["de-hh/hmbbfdi"].country, authority["eu/edpb"].country) == ("DE", "EU")
    assert (authority["fr/cnil"].short, authority["im/ico"].short) == ("CNIL", "Isle of Man Information Commissioner")
    assert concepts("data-category")["health"].label("fr") == "Données de santé"
    assert concepts("data-category")["health"].label("mt") == "Data concerning health"


def test_each_authority_has_its_level_and_homepage() -> None:
    graph = Graph().parse(SCHEMES["authority"])
    levels = {
        name: [
            level
            for level in ("National", "Regional", "SupraNational")
            if (URIRef(authority.iri), RDF.type, URIRef(f"{DPV}{level}Authority")) in graph
        ]
        for name, authority in concepts("authority").items()
    }
    regional = {name for name in levels if "-" in name.partition("/")[0]}
    assert {name for name, found in levels.items() if found == ["Regional"]} == regional
    assert {name for name, found in levels.items() if found == ["SupraNational"]} == {"eu/edpb", "eu/edps"}
    assert all(len(found) == 1 for found in levels.values())
    assert {str(node) for node in graph.subjects(FOAF.homepage)} == {
        authority.iri for authority in concepts("authority").values()
    }


def test_a_former_name_has_its_years_and_is_a_label() -> None:
    graph = Graph().parse(SCHEMES["authority"])
    used = 0
    for kind, simple in ((SKOSXL.altLabel, SKOS.altLabel), (SKOSXL.hiddenLabel, SKOS.hiddenLabel)):
        for authority, former in graph.subject_objects(kind):
            name = graph.value(former, SKOSXL.literalForm)
            assert (authority, simple, name) in graph, name
            until = graph.value(former, SDO.validThrough)
            assert isinstance(until, Literal)
            assert until.datatype == XSD.gYear
            since = graph.value(former, SDO.validFrom)
            assert since is None or str(since) < str(until)
            used += 1
    assert used == len(set(graph.subjects(RDF.type, SKOSXL.Label))) > 10


def test_imy_was_datainspektionen_until_2020() -> None:
    graph = Graph().parse(SCHEMES["authority"])
    former = graph.value(predicate=SKOSXL.literalForm, object=Literal("Datainspektionen", lang="sv"))
    assert (URIRef(vocab("authority", "se/imy")), SKOSXL.altLabel, former) in graph
    assert str(graph.value(former, SDO.validThrough)) == "2020"


def test_the_sectors_are_the_sections_and_divisions_of_nace() -> None:
    sectors = concepts("sector")
    sections = {sector.notation: sector.id for sector in sectors.values() if not sector.broader}
    assert sections.keys() == DIVISIONS.keys()
    placed = sorted((str(sector.notation), *sector.broader) for sector in sectors.values() if sector.broader)
    divisions = [(f"{code:02}", sections[section]) for section, codes in DIVISIONS.items() for code in codes]
    assert len(divisions) == 87
    assert placed == divisions


def test_the_reference_tables_agree() -> None:
    if not SHARED.is_dir():
        pytest.skip("the tables of the evaluation are not here")
    with (SHARED / "eval/authorities.csv").open(encoding="utf-8", newline="") as file:
        assert {row["id"]: row["country"] for row in csv.DictReader(file)} == {
            concept.id: concept.country for concept in concepts("authority").values()
        }
    with (SHARED / "eval/data_types.csv").open(encoding="utf-8", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} == set(concepts("data-category"))


def test_every_term_of_dpv_exists() -> None:
    if not SHARED.is_dir():
        pytest.skip("the pinned copy of DPV is not here")
    used = Graph()
    for path in SCHEMES.values():
        used.parse(path)
    pinned = Graph().parse(SHARED / "vocab/dpv/2.3/pd/pd.ttl").parse(SHARED / "vocab/dpv/2.3/dpv/dpv.ttl")
    terms = {term for term in used.objects() if str(term).startswith((DPV, "https://w3id.org/dpv/pd#"))}
    assert len(terms) > 50
    assert {term for term in terms if (term, SKOS.prefLabel, None) not in pinned} == set()


HEAD = f"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix gde: <{NS}> .
@prefix v: <https://w3id.org/gdpr-enforcement/vocab/> .
@prefix m: <https://w3id.org/gdpr-enforcement/vocab/measure/> .
"""


def scheme_of(folder: Path, text: str) -> Path:
    path = folder / "measures.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_a_scheme_is_read(tmp_path: Path) -> None:
    text = """m:ban a skos:Concept ; skos:inScheme v:measure ; skos:prefLabel "ban"@en ; skos:hiddenLabel "stop"@en ;
      skos:altLabel "banned"@en, "Verbot"@de ; skos:broader m:limit .
    m:limit a skos:Concept ; skos:inScheme v:measure ; skos:prefLabel "limit"@en ."""
    found = read_scheme("measure", scheme_of(tmp_path, text))
    assert list(found) == ["ban", "limit"]
    assert found["ban"].broader == ("limit",)
    assert found["ban"].labels == (
        Label("ban", "en", "pref"),
        Label("Verbot", "de", "alt"),
        Label("banned", "en", "alt"),
        Label("stop", "en", "hidden"),
    )


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('m:ban a skos:Concept ;;; skos:prefLabel "ban" "ban" .', "measures.ttl:5", "not a valid"),
        ("m:ban skos:inScheme v:measure .", "measures.ttl:5", "no preferred label"),
        ('m:ban skos:inScheme v:measure ; skos:prefLabel "b"@en ; skos:broader m:gone .', "measures.ttl:5", "gone"),
        ('v:ban skos:inScheme v:measure ; skos:prefLabel "b"@en .', "measures.ttl:5", "does not start with"),
    ],
)
def test_a_broken_scheme_is_named_with_its_line(tmp_path: Path, text: str, place: str, reason: str) -> None:
    with pytest.raises(OntologyFileError, match=reason) as caught:
        read_scheme("measure", scheme_of(tmp_path, text))
    assert f"/{place}:" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyFileError, match=r"measures\.ttl"):
        read_scheme("measure", tmp_path / "measures.ttl")
