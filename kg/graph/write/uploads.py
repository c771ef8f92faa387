"""RDF that a user sends, as triples. Only for a process that may die of it: some input is too much for the engine."""

import re
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph.query.formats import MULTIPART, UPLOADS

_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""A few hundred bytes of entities expand to gigabytes."""

_PLACE = re.compile(r"at line (\d+)")


def read_triples(content_type: str, body: bytes, base: str | None) -> Iterator[ox.Triple]:
    """The triples of a document, or of each part of a form; blank nodes get names that nothing else has.

    InputError, naming the line, for what is not well formed, and for XML with a document type declaration.
    """
    for media_type, content in _parts(content_type, body):
        name = UPLOADS.get(media_type)
        if name is None:
            raise InputError(
                f"{media_type or 'a part without a type'} is no form of RDF here; send {', '.join(UPLOADS)}"
            )
        if name == "rdf":
            _refuse_declarations(content)
        yield from _parse(content, _FORMATS[name], base)


def _parts(content_type: str, body: bytes) -> Iterator[tuple[str, bytes]]:
    """Pairs of media type and content: those of a form, or the one of anything else."""
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != MULTIPART:
        yield media_type, body
        return
    header = content_type.encode("latin-1", "replace").replace(b"\r", b"").replace(b"\n", b"")
    form = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + header + b"\r\n\r\n" + body)
    if not form.is_multipart():
        raise InputError(f"a form without parts: the boundary of {content_type!r} is not in it")
    for part in form.iter_parts():
        content = part.get_payload(decode=True)
        yield part.get_content_type(), content if isinstance(content, bytes) else b""


def _parse(content: bytes, form: ox.RdfFormat, base: str | None) -> Iterator[ox.Triple]:
    try:
        for quad in ox.parse(content, form, base_iri=base, without_named_graphs=True, rename_blank_nodes=True):
            yield quad.triple
    except SyntaxError as error:
        raise InputError(f"{form.name}: {error}") from error
    except (ValueError, OSError) as error:
        raise InputError(f"{form.name}: {error}") from error


def _refuse_declarations(content: bytes) -> None:
    if b"\0" in content:
        raise InputError("RDF/XML is taken in UTF-8 only")
    if found := _DECLARATION.search(content):
        line = content.count(b"\n", 0, found.start()) + 1
        raise InputError(f"line {line}: a document type or an entity is declared, which is not taken here")
