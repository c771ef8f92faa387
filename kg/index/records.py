"""What the index holds and hands out. The REST API shows these records as they are, so each field says what it means.

Sums are decimal strings, exact and without an exponent. Dates are as precise as their source.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A frozen record."""

    model_config = ConfigDict(frozen=True)


class Named(Record):
    """A concept of a vocabulary."""

    id: str = Field(description="Its id, which filters accept.", examples=["health"])
    iri: str = Field(description="Its IRI in the graph.")
    label: str = Field(description="Its English name.", examples=["Data concerning health"])


class Authority(Named):
    """A supervisory authority."""

    country: str = Field(description="ISO 3166-1 code of its state; EU for the Union.", examples=["FR"])


class Date(Record):
    """A date as precise as it is known."""

    value: str = Field(description="ISO 8601: a day, a month or a year.", examples=["2022-04-15", "2022-04", "2022"])
    precision: Literal["day", "month", "year"] = Field(description="How precise the value is.")


class Sum(Record):
    """An amount of money in the currency in which it was stated."""

    amount: str = Field(description="The amount, as a decimal string.", examples=["1500000"])
    currency: str | None = Field(description="ISO 4217 code; null where no source names it.", examples=["EUR"])


class Party(Record):
    """Whom a decision addresses."""

    id: str | None = Field(description="Id of the organisation; null where no name is known.", examples=["acme-ltd"])
    iri: str = Field(description="Its IRI in the graph.")
    name: str = Field(description="Its name, or where no source gives one, what it is called instead.")
    other_names: tuple[str, ...] = Field((), description="Other names that sources use.")
    role: Literal["controller", "processor"] | None = Field(
        None, description="In what capacity it was addressed, where a finding says so."
    )
    name_withheld: bool = Field(False, description="Whether no source names it.")
    sector: Named | None = Field(None, description="Its branch of activity, by NACE Rev. 2.1.")


class Fine(Record):
    """An administrative fine."""

    sum: Sum | None = Field(description="The fine as stated; null where no source gives the amount.")
    amount_eur: str | None = Field(description="In euro: as stated, or at the reference rate of the day.")
    exchange_rate: str | None = Field(None, description="ECB reference rate used: units of the currency for one euro.")
    exchange_rate_date: str | None = Field(None, description="The day of that rate.")
    initial: Sum | None = Field(None, description="The fine before it was reduced.")
    parts: tuple[Sum, ...] = Field((), description="Items that the fine is the total of.")
    undisclosed: bool = Field(False, description="Whether there is a fine of which no source gives the amount.")


class Infringement(Record):
    """A finding on one provision."""

    provision: str = Field(description="The provision of the GDPR.", examples=["5(1)(f)"])
    iri: str = Field(description="The IRI of the provision.")
    title: str | None = Field(description="The title of its article.", examples=["Security of processing"])
    outcome: Literal["infringed", "not-infringed"] = Field(description="What the authority found.")
    party: str | None = Field(description="Who committed it: the IRI of a party; null where no source says.")


class Affected(Record):
    """The people affected."""

    count: int | None = Field(description="Their number, exact or about.")
    minimum: int | None = Field(description="They are at least so many.")
    maximum: int | None = Field(description="They are at most so many.")
    qualifier: str | None = Field(description="How the number is to be read: exact, about, at-least, at-most.")
    groups: tuple[Named, ...] = Field((), description="Who they are, such as children or employees.")


class Incident(Record):
    """The personal data breach behind a decision."""

    kinds: tuple[Named, ...] = Field((), description="What it took away: confidentiality, integrity, availability.")
    causes: tuple[Named, ...] = Field((), description="How it came about.")
    notification_delay_hours: str | None = Field(
        None, description="The hours from its discovery to its notification; Article 33(1) allows 72."
    )


class Factor(Record):
    """How a factor of Article 83(2) was weighed."""

    provision: str = Field(description="The point of the GDPR.", examples=["83(2)(f)"])
    iri: str = Field(description="The IRI of the point.")
    effect: Named = Field(description="Which way it weighed: aggravating, mitigating or neutral.")


class Decision(Record):
    """A decision of a supervisory authority, with what is held true of it."""

    id: str = Field(description="Its id: the last part of its IRI.", examples=["fr-cnil-2022-san-2022-009"])
    iri: str = Field(description="Its IRI in the graph.")
    label: str = Field(description="Authority, date and parties in a line.")
    authority: Authority | None = Field(description="Who decided; null where no source says.")
    date: Date | None = Field(description="When it was decided; null where no source says.")
    case_number: str | None = Field(description="The authority's number of the case.", examples=["SAN-2022-009"])
    status: Named | None = Field(description="Where it stands: proposed, final, appealed, reduced, overturned.")
    parties: tuple[Party, ...] = Field(description="Whom it addresses.")
    fine: Fine | None = Field(description="The fine; null where none was imposed.")
    infringements: tuple[Infringement, ...] = Field(description="The findings, in the order of the regulation.")
    data_categories: tuple[Named, ...] = Field(description="The categories of personal data concerned.")
    measures: tuple[Named, ...] = Field(description="Corrective measures other than the fine.")
    affected: Affected | None = Field(description="The people affected; null where no source tells of them.")
    trigger: Named | None = Field(None, description="What set the case off; null where no source says.")
    contexts: tuple[Named, ...] = Field((), description="The setting of the processing, such as video surveillance.")
    incident: Incident | None = Field(None, description="The personal data breach behind it; null where none is told.")
    factors: tuple[Factor, ...] = Field((), description="The factors of Article 83(2) that were weighed.")
    verification: str | None = Field(description="How far it was checked.", examples=["machine-extracted"])


class Evidence(Record):
    """The words of an article that make a statement about a decision."""

    fact: str = Field(
        description="Which part of the decision it is about: a JSON Pointer (RFC 6901) into it; empty for the whole.",
        examples=["/fine", "/infringements/0"],
    )
    decision: str = Field(description="The id of the decision.")
    article: str = Field(description="The id of the article.")
    value: str | None = Field(
        description="The value as this article states it: a plain one, or a name; null for a part."
    )
    held: bool = Field(
        description="Whether it agrees with what is held true; false where sources differ and another won."
    )
    quote: str = Field(description="The words that carry the statement.")
    prefix: str = Field(description="What stands before them in their sentence.")
    suffix: str = Field(description="What stands after them in their sentence.")
    start: int = Field(description="Where the quote starts in the article's text, in code points.")
    end: int = Field(description="Where it ends.")
    confidence: float = Field(description="The probability that the statement is right, from 0 to 1.")


class ArticleHead(Record):
    """A source article, without its text."""

    id: str = Field(description="Its id: a hash of its text.")
    iri: str = Field(description="Its IRI, which is also the name of its evidence graph.")
    headline: str | None = Field(description="Its title.")
    url: str | None = Field(description="Where it was published.")
    published: Date | None = Field(description="When it was published.")
    language: str = Field(description="Its language (BCP 47).", examples=["en"])


class DecisionDetail(Decision):
    """A decision with its sources and, for each fact, the sentences that it rests on."""

    articles: tuple[ArticleHead, ...] = Field(description="The articles that report it.")
    evidence: tuple[Evidence, ...] = Field(description="The statements of these articles, by fact, article and place.")


class DecisionReference(Record):
    """A decision by name."""

    id: str = Field(description="Its id.")
    label: str = Field(description="Its label.")


class Article(ArticleHead):
    """A source article with its text and the evidence in it."""

    text: str = Field(description="The normalised text, to which all offsets refer.")
    decisions: tuple[DecisionReference, ...] = Field(description="The decisions that it reports.")
    evidence: tuple[Evidence, ...] = Field(description="Its statements, in the order of the text.")


class Excerpt(Record):
    """A sentence in which words of a search stand."""

    prefix: str = Field(description="What stands before the words in their sentence.")
    quote: str = Field(description="The words.")
    suffix: str = Field(description="What stands after them.")


class DecisionPage(Record):
    """A part of a list of decisions."""

    total: int = Field(description="How many decisions there are in the whole list.")
    items: tuple[Decision, ...] = Field(description="The decisions of this part.")
    next: str | None = Field(description="The cursor of the next part; null at the end.")
    excerpts: dict[str, Excerpt] = Field(
        {}, description="By id of a decision: where an article of it has the words of `q`, if it was given."
    )


class Count(Record):
    """How many decisions share a value."""

    value: str = Field(description="The value, as its filter accepts it.")
    label: str = Field(description="The value for people.")
    decisions: int = Field(description="The number of decisions.")


class AuthorityCount(Authority):
    """A supervisory authority with what it has decided."""

    decisions: int = Field(description="Its decisions.")
    fines: int = Field(description="Those with a fine.")
    total_eur: str = Field(description="The sum of its fines in euro.")


class YearCount(Record):
    """What was decided in a year."""

    year: int = Field(description="The year.")
    decisions: int = Field(description="The decisions of that year.")
    total_eur: str = Field(description="The sum of their fines in euro.")


class Statistics(Record):
    """What the graph holds, counted. Proposed and overturned fines are in no sum."""

    decisions: int = Field(description="Decisions.")
    fines: int = Field(description="Decisions with a fine.")
    total_eur: str = Field(description="The sum of all fines in euro that stand.")
    organisations: int = Field(description="Organisations known by name.")
    authorities: int = Field(description="Authorities with at least one decision.")
    articles: int = Field(description="Source articles.")
    evidence: int = Field(description="Statements with their sentence.")
    triples: int = Field(description="Triples in all graphs.")
    years: tuple[YearCount, ...] = Field(description="By year, oldest first.")
    top_authorities: tuple[Count, ...] = Field(description="The ten authorities with most decisions.")
    top_provisions: tuple[Count, ...] = Field(description="The ten articles of the GDPR most often found infringed.")
    top_data_categories: tuple[Count, ...] = Field(description="The ten categories of data most often concerned.")
