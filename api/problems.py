"""Every error leaves as a problem document (RFC 9457), or as a page where the client is a browser."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.headers import ALWAYS, REQUEST_ID
from api.methods import allowed, options, root_of
from api.models import BadValue, Problem
from api.negotiate import prefers
from api.web.render import page
from kg.errors import (
    WITHHELD,
    ConfigError,
    InputError,
    KgError,
    NotAcceptable,
    OntologyError,
    QueryError,
    QueryRefused,
    QueryTimeout,
    QueryTooLarge,
    ServiceBusy,
    StoreError,
    StoreLocked,
    UnknownName,
)

log = logging.getLogger("api")

MEDIA_TYPE = "application/problem+json"

RETRY_AFTER = {"Retry-After": "2"}
"""A worker is free soon."""

_RETRY_AFTER: dict[type[KgError], dict[str, str]] = {ServiceBusy: RETRY_AFTER, StoreLocked: {"Retry-After": "30"}}
"""An ingestion that writes takes its time."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its HTTP status, its name in `type`, and what it is for people."""

    status: int
    name: str
    title: str


KINDS: dict[type[KgError], Kind] = {
    QueryError: Kind(400, "query", "The query cannot be answered"),
    InputError: Kind(400, "input", "The request cannot be used"),
    QueryRefused: Kind(403, "query-refused", "The query may not run here"),
    UnknownName: Kind(404, "unknown-name", "Nothing has this name"),
    NotAcceptable: Kind(406, "not-acceptable", "No acceptable format"),
    QueryTooLarge: Kind(413, "query-too-large", "What was sent, or the answer, is too large"),
    KgError: Kind(500, "internal", "The server failed"),
    ConfigError: Kind(500, "internal", "The server failed"),
    OntologyError: Kind(500, "internal", "The server failed"),
    ServiceBusy: Kind(503, "service-busy", "The server is busy: try again later"),
    StoreError: Kind(503, "store", "The graph cannot be read"),
    StoreLocked: Kind(503, "store-locked", "Another process is writing: try again later"),
    QueryTimeout: Kind(504, "query-timeout", "This takes too long: do not retry it unchanged"),
}
"""By the nearest class of an error; a test holds that every error is here."""

BAD_PARAMETERS = Kind(422, "parameters", "A parameter cannot be used")
INTERNAL = KINDS[KgError]
TOO_MANY = Kind(429, "too-many-requests", "Too many requests: try again later")
NOT_READY = Kind(503, "not-ready", "The server cannot do its work")

NOT_ALLOWED = 405

_HTTP = {
    401: Kind(401, "unauthorized", "A key is needed"),
    403: Kind(403, "forbidden", "This may not be done"),
    404: Kind(404, "not-found", "There is nothing at this address"),
    405: Kind(405, "method-not-allowed", "This address does not answer this method"),
    415: Kind(415, "unsupported-media-type", "What was sent is in no form that is taken here"),
}

OTHER_KINDS = (BAD_PARAMETERS, TOO_MANY, NOT_READY, *_HTTP.values())
"""Those that are no error of ours."""


class BadParameters(Exception):
    """Parameters that are well formed and cannot be used."""

    def __init__(self, *errors: BadValue) -> None:
        super().__init__("; ".join(f"{error.parameter}: {error.message}" for error in errors))
        self.errors = errors


def kind_of(error: KgError) -> Kind:
    """The kind of problem that an error is."""
    return next(KINDS[cls] for cls in type(error).__mro__ if cls in KINDS)


def told(error: KgError) -> str:
    """What clients are told of an error; what is kept from them goes to the log."""
    if not isinstance(error, StoreError):
        return str(error)
    if error.told != str(error):
        log.warning("the store failed: %s", error)
    return error.told


def add_problem_handlers(app: FastAPI) -> None:
    """Let every error of the application leave as a problem."""
    app.add_exception_handler(KgError, _on_kg_error)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
    app.add_exception_handler(BadParameters, _on_bad_parameters)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_failure)


def respond(
    request: Request,
    kind: Kind,
    detail: str,
    errors: tuple[BadValue, ...] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """The response for a problem."""
    root = root_of(request)
    problem = Problem(
        type=f"{root}/docs#problem-{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=detail,
        errors=errors,
        request_id=getattr(request.state, "request_id", None),
    )
    if prefers(request.headers.get("accept"), "text/html", "application/json"):
        response: Response = page(request, "problem.html", status=kind.status, problem=problem)
        response.headers.update(headers or {})
        return response
    return Response(problem.model_dump_json(), kind.status, headers, MEDIA_TYPE)


async def _on_kg_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgError)  # noqa: S101  (what it is registered for)
    kind = kind_of(error)
    if kind.status == INTERNAL.status:
        return await _on_failure(request, error)
    detail = told(error)
    if str(request.app.state.settings.data_dir.resolve()) in detail:  # the engine's own words may name its files
        log.warning("%s", detail)
        detail = WITHHELD
    return respond(request, kind, detail, headers=_RETRY_AFTER.get(type(error)))


async def _on_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    return _bad(request, tuple(_bad_value(row) for row in error.errors()))


def _bad_value(row: Mapping[str, Any]) -> BadValue:
    unknown = row["type"] == "extra_forbidden"
    message = "there is no such parameter" if unknown else str(row["msg"]).removeprefix("Value error, ")
    return BadValue(parameter=str(row["loc"][1]) if len(row["loc"]) > 1 else str(row["loc"][0]), message=message)


async def _on_bad_parameters(request: Request, error: Exception) -> Response:
    assert isinstance(error, BadParameters)  # noqa: S101
    return _bad(request, error.errors)


def _bad(request: Request, errors: tuple[BadValue, ...]) -> Response:
    detail = "; ".join(f"{error.parameter}: {error.message}" for error in errors)
    return respond(request, BAD_PARAMETERS, detail, errors)


async def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    if error.status_code == NOT_ALLOWED and request.method == "OPTIONS":
        return options(request)
    kind = _HTTP.get(error.status_code) or Kind(error.status_code, "http", str(error.detail))
    detail = {404: f"nothing is at {request.url.path}", 405: f"{request.url.path} does not answer {request.method}"}
    headers = dict(error.headers or {})
    if error.status_code == NOT_ALLOWED:
        headers = {"Allow": ", ".join(allowed(request))}  # one route knows only its own
    return respond(request, kind, detail.get(error.status_code, str(error.detail)), headers=headers)


async def _on_failure(request: Request, error: Exception) -> Response:
    """What went wrong is for the log: it may name files or data that are nobody's business."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    # The server answers this outside of all middleware, so what that would add is added here.
    headers = dict(ALWAYS) | {REQUEST_ID: getattr(request.state, "request_id", "")}
    return respond(request, INTERNAL, WITHHELD, headers=headers)
