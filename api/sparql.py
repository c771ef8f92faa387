"""The SPARQL 1.1 Protocol: queries, and updates with a key; by form and as a bare body, queries by GET too."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from api.access import Scope, may, require
from api.answering import client_of, respond, rows_of, seconds
from api.bodies import FORM, Parameters, address_of, as_text, media_type_of, read_body
from api.deps import PoolDep, writer_of
from api.methods import PREFLIGHT
from api.negotiate import accept_of, prefers
from api.service import description
from api.sparql_parameters import described
from api.web.site import query_page
from kg.errors import QueryError
from kg.graph.query.accept import best
from kg.graph.query.formats import DOCUMENTS
from kg.graph.query.service import QueryService
from kg.graph.write.changes import Change

LONGEST_QUERY = 262_144
"""Bytes of a request's body: the longest query that the guard passes, percent-encoded in a form."""

LONGEST_UPDATE = 25_165_824
"""The longest update that the guard passes, percent-encoded in a form."""

QUERY, UPDATE = "application/sparql-query", "application/sparql-update"

CORS = PREFLIGHT | {"Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS"}
"""Scripts of any site may read, by POST too."""

router = APIRouter(tags=["SPARQL"])


@router.get("/sparql", response_class=Response, openapi_extra=described())
async def query_by_get(request: Request, pool: PoolDep) -> Response:
    """Answer a SPARQL query; without one, show browsers the editor and describe the service to other clients."""
    parameters = await Parameters.read(request.url.query)
    if parameters:
        return await _answer(request, pool, parameters)
    accept = request.headers.get("accept")
    if prefers(accept, "text/html", "application/json"):
        return query_page(request)
    return description(request, best(accept or "*/*", tuple(DOCUMENTS)))


@router.post(
    "/sparql",
    response_class=Response,
    openapi_extra=described({QUERY: {"schema": {"type": "string"}}, UPDATE: {"schema": {"type": "string"}}}),
)
async def query_or_update_by_post(request: Request, pool: PoolDep) -> Response:
    """Answer a SPARQL query, or carry out an update, that is sent as a form or bare as the body."""
    kind, parameters = media_type_of(request), await Parameters.read(request.url.query)
    if kind == UPDATE:
        require(request, Scope.WRITE)
        return await _update(request, parameters, await read_body(request, LONGEST_UPDATE))
    if kind not in {FORM, QUERY}:
        raise HTTPException(415, f"send {QUERY}, {UPDATE} or {FORM}", {"Accept": f"{QUERY}, {UPDATE}, {FORM}"})
    body = as_text(await read_body(request, LONGEST_UPDATE if may(request, Scope.WRITE) else LONGEST_QUERY))
    parameters += await Parameters.read(body) if kind == FORM else Parameters([("query", body)])
    if "update" in parameters and kind == FORM:
        require(request, Scope.WRITE)
        text = parameters.single("update") or ""
        return await _update(request, parameters, text.encode())
    return await _answer(request, pool, parameters)


@router.options("/sparql", include_in_schema=False)
async def allow_other_sites() -> Response:
    """Let scripts of any site send queries; there is nothing here that a visitor may see and others may not."""
    return Response(status_code=204, headers=CORS | {"Allow": "GET, HEAD, POST, OPTIONS"})


async def _answer(request: Request, pool: QueryService, parameters: Parameters) -> Response:
    if "update" in parameters:
        raise QueryError("an update is sent by POST, and not together with a query")
    if (query := parameters.single("query")) is None:
        raise QueryError("there is no query: send it as the parameter `query`")
    answering = pool.answer(
        query,
        accept=accept_of(request.headers.get("accept"), parameters.single("format")),
        default_graphs=parameters.every("default-graph-uri"),
        named_graphs=parameters.every("named-graph-uri"),
        timeout=seconds(parameters.single("timeout")),
        rows=rows_of(parameters.single("rows"), request.app.state.settings.query_rows),
        client=client_of(request),
        base=address_of(request),
    )
    return await respond(request, answering)


async def _update(request: Request, parameters: Parameters, body: bytes) -> Response:
    if "query" in parameters:
        raise QueryError("a query and an update are two requests")
    change = Change(
        "update",
        base=address_of(request),
        using=parameters.every("using-graph-uri"),
        using_named=parameters.every("using-named-graph-uri"),
    )
    await (await writer_of(request)).write(change, body)
    return Response(status_code=204)
