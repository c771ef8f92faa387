"""A decision as RDF: its facts, in whatever form of RDF is asked for."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.deps import IndexDep, PoolDep
from api.descriptions import also, problems
from api.negotiate import accept_of
from kg.graph.query.formats import GRAPHS
from kg.graph.terms import Iri
from kg.index.records import Decision

FACTS = """CONSTRUCT { ?decision ?property ?value . ?part ?of ?what } WHERE {
  { ?decision ?property ?value }
  UNION
  { ?decision gde:findsInfringement|gde:imposes|gde:affects|gde:concernsIncident|gde:weighsFactor|gde:addressedTo ?part
    . ?part ?of ?what }
}"""
"""The decision, its parts and its addressees. The decision takes the place of the variable in the parsed query."""

FAVOURITE = "text/turtle, */*;q=0.5"
"""For a client that does not say what it accepts."""

router = APIRouter(tags=["Decisions"])


def decision_of(
    decision_id: Annotated[str, Path(description="The id of a decision.", examples=["fr-cnil-2022-san-2022-009"])],
    index: IndexDep,
) -> Decision:
    """The decision that the address names; UnknownName where there is none."""
    return index.decision(decision_id)


@router.get(
    "/decisions/{decision_id}/rdf", response_class=Response, responses=also(*GRAPHS) | problems(400, 404, 406, 503)
)
async def decision_rdf(
    request: Request,
    found: Annotated[Decision, Depends(decision_of)],
    pool: PoolDep,
    format: Annotated[  # noqa: A002  (the name of the parameter)
        str | None, Query(description="turtle, ntriples, nquads, rdfxml or jsonld, in place of the Accept header.")
    ] = None,
) -> Response:
    """Give the facts of a decision as RDF: Turtle unless the Accept header or `format` asks for something else."""
    header = request.headers.get("accept", "*/*")
    accept = accept_of(FAVOURITE if header == "*/*" else header, format)
    stream = await pool.answer(FACTS, accept=accept, substitutions={"decision": Iri(found.iri)}, lane="pages")
    answer = await stream.read()
    return Response(answer.body, media_type=answer.media_type)
