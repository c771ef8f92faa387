"""What IRIs are called: the ids by which filters know them, and the names that the graph gives them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale

from kg.graph.namespaces import ALT_LABEL, PREF_LABEL, SKOS
from kg.graph.terms import Literal
from kg.ids import provision_iri
from kg.index.records import Authority, Named
from kg.index.staging import Staging, lexical
from kg.values import Provision
from ontology.terms import Gde, vocab

BROADER = SKOS + "broader"
NOTATION = SKOS + "notation"
TITLE = "http://purl.org/dc/terms/title"

SCHEMES = {
    "authority": "authority",
    "data_category": "data-category",
    "measure": "measure",
    "sector": "sector",
    "context": "processing-context",
    "trigger": "case-trigger",
    "status": "decision-status",
}
"""The kinds of tags that are concepts, and their schemes."""


class Labels:
    """The names of the default graph's nodes, the order of its concepts, and the branches of its parties."""

    def __init__(self, staging: Staging) -> None:
        self._names: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._other: defaultdict[str, list[str]] = defaultdict(list)
        self._broader: defaultdict[str, list[str]] = defaultdict(list)
        self._branches: dict[str, str] = {}
        preferred: dict[str, int] = {}
        for subject, predicate, value in staging.properties(
            {PREF_LABEL.value, ALT_LABEL.value, BROADER, NOTATION, TITLE, Gde.sector.value}
        ):
            text = lexical(value)
            if predicate == PREF_LABEL.value:
                rank = _rank(value.language if isinstance(value, Literal) else "")
                if rank < preferred.get(subject, 3):
                    preferred[subject], self._names[subject] = rank, text
            elif predicate == ALT_LABEL.value:
                self._other[subject].append(text)
            elif predicate == Gde.sector:
                self._branches[subject] = text
            elif predicate == BROADER:
                self._broader[subject].append(text)
            elif predicate == TITLE:
                self._titles[subject] = text

    def find(self, iri: str) -> str | None:
        """The English name of a node, else its name in whatever language; None for one without a name."""
        return self._names.get(iri)

    def name(self, iri: str) -> str:
        """The name of a node, else the last part of its IRI."""
        return self.find(iri) or last_part(iri)

    def other_names(self, iri: str) -> tuple[str, ...]:
        """The other names of a node."""
        return tuple(self._other.get(iri, ()))

    def title(self, provision: str) -> str | None:
        """The title of the article that a provision, given by its IRI, stands in."""
        found = parse_provision(provision)
        return self._titles.get(provision_iri(Provision(found.article))) if found else None

    def concept(self, scheme: str, iri: str) -> Named:
        """A concept of a scheme."""
        return Named(id=concept_id(scheme, iri), iri=iri, label=self.name(iri))

    def branch(self, party: str) -> Named | None:
        """The branch of a party; None where no source tells it."""
        found = self._branches.get(party)
        return self.concept("sector", found) if found else None

    def with_broader(self, iri: str) -> tuple[str, ...]:
        """A concept and all that are broader, sorted."""
        found, open_ = {iri}, [iri]
        while open_:
            new = set(self._broader.get(open_.pop(), ())) - found
            found |= new
            open_.extend(sorted(new))
        return tuple(sorted(found))

    def concepts(self, scheme: str) -> Iterator[Named]:
        """Every concept of a scheme that the graph names, by IRI."""
        base = vocab(scheme, "")
        return (self.concept(scheme, iri) for iri in sorted(self._names) if iri.startswith(base))

    def provisions(self) -> Iterator[tuple[str, Provision]]:
        """Every provision that the graph names, by IRI."""
        for iri in sorted(self._names):
            if (provision := parse_provision(iri)) is not None:
                yield iri, provision


def _rank(language: str) -> int:
    """English before names of no language before others."""
    return 0 if language == "en" else 1 if not language else 2


def concept_id(scheme: str, iri: str) -> str:
    """The id of a concept: what follows the scheme's base in its IRI."""
    return iri.removeprefix(vocab(scheme, ""))


def authority(iri: str, label: str) -> Authority:
    """An authority; its id starts with the code of its state: `fr/cnil`, `de-by/baylda`."""
    name = concept_id("authority", iri)
    return Authority(id=name, iri=iri, label=label, country=name[:2].upper())


def currency(iri: str | None) -> str | None:
    """The ISO 4217 code of a currency's IRI."""
    return concept_id("currency", iri) if iri else None


def country_name(code: str) -> str:
    """The English name of a state, by its ISO 3166-1 code; the code itself where there is none."""
    return _territories().get(code, code)


@cache
def _territories() -> Mapping[str, str]:
    return {code: str(name) for code, name in Locale("en").territories.items()}


def parse_provision(iri: str) -> Provision | None:
    """The provision that an IRI names; None for anything else. The inverse of `kg.ids.provision_iri`."""
    base = provision_iri(Provision(1)).removesuffix("art_1")
    if not iri.startswith(base):
        return None
    numbers = [part.partition("_")[2] for part in iri.removeprefix(base).split("/")]
    return Provision.parse(numbers[0] + "".join(f"({number})" for number in numbers[1:]))


def last_part(iri: str) -> str:
    """What follows the last slash or hash."""
    return iri.replace("#", "/").rpartition("/")[2]
