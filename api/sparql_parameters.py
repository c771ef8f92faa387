"""The parameters of the SPARQL protocol for the API's description, which cannot see how the protocol passes them."""

from collections.abc import Mapping
from typing import Any

from api.bodies import FORM
from api.negotiate import FORMATS
from kg.graph.query.formats import GRAPHS, RESULTS

_LIST = {"type": "array", "items": {"type": "string"}}
_TEXT = {"type": "string"}

_SHARED: Mapping[str, tuple[str, dict[str, Any]]] = {
    "default-graph-uri": ("A graph to query instead of the default graph.", _LIST),
    "named-graph-uri": ("A graph that GRAPH may name.", _LIST),
    "format": ("The form of the answer, in place of the Accept header.", {"type": "string", "enum": list(FORMATS)}),
    "rows": ("Rows after which the answer ends.", {"type": "integer", "minimum": 1}),
    "timeout": ("Seconds; may shorten the server's deadline.", {"type": "number", "exclusiveMinimum": 0}),
}
_QUERY = {"query": ("A SPARQL 1.1 query. The prefixes of the graph need no declaration.", _TEXT)}
_UPDATE = {
    "using-graph-uri": ("Of an update: a graph that its patterns have as default graph.", _LIST),
    "using-named-graph-uri": ("Of an update: a graph that GRAPH may name in its patterns.", _LIST),
}
_ANSWERS = {
    "200": {
        "description": "The answer: results of SELECT and ASK, or the graph of CONSTRUCT and DESCRIBE.",
        "content": {media_type: {} for media_type in RESULTS | GRAPHS},
    }
}
_DONE = {"204": {"description": "The update is done, and seen by every query from now on."}}

_FORM = {
    "schema": {
        "type": "object",
        "properties": {
            name: schema for name, (_, schema) in {**_QUERY, "update": ("", _TEXT), **_SHARED, **_UPDATE}.items()
        },
    }
}


def described(body: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The operation by GET, or by POST with these bodies besides a form."""
    rows = {**_SHARED, **_UPDATE} if body else {**_QUERY, **_SHARED}
    parameters = [
        {"name": name, "in": "query", "required": False, "description": text, "schema": schema}
        for name, (text, schema) in rows.items()
    ]
    if body is None:
        return {"parameters": parameters, "responses": _ANSWERS}
    return {
        "parameters": parameters,
        "responses": _ANSWERS | _DONE,
        "requestBody": {"content": {FORM: _FORM, **body}},
    }
