"""The usual choice for a SPARQL endpoint in Python: rdflib-endpoint, over the store that `PEER_STORE` names."""

import os

from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint


def create() -> SparqlEndpoint:
    """The application over the N-Triples file that `PEER_FILE` names; `PEER_STORE` is `default` or `Oxigraph`."""
    store = os.environ["PEER_STORE"]
    graph = Dataset(store=store)
    graph.parse(os.environ["PEER_FILE"], format="ox-nt" if store == "Oxigraph" else "nt")
    return SparqlEndpoint(graph=graph, path="/sparql")
