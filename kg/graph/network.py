"""The graph as a network of authorities, organisations and provisions, and what it shows at a glance."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import networkx as nx  # type: ignore[import-untyped]

from kg.graph.namespaces import NOTATION, TYPE
from kg.graph.terms import Iri, Literal, Quad
from ontology.terms import Gde, vocab

_INFRINGED = Iri(vocab("finding-outcome", "infringed"))
_LINKS = {
    Iri(term.value) for term in (Gde.issuedBy, Gde.addressedTo, Gde.findsInfringement, Gde.ofProvision, Gde.outcome)
}
_COUNTED = {
    Gde.EnforcementDecision: "decisions",
    Gde.Infringement: "findings",
    Gde.CorrectiveMeasure: "corrective measures",
    Gde.AdministrativeFine: "of these fines or parts of fines",
    Gde.RegulatedEntity: "addressees",
    Gde.SourceArticle: "articles",
    Gde.Evidence: "evidence",
}
"""What the overview counts, and in which words."""


_Links: TypeAlias = defaultdict[tuple[Iri, Iri], set[Iri]]
"""What a node points to, by the node and the predicate."""


@dataclass(frozen=True, slots=True)
class Case:
    """The ends of one decision: IRIs of the authorities, addressees and infringed provisions."""

    authorities: frozenset[str]
    organisations: frozenset[str]
    provisions: frozenset[str]


def cases(quads: Iterable[Quad]) -> Mapping[str, Case]:
    """The ends of every decision, by its IRI, sorted."""
    links: _Links = defaultdict(set)
    decisions: set[Iri] = set()
    for quad in quads:
        if quad.graph is None and isinstance(quad.object, Iri):
            if quad.predicate in _LINKS:
                links[quad.subject, quad.predicate].add(quad.object)
            elif quad.predicate == TYPE and quad.object.value == Gde.EnforcementDecision:
                decisions.add(quad.subject)
    return {decision.value: _case(decision, links) for decision in sorted(decisions)}


def network(found: Mapping[str, Case]) -> nx.Graph:
    """Authorities, organisations and provisions as nodes with their `kind`, decisions as the `weight` of edges.

    An organisation is joined to the authorities that decided against it and to the provisions it infringed, and
    provisions that were infringed in one decision are joined to each other.
    """
    graph = nx.Graph()
    for case in found.values():
        for kind, ends in (
            ("authority", case.authorities),
            ("organisation", case.organisations),
            ("provision", case.provisions),
        ):
            graph.add_nodes_from(sorted(ends), kind=kind)
        pairs = [
            (one, other) for one in sorted(case.organisations) for other in sorted(case.authorities | case.provisions)
        ]
        for one, other in (*pairs, *combinations(sorted(case.provisions), 2)):
            weight = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=weight + 1)
    return graph


def infringed_together(found: Mapping[str, Case], most: int = 10) -> tuple[tuple[str, str, int], ...]:
    """The pairs of provisions that were infringed in the same decision most often, with the number of decisions."""
    pairs = Counter(pair for case in found.values() for pair in combinations(sorted(case.provisions), 2))
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return tuple((one, other, number) for (one, other), number in ranked[:most])


def overview(quads: Iterable[Quad]) -> Mapping[str, int | str]:
    """How much there is of what, in the order in which it is told."""
    counted: Counter[str] = Counter()
    citations: dict[str, str] = {}
    kept: list[Quad] = []
    for quad in quads:
        counted["quads"] += 1
        if quad.predicate == TYPE and isinstance(quad.object, Iri):
            counted[quad.object.value] += 1
        if quad.graph is None and (quad.predicate in _LINKS or quad.predicate == TYPE):
            kept.append(quad)
        elif quad.graph is None and quad.predicate == NOTATION and isinstance(quad.object, Literal):
            citations[quad.subject.value] = quad.object.lexical
    found = cases(kept)
    graph = network(found)
    kinds = Counter(kind for _, kind in graph.nodes(data="kind"))
    return {
        **{words: counted[kind.value] for kind, words in _COUNTED.items()},
        "authorities that decided": kinds["authority"],
        "provisions infringed": kinds["provision"],
        "infringed together most often": ", ".join(
            f"{citations.get(one, one)} and {citations.get(other, other)} ({number})"
            for one, other, number in infringed_together(found, most=3)
        ),
        "groups of organisations that share an authority or a provision": nx.number_connected_components(graph),
        "most decisions against one addressee": _most(case.organisations for case in found.values()),
        "quads": counted["quads"],
    }


def _case(decision: Iri, links: _Links) -> Case:
    def ends(nodes: Iterable[Iri], predicate: Gde) -> frozenset[Iri]:
        return frozenset(end for node in nodes for end in links.get((node, Iri(predicate.value)), ()))

    findings = ends([decision], Gde.findsInfringement)
    infringed = [finding for finding in findings if _INFRINGED in ends([finding], Gde.outcome)]
    return Case(
        frozenset(end.value for end in ends([decision], Gde.issuedBy)),
        frozenset(end.value for end in ends([decision], Gde.addressedTo)),
        frozenset(end.value for end in ends(infringed, Gde.ofProvision)),
    )


def _most(ends: Iterable[frozenset[str]]) -> int:
    return max(Counter(end for found in ends for end in found).values(), default=0)
