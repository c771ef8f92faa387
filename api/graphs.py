"""The SPARQL 1.1 Graph Store HTTP Protocol: whole graphs, read by anyone and written with a key.

A graph is named by `?graph=IRI`, by `?default`, or by the very address below `/graphs/` that is asked for.
"""

import uuid
from collections.abc import Coroutine
from typing import Annotated, Any
from urllib.parse import urljoin

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from api.access import Scope, require
from api.answering import client_of, respond
from api.bodies import Parameters, address_of, media_type_of, read_body
from api.deps import PoolDep, writer_of
from api.descriptions import also, problems
from api.negotiate import accept_of
from api.sparql import CORS
from kg.errors import InputError, UnknownGraph, UnknownName
from kg.graph.backend import Writing
from kg.graph.query.answers import AnswerStream
from kg.graph.query.formats import GRAPHS, MULTIPART, UPLOADS
from kg.graph.write.changes import Action, Change

EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

MIB = 1 << 20

router = APIRouter(tags=["Graphs"])

_GRAPH = [
    {"name": "graph", "in": "query", "description": "The IRI of a graph.", "schema": {"type": "string"}},
    {
        "name": "default",
        "in": "query",
        "description": "The default graph, which holds the facts.",
        "allowEmptyValue": True,
        "schema": {"type": "string"},
    },
]
_NAMED: dict[str, Any] = {"parameters": _GRAPH}
_SENT: dict[str, Any] = {
    "parameters": _GRAPH,
    "requestBody": {"content": {media_type: {"schema": {"type": "string"}} for media_type in (*UPLOADS, MULTIPART)}},
}


async def writer_for(request: Request) -> Writing:
    """What carries out changes, for those who may ask for some: before all else, see `require`."""
    require(request, Scope.WRITE)
    return await writer_of(request)


async def graph_of(request: Request) -> str | None:
    """The IRI of the graph that a request is about, None for the default graph; InputError where none is named."""
    parameters, address = await Parameters.read(request.url.query), address_of(request)
    if request.path_params.get("path"):
        if "graph" in parameters or "default" in parameters:
            raise InputError("the address names a graph, and so does a parameter")
        return address
    if ("default" in parameters) == ("graph" in parameters):
        raise InputError("name a graph by the parameter `graph`, or `default`, not both")
    if (name := parameters.single("graph")) is None:
        return None
    if not name:
        raise InputError("the parameter `graph` is empty")
    return urljoin(address, name)


GraphDep = Annotated[str | None, Depends(graph_of)]
WriterDep = Annotated[Writing, Depends(writer_for)]


@router.get(
    "/graphs",
    response_class=Response,
    openapi_extra=_NAMED,
    responses=also(*GRAPHS) | problems(400, 404, 406, 413, 503, 504),
)
@router.get("/graphs/{path:path}", response_class=Response, include_in_schema=False)
async def read_graph(request: Request, graph: GraphDep, pool: PoolDep) -> Response:
    """Give a graph: Turtle unless the Accept header or `format` asks for another form."""
    chosen = (await Parameters.read(request.url.query)).single("format")
    answering = pool.answer(
        EVERYTHING,
        accept=accept_of(request.headers.get("accept"), chosen),
        default_graphs=() if graph is None else (graph,),
        client=client_of(request),
        strict=True,
    )
    return await respond(request, _found(answering))


@router.put("/graphs", status_code=204, response_class=Response, openapi_extra=_SENT, responses=problems(400, 413, 503))
@router.put("/graphs/{path:path}", status_code=204, response_class=Response, include_in_schema=False)
async def replace_graph(request: Request, writer: WriterDep, graph: GraphDep) -> Response:
    """Make what is sent the content of a graph: 201 for a new one, else 204."""
    return await _write(request, writer, "replace", graph)


@router.post(
    "/graphs", status_code=204, response_class=Response, openapi_extra=_SENT, responses=problems(400, 413, 503)
)
@router.post("/graphs/{path:path}", status_code=204, response_class=Response, include_in_schema=False)
async def add_to_graph(request: Request, writer: WriterDep) -> Response:
    """Add what is sent to a graph; where none is named, to a new one, whose address is in the header Location."""
    if request.path_params.get("path") or await Parameters.read(request.url.query):
        return await _write(request, writer, "add", await graph_of(request))
    return await _write(request, writer, "add", f"{address_of(request)}/{uuid.uuid4()}")


@router.delete(
    "/graphs", status_code=204, response_class=Response, openapi_extra=_NAMED, responses=problems(400, 404, 503)
)
@router.delete("/graphs/{path:path}", status_code=204, response_class=Response, include_in_schema=False)
async def drop_graph(writer: WriterDep, graph: GraphDep) -> Response:
    """Remove a graph, or empty the default graph."""
    if not (await writer.write(Change("drop", graph=graph))).existed:
        raise UnknownName(f"there is no graph <{graph}>")
    return Response(status_code=204)


@router.options("/graphs", include_in_schema=False)
@router.options("/graphs/{path:path}", include_in_schema=False)
async def allow_other_sites() -> Response:
    """Let scripts of any site read."""
    headers = CORS | {"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS"}
    return Response(status_code=204, headers=headers | {"Allow": "GET, HEAD, PUT, POST, DELETE, OPTIONS"})


async def _write(request: Request, writer: Writing, action: Action, graph: str | None) -> Response:
    if (kind := media_type_of(request)) not in {*UPLOADS, MULTIPART}:
        detail = f"{kind or 'what has no type'} is no form of a graph here; send {', '.join(UPLOADS)}"
        raise HTTPException(415, detail, {"Accept": ", ".join((*UPLOADS, MULTIPART))})
    body = await read_body(request, request.app.state.settings.upload_mb * MIB)
    address = address_of(request)
    change = Change(action, base=graph or address, graph=graph, media_type=request.headers["content-type"])
    outcome = await writer.write(change, body)
    located = {"Location": graph} if graph is not None and graph.startswith(f"{request.base_url}graphs/") else {}
    return Response(status_code=204 if outcome.existed else 201, headers={} if outcome.existed else located)


async def _found(answering: Coroutine[Any, Any, AnswerStream]) -> AnswerStream:
    try:
        return await answering
    except UnknownGraph as error:
        raise UnknownName(str(error)) from error
