"""The prepared questions by REST: which there are, what their parameters take, and their answers."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse

from api.answering import client_of, respond, seconds
from api.deps import BrowserDep, PoolDep
from api.descriptions import problems
from api.models import AcceptedValue, BadValue, QuestionItem, QuestionList, QuestionParameter, ValueList
from api.negotiate import FORMATS, accept_of
from api.problems import BadParameters
from kg.errors import UnknownName
from kg.graph.query.formats import GRAPHS, RESULTS
from kg.graph.query.questions import DECISION, PROVISION, concept_iri, fill
from kg.ids import Names
from ontology import regulation
from ontology.concepts import concepts
from ontology.files import SCHEMES
from ontology.questions import Parameter, Question, questions

ABOUT_THE_ANSWER = ("format", "timeout")
"""Parameters of the request that are none of the question; a test holds that no question has one of that name."""

router = APIRouter(tags=["Questions"])

Name = Annotated[str, Path(description="The name of a question.", examples=["decisions-of-authority"])]
Scheme = Annotated[str, Path(description="The name of a concept scheme, or `provision`.", examples=["data-category"])]

_DESCRIBED: dict[str, Any] = {
    "parameters": [
        {
            "name": "format",
            "in": "query",
            "description": "The form of the answer, in place of the Accept header.",
            "schema": {"type": "string", "enum": list(FORMATS)},
        },
        {
            "name": "timeout",
            "in": "query",
            "description": "Seconds; may shorten the server's deadline.",
            "schema": {"type": "number", "exclusiveMinimum": 0},
        },
        {
            "name": "parameters",
            "in": "query",
            "description": "The parameters of the question, each by its own name: see `/questions`.",
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
            "style": "form",
            "explode": True,
        },
    ],
    "responses": {"200": {"description": "The answer.", "content": {kind: {} for kind in RESULTS | GRAPHS}}},
}


@router.get("/questions", response_model=QuestionList)
def question_list(request: Request, browser: BrowserDep) -> QuestionList | Response:
    """List the prepared questions with their parameters. Browsers are led to the page with their forms."""
    root = request.scope.get("root_path", "")
    if browser:
        return RedirectResponse(f"{root}/query", status_code=303, headers={"Vary": "Accept"})
    return QuestionList(items=tuple(_item(question, root) for question in questions().values()))


@router.get(
    "/questions/{name}",
    response_class=Response,
    openapi_extra=_DESCRIBED,
    responses=problems(400, 404, 406, 413, 422, 503, 504),
)
async def ask(request: Request, name: Name, pool: PoolDep) -> Response:
    """Answer a prepared question. Its parameters are given by their names; one without a value has its default."""
    question = question_of(name)
    pairs = [(key, value) for key, value in request.query_params.multi_items() if value]
    given = dict(pairs)
    form, limit = (given.pop(key, None) for key in ABOUT_THE_ANSWER)
    filled = fill(question, given, Names(request.app.state.settings.base_iri))
    names = [key for key, _ in pairs]
    twice = {key: "is there more than once" for key in dict.fromkeys(names) if names.count(key) > 1}
    if mistakes := {**filled.mistakes, **twice}:
        raise BadParameters(*(BadValue(parameter=key, message=message) for key, message in mistakes.items()))
    answering = pool.answer(
        question.text,
        accept=accept_of(request.headers.get("accept"), form),
        substitutions=filled.terms,
        timeout=seconds(limit),
        client=client_of(request),
    )
    return await respond(request, answering)


@router.get("/schemes/{scheme}", responses=problems(404))
def accepted_values(scheme: Scheme) -> ValueList:
    """List the ids of a concept scheme, or with `provision` those of the GDPR's provisions: what parameters take."""
    if scheme == PROVISION:
        return ValueList(items=tuple(_provision(key) for key in regulation.provisions()))
    if scheme not in SCHEMES:
        raise UnknownName(f"there is no scheme {scheme!r}; there are {', '.join(sorted([PROVISION, *SCHEMES]))}")
    found = concepts(scheme).items()
    return ValueList(items=tuple(AcceptedValue(id=key, label=item.label(), iri=item.iri) for key, item in found))


def question_of(name: str) -> Question:
    """The question of that name; UnknownName where there is none."""
    if (question := questions().get(name)) is None:
        raise UnknownName(f"there is no question {name!r}; /questions lists them")
    return question


def _provision(key: str) -> AcceptedValue:
    title = regulation.title(int(key)) if key.isdecimal() else ""
    return AcceptedValue(
        id=key, label=f"Art. {key} GDPR: {title}" if title else f"Art. {key} GDPR", iri=concept_iri(PROVISION, key)
    )


def _item(question: Question, root: str) -> QuestionItem:
    return QuestionItem(
        name=question.name,
        title=question.title,
        description=question.description,
        category=question.category,
        parameters=tuple(_parameter(item, root) for item in question.parameters),
        query=question.text,
        url=f"{root}/questions/{question.name}",
    )


def _parameter(parameter: Parameter, root: str) -> QuestionParameter:
    return QuestionParameter(
        name=parameter.name,
        kind=parameter.kind,
        description=parameter.description,
        required=parameter.default is None,
        default=parameter.default,
        values_url=_values_url(parameter, root),
    )


def _values_url(parameter: Parameter, root: str) -> str | None:
    if parameter.scheme is None or parameter.scheme == DECISION:
        return None
    return f"{root}/schemes/{parameter.scheme}"
