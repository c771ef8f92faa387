"""A decision in the making: sums, parties, and the statements that tie them together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kg.extract.fines import Sum
from kg.extract.names import Phrase
from kg.extract.parties import Statement
from kg.extract.party_words import Strength
from kg.values import Money

ROUNDED = Decimal("0.02")
"""How far a headline's rounded sum may be from the exact one."""

MOST_ROUNDED = Decimal("0.05")
"""How far off a sum may be that is rounded to its printed digits."""

EXACT = Decimal("0.005")

DISCOUNTS = (Decimal("0.8"), Decimal("0.6"))
"""What is left of a Spanish fine after one and after two reductions of 20 % (Article 85 of Law 39/2015)."""


@dataclass
class Cluster:
    """The mentions of one sum of money, and the party that it is bound to in a sentence."""

    sums: list[Sum]
    statement: Statement | None = None
    party: Phrase | None = None
    own: bool = False
    """Whether its sentence gives it a party of its own beside other sums on others."""
    _seen: int = field(default=0, repr=False, compare=False)
    """How many sums were looked at: a text may repeat one all along."""
    _every: dict[Money, None] = field(default_factory=dict, repr=False, compare=False)
    _best: Money | None = field(default=None, repr=False, compare=False)

    @property
    def money(self) -> Money:
        """The sum in its most exact form."""
        self._look()
        return self._best or self.sums[0].money

    @property
    def every(self) -> Collection[Money]:
        """The sum in all its forms, with its conversions."""
        self._look()
        return self._every

    def _look(self) -> None:
        for item in self.sums[self._seen :]:
            self._every |= dict.fromkeys((item.money, *(money for _, money in item.alternatives)))
            if self._best is None or digits(item.money) > digits(self._best):
                self._best = item.money
        self._seen = len(self.sums)

    @property
    def first(self) -> int:
        """Where the text first gives the sum."""
        return self.sums[0].mention.start


@dataclass
class Case:
    """A decision: its fine with what belongs to it, and the statements on its parties."""

    statements: list[Statement] = field(default_factory=list)
    parties: list[Phrase] = field(default_factory=list)
    fine: Cluster | None = None
    parts: list[Cluster] = field(default_factory=list)
    initial: Cluster | None = None
    summed: bool = False

    @property
    def clusters(self) -> list[Cluster]:
        """All its sums."""
        return [c for c in (self.fine, *self.parts, self.initial) if c is not None]

    @property
    def anchors(self) -> list[int]:
        """Where the text says that it was decided: its sums, and the verbs of sanction."""
        found = [s.mention.start for cluster in self.clusters for s in cluster.sums]
        return sorted({*found, *(s.place for s in self.statements if s.strength >= Strength.ORDERED)})

    @property
    def places(self) -> list[int]:
        """Where the text speaks of it: its sums, verbs and names."""
        found = [s.mention.start for cluster in self.clusters for s in cluster.sums]
        return sorted({*found, *(s.place for s in self.statements), *(p.start for p in self.parties)})


def close(one: Money, other: Money, tolerance: Decimal = ROUNDED) -> bool:
    """Whether two sums are the same but for rounding."""
    if one.currency != other.currency:
        return False
    return abs(one.amount - other.amount) <= tolerance * max(one.amount, other.amount)


def rounds(one: Money, other: Money) -> bool:
    """Whether a sum is another one as headlines round it, to fewer digits: £3 million for £3.07 million."""
    if one.currency != other.currency:
        return False
    rough, exact = sorted((one, other), key=digits)
    if digits(rough) == digits(exact):
        return False
    unit = Decimal(10) ** (rough.amount.adjusted() - digits(rough) + 1)
    return abs(rough.amount - exact.amount) <= min(unit / 2, MOST_ROUNDED * exact.amount)


def smaller(clusters: Sequence[Cluster], whole: Cluster) -> list[Cluster]:
    """The sums of the same currency that are lower than another."""
    money = whole.money
    return [c for c in clusters if c.money.currency == money.currency and c.money.amount < money.amount]


def digits(money: Money) -> int:
    """How many digits a sum has before its zeros: few in headlines, which round."""
    return len(money.amount.normalize().as_tuple().digits)
