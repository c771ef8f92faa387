"""What users have written, and the next ingestion: it puts its own right, and leaves theirs alone."""

import shutil
from pathlib import Path

import pytest

from kg.graph.store.live import open_store
from kg.graph.store.snapshot import INDEX, current_snapshot, open_snapshot, prepare_changes, publish_changes
from kg.index.search import Index
from tests.kg.ingest.test_run import A, B, Instance

OWN = """
PREFIX gde: <https://w3id.org/gdpr-enforcement/ns#>
INSERT DATA {
  <http://mine.example/note> <http://mine.example/says> "to be read" .
  GRAPH <http://mine.example/notes> { [] <http://mine.example/about> <http://mine.example/note> }
}"""


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance; to be copied."""
    found = Instance(tmp_path_factory.mktemp("kg"))
    found.ingest({"url": "http://n.example/1", "text": A}, {"url": "http://n.example/2", "text": B})
    return found.folder


@pytest.fixture
def instance(ingested: Path, tmp_path: Path) -> Instance:
    return Instance(Path(shutil.copytree(ingested, tmp_path / "copy")))


def update(instance: Instance, *texts: str) -> None:
    """Update as the server does."""
    with open_store(instance.folder / "kg/store") as store:
        for text in texts:
            store.update(text)
        publish_changes(instance.folder / "kg", prepare_changes(store, instance.folder / "kg"))


DAMAGE = (
    "DELETE { ?d gde:totalFineEUR ?n } INSERT { ?d gde:totalFineEUR 1 } WHERE { ?d gde:totalFineEUR ?n }",
    "INSERT { ?d gde:totalFineEUR 7 , [ rdfs:label 'x' ] } WHERE { ?d a gde:EnforcementDecision }",
    "INSERT { GRAPH ?g { ?s ?p 'more' } } WHERE { GRAPH ?g { ?s ?p 'en' } }",
    "DELETE WHERE { ?c skos:prefLabel ?l }",
)


@pytest.mark.parametrize("damage", [DAMAGE, ("DROP ALL",)], ids=["here and there", "all"])
def test_what_an_update_did_to_ingested_facts_is_undone(instance: Instance, damage: tuple[str, ...]) -> None:
    before = instance.all_quads()
    update(instance, *damage)
    assert instance.all_quads() != before
    instance.ingest({"url": "http://n.example/1", "text": A})
    assert instance.all_quads() == before
    assert instance.sums() == ["1100", "1200"]


def test_what_users_have_of_their_own_stays(instance: Instance) -> None:
    before = instance.all_quads()
    update(instance, OWN)
    instance.ingest({"url": "http://n.example/3", "text": "FINE 1300 fr/cnil Acme"})
    assert instance.sums() == ["1100", "1200", "1300"]
    with open_snapshot(current_snapshot(instance.folder / "kg")) as store:
        assert [line.split()[1:] for line in store.others()] == [
            ["<http://mine.example/about>", "<http://mine.example/note>", "<http://mine.example/notes>"]
        ]
        assert {quad.subject.value for quad in store.quads() if "mine.example" in quad.subject.value} == {
            "http://mine.example/note"
        }
    assert before < instance.all_quads()
    snapshot = instance.snapshot
    instance.ingest({"url": "http://n.example/1", "text": A})
    assert instance.snapshot == snapshot  # all was put right, so digests are believed again


STRAY = [
    "<http://x.example/d> a gde:EnforcementDecision",
    "<http://x.example/d> a gde:EnforcementDecision ; gde:issuedBy 7 ; gde:decisionDate 'soon' ; gde:imposes [] ",
    "<http://x.example/d> a gde:EnforcementDecision ; gde:totalFineEUR 'much' ; gde:addressedTo <http://x.example/p>",
    "<http://x.example/d> a gde:EnforcementDecision ; gde:findsInfringement <http://x.example/d#i> . "
    "<http://x.example/d#i> gde:ofProvision <http://x.example/none>",
    "GRAPH <http://x.example/a> { <http://x.example/a> a schema:NewsArticle }",
    "GRAPH <http://x.example/a> { <http://x.example/a> a schema:NewsArticle ; schema:articleBody 7 . "
    "<http://x.example/e> a oa:Annotation , rdf:Statement ; oa:hasTarget <http://x.example/t> }",
    "gde:EnforcementDecision a gde:EnforcementDecision . v:data-category a skos:ConceptScheme",
    "<http://x.example/c> a skos:Concept ; skos:inScheme v:data-category ; skos:broader <http://x.example/c>",
]


def test_no_update_keeps_ingestion_from_publishing(instance: Instance) -> None:
    update(instance, *(f"INSERT DATA {{ {stray} }}" for stray in STRAY))
    instance.ingest({"url": "http://n.example/3", "text": "FINE 1300 fr/cnil Acme"})
    index = Index(current_snapshot(instance.folder / "kg") / INDEX)
    assert index.statistics().fines == 3
    index.close()
