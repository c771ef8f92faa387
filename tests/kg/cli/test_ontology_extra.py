"""A user's own part of the ontology, as a person at the shell uses it: labels, an authority, an organisation."""

import json
from pathlib import Path

import pytest

from tests.kg.cli.test_commands import run

OWN = """\
@prefix gde: <https://w3id.org/gdpr-enforcement/ns#> .
@prefix loc: <https://w3id.org/dpv/loc#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix v: <https://w3id.org/gdpr-enforcement/vocab/> .

<https://w3id.org/gdpr-enforcement/vocab/data-category/travel> skos:hiddenLabel "wayslips"@en .

<https://w3id.org/gdpr-enforcement/id/authority/ua/zpd> a gde:SupervisoryAuthority , skos:Concept ;
    skos:inScheme v:authority ;
    skos:notation "ZPD" ;
    gde:jurisdiction loc:UA ;
    skos:prefLabel "Steppe Inspectorate of Records"@en .

<https://w3id.org/gdpr-enforcement/id/organisation/norte-foods> a org:Organization , skos:Concept ;
    skos:inScheme v:organisation ;
    skos:prefLabel "Norte Foods S.A." ;
    skos:altLabel "NorFo" , "norte.shop online" .
"""
FIRST = (
    "The Steppe Inspectorate of Records has fined norte.shop online EUR 12,000 for infringing Article 32 of the GDPR. "
    "Personal data such as wayslips had been published.\n"
)
SECOND = "NorFo must pay EUR 12,000, the Steppe Inspectorate of Records said: it infringed Article 32 of the GDPR.\n"


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """The environment with the user's file."""
    path = tmp_path / "own.ttl"
    path.write_text(OWN, encoding="utf-8")
    return {"GDPR_KG_ONTOLOGY_EXTRA": str(path), "GDPR_KG_WORKERS": "1"}


def decision(folder: Path, env: dict[str, str], text: str = FIRST) -> dict[str, object]:
    done = run("extract", "-", folder=folder, stdin=text, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    [found] = json.loads(done.stdout)["decisions"]
    assert isinstance(found, dict)
    return found


def test_extraction_finds_what_the_file_adds(tmp_path: Path, own: dict[str, str]) -> None:
    found = decision(tmp_path, own)
    assert found["data_types"] == ["travel"]
    assert found["authority"] == {"id": "ua/zpd", "name": "Steppe Inspectorate of Records", "country": "UA"}
    assert [party["name"] for party in found["controllers"]] == ["norte.shop online"]  # type: ignore[attr-defined]


def test_without_the_file_nothing_of_it_is_known(tmp_path: Path) -> None:
    found = decision(tmp_path, {})
    assert (found["data_types"], found["authority"]) == ([], None)


def test_a_name_of_the_regulation_is_found(tmp_path: Path, own: dict[str, str]) -> None:
    text = FIRST.replace("Article 32 of the GDPR", "Article 32 ZDPR, and not Article 8 ZLP,")
    assert decision(tmp_path, own, text)["articles"] == []
    with Path(own["GDPR_KG_ONTOLOGY_EXTRA"]).open("a", encoding="utf-8") as file:
        file.write('<https://w3id.org/gdpr-enforcement/vocab/act/eu-gdpr> skos:altLabel "ZDPR"@uk .\n')
    assert decision(tmp_path, own, text)["articles"] == ["32"]


def test_workers_and_graph_know_it_too(tmp_path: Path, own: dict[str, str]) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (texts / name).write_text(text, encoding="utf-8")
    folder = tmp_path / "data"
    assert run("ingest", str(texts), folder=folder, env=own).returncode == 0
    query = """
        PREFIX gde: <https://w3id.org/gdpr-enforcement/ns#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT DISTINCT ?by ?name ?match { ?d gde:issuedBy/skos:prefLabel ?by ; gde:addressedTo ?party .
          ?party skos:prefLabel ?name ; skos:exactMatch ?match }"""
    done = run("query", query, "--format", "csv", folder=folder, env=own)
    norte = "https://w3id.org/gdpr-enforcement/id/organisation/norte-foods"
    assert done.stdout.splitlines()[1:] == [f"Steppe Inspectorate of Records,Norte Foods S.A.,{norte}"]
    assert run("check", folder=folder, env=own).returncode == 0


def test_the_ontology_is_sound(tmp_path: Path, own: dict[str, str]) -> None:
    done = run("check", "--ontology", folder=tmp_path, env=own)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("command", [("extract", "-"), ("ingest", "-"), ("check", "--ontology"), ("serve",)])
@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('v:x skos:altLabel "x@en .', "own.ttl:20: "),
        ("geo:x skos:altLabel geo:y .", "The prefix geo: has not"),
    ],
)
def test_a_file_that_is_no_turtle_is_named(
    tmp_path: Path, own: dict[str, str], command: tuple[str, ...], line: str, reason: str
) -> None:
    with Path(own["GDPR_KG_ONTOLOGY_EXTRA"]).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = run(*command, folder=tmp_path / "data", env=own, stdin=FIRST)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"{own['GDPR_KG_ONTOLOGY_EXTRA']}:" in done.stderr
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("command", "code"), [(("extract", "-"), 3), (("check", "--ontology"), 1)])
def test_a_file_that_breaks_a_rule_is_named(
    tmp_path: Path, own: dict[str, str], command: tuple[str, ...], code: int
) -> None:
    path = Path(own["GDPR_KG_ONTOLOGY_EXTRA"])
    path.write_text(OWN.replace("data-category/travel>", "data-category/travle>"), encoding="utf-8")
    done = run(*command, folder=tmp_path / "data", env=own, stdin=FIRST)
    assert done.returncode == code
    assert f"{path}:7: labels of something unknown" in done.stdout + done.stderr


def test_what_the_shapes_ask_of_reference_data_is_checked(tmp_path: Path, own: dict[str, str]) -> None:
    path = Path(own["GDPR_KG_ONTOLOGY_EXTRA"])
    act = "<https://w3id.org/gdpr-enforcement/vocab/act/ua-law>"
    path.write_text(
        f'{OWN}\n{act} a gde:LegalAct , skos:Concept ; skos:inScheme v:act ; skos:prefLabel "Law"@en .\n',
        encoding="utf-8",
    )
    done = run("check", "--ontology", folder=tmp_path, env=own)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{path}:20: An act is law in one jurisdiction.")


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run("extract", "-", folder=tmp_path, env={"GDPR_KG_ONTOLOGY_EXTRA": str(tmp_path / "gone")}, stdin=FIRST)
    assert done.returncode == 3
    assert str(tmp_path / "gone") in done.stderr
