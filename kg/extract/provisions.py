"""Provisions of the GDPR in a text, each as deep as the text names it; those of other laws are left out."""

from collections.abc import Iterator, Sequence

from kg.extract.found import Found
from kg.extract.provision_grammar import Citation, Place, find_citations
from kg.extract.provision_law import Law, is_about_gdpr, laws
from kg.values import LAST_ARTICLE, Provision
from ontology import regulation


def find_provisions(text: str) -> tuple[Found[Provision], ...]:
    """The provisions that a text cites, in its order; lists and ranges are expanded.

    Each has the span of the words that add it: of `Articles 5(1)(a) and 32` it is `Articles 5(1)(a)` for the first and
    `32` for the second; those of a range share its words. A place that the regulation does not have counts as the next
    wider one that it has, and a point without a paragraph as one of paragraph 1 if it is there. A citation without a
    law is one of the GDPR in a text about data protection or with points that the GDPR has, unless the text names
    another law for the same article and it has no such points.
    """
    citations = find_citations(text)
    named = laws(text, citations)
    if not is_about_gdpr(text) and not any(_is_exact(citation) for citation in citations):
        return ()
    foreign = _articles(citations, named, Law.OTHER) - _articles(citations, named, Law.GDPR)
    return tuple(
        found
        for citation, law in zip(citations, named, strict=True)
        if law is not Law.OTHER
        for found in _provisions(citation.places)
        if law is Law.GDPR or found.value.article not in foreign or _is_exact(citation)
    )


def _is_exact(citation: Citation) -> bool:
    """Whether a citation is as deep as `5(1)(f)` and the GDPR has that place: this is rarely chance."""
    return any(
        place.point and regulation.exists(f"{place.article}({place.paragraph})({place.point})")
        for place in citation.places
    )


def _articles(citations: Sequence[Citation], named: Sequence[Law], law: Law) -> set[int]:
    return {
        place.article for citation, own in zip(citations, named, strict=True) if own is law for place in citation.places
    }


def _provisions(places: Sequence[Place]) -> Iterator[Found[Provision]]:
    for place in places:
        if 1 <= place.article <= LAST_ARTICLE:
            yield Found(place.start, place.end, _existing(place))


def _existing(place: Place) -> Provision:
    """The place where the regulation has it, else the nearest that it has."""
    provision = Provision(place.article, place.paragraph or None, place.point)
    if provision.paragraph is None and not regulation.exists(str(provision)):
        first = Provision(place.article, 1, place.point)
        provision = first if place.point and regulation.exists(str(first)) else provision
    while not regulation.exists(str(provision)) and provision.parent is not None:
        provision = provision.parent
    return provision
