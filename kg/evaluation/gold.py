"""What careful readers wrote down: the gold of a text, in either of two kinds.

*Annotated* gold lists every decision of a text. A *case record* holds the facts of one case from elsewhere (an info
box), and says for each whether the text states it. Keys that are not named here are ignored.
"""

from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from kg.values import Effect, Money


class GoldPart(BaseModel):
    """A part of the gold: frozen, and deaf to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldMoney(GoldPart):
    """A sum and its currency (ISO 4217)."""

    amount: Decimal = Field(ge=0, allow_inf_nan=False)
    currency: str = Field(pattern=r"^[A-Z]{3}$")

    @property
    def money(self) -> Money:
        """The sum as a value of ours."""
        return Money(self.amount, self.currency)


class GoldParty(GoldPart):
    """A party: its name as in the text, or None with a description."""

    name: str | None = None
    desc: str | None = None


class GoldAuthority(GoldPart):
    """How the text names the authority; `inferred` where it does not, so that finding it is not scored."""

    name: str | None = None
    inferred: bool = False


def _listed(value: Any) -> Any:
    """One sum may stand without the brackets of a list."""
    return [value] if isinstance(value, dict) else value or []


def _with_hyphens(value: Any) -> Any:
    """Labels are written with `_` or blanks, ids with `-`."""
    return [str(label).replace("_", "-").replace(" ", "-") for label in value] if isinstance(value, list) else value


Sums: TypeAlias = Annotated[tuple[GoldMoney, ...], BeforeValidator(_listed)]
Ids: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_with_hyphens)]


class GoldFactor(GoldPart):
    """A point of Article 83(2) and which way it weighed."""

    point: str = Field(pattern="^[a-k]$")
    effect: Effect


class GoldIncident(GoldPart):
    """The personal data breach behind a decision; a key that is not there was not looked for."""

    kinds: Ids = ()
    causes: Ids = ()
    notification_delay_hours: int | None = None


class GoldDecision(GoldPart):
    """One decision that a text reports; None or nothing where the text does not say.

    `fine_alt` is the same sum in other currencies, `fine_initial` the one before a reduction. A decision whose
    `mention` is `background` is a past one that is only recalled: it may be found or not. From `sector` on, a key that
    is not there says that nobody looked for it.
    """

    controllers: tuple[GoldParty, ...] = ()
    authority: GoldAuthority | None = None
    authority_id: str | None = None
    fine: GoldMoney | None = None
    fine_alt: Sums = ()
    fine_initial: Sums = ()
    articles: tuple[str, ...] = ()
    data_types: Ids = ()
    data_subjects: int | None = None
    decision_date: str | None = None
    announced_date: str | None = None
    measures: Ids = ()
    status: str | None = None
    mention: str | None = None
    sector: str | None = None
    contexts: Ids = ()
    groups: Ids = ()
    trigger: str | None = None
    incident: GoldIncident | None = None
    factors: tuple[GoldFactor, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its parties; a party without one does not count."""
        return tuple(party.name for party in self.controllers if party.name)

    @property
    def is_background(self) -> bool:
        """Whether it is only recalled."""
        return self.mention == "background"

    @property
    def is_authority_scored(self) -> bool:
        """Whether the text itself tells the authority."""
        return self.authority is None or not self.authority.inferred


class AnnotatedGold(GoldPart):
    """Every decision of a text; none means that nothing must be found."""

    decisions: tuple[GoldDecision, ...]


class CaseRecord(GoldPart):
    """The facts of one case; `…_in_text` says whether the text states them, and only then are they scored."""

    authority: str | None
    fine: GoldMoney | None
    fine_in_text: bool
    no_fine: bool
    articles_in_text: tuple[str, ...]
    decision_date: str | None
    date_in_text: bool
    case_number: str | None
    case_number_in_text: bool
    outcome: str | None = None


Gold: TypeAlias = AnnotatedGold | CaseRecord

_ANNOTATED = TypeAdapter(AnnotatedGold)
_CASE = TypeAdapter(CaseRecord)


def parse_gold(raw: object) -> Gold:
    """The gold of one text from its JSON; pydantic's ValidationError (a ValueError) names what is wrong with it."""
    kind = _ANNOTATED if isinstance(raw, dict) and "decisions" in raw else _CASE
    parsed: Gold = kind.validate_python(raw)
    return parsed
