"""The prepared questions: how their files are read, and that two engines answer them alike.

`answers.json` holds what is expected over `sample.trig`, with the values given for the parameters.
"""

from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset, Literal, URIRef
from rdflib.query import ResultRow

from ontology.concepts import concepts
from ontology.files import SCHEMES, OntologyFileError, turtle_files
from ontology.questions import Parameter, questions, read_question
from ontology.regulation import exists
from tests.ontology.sample import SAMPLE
from tests.ontology.sample import SAMPLE_ANSWERS as ANSWERS

Rows = list[list[str | None]]

# rdflib warns of what its own modules do with its own classes.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.graph"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.plugins.parsers.trig"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.plugins.sparql.evaluate"),
]


@pytest.fixture(scope="module")
def oxigraph() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    for path in turtle_files():
        store.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    store.load(path=SAMPLE, format=pyoxigraph.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    found = Dataset()
    for path in turtle_files():
        found.default_graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    found.parse(data=SAMPLE.read_text(encoding="utf-8"), format="trig")
    return found


def test_each_question_has_an_answer() -> None:
    assert sorted(ANSWERS) == sorted(questions())
    assert all(answer["rows"] for answer in ANSWERS.values())


def test_there_are_questions_for_everything_that_a_decision_says() -> None:
    assert len(questions()) >= 40
    assert {question.category for question in questions().values()} == {
        *("Authorities", "Breaches", "Cases", "Courts", "Data", "Evidence"),
        *("Fines", "Measures", "Parties", "Provisions", "Reasons"),
    }
    titles = [question.title for question in questions().values()]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("name", sorted(questions()))
def test_oxigraph_answers(oxigraph: pyoxigraph.Store, name: str) -> None:
    given: dict[
        pyoxigraph.Variable, pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
    ]
    given = {
        pyoxigraph.Variable(key): pyoxigraph.NamedNode(value)
        if isinstance(value, str)
        else pyoxigraph.Literal(value[0], datatype=pyoxigraph.NamedNode(value[1]))
        for key, value in ANSWERS[name]["given"].items()
    }
    answer = oxigraph.query(questions()[name].text, substitutions=given)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    rows: Rows = [[getattr(term, "value", None) for term in row] for row in answer]
    assert rows == ANSWERS[name]["rows"]


@pytest.mark.parametrize("name", sorted(questions()))
def test_rdflib_answers(dataset: Dataset, name: str) -> None:
    given = {
        key: URIRef(value) if isinstance(value, str) else Literal(value[0], datatype=URIRef(value[1]))
        for key, value in ANSWERS[name]["given"].items()
    }
    answer = dataset.query(questions()[name].text, initBindings=given)
    rows: Rows = [[None if term is None else str(term) for term in row] for row in answer if isinstance(row, ResultRow)]
    assert rows == ANSWERS[name]["rows"]


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_parameter_is_a_projected_variable(oxigraph: pyoxigraph.Store, name: str) -> None:
    question = questions()[name]
    answer = oxigraph.query(question.text)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    assert {parameter.name for parameter in question.parameters} <= {variable.value for variable in answer.variables}
    assert ANSWERS[name]["given"].keys() == {parameter.name for parameter in question.parameters}


@pytest.mark.parametrize(
    "parameter", [item for question in questions().values() for item in question.parameters], ids=lambda item: item.name
)
def test_defaults_exist(parameter: Parameter) -> None:
    if parameter.scheme == "provision":
        assert parameter.default is None or exists(parameter.default)
    elif parameter.scheme == "decision":
        assert parameter.default is None
    elif parameter.scheme is not None:
        assert parameter.scheme in SCHEMES
        assert parameter.default is None or parameter.default in concepts(parameter.scheme)


@pytest.mark.parametrize(
    "name",
    ["biggest-fines", "fines-by-authority", "most-infringed-articles", "decisions-on-health-data", "fines-by-year"],
)
def test_questions_of_general_interest_need_no_parameter(name: str) -> None:
    assert questions()[name].parameters == ()


GOOD = "# title: A title\n# description: What it asks.\n# category: Fines\n"


def test_a_question_is_read(tmp_path: Path) -> None:
    path = tmp_path / "some-question.rq"
    path.write_text(
        GOOD
        + "# param who iri scheme=authority default=fr/cnil: The one.\n# param least decimal: The least sum.\nASK {}\n",
        encoding="utf-8",
    )
    question = read_question(path)
    assert (question.name, question.title, question.category) == ("some-question", "A title", "Fines")
    assert question.parameters == (
        Parameter("who", "iri", "authority", "fr/cnil", "The one."),
        Parameter("least", "decimal", None, None, "The least sum."),
    )
    assert question.text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ASK {}", r"q\.rq: no category, description, title"),
        ("# title: A\n# description: B\n# category:\nASK {}", r"q\.rq: no category"),
        ("# title: A\n# title: B\n", r"q\.rq:2: not a title"),
        ("# note: A\n", r"q\.rq:1: not a title"),
        (GOOD + "# param who\nASK {}", r"q\.rq:4: not NAME KIND"),
        (GOOD + "# param who thing: The one.\nASK {}", r"q\.rq:4: not NAME KIND"),
    ],
)
def test_a_broken_question_is_named_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "q.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyFileError, match=reason):
        read_question(path)
