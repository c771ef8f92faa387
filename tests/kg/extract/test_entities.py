"""Another spaCy pipeline as a source of organisations: a tiny one, made here, saved, and loaded by its path."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy

from kg.errors import ConfigError
from kg.extract.entities import bounded, find_organisations, load
from kg.extract.names import Phrase
from kg.extract.pipeline import extract, fingerprint, pipeline
from kg.extract.reading import Reading, Span
from kg.model import Article

TEXT = "The CNIL fined {} €40,000 for infringing Article 32 GDPR. It kept the files too long."


def saved(folder: Path, *names: str, label: str = "ORG") -> Path:
    """A pipeline that knows these names, saved to a folder."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name in names])
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def with_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Extraction with a pipeline that knows two names, one of them in small letters."""
    folder = saved(tmp_path / "tiny", "nimbly", "Institute of the Grey Heron", "CNIL")
    monkeypatch.setenv("GDPR_KG_SPACY_MODEL", str(folder))
    for cached in (pipeline, fingerprint):
        cached.cache_clear()
    yield folder
    for cached in (pipeline, fingerprint):
        cached.cache_clear()


def parties(text: str) -> list[str | None]:
    [claim] = extract(Article("a1", text)).claims
    return [stated.value.name for stated in claim.parties]


def test_a_name_in_small_letters_is_no_party_for_the_rules_alone() -> None:
    assert parties(TEXT.format("nimbly")) == []


@pytest.mark.usefixtures("with_model")
def test_a_named_organisation_is_the_party_where_the_rules_find_none() -> None:
    assert parties(TEXT.format("nimbly")) == ["nimbly"]


@pytest.mark.usefixtures("with_model")
def test_the_authority_is_not_the_party() -> None:
    assert parties(TEXT.format("a shop")) == [None]


@pytest.mark.usefixtures("with_model")
def test_the_mentions_stand_in_spans_of_the_document() -> None:
    nlp = pipeline()
    doc = nlp.make_doc(TEXT.format("nimbly"))
    doc._.article = Article("a1", doc.text)
    assert [span.text for span in nlp(doc).spans["organisation"]] == ["CNIL", "nimbly"]


def test_the_fingerprint_tells_that_a_model_is_set(with_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = fingerprint()
    monkeypatch.delenv("GDPR_KG_SPACY_MODEL")
    fingerprint.cache_clear()
    assert with_model.exists()
    assert fingerprint() != changed


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(ConfigError, match="GDPR_KG_SPACY_MODEL: en_no_such_model is neither an installed"):
        load("en_no_such_model")


def test_a_pipeline_that_names_no_organisations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="names organisations"):
        load(str(saved(tmp_path / "places", "Grey Heron", label="LOC")))


def test_offsets_count_code_points(tmp_path: Path) -> None:
    text = "É😀 nimbly"
    [span] = find_organisations(load(str(saved(tmp_path / "tiny", "nimbly"))), text)
    assert text[span.start : span.end] == "nimbly"


def test_every_component_says_what_it_needs_and_makes() -> None:
    analysis = pipeline().analyze_pipes()
    assert analysis is not None
    assert not any(analysis["problems"].values())


def test_a_part_of_a_name_gets_the_bounds_of_the_whole() -> None:
    text = "It fined Grey Heron of the North today."
    reading = Reading(Article("a1", text), (Span(0, len(text)),), (), (Span(9, 32),))
    found = bounded(reading, Phrase(9, 19, "Grey Heron", named=True))
    assert (found.text, found.start, found.end) == ("Grey Heron of the North", 9, 32)
    other = Phrase(0, 2, "It", named=True)
    assert bounded(reading, other) == other
