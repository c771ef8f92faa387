"""The names of a decision's parts, all under its own: `D#fine`, `D#infringement-1-art_32`."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.graph.terms import Iri
from kg.ids import Names, provision_path
from kg.model import Addressee, Claim, Decision, Party
from kg.values import Provision

NO_PARTY = 0
"""The number of the party in the name of an infringement of which no source says who committed it."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of one decision. Parties are counted from 1, in the order of its addressees."""

    decision: Iri
    parties: tuple[Iri, ...]

    @property
    def fine(self) -> Iri:
        """The fine, where there is one."""
        return self._part("fine")

    @property
    def affected(self) -> Iri:
        """The people affected."""
        return self._part("affected")

    @property
    def incident(self) -> Iri:
        """The personal data breach behind it."""
        return self._part("incident")

    def factor(self, point: str) -> Iri:
        """The assessment of a point of Article 83(2)."""
        return self._part(f"factor-{point}")

    def fine_part(self, number: int) -> Iri:
        """An item of the fine, from 1."""
        return self._part(f"fine-part-{number}")

    def measure(self, measure: str) -> Iri:
        """A corrective measure of a kind."""
        return self._part(f"measure-{measure}")

    def infringement(self, number: int, provision: Provision) -> Iri:
        """The finding on one provision and the party of that number."""
        return self._part(f"infringement-{number}-{provision_path(provision).replace('/', '_')}")

    def _part(self, name: str) -> Iri:
        return Iri(f"{self.decision.value}#{name}")


def nodes(decision: Decision, names: Names) -> Nodes:
    """The nodes of a decision."""
    name = names.decision(decision.id)
    return Nodes(
        Iri(name), tuple(_party(item, f"{name}#party-{at}", names) for at, item in enumerate(decision.addressees, 1))
    )


def party_numbers(addressees: Sequence[Addressee], claim: Claim) -> tuple[int, ...]:
    """Whom a claim is about: those addressees that it has, else all of them, else nobody known."""
    everyone = tuple(range(1, len(addressees) + 1))
    stated = {number for party in claim.parties for number in everyone if is_party(addressees[number - 1], party.value)}
    return tuple(sorted(stated)) or everyone or (NO_PARTY,)


def is_party(addressee: Addressee, party: Party) -> bool:
    """Whether an addressee is the party of a claim: one of its names, or its description.

    Names are compared without a full stop at the end, which resolution may have taken off.
    """
    if party.name and addressee.organisation:
        names = (addressee.organisation.name, *addressee.organisation.other_names)
        return " ".join(party.name.split()).rstrip(". ") in {name.rstrip(". ") for name in names}
    return not party.name and addressee.organisation is None and addressee.description == party.description


def _party(addressee: Addressee, unnamed: str, names: Names) -> Iri:
    return Iri(names.organisation(addressee.organisation.id) if addressee.organisation else unnamed)
