"""What all responses have in common: HEAD, security headers, and validators that save sending what is unchanged."""

import hashlib
import re
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import unquote_plus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.snapshots import Snapshots
from kg.errors import StoreError

REQUEST_ID = "X-Request-ID"

MOST_ROWS = "X-SPARQL-MaxRows"
"""The rows after which an answer ends though its query does not say so; Virtuoso uses the same name."""

ALWAYS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": f"ETag, Link, RateLimit, RateLimit-Policy, Retry-After, {REQUEST_ID}, {MOST_ROWS}",
}
"""Pages load nothing from elsewhere and run no inline script; whatever may be read may be read from any site."""

FROM_SNAPSHOT = ("/decisions", "/articles", "/authorities", "/facets", "/stats", "/.well-known/void")
"""What changes only with the snapshot and its index."""

FROM_GRAPH = ("/sparql", "/graphs")
"""What changes only with the graph, unless a query asks for the time or for chance."""

_CHANGING = re.compile(r"(?:now|rand|uuid)\s*\(", re.IGNORECASE)

LINKS = (
    '<{root}/.well-known/void>; rel="describedby"; type="text/turtle", '
    '<{root}/openapi.json>; rel="service-desc"; type="application/json", <{root}/docs>; rel="service-doc"'
)
"""Where programs and people read about what they got (RFC 8631)."""


class CommonHeaders:
    """Adds to each response what it does not have yet. HEAD is answered as GET without the body."""

    def __init__(self, app: ASGIApp, snapshots: Snapshots, edition: str, *, embedded: bool) -> None:
        """`edition` names what else answers depend on: the version of the program, and settings by which they differ.

        Where the store is not `embedded`, nobody can tell here when the graph has changed.
        """
        self._app = app
        self._snapshots = snapshots
        self._edition = edition
        self._embedded = embedded

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        tag = self._tag(scope)

        async def send_with_headers(message: Message) -> None:
            if head:
                scope["method"] = "HEAD"  # by which the server knows that no body is due
            if message["type"] == "http.response.start":
                _complete(message, tag, scope)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        if tag is not None and tag in Headers(scope=scope).get("if-none-match", ""):
            await send_with_headers({"type": "http.response.start", "status": 304, "headers": []})
            await send_with_headers({"type": "http.response.body", "body": b""})
            return
        if head:
            scope["method"] = "GET"  # in place: what the router notes in the scope is read outside too
        await self._app(scope, receive, send_with_headers)

    def _tag(self, scope: Scope) -> str | None:
        """The validator of what this request would be answered; None where it depends on more than the data."""
        if scope["method"] not in {"GET", "HEAD"}:
            return None
        try:
            version = self._version(scope)
        except StoreError:
            return None
        if version is None:
            return None
        accept = Headers(scope=scope).get("accept", "")
        asked = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        digest = hashlib.sha256(f"{self._edition}\n{version}\n{asked}\n{accept}".encode()).hexdigest()[:16]
        return f'W/"{digest}"'

    def _version(self, scope: Scope) -> str | None:
        """The version of the data that the answer depends on, None where there is none to be told."""
        if scope["path"].startswith(FROM_SNAPSHOT) or scope["path"] == "/":
            return self._snapshots.current().version
        query: bytes = scope["query_string"]
        if scope["path"].startswith(FROM_GRAPH) and query and self._embedded:
            changing = _CHANGING.search(unquote_plus(query.decode("latin-1")))
            return None if changing else self._snapshots.dataset_version()
        return None


def _complete(message: MutableMapping[str, Any], tag: str | None, scope: Scope) -> None:
    headers = MutableHeaders(raw=message["headers"])
    if not scope["path"].startswith("/static"):
        headers.setdefault("Link", LINKS.format(root=scope.get("root_path", "")))
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if tag is not None:
        if "accept" not in headers.get("vary", "").lower():
            headers.add_vary_header("Accept")
        if message["status"] in {200, 304}:
            headers.setdefault("ETag", tag)
            headers.setdefault("Cache-Control", "no-cache")
