"""The ontology at its own path: a page for people, RDF for programs, and the concept schemes beside it."""

import hashlib
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from starlette.responses import RedirectResponse

import ontology
from api.descriptions import also, problems
from kg.errors import UnknownName
from kg.graph.query.accept import best
from ontology.concepts import read_scheme
from ontology.documentation.diagram import draw
from ontology.documentation.forms import FILES, FORMS, SOURCES, content
from ontology.documentation.page import STYLE, render, render_scheme
from ontology.documentation.scheme import read_scheme_page
from ontology.documentation.vocabulary import read_vocabulary
from ontology.files import SCHEMES

HTML = "text/html; charset=utf-8"

ENDINGS = {media_type: ending for ending, media_type in FORMS.items()}

router = APIRouter(tags=["Ontology"])


@router.get("/ns", response_class=Response, responses=also("text/html", *ENDINGS) | problems(406))
def vocabulary(request: Request) -> Response:
    """Give the vocabulary: a page to browsers, else Turtle unless the Accept header asks for another form of RDF."""
    accept = request.headers.get("accept", "*/*")
    media_type = best(accept, (*ENDINGS, "text/html"))
    if media_type == "text/html":
        return _answer(request, _page(), HTML, varies=True)
    return _answer(request, content(SOURCES["ns"], ENDINGS[media_type]), media_type, varies=True)


@router.get(
    "/ns/{file}", response_class=Response, responses=also("text/css", "image/svg+xml", *ENDINGS) | problems(404)
)
def vocabulary_file(
    request: Request,
    file: Annotated[str, Path(description="A file, or the version of the ontology.", examples=["gde.ttl"])],
) -> Response:
    """Give a file of the vocabulary: `gde.ttl`, `gde.jsonld`, `gde.rdf`, `gde.nt`, `classes.svg`, `page.css`.

    And the Turtle beside it: `provisions.ttl`, `other_provisions.ttl`, `shapes.ttl`.
    """
    stem, _, ending = file.rpartition(".")
    if stem in FILES and (ending == "ttl" or (stem == "gde" and ending in FORMS)):
        return _answer(request, content(FILES[stem], ending), FORMS[ending])
    if file == "classes.svg":
        return _answer(request, _diagram(), "image/svg+xml")
    if file == "page.css":
        return _answer(request, STYLE.read_bytes(), "text/css; charset=utf-8")
    if file == ontology.VERSION:
        return RedirectResponse("../ns", 303)
    raise UnknownName(f"the vocabulary has no file {file!r}")


@router.get("/vocab/{scheme}", response_class=Response, responses=also("text/html", *ENDINGS) | problems(404, 406))
def concept_scheme(
    request: Request,
    scheme: Annotated[str, Path(description="The id of a concept scheme.", examples=["data-category"])],
) -> Response:
    """Give a concept scheme: a page to browsers, else Turtle unless the Accept header asks for another form of RDF.

    `data-category.ttl`, `.jsonld`, `.rdf` and `.nt` name one form.
    """
    stem, _, ending = scheme.rpartition(".")
    if stem in SCHEMES and ending in FORMS:
        return _answer(request, content(SOURCES[f"vocab/{stem}"], ending), FORMS[ending])
    _require_scheme(scheme)
    media_type = best(request.headers.get("accept", "*/*"), (*ENDINGS, "text/html"))
    if media_type == "text/html":
        return _answer(request, _scheme_page(scheme), HTML, varies=True)
    return _answer(request, content(SOURCES[f"vocab/{scheme}"], ENDINGS[media_type]), media_type, varies=True)


@router.get("/vocab/{scheme}/{concept}", response_class=Response, status_code=303, responses=problems(404))
def concept(
    scheme: Annotated[str, Path(description="The id of a concept scheme.", examples=["data-category"])],
    concept: Annotated[str, Path(description="The id of a published concept of it.", examples=["health"])],
) -> Response:
    """Send to the scheme in which a concept is described, on the page to its place."""
    _require_scheme(scheme)
    if concept not in read_scheme(scheme, SCHEMES[scheme]):
        raise UnknownName(f"the scheme {scheme} has no concept {concept!r}")
    return RedirectResponse(f"../{scheme}#{concept}", 303)


def _require_scheme(scheme: str) -> None:
    if scheme not in SCHEMES:
        raise UnknownName(f"there is no concept scheme {scheme!r}; there are {', '.join(sorted(SCHEMES))}")


@cache
def _page() -> bytes:
    """The page as it stands at `/ns`, from where its links go."""
    return render(read_vocabulary(), assets="ns/", vocab="vocab/", site="./").encode()


@cache
def _scheme_page(scheme: str) -> bytes:
    """The page as it stands at `/vocab/{scheme}`."""
    return render_scheme(read_scheme_page(scheme), assets="../ns/", home="../ns", site="../").encode()


@cache
def _diagram() -> bytes:
    return draw(read_vocabulary(), page="../ns").encode()


def _answer(request: Request, body: bytes, media_type: str, *, varies: bool = False) -> Response:
    """The body, or 304 for a client that has it."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"} | ({"Vary": "Accept"} if varies else {})
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
