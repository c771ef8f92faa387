"""How an article and its facts look on a terminal: the text with its mentions marked, each decision as a table."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kg.model import Article, Claim, Extraction, Fine, Label, Mention, Party, Stated

STYLES: dict[Label, str] = {
    Label.MONEY: "bold black on bright_yellow",
    Label.PROVISION: "black on bright_cyan",
    Label.DATE: "black on bright_green",
    Label.HEADCOUNT: "black on bright_magenta",
    Label.AUTHORITY: "bold white on blue",
    Label.PARTY: "bold white on red",
    Label.DATA_CATEGORY: "black on cyan",
    Label.MEASURE: "white on magenta",
    Label.STATUS: "underline",
    Label.CASE_NUMBER: "reverse",
    Label.SECTOR: "black on yellow",
    Label.CONTEXT: "black on green",
    Label.SUBJECT_GROUP: "white on bright_black",
    Label.TRIGGER: "black on white",
    Label.BREACH_KIND: "white on red",
    Label.BREACH_CAUSE: "black on bright_red",
    Label.NOTIFICATION_DELAY: "underline bold",
    Label.FACTOR: "black on bright_blue",
}


def marked(article: Article, extraction: Extraction) -> RenderableType:
    """The article with its marks, then a table for each decision."""
    found: list[RenderableType] = [facts(article, number, claim) for number, claim in enumerate(extraction.claims, 1)]
    found = found or [Text("No decision found.", style="italic")]
    return Group(Text(article.key, style="bold"), text_with_marks(article, extraction.mentions), legend(), *found, "")


def text_with_marks(article: Article, mentions: Iterable[Mention]) -> Text:
    """The text; where mentions overlap, the narrower is on top."""
    text = Text(article.text)
    for mention in sorted(mentions, key=lambda mention: mention.start - mention.end):
        text.stylize(STYLES[mention.label], mention.start, mention.end)
    return text


def legend() -> Text:
    """Which colour is what."""
    return Text(" ").join(Text(f" {label.value} ", style=style) for label, style in STYLES.items())


def facts(article: Article, number: int, claim: Claim) -> Table:
    """One decision: each fact with its probability and the words that it rests on."""
    table = Table(title=f"Decision {number}", title_justify="left")
    for heading in ("fact", "value", "sure", "rests on"):
        table.add_column(heading, overflow="fold")
    for name, stated in rows(claim):
        quotes = dict.fromkeys(mention.quote(article) for mention in stated.mentions)
        table.add_row(name, Text(shown(stated.value)), f"{stated.confidence:.2f}", Text(" · ".join(quotes)))
    return table


def rows(claim: Claim) -> Iterator[tuple[str, Stated[object]]]:
    """The facts of a claim in the order in which a person asks for them."""
    named = {
        "authority": claim.authority,
        "party": claim.parties,
        "fine": claim.fine,
        "infringed": claim.infringed,
        "not infringed": claim.not_infringed,
        "measure": claim.measures,
        "decided": claim.decided,
        "status": claim.status,
        "people affected": claim.affected,
        "data": claim.data_categories,
        "case number": claim.case_number,
        "sector": claim.sector,
        "context": claim.contexts,
        "whose data": claim.subject_groups,
        "set off by": claim.trigger,
        "breach": claim.breach_kinds,
        "cause": claim.breach_causes,
        "hours to notify": claim.notification_delay,
        "factor": claim.factors,
    }
    for name, value in named.items():
        for stated in value if isinstance(value, tuple) else (value,):
            if stated is not None:
                yield name, Stated(stated.value, stated.mentions, stated.confidence)


def shown(value: object) -> str:
    """A value as a person reads it."""
    match value:
        case Party():
            return f"{value.name or value.description} ({value.role})"
        case Fine():
            before = f", before reduction {value.initial}" if value.initial else ""
            return f"{value.amount or 'amount not given'}{before}"
        case _:
            return str(value)
