"""Where a remote store is, and how this program introduces itself to it.

Requests take the one form that every server understands: a form by POST, with an explicit Accept (Virtuoso hangs on a
bare query in the body, and without Accept answers in a dialect). Redirects are not followed, and proxies of the
environment not used: what is asked and written goes to the address of the settings and nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import httpx2

from kg.graph.namespaces import PREFIXES
from kg.graph.query.scan import Kind, scan
from kg.settings import Settings

PROLOGUE = " ".join(f"PREFIX {prefix}: <{base}>" for prefix, base in PREFIXES.items())
"""The prefixes of ours, which nobody need declare. One that a text declares itself comes later, and counts."""

CONNECT_SECONDS = 5.0

UPDATE_SECONDS = 300.0
"""How long one request of a write may take. It carries a thousand statements at most."""


@dataclass(frozen=True, slots=True)
class Server:
    """The addresses of a server, its credentials, and the graph that it keeps in place of the default graph."""

    query: str
    update: str
    graphs: str | None
    default_graph: str | None
    user: str | None
    password: str
    digest: bool

    @property
    def auth(self) -> httpx2.Auth | None:
        """The credentials; None where there are none."""
        if self.user is None:
            return None
        scheme = httpx2.DigestAuth if self.digest else httpx2.BasicAuth
        return scheme(self.user, self.password)

    def query_form(
        self, text: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> dict[str, str | list[str]]:
        """The form of a query: with the dataset that the caller names, else with that of the settings.

        Where a default graph is named and no other, Virtuoso finds every graph for a variable behind GRAPH, and none
        for an IRI there: so these are named too.
        """
        if not default_graphs and not named_graphs and self.default_graph is not None:
            default_graphs, named_graphs = (self.default_graph,), _graphs_by_name(text)
        form: dict[str, str | list[str]] = {"query": text}
        if default_graphs:
            form["default-graph-uri"] = list(default_graphs)
        if named_graphs:
            form["named-graph-uri"] = list(named_graphs)
        return form


def server_of(settings: Settings) -> Server | None:
    """The remote store of the settings; None where the store is the embedded one."""
    if settings.store is None:
        return None
    return Server(
        query=settings.store,
        update=settings.store_update or settings.store,
        graphs=settings.store_graphs,
        default_graph=settings.store_default_graph,
        user=settings.store_user,
        password=settings.store_password.get_secret_value() if settings.store_password else "",
        digest=settings.store_auth == "digest",
    )


def _graphs_by_name(text: str) -> tuple[str, ...]:
    """The graphs that a query asks for by their IRIs; none where it asks for any graph as well."""
    found, after_graph = [], False
    for token in scan(text):
        if after_graph and token.kind is Kind.VARIABLE:
            return ()
        if after_graph and token.kind is Kind.IRI:
            found.append(token.text[1:-1])
        after_graph = token.kind is Kind.WORD and token.text.upper() == "GRAPH"
    return tuple(dict.fromkeys(found))
