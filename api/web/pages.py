"""The pages that show what the index answers."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.models import AuthorityList, DecisionList, FacetList
from api.parameters import DecisionQuery
from api.web.citing import citation
from api.web.facts import fact_rows
from api.web.marking import passages
from api.web.render import page
from kg.index.labels import SCHEMES, country_name
from kg.index.records import Article, Count, Decision, DecisionDetail, Statistics
from kg.index.statistics import STANDING
from ontology.concepts import concepts
from ontology.questions import questions

CHIPS = {
    "q": "Words",
    "party": "Party",
    "organisation": "Organisation",
    "role": "Role",
    "authority": "Authority",
    "country": "Country",
    "provision": "Provision",
    "not_infringed": "Not infringed",
    "data_category": "Data",
    "measure": "Measure",
    "sector": "Sector",
    "context": "Context",
    "trigger": "Began with",
    "status": "Status",
    "year": "Year",
    "date_from": "From",
    "date_to": "Until",
    "fine_min": "At least €",
    "fine_max": "At most €",
    "has_fine": "With a fine",
}
"""What the filters are called on the page, in the order of their chips."""

FURTHER = ("precedents", "similar-decisions", "review-chain", "evidence-of-decision")
"""The prepared questions to which the page of a decision leads."""


def front_page(
    request: Request, statistics: Statistics | None, latest: tuple[Decision, ...], highest: tuple[Decision, ...]
) -> HTMLResponse:
    """The first page; without statistics it says how to begin."""
    undated = statistics.decisions - sum(item.decisions for item in statistics.years) if statistics else 0
    return page(
        request,
        "front.html",
        statistics=statistics,
        undated=undated,
        latest=latest,
        highest=highest,
        standing=STANDING,
    )


def decisions_page(request: Request, query: DecisionQuery, found: DecisionList, facets: FacetList) -> HTMLResponse:
    """A list of decisions beside its filters."""
    given = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor" and value]
    chips = list(_chips(given, facets))
    return page(
        request,
        "decisions.html",
        query=query,
        found=found,
        facets={kind: tuple(_choices(kind, counts, given)) for kind, counts in facets.facets.items()},
        chips=chips,
        first=f"?{urlencode(given)}" if query.cursor else None,
        table=f"?{urlencode(given)}" if given else "",
    )


def decision_page(request: Request, found: DecisionDetail) -> HTMLResponse:
    """A decision, each fact beside the sentences that it rests on."""
    further = [questions()[name] for name in FURTHER]
    return page(
        request, "decision.html", decision=found, rows=fact_rows(found), citation=citation(found), further=further
    )


def article_page(request: Request, found: Article) -> HTMLResponse:
    """An article's text with what was found in it marked."""
    return page(request, "article.html", article=found, passages=passages(found))


def authorities_page(request: Request, found: AuthorityList) -> HTMLResponse:
    """The authorities that have decided something, and the names of the others."""
    active = [item for item in found.items if item.decisions]
    return page(
        request,
        "authorities.html",
        active=active,
        most=max((item.decisions for item in active), default=1),
        others=[item for item in found.items if not item.decisions],
    )


def _chips(given: list[tuple[str, str]], facets: FacetList) -> Iterator[tuple[str, str, str]]:
    """What each given filter is called, its value, and the list's address without it."""
    for at, (name, value) in enumerate(given):
        if name in CHIPS:
            known = (item.label for item in facets.facets.get(name, ()) if item.value == value)
            yield CHIPS[name], next(known, _label(name, value)), f"?{urlencode(given[:at] + given[at + 1 :])}"


def _choices(kind: str, counts: Iterable[Count], given: Iterable[tuple[str, str]]) -> Iterable[Count]:
    """The values of a facet in the order in which a person looks for one; a given value is always among them."""
    if kind == "provision":
        return sorted((item for item in counts if "(" not in item.value), key=lambda item: int(item.value))
    found = {item.value: item for item in counts}
    for name, value in given:
        if name == kind and value not in found:
            found[value] = Count(value=value, label=_label(kind, value), decisions=0)
    if kind == "year":
        return sorted(found.values(), key=lambda item: item.value, reverse=True)
    return sorted(found.values(), key=lambda item: item.label.casefold())


def _label(kind: str, value: str) -> str:
    """What a value of a filter is called that no decision of the list has."""
    if kind == "country":
        return country_name(value)
    concept = concepts(SCHEMES[kind]).get(value) if kind in SCHEMES else None
    return concept.label() if concept else value
