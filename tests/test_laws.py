"""The four laws of the architecture (docs/architecture.md), each over the whole pipeline and the shipped corpus."""

import io
import json
import random
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from kg.graph.export import write
from kg.graph.store.snapshot import current_snapshot, open_snapshot
from kg.graph.terms import Iri, Literal, Quad
from kg.settings import Settings
from tests.conftest import CORPUS, build

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OA = "http://www.w3.org/ns/oa#"
BODY = Iri("https://schema.org/articleBody")


def quads(folder: Path) -> list[Quad]:
    with open_snapshot(current_snapshot(folder)) as store:
        return list(store.quads())


def exported(folder: Path) -> bytes:
    out = io.BytesIO()
    write(iter(quads(folder)), "nquads", out)
    return out.getvalue()


@pytest.fixture(scope="module")
def articles() -> list[Path]:
    return sorted(CORPUS.glob("*.md"))[:14]


@pytest.mark.parametrize("seed", [1, 2])
def test_same_input_same_bytes(articles: list[Path], tmp_path: Path, seed: int) -> None:
    shuffled = random.Random(seed).sample(articles, len(articles))
    build(tmp_path / "a", *articles, workers=1)
    build(tmp_path / "b", *shuffled[:5], workers=2)
    build(tmp_path / "b", *shuffled[5:], workers=2)
    assert exported(tmp_path / "a") == exported(tmp_path / "b")


def test_twice_is_once(articles: list[Path], tmp_path: Path) -> None:
    build(tmp_path, *articles)
    before, snapshot = exported(tmp_path), current_snapshot(tmp_path)
    report = build(tmp_path, *articles)
    assert exported(tmp_path) == before
    assert current_snapshot(tmp_path) == snapshot
    assert report.new == report.replaced == 0


def test_a_changed_article_replaces_what_it_said(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    text = (
        "---\nid: story\ntitle: Dutch authority fines web shop\npublished: 2024-05-03\n---\n"
        "The Dutch Data Protection Authority has fined the web shop Tulpenveld B.V. EUR {sum} for infringing "
        "Article 32 of the GDPR.\n"
    )
    story.write_text(text.format(sum="75,000"), encoding="utf-8")
    build(tmp_path / "changed", story)
    story.write_text(text.format(sum="90,000"), encoding="utf-8")
    build(tmp_path / "changed", story)
    build(tmp_path / "fresh", story)
    assert exported(tmp_path / "changed") == exported(tmp_path / "fresh")
    assert b'"90000"' in exported(tmp_path / "changed")
    assert b"75000" not in exported(tmp_path / "changed")


def test_every_fact_has_its_sentence(corpus_instance: Settings) -> None:
    everything = quads(corpus_instance.data_dir)
    base = corpus_instance.base_iri
    things = {
        quad.subject
        for quad in everything
        if quad.graph is None and quad.subject.value.startswith((base + "decision/", base + "org/"))
    }
    assert len(things) > 100
    by_subject: dict[tuple[Iri | None, Iri], dict[str, list[Iri | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in everything:
        if quad.graph is not None:
            by_subject[quad.graph, quad.subject][quad.predicate.value].append(quad.object)
    supported: set[object] = set()
    for (graph, _), about in by_subject.items():
        if RDF + "subject" not in about:
            continue
        assert graph is not None
        supported.update(about[RDF + "subject"] + about[RDF + "object"])
        [target] = about[OA + "hasTarget"]
        assert isinstance(target, Iri)
        body = by_subject[graph, graph][BODY.value][0]
        assert isinstance(body, Literal)
        selectors = [
            by_subject[graph, node] for node in by_subject[graph, target][OA + "hasSelector"] if isinstance(node, Iri)
        ]
        found = {key: values[0] for selector in selectors for key, values in selector.items()}
        start, end = (int(lexical(found[OA + name])) for name in ("start", "end"))
        quote = lexical(found[OA + "exact"])
        assert body.lexical[start:end] == quote
        assert quote.strip()
        sentence = lexical(found[OA + "prefix"]) + quote + lexical(found[OA + "suffix"])
        assert sentence in body.lexical
    assert things - supported == set()


def lexical(term: Iri | Literal) -> str:
    assert isinstance(term, Literal)
    return term.lexical


def test_nothing_is_lost(articles: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for article in articles[:4]:
        shutil.copy(article, folder)
    shutil.copy(articles[0], folder / "zz-the-same-again.md")
    (folder / "weather.txt").write_text("Rain in the north, sun in the south, and a light wind.\n", encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\xff\xfe\xfa no text at all")
    lines = [json.dumps({"id": "x", "text": "A bakery opened on Monday."}), "{", json.dumps({"id": "y"})]
    (folder / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = build(tmp_path / "kg", folder)
    assert report.read == 4 + 1 + 1 + 1 + 3
    assert report.read == report.new + report.replaced + report.unchanged + report.duplicates + report.irrelevant + len(
        report.rejects
    )
    assert report.duplicates == 1
    assert sorted((Path(reject.file).name, reject.line) for reject in report.rejects) == [
        ("broken.txt", 1),
        ("records.jsonl", 2),
        ("records.jsonl", 3),
    ]
