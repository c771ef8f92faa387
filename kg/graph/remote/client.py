"""Asking and writing a remote store, one request at a time, for programs that wait for the answer."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Self, TypeAlias

import httpx2

from kg.errors import StoreError
from kg.graph.remote.server import CONNECT_SECONDS, UPDATE_SECONDS, Server
from kg.graph.terms import XSD, Iri, Literal, Term

Row: TypeAlias = Mapping[str, Term]

RESULTS = "application/sparql-results+json"

LONGEST_MESSAGE = 500


class Client:
    """A connection to a remote store. A `with` block closes it; every failure is a StoreError that names the server."""

    def __init__(self, server: Server) -> None:
        self._server = server
        timeout = httpx2.Timeout(UPDATE_SECONDS, connect=CONNECT_SECONDS)
        self._http = httpx2.Client(auth=server.auth, timeout=timeout, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._http.close()

    @property
    def server(self) -> Server:
        """Whom it speaks to."""
        return self._server

    def select(self, text: str) -> list[Row]:
        """The rows of a SELECT query, which are as many as the server is willing to send."""
        body = self._post(self._server.query, self._server.query_form(text), RESULTS)
        try:
            return [_row(binding) for binding in json.loads(body)["results"]["bindings"]]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self._server.query} sent no SPARQL results in JSON: {error!r}") from error

    def update(self, text: str) -> None:
        """Run an update; when this returns the server has done it."""
        self._post(self._server.update, {"update": text}, f"{RESULTS}, */*;q=0.5")

    def _post(self, address: str, form: Mapping[str, Any], accept: str) -> bytes:
        try:
            response = self._http.post(address, data=dict(form), headers={"Accept": accept})
        except httpx2.HTTPError as error:
            raise StoreError(f"{address} cannot be reached: {error or type(error).__name__}") from error
        if not response.is_success:
            raise StoreError(f"{address} answered {response.status_code}: {shortened(response.text)}")
        return response.content


def shortened(message: str) -> str:
    """A server's message in one line of bearable length."""
    line = " ".join(message.split())
    return line if len(line) <= LONGEST_MESSAGE else f"{line[:LONGEST_MESSAGE]} …"


def one_count(rows: Iterable[Row], name: str) -> int:
    """The number that the only row of a counting query holds; StoreError where it holds none."""
    for row in rows:
        term = row.get(name)
        if isinstance(term, Literal) and term.lexical.isdecimal():
            return int(term.lexical)
    raise StoreError("a counting query was answered without a number")


def _row(binding: Mapping[str, Mapping[str, str]]) -> Row:
    return {name: _term(value) for name, value in binding.items()}


def _term(value: Mapping[str, str]) -> Term:
    match value["type"]:
        case "uri":
            return Iri(value["value"])
        case "literal" | "typed-literal":
            if language := value.get("xml:lang"):
                return Literal(value["value"], language=language)
            return _canonical(value["value"], value.get("datatype", f"{XSD}string"))
        case kind:
            raise StoreError(f"neither an IRI nor a literal: {kind} {value['value']!r}")


def _canonical(lexical: str, datatype: str) -> Literal:
    """The literal in the form in which this program writes it: Virtuoso says 1 for true."""
    if datatype == f"{XSD}boolean":
        lexical = {"1": "true", "0": "false"}.get(lexical, lexical)
    return Literal(lexical, datatype)
