"""What people write for a parameter becomes a term, and what cannot be used is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.query.questions import fill
from kg.graph.terms import XSD, Iri, Literal, Term
from kg.ids import Names
from ontology.questions import Kind, Parameter, Question, questions
from ontology.terms import vocab

NAMES = Names("https://things.example/")
PROVISIONS = "https://w3id.org/gdpr-enforcement/id/provision/reg/2016/679/"


def asking(kind: Kind, scheme: str | None = None, default: str | None = None) -> Question:
    parameter = Parameter("x", kind, scheme, default, "What is looked for.")
    return Question("one-thing", "One thing", "Looks for one thing.", "Tests", (parameter,), "SELECT ?x {}")


@pytest.mark.parametrize(
    ("kind", "scheme", "value", "term"),
    [
        ("iri", "authority", "fr/cnil", Iri("https://w3id.org/gdpr-enforcement/id/authority/fr/cnil")),
        ("iri", "data-category", "health", Iri(vocab("data-category", "health"))),
        ("iri", "provision", "5(1)(f)", Iri(PROVISIONS + "art_5/par_1/pnt_f")),
        ("iri", "data-category", vocab("data-category", "health"), Iri(vocab("data-category", "health"))),
        ("iri", None, "http://things.example/décision", Iri("http://things.example/décision")),
        ("iri", "decision", "fr-cnil-2022-1", Iri("https://things.example/decision/fr-cnil-2022-1")),
        ("iri", "decision", "https://others.example/2", Iri("https://others.example/2")),
        ("string", None, 'a "word" ?', Literal('a "word" ?')),
        ("integer", None, "-07", Literal("-7", XSD + "integer")),
        ("decimal", None, "0.60", Literal("0.6", XSD + "decimal")),
        ("date", None, "2022-02-28", Literal("2022-02-28", XSD + "date")),
    ],
)
def test_a_value_becomes_a_term(kind: Kind, scheme: str | None, value: str, term: Term) -> None:
    filled = fill(asking(kind, scheme), {"x": value}, NAMES)
    assert (filled.terms, filled.mistakes) == ({"x": term}, {})
    assert fill(asking(kind, scheme, default=value), {}, NAMES).terms == {"x": term}


@pytest.mark.parametrize(
    ("kind", "scheme", "value", "words"),
    [
        ("iri", "authority", "fr/nobody", "fr/nobody"),
        ("iri", "provision", "5(9)", "5(9)"),
        ("iri", "provision", "thirty-two", "5(1)(f)"),
        ("iri", None, "no iri", "not an IRI"),
        ("iri", "authority", "http://a.example/> <b", "not an IRI"),
        ("iri", "decision", "a> <b", "not an IRI"),
        ("string", None, "a\0b", "not a text"),
        ("string", None, "\udcff", "not a text"),
        ("integer", None, "1.5", "whole number"),
        ("integer", None, "9" * 19, "whole number"),
        ("decimal", None, "NaN", "not a number"),
        ("decimal", None, "1e999", "not a number"),
        ("decimal", None, "٣", "not a number"),
        ("date", None, "2022-02-30", "not a day"),
        ("date", None, "2022-02", "not a day"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(kind: Kind, scheme: str | None, value: str, words: str) -> None:
    filled = fill(asking(kind, scheme), {"x": value}, NAMES)
    assert list(filled.mistakes) == ["x"]
    assert words in filled.mistakes["x"]
    assert filled.terms == {}


def test_all_mistakes_are_told_at_once() -> None:
    filled = fill(asking("string"), {"z": "1", "y": "2"}, NAMES)
    assert filled.mistakes == {
        "y": "one-thing has no such parameter; it has x",
        "z": "one-thing has no such parameter; it has x",
        "x": "needs a value",
    }


@pytest.mark.parametrize("name", sorted(questions()))
def test_the_defaults_of_every_question_are_values(name: str) -> None:
    question = questions()[name]
    filled = fill(question, {}, NAMES)
    assert set(filled.mistakes) == {item.name for item in question.parameters if item.default is None}
    assert filled.terms.keys() | filled.mistakes.keys() == {item.name for item in question.parameters}


@given(st.text(), st.sampled_from(["iri", "string", "integer", "decimal", "date"]))
def test_no_text_is_too_odd(value: str, kind: Kind) -> None:
    filled = fill(asking(kind), {"x": value}, NAMES)
    assert len(filled.terms) + len(filled.mistakes) == 1
