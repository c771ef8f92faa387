"""The parameters of a list of decisions: what may be asked, checked, and turned into filters."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from kg.index.filters import Filters
from kg.values import PartialDate, Provision
from ontology import regulation

MAX_LIMIT = 100


def _date(text: str) -> str:
    if PartialDate.parse(text) is None:
        raise ValueError("not a date: write 2022-04-15, 2022-04 or 2022")
    return text


def _provision(text: str) -> str:
    short = re.sub(r"(?i)^art(icle|\.)?|\s|gdpr$", "", text.strip())
    if Provision.parse(short) is None:
        raise ValueError("not a provision: write 32, 5(1) or 5(1)(f)")
    if not regulation.exists(short):
        raise ValueError(f"the GDPR has no {short}")
    return short


PartialDateText = Annotated[str, AfterValidator(_date)]
ProvisionText = Annotated[str, AfterValidator(_provision)]


class DecisionQuery(BaseModel):
    """Which decisions are wanted. A parameter may be given several times: one of its values must fit. Different
    parameters must all fit.
    """

    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(
        None,
        max_length=500,
        description='Words in names, facts and articles; all must occur. `"in this order"`, `start*`.',
        examples=["hospital laptop"],
    )
    party: str | None = Field(
        None, max_length=200, description="Words that names of a party start with.", examples=["dedalus"]
    )
    organisation: list[str] = Field([], description="Id of an addressed organisation.")
    role: list[Literal["controller", "processor"]] = Field([], description="In what capacity a party was addressed.")
    authority: list[str] = Field([], description="Id of the supervisory authority.", examples=[["fr/cnil"]])
    country: list[str] = Field([], description="ISO 3166-1 code of the authority's state.", examples=[["FR"]])
    provision: list[ProvisionText] = Field(
        [],
        description="A provision found infringed, or a part of it: `5(1)` finds `5(1)(f)` too.",
        examples=[["5(1)(f)"]],
    )
    not_infringed: list[ProvisionText] = Field([], description="A provision found not to be infringed, likewise.")
    data_category: list[str] = Field(
        [], description="Id of a category of personal data, or of a narrower one.", examples=[["health"]]
    )
    measure: list[str] = Field([], description="Id of a corrective measure.", examples=[["reprimand"]])
    sector: list[str] = Field(
        [],
        description="Id of what an addressed party does, or of a part of it: `health` finds `hospitals` too.",
        examples=[["health"]],
    )
    context: list[str] = Field(
        [], description="Id of the setting of the processing, or of a narrower one.", examples=[["video-surveillance"]]
    )
    trigger: list[str] = Field([], description="Id of what set the case off.", examples=[["complaint"]])
    status: list[str] = Field(
        [], description="Where the decision stands: proposed, final, appealed, reduced, overturned."
    )
    year: list[int] = Field([], description="Year of the decision.", examples=[[2022]])
    date_from: PartialDateText | None = Field(
        None, description="Decided on that day, month or year or later.", examples=["2021-07"]
    )
    date_to: PartialDateText | None = Field(None, description="Decided on that day, month or year or earlier.")
    fine_min: Decimal | None = Field(None, ge=0, description="Fined at least so much, in euro.", examples=["1000000"])
    fine_max: Decimal | None = Field(None, ge=0, description="Fined at most so much, in euro.")
    has_fine: bool | None = Field(None, description="Only decisions with a fine, or only those without.")
    sort: Literal["-date", "date", "-fine", "fine"] = Field(
        "-date", description="The order; a minus is descending. What has no date or no sum in euro comes last."
    )
    limit: int = Field(20, ge=1, le=MAX_LIMIT, description="How many decisions at once.")
    cursor: str | None = Field(
        None, max_length=500, description="`next` of the part before; `next_url` has it in place."
    )

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        """An empty field of a form is no filter."""
        if not isinstance(given, dict):
            return given
        kept = {
            name: [item for item in value if item != ""] if isinstance(value, list) else value
            for name, value in given.items()
        }
        return {name: value for name, value in kept.items() if value not in ("", [])}

    def filters(self) -> Filters:
        """The filters that these parameters stand for."""
        tags: dict[str, Sequence[str]] = {
            "organisation": self.organisation,
            "role": self.role,
            "authority": self.authority,
            "country": [code.upper() for code in self.country],
            "provision": self.provision,
            "not_infringed": self.not_infringed,
            "data_category": self.data_category,
            "measure": self.measure,
            "sector": self.sector,
            "context": self.context,
            "trigger": self.trigger,
            "status": self.status,
            "year": [str(year) for year in self.year],
        }
        return Filters(
            tags={kind: tuple(values) for kind, values in tags.items() if values},
            words=self.q,
            party=self.party,
            date_from=PartialDate.parse(self.date_from) if self.date_from else None,
            date_to=PartialDate.parse(self.date_to) if self.date_to else None,
            fine_min=self.fine_min,
            fine_max=self.fine_max,
            has_fine=self.has_fine,
        )
