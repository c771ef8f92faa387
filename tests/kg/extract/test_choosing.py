"""Whom the party model takes for the party, where no statement of a text names one."""

from pathlib import Path

import pytest
import spacy

from kg.errors import InputError
from kg.extract.candidates import candidates
from kg.extract.case import Case
from kg.extract.choosing import Chooser
from kg.extract.components import ClaimFinder
from kg.extract.grouping import find_cases
from kg.extract.masked import MaskedText, stem
from kg.extract.naming import Names
from kg.extract.parties import statements
from kg.extract.party_model import SHIPPED, PartyModel, read_model, shipped

from .conftest import Read

TEXT = (
    "The Hamburg office looked at Norte Foods GmbH for a year. Anna Berg of Freedom Watch had complained. The "
    "HmbBfDI then set a fine of €20,000."
)


def test_names_sums_and_authorities_are_masked(read: Read) -> None:
    reading = read("The AEPD wants €20,000 from Lumivolt, and Brumeline knows why: Lumivolt talks.")
    names = Names(reading, ())
    lumivolt = [named for named in names.parties if named.text == "Lumivolt"]
    others = [named for named in names.parties if named.text == "Brumeline"]
    context = MaskedText(reading, [lumivolt, others]).context(lumivolt[0])
    assert context is not None
    assert context.left == ("from", "SUM", "want", "AUTHORITY", "the")
    assert context.right == (",", "and", "NAME", "know", "why", ":", "SELF", "talk", ".")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Fined", "fin"), ("fines", "fin"), ("fining", "fin"), ("is", "is"), ("2024", "0"), ("\n", "¶")],
)
def test_words_lose_their_endings(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_the_features_of_a_candidate_hold_no_name(read: Read) -> None:
    reading = read(TEXT, title="Norte Foods pays")
    found = candidates(Names(reading, statements(reading)))
    assert found[0].mentions[0].text == "Norte Foods"
    assert {"in title", "legal form", "most prominent"} <= found[0].features
    assert not any("norte" in feature.lower() for one in found for feature in one.features)


def chosen(read: Read, text: str, weights: dict[str, float], title: str | None = None) -> list[str]:
    """The names of the parties by a model with these weights, for a case without any."""
    _, names = find_cases(read(text, title=title))
    return [phrase.text for phrase in Chooser(names, PartyModel(-2.0, weights)).parties(Case(), alone=True)]


def test_a_likely_candidate_is_taken(read: Read) -> None:
    text = "The AEPD has closed its file. It reminds Lumivolt of its duties, and Brumeline of its promise."
    assert chosen(read, text, {"before remind": 4.0}) == ["Lumivolt"]
    assert chosen(read, text, {"before and": 4.0}) == ["Brumeline"]
    assert chosen(read, text, {}) == []


def test_an_unlikely_candidate_is_not_taken_however_prominent(read: Read) -> None:
    text = "Lumivolt is the talk of the town. Lumivolt has a new shop."
    assert chosen(read, text, {"named 3": 3.0}, title="Lumivolt again") == ["Lumivolt"]
    assert chosen(read, text, {"named 3": -3.0}, title="Lumivolt again") == []


def test_a_name_from_a_statement_stays(read: Read) -> None:
    reading = read("The AEPD fined Lumivolt €20,000.")
    cases, names = find_cases(reading)
    never = PartyModel(-30.0, {})
    assert [phrase.text for phrase in Chooser(names, never).parties(cases[0], alone=True)] == ["Lumivolt"]


def test_probabilities_are_bounded_and_rounded() -> None:
    model = PartyModel(0.0, {"a": 1000.0, "b": -5000.0, "c": 0.1234567})
    assert (model.probability(["a"]), model.probability(["a", "b"]), model.probability(["c"])) == (1.0, 0.0, 0.531)
    assert model.probability(["unseen"]) == 0.5


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    shipped().write(tmp_path / "model.json")
    assert (tmp_path / "model.json").read_bytes() == SHIPPED.read_bytes()
    assert read_model(tmp_path / "model.json") == shipped()


@pytest.mark.parametrize("content", ["", "[]", '{"a": "b"}', "\x00"])
def test_a_file_that_is_no_model_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "model.json"
    file.write_text(content)
    with pytest.raises(InputError, match=r"model\.json"):
        read_model(file)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_model(tmp_path / "none.json")


@pytest.mark.parametrize(("trained", "expected"), [(True, shipped()), (False, None)])
def test_the_component_is_saved_and_loaded_with_its_model(
    tmp_path: Path, trained: bool, expected: PartyModel | None
) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("gdpr_claims", config={"party_model": trained})
    nlp.to_disk(tmp_path)
    component = spacy.load(tmp_path).get_pipe("gdpr_claims")
    assert isinstance(component, ClaimFinder)
    assert component.model == expected
