"""Each rule of the ontology finds what breaks it, on the line where it stands."""

from pathlib import Path

import pytest

from ontology.checking import check_files, check_terms
from ontology.files import FOLDER, SCHEMES, OntologyFileError

HEAD = """\
@prefix gde: <https://w3id.org/gdpr-enforcement/ns#> .
@prefix loc: <https://w3id.org/dpv/loc#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix v: <https://w3id.org/gdpr-enforcement/vocab/> .
@prefix dc: <https://w3id.org/gdpr-enforcement/vocab/data-category/> .
@prefix dpa: <https://w3id.org/gdpr-enforcement/id/authority/> .
@prefix o: <https://w3id.org/gdpr-enforcement/id/organisation/> .
"""
NORTH = "<https://w3id.org/gdpr-enforcement/id/authority/xx/north>"
CONCEPT = "skos:Concept ; skos:inScheme v:data-category ; skos:prefLabel"
AUTHORITY = 'gde:SupervisoryAuthority , skos:Concept ; skos:inScheme v:authority ; skos:prefLabel "North"@en'

SHOE = "gde:Shoe a <http://www.w3.org/2002/07/owl#Class>"
SHOE_SIZE = "gde:shoeSize a <http://www.w3.org/2002/07/owl#DatatypeProperty>"

SHIPPED = (FOLDER / "gde.ttl", *(SCHEMES[name] for name in ("data-category", "authority", "organisation")))
"""What the examples add to. That the rules hold of all shipped files is for `test_quality.py`."""


def findings(folder: Path, text: str) -> list[str]:
    """What is found in a file of this text beside the shipped ones, each as line and message."""
    path = folder / "own.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    found = check_files((*SHIPPED, path))
    return [f"{finding.line - HEAD.count(chr(10))}: {finding.message}" for finding in found if finding.path == path]


@pytest.mark.parametrize(
    "text",
    [
        'dc:travel skos:altLabel "boarding slip"@en .',
        f'dc:shoe-size a {CONCEPT} "shoe size"@en ; skos:broader dc:travel .',
        f"{NORTH} a {AUTHORITY} ; gde:jurisdiction loc:UA .",
        'o:norte a skos:Concept ; skos:inScheme v:organisation ; skos:prefLabel "Norte S.A." ; skos:altLabel "NF" .',
        'dc:travel <https://example.org/note> "of ours"@en .',
    ],
)
def test_what_keeps_to_the_rules_is_let_through(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('dc:travel gde:lable "x"@en .', "1: gde:lable is no term of the vocabulary"),
        ('dc:travel gde:jurisdction "x"@en .', "did you mean jurisdiction?"),
        (f"{SHOE_SIZE} .", "1: the property gde:shoeSize has no label"),
        (f"{SHOE_SIZE} .", "1: the property gde:shoeSize has no definition"),
        (f"{SHOE_SIZE} .", "1: the property gde:shoeSize has no domain"),
        (f"{SHOE_SIZE} .", "1: the property gde:shoeSize has no range"),
        (f"{SHOE} .", "1: the class gde:Shoe has no definition"),
        (
            f"{SHOE} ;\n  <http://www.w3.org/2000/01/rdf-schema#subClassOf> gde:Shoe .",
            "2: a class that is broader than itself",
        ),
        ("dc:travel a gde:Fine .", "1: gde:Fine is no term of the vocabulary"),
        ('dc:travel\n  skos:prefferedLabel "x"@en .', "2: there is no such term as http"),
        ("dc:travel a skos:Concpt .", "1: there is no such term as http"),
        ('dc:travel gde:articleNumber "five"@en .', "1: articleNumber is not a integer: 'five'"),
        ("dc:travel gde:articleNumber 1.5 .", "1: articleNumber is not a integer: '1.5'"),
        ('dc:travel gde:sector "retail"@en .', "sector is not a Concept"),
        ("dc:travel skos:altLabel dc:health .", "altLabel is a text or a number, not the IRI"),
        (
            'dc:travel skos:note "2021-02-30"^^<http://www.w3.org/2001/XMLSchema#date> .',
            "1: '2021-02-30' is no date",
        ),
        ('dc:travel skos:note "12x"^^<http://www.w3.org/2001/XMLSchema#integer> .', "'12x' is no integer"),
        ("dc:travel\n  skos:broader dc:helth .", "2: nothing is known of"),
        (
            "dc:travel skos:broader dc:helth .",
            "did you mean https://w3id.org/gdpr-enforcement/vocab/data-category/health",
        ),
        ('dc:travell skos:altLabel "slip"@en .', "1: labels of something unknown"),
        ('dc:new a skos:Concept ; skos:prefLabel "new"@en .', "1: a concept in no scheme"),
        ("dc:new a skos:Concept ; skos:inScheme v:data-category .", "1: a concept without a preferred label"),
        (
            'dc:new a skos:Concept ; skos:inScheme v:data-categories ; skos:prefLabel "n"@en .',
            "there is no scheme https://w3id.org/gdpr-enforcement/vocab/data-categories (did you mean data-category?)",
        ),
        (f'v:new a {CONCEPT} "new"@en .', "1: a concept of the scheme data-category has an IRI that starts with"),
        ('dc:travel skos:altLabel "slip" .', '1: a label without a language, such as "slip"@en'),
        ('dc:travel skos:altLabel " "@en .', "1: a label with blanks around it, or without any word"),
        ('dc:travel skos:prefLabel "journeys"@en .', "1: a second preferred label in 'en'"),
        (f'dc:new a {CONCEPT} "new"@en ;\n skos:altLabel "new"@en .', "the same label as preferred and alternative"),
        (
            f'dc:new a {CONCEPT} "new"@en ;\n skos:altLabel\n "health data"@en .',
            "3: 'health data' is a label of health",
        ),
        (f'dc:new a {CONCEPT} "new"@en ;\n skos:broader dc:new .', "2: a concept that is broader than itself"),
        (
            f'dc:a a {CONCEPT} "a"@en ; skos:broader dc:b .\ndc:b a {CONCEPT} "b"@en ; skos:broader dc:a .',
            "1: a concept that is broader than itself",
        ),
        (
            f"{NORTH} a {AUTHORITY} .",
            "1: an authority without one",
        ),
        (
            'dpa:xn a skos:Concept ; skos:inScheme v:authority ; skos:prefLabel "N"@en ; gde:jurisdiction loc:UA .',
            "1: an authority that is no gde:SupervisoryAuthority",
        ),
        (f"dpa:north a {AUTHORITY} ; gde:jurisdiction loc:UA .", "1: the id of an authority is like fr/cnil"),
    ],
)
def test_what_breaks_a_rule_is_found_on_its_line(tmp_path: Path, text: str, wanted: str) -> None:
    assert [found for found in findings(tmp_path, text) if wanted in found]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('dc:travel skos:altLabel "slip"@en\ndc:health skos:altLabel "x"@en .', 9, "A dot is expected"),
        ('dc:travel\n skos:altLabel "slip"@en ;\n geo:lat 1 .', 10, "The prefix geo: has not been declared"),
        ('dc:travel skos:altLabel "slip', 8, "Unexpected end"),
        ("dc:travel skos:note [ skos:note 1 ] .", 8, "a blank node"),
    ],
)
def test_what_is_no_turtle_is_refused_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(OntologyFileError) as caught:
        findings(tmp_path, text)
    assert f"own.ttl:{line}: " in str(caught.value)
    assert reason in str(caught.value)


def test_a_duplicate_is_told_of_the_file_that_came_later(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.ttl", "b.ttl")]
    for path, name in zip(files, ("one", "two"), strict=True):
        path.write_text(f'{HEAD}\ndc:{name} a {CONCEPT} "{name}"@en ; skos:altLabel "slips"@en .', encoding="utf-8")
    (finding,) = [finding for finding in check_files((*SHIPPED, *files)) if finding.path not in SHIPPED]
    assert (finding.path, finding.line) == (files[1], 9)


def test_unknown_terms_of_shapes_are_found_in_their_queries_too(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text("sh:path gde:isuedBy ;\n# gde:issuedBy\n$this gde:amount|gde:amounts ?value .\n", encoding="utf-8")
    found = [(finding.line, finding.message) for finding in check_terms(path)]
    assert [line for line, _ in found] == [1, 3]
    assert found[0][1].startswith("there is no such term as gde:isuedBy (did you mean ")
    assert "issuedBy" in found[0][1]
