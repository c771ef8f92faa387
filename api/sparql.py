"""The SPARQL 1.1 Protocol, its query half: by GET, by form, and by a bare query in the body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from api.answering import client_of, respond, seconds
from api.deps import PoolDep
from api.negotiate import FORMATS, accept_of, prefers
from kg.errors import QueryError, QueryRefused, QueryTooLarge
from kg.graph.query.formats import GRAPHS, RESULTS
from kg.graph.query.service import QueryService

LONGEST_BODY = 262_144
"""Bytes of a request's body: the longest query that the guard passes, percent-encoded in a form."""

MOST_PARAMETERS = 1_000

FORM, BARE = "application/x-www-form-urlencoded", "application/sparql-query"

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}

SERVICE_DESCRIPTION = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix f: <http://www.w3.org/ns/formats/> .

<#service> a sd:Service ;
    sd:endpoint <> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat f:SPARQL_Results_JSON, f:SPARQL_Results_XML, f:SPARQL_Results_CSV, f:SPARQL_Results_TSV,
        f:Turtle, f:N-Triples, f:N-Quads, f:RDF_XML, f:JSON-LD ;
    sd:defaultDataset <#dataset> .

<#dataset> a sd:Dataset ; sd:defaultGraph <#facts> .

<#facts> a sd:Graph .
"""
"""Relative to the address that it is fetched from, so no host is written into it."""

router = APIRouter(tags=["SPARQL"])


@dataclass(frozen=True, slots=True)
class Operation:
    """A query operation of the protocol, with two additions of ours: `format` and `timeout` (seconds)."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None
    timeout: float | None = None


_PARAMETERS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "default-graph-uri": (
        "A graph to query instead of the default graph.",
        {"type": "array", "items": {"type": "string"}},
    ),
    "named-graph-uri": ("A graph that GRAPH may name.", {"type": "array", "items": {"type": "string"}}),
    "format": ("The form of the answer, in place of the Accept header.", {"type": "string", "enum": list(FORMATS)}),
    "timeout": ("Seconds; may shorten the server's deadline.", {"type": "number", "exclusiveMinimum": 0}),
}
_QUERY = ("A SPARQL 1.1 query. The prefixes of the graph need no declaration.", {"type": "string"})
_ANSWERS = {
    "200": {
        "description": "The answer: results of SELECT and ASK, or the graph of CONSTRUCT and DESCRIBE.",
        "content": {media_type: {} for media_type in RESULTS | GRAPHS},
    }
}


def _described(body: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The operation for the API's description, which cannot see how the protocol passes parameters."""
    rows = _PARAMETERS if body else {"query": _QUERY, **_PARAMETERS}
    parameters = [
        {"name": name, "in": "query", "required": False, "description": text, "schema": schema}
        for name, (text, schema) in rows.items()
    ]
    return {"parameters": parameters, "responses": _ANSWERS} | ({"requestBody": {"content": body}} if body else {})


_FORM_SCHEMA = {
    "type": "object",
    "required": ["query"],
    "properties": {name: schema for name, (_, schema) in {"query": _QUERY, **_PARAMETERS}.items()},
}


@router.get("/sparql", response_class=Response, openapi_extra=_described())
async def query_by_get(request: Request, pool: PoolDep) -> Response:
    """Answer a SPARQL query; without one, describe the service to RDF clients and lead browsers to the form."""
    pairs = _pairs(request.url.query)
    if pairs:
        return await _answer(request, pool, _operation(pairs))
    accept = request.headers.get("accept")
    if prefers(accept, "text/html", "application/json"):
        return RedirectResponse(request.scope.get("root_path", "") + "/query", status_code=303)
    if prefers(accept, "text/turtle", "application/json"):
        return Response(SERVICE_DESCRIPTION, media_type="text/turtle", headers={"Vary": "Accept"})
    raise QueryError("there is no query: send it as the parameter `query`")


@router.post(
    "/sparql",
    response_class=Response,
    openapi_extra=_described({FORM: {"schema": _FORM_SCHEMA}, BARE: {"schema": {"type": "string"}}}),
)
async def query_by_post(request: Request, pool: PoolDep) -> Response:
    """Answer a SPARQL query that is sent as a form, or bare as the body."""
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    if kind.strip() not in {FORM, BARE}:
        raise HTTPException(415, f"send {BARE} or {FORM}")
    if "charset" in parameters and "utf-8" not in parameters:
        raise HTTPException(415, "send UTF-8")
    body = await _body(request)
    pairs = _pairs(request.url.query)
    pairs += _pairs(body) if kind.strip() == FORM else [("query", body)]
    return await _answer(request, pool, _operation(pairs))


@router.options("/sparql", include_in_schema=False)
async def allow_other_sites() -> Response:
    """Let scripts of any site send queries; there is nothing here that a visitor may see and others may not."""
    return Response(status_code=204, headers=CORS | {"Allow": "GET, POST, OPTIONS"})


async def _answer(request: Request, pool: QueryService, operation: Operation) -> Response:
    answering = pool.answer(
        operation.query,
        accept=accept_of(request.headers.get("accept"), operation.format),
        default_graphs=operation.default_graphs,
        named_graphs=operation.named_graphs,
        timeout=operation.timeout,
        client=client_of(request),
    )
    return await respond(request, answering)


async def _body(request: Request) -> str:
    """The body as text; QueryTooLarge before it is held in memory, QueryError where it is not UTF-8."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise QueryTooLarge(f"the request is larger than {LONGEST_BODY} bytes")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise QueryError(f"the request is not UTF-8: {error}") from error


def _pairs(encoded: str) -> list[tuple[str, str]]:
    """The parameters of an address or a form; QueryError where they are not UTF-8 or too many."""
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except ValueError as error:
        raise QueryError(f"malformed parameters: {error}") from error


def _operation(pairs: Sequence[tuple[str, str]]) -> Operation:
    """The operation that parameters describe; QueryRefused for an update, QueryError for anything else that is none."""

    def every(name: str) -> tuple[str, ...]:
        return tuple(value for other, value in pairs if other == name)

    def single(name: str) -> str | None:
        values = every(name)
        if len(values) > 1:
            raise QueryError(f"the parameter `{name}` is there {len(values)} times; once is enough")
        return values[0] if values else None

    if every("update"):
        raise QueryRefused("this graph is only read; updates are not taken")
    if (query := single("query")) is None:
        raise QueryError("there is no query: send it as the parameter `query`")
    return Operation(
        query, every("default-graph-uri"), every("named-graph-uri"), single("format"), seconds(single("timeout"))
    )
