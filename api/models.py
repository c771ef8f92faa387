"""What the REST API answers, besides the records of `kg.index.records`."""

from pydantic import BaseModel, Field

from kg.index.records import AuthorityCount, Count, DecisionPage


class DecisionList(DecisionPage):
    """A part of a list of decisions, with the address of the next one."""

    next_url: str | None = Field(None, description="The address of the next part; null at the end.")


class AuthorityList(BaseModel):
    """All supervisory authorities."""

    items: tuple[AuthorityCount, ...] = Field(description="The authorities, those with most decisions first.")


class FacetList(BaseModel):
    """For each kind of filter, how many of the wanted decisions have which value."""

    facets: dict[str, tuple[Count, ...]] = Field(
        description="By the name of the filter. A filter does not narrow its own facet, so that it shows alternatives."
    )


class QuestionParameter(BaseModel):
    """What a question needs to know."""

    name: str = Field(description="The name under which the value is given.", examples=["authority"])
    kind: str = Field(description="`iri`, `string`, `integer`, `decimal` or `date`.", examples=["iri"])
    description: str = Field(description="What the value is.")
    required: bool = Field(description="Whether there is no default.")
    default: str | None = Field(description="The value that stands in for one that is not given.")
    values_url: str | None = Field(
        description="The address of the ids that are accepted in place of an IRI; null where there are none."
    )


class QuestionItem(BaseModel):
    """A prepared question."""

    name: str = Field(description="Its name.", examples=["decisions-of-authority"])
    title: str = Field(description="What it asks, in a few words.")
    description: str = Field(description="What it asks.")
    category: str = Field(description="What it is about.", examples=["Authorities"])
    parameters: tuple[QuestionParameter, ...] = Field(description="What it needs to know.")
    query: str = Field(description="The query in SPARQL, in which each parameter is a variable.")
    url: str = Field(description="The address of its answer.")


class QuestionList(BaseModel):
    """All prepared questions."""

    items: tuple[QuestionItem, ...] = Field(description="The questions, by name.")


class AcceptedValue(BaseModel):
    """A concept or a provision that a parameter may name."""

    id: str = Field(description="What to give.", examples=["health"])
    label: str = Field(description="What it is called.")
    iri: str = Field(description="Its IRI, which may be given too.")


class ValueList(BaseModel):
    """What a parameter accepts."""

    items: tuple[AcceptedValue, ...] = Field(description="The values; provisions in the order of the regulation.")


class Health(BaseModel):
    """The server is alive."""

    status: str = Field(description="Always `ok`.", examples=["ok"])


class Readiness(BaseModel):
    """The server can do its work."""

    status: str = Field(description="Always `ready`: otherwise there is a problem document.", examples=["ready"])
    checks: dict[str, str] = Field(
        description="What each check found.",
        examples=[{"snapshot": "000042", "queries": "answered", "disk": "51200 MiB free"}],
    )
    isolation: str = Field(
        description="What keeps queries off the network: `seccomp`, the `guard` alone, or the `remote` store.",
        examples=["seccomp"],
    )


class BadValue(BaseModel):
    """A value of the request that cannot be used."""

    parameter: str = Field(description="The name of the parameter.", examples=["date_from"])
    message: str = Field(description="What is wrong with it.")


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    type: str = Field(description="The kind of problem: a place on the page of the documentation.")
    title: str = Field(description="The kind of problem, for people.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What is wrong this time.")
    errors: tuple[BadValue, ...] = Field((), description="The values that cannot be used, where it is about values.")
    request_id: str | None = Field(None, description="The id of the request, by which the server's log tells of it.")
