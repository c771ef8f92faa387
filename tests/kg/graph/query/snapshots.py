"""Small snapshots, published as an ingestion publishes them, for tests that ask."""

from pathlib import Path

import pyoxigraph as ox

from kg.settings import Settings

BASE = "https://w3id.org/gdpr-enforcement/id/"
ARTICLE = f"{BASE}article/00aa"
FINE = "https://w3id.org/gdpr-enforcement/ns#totalFineEUR"
HEADLINE = "https://schema.org/headline"

DECISIONS = 300


def publish(data_dir: Path, number: int = 1, *, highest: int = DECISIONS) -> Path:
    """Publish a snapshot: decisions 1 to `highest`, each with its number as its fine, and an article in its graph."""
    folder = data_dir / f"snapshots/{number:06}"
    folder.mkdir(parents=True)
    store = ox.Store(data_dir / f"live-{number}")
    fine, graph = ox.NamedNode(FINE), ox.NamedNode(ARTICLE)
    store.extend(
        ox.Quad(ox.NamedNode(f"{BASE}decision/{value}"), fine, ox.Literal(value), ox.DefaultGraph())
        for value in range(1, highest + 1)
    )
    store.add(ox.Quad(graph, ox.NamedNode(HEADLINE), ox.Literal("Zo\u00eb's bakery fined"), graph))
    store.flush()
    store.backup(folder / "store")
    (data_dir / "CURRENT").write_text(f"{folder.name}\n", encoding="ascii")
    return folder


def settings_for(data_dir: Path, **more: object) -> Settings:
    """Settings for tests: little time, little memory, small answers."""
    given = {"query_timeout": 5.0, "query_workers": 2, "query_memory_mb": 300, "query_answer_mb": 3}
    return Settings.model_validate({"data_dir": data_dir, **given, **more})


ONE = "SELECT ?d WHERE { ?d gde:totalFineEUR 7 }"
HIGHEST = "SELECT (MAX(?n) AS ?highest) WHERE { ?d gde:totalFineEUR ?n }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
HUNGRY = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
LARGE = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"
"""Some 20 MB as JSON."""
