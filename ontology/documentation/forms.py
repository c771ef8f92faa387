"""The vocabulary and the concept schemes in other forms of RDF than the Turtle that they are written in."""

import json
from functools import cache
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from rdflib import Graph, Literal
from rdflib.namespace import RDF

from ontology.files import FOLDER, OTHER_PROVISIONS_TURTLE, PROVISIONS_TURTLE, SCHEMES, SHAPES, read_text

FORMS = MappingProxyType(
    {
        "ttl": "text/turtle",
        "jsonld": "application/ld+json",
        "rdf": "application/rdf+xml",
        "nt": "application/n-triples",
    }
)
"""Media types by the ending of a file, the favourite first."""

SOURCES = MappingProxyType({"ns": FOLDER / "gde.ttl", **{f"vocab/{scheme}": path for scheme, path in SCHEMES.items()}})
"""The Turtle file behind each path below the base of our IRIs: `ns`, `vocab/data-category`."""

FILES = MappingProxyType(
    {
        "gde": FOLDER / "gde.ttl",
        "provisions": PROVISIONS_TURTLE,
        "other_provisions": OTHER_PROVISIONS_TURTLE,
        "shapes": SHAPES,
    }
)
"""The Turtle that is given below `ns` by the name of the file."""


@cache
def content(path: Path, form: str) -> bytes:
    """A Turtle file in the form of an ending; the same bytes whenever the file is the same."""
    text = read_text(path)
    if form == "ttl":
        return text.encode()
    graph = Graph(bind_namespaces="none").parse(data=text, format="turtle")
    if form == "nt":
        lines = sorted(graph.serialize(format="nt", encoding="utf-8").splitlines(keepends=True))
        return b"".join(line for line in lines if line.strip())
    if form == "jsonld":
        return _json_ld(graph)
    return _rdf_xml(graph)


def _json_ld(graph: Graph) -> bytes:
    """Expanded JSON-LD in the order of the IRIs."""
    nodes = json.loads(graph.serialize(format="json-ld"))
    for node in nodes:
        for key, values in node.items():
            if key != "@id":
                values.sort(key=lambda value: json.dumps(value, sort_keys=True))
    nodes.sort(key=lambda node: node["@id"])
    return json.dumps(nodes, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _rdf_xml(graph: Graph) -> bytes:
    """RDF/XML in the order of the triples, which the writer of rdflib leaves to chance; no blank nodes."""
    graph.bind("rdf", RDF)
    lines = []
    for subject in sorted(set(graph.subjects()), key=str):
        lines.append(f"  <rdf:Description rdf:about={quoteattr(str(subject))}>")
        for predicate, value in sorted(graph.predicate_objects(subject)):
            name = graph.namespace_manager.qname_strict(str(predicate))
            if isinstance(value, Literal):
                kind = f' xml:lang="{value.language}"' if value.language else ""
                kind = f" rdf:datatype={quoteattr(value.datatype)}" if value.datatype else kind
                lines.append(f"    <{name}{kind}>{escape(value)}</{name}>")
            else:
                lines.append(f"    <{name} rdf:resource={quoteattr(str(value))}/>")
        lines.append("  </rdf:Description>")
    bound = "".join(f"\n  xmlns:{prefix}={quoteattr(str(iri))}" for prefix, iri in sorted(graph.namespaces()))
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF{bound}>'
    return "\n".join([head, *lines, "</rdf:RDF>", ""]).encode()
