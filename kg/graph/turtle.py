"""Turtle and TriG for people: our prefixes, one block for each subject, types first, everything sorted."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

from kg.graph.namespaces import PREFIXES, TYPE
from kg.graph.quoting import quoted
from kg.graph.sorting import sorted_once
from kg.graph.terms import XSD, Iri, Literal, Quad, Term
from ontology.terms import vocab_base

_SCHEMES = ("count-qualifier", "data-category", "decision-status", "finding-outcome", "measure", "verification")
_PREFIXES = {**PREFIXES, **{scheme: vocab_base(scheme) for scheme in _SCHEMES}}
"""With one for each scheme of concepts: `data-category:health`."""

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_BARE = {
    XSD + "integer": re.compile(r"[+-]?\d+"),
    XSD + "boolean": re.compile("true|false"),
    XSD + "decimal": re.compile(r"[+-]?\d*\.\d+"),
}
"""Literals that may stand without quotes. A whole decimal may not: bare, it would be an integer."""


def write_turtle(quads: Iterable[Quad], out: BinaryIO) -> None:
    """Write the triples of quads, whatever their graph."""
    _write_prefixes(out)
    _write_subjects(_sorted(quad._replace(graph=None) for quad in quads), "", out)


def write_trig(quads: Iterable[Quad], out: BinaryIO) -> None:
    """Write quads: the default graph first, then each named graph in braces."""
    _write_prefixes(out)
    for graph, found in groupby(_sorted(quads), key=lambda quad: quad.graph):
        if graph is None:
            _write_subjects(found, "", out)
        else:
            out.write(f"\n{_name(graph)} {{".encode())
            _write_subjects(found, "    ", out)
            out.write(b"}\n")


def _write_prefixes(out: BinaryIO) -> None:
    out.writelines(f"@prefix {prefix}: <{base}> .\n".encode() for prefix, base in sorted(_PREFIXES.items()))


def _write_subjects(quads: Iterable[Quad], indent: str, out: BinaryIO) -> None:
    for subject, found in groupby(quads, key=lambda quad: quad.subject):
        lines = []
        for predicate, same in groupby(found, key=lambda quad: quad.predicate):
            verb = "a" if predicate == TYPE else _name(predicate)
            between = ", " if predicate == TYPE else f",\n{indent}        "
            lines.append(f"{verb} {between.join(_term(quad.object) for quad in same)}")
        body = f" ;\n{indent}    ".join(lines)
        out.write(f"\n{indent}{_name(subject)} {body} .\n".encode())


def _sorted(quads: Iterable[Quad]) -> Iterator[Quad]:
    return sorted_once(quads, key=_order, dump=_dumped, load=_loaded)


def _dumped(quad: Quad) -> bytes:
    return json.dumps(quad).encode() + b"\n"


def _loaded(line: bytes) -> Quad:
    subject, predicate, term, graph = json.loads(line)
    value = Iri(*term) if len(term) == 1 else Literal(*term)
    return Quad(Iri(*subject), Iri(*predicate), value, Iri(*graph) if graph is not None else None)


def _order(quad: Quad) -> tuple[str, str, bool, str, tuple[str, ...]]:
    graph = quad.graph.value if quad.graph is not None else ""
    return (graph, quad.subject.value, quad.predicate != TYPE, quad.predicate.value, tuple(quad.object))


def _name(iri: Iri) -> str:
    for prefix, base in _PREFIXES.items():
        if iri.value.startswith(base) and _LOCAL.fullmatch(iri.value, len(base)):
            return f"{prefix}:{iri.value[len(base) :]}"
    return f"<{iri.value}>"


def _term(term: Term) -> str:
    if isinstance(term, Iri):
        return _name(term)
    if term.datatype in _BARE and not term.language and _BARE[term.datatype].fullmatch(term.lexical):
        return term.lexical
    text = quoted(term.lexical)
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype == XSD + "string" else f"{text}^^{_name(Iri(term.datatype))}"
