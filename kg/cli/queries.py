"""Commands that ask the graph: `query` runs SPARQL, `ask` runs a prepared question."""

import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import results
from kg.cli.setup import read_settings
from kg.errors import InputError, QueryError, UnknownName
from kg.graph.terms import Term

if TYPE_CHECKING:
    from kg.settings import Settings
    from ontology.questions import Question


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"
    TURTLE = "turtle"
    NQUADS = "nquads"


MEDIA_TYPES = {
    Format.JSON: "application/sparql-results+json",
    Format.XML: "application/sparql-results+xml",
    Format.CSV: "text/csv",
    Format.TSV: "text/tab-separated-values",
    Format.TURTLE: "text/turtle",
    Format.NQUADS: "application/n-quads",
}
FOR_A_TABLE = "application/sparql-results+json, text/turtle"
"""A table is made of rows; an answer that is a graph is printed as Turtle."""

FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="By default a table on a terminal, else JSON.", show_default=False),
]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(query)
    app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(ask)


def query(
    text: Annotated[str | None, typer.Argument(metavar="SPARQL", help="The query.", show_default=False)] = None,
    *,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="Read the query from a file; - is standard input.")
    ] = None,
    output: FormatOption = None,
) -> None:
    """Ask the latest snapshot in SPARQL."""
    if (text is None) == (file is None):
        raise typer.BadParameter("give a query, or a file with -f", param_hint="SPARQL")
    print_answer(read_settings(), text or read_query(file or Path("-")), {}, output)


def ask(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="The question; without it, all are listed.", show_default=False)
    ] = None,
    *,
    output: FormatOption = None,
) -> None:
    """Ask a prepared question: `gdpr-kg ask NAME --PARAMETER VALUE`; without a name, list them."""
    settings = read_settings()
    from ontology.questions import questions

    if name is None:
        list_questions(questions().values())
        return
    if (question := questions().get(name)) is None:
        raise UnknownName(f"there is no question {name!r}; `gdpr-kg ask` lists them")
    print_answer(settings, question.text, substitutions(settings, question, parse_options(context.args)), output)


def read_query(file: Path) -> str:
    """The text of a query file; InputError names it where it cannot be read."""
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: {error}") from error


def parse_options(arguments: list[str]) -> dict[str, str]:
    """`--name value` and `--name=value` pairs; QueryError names what is neither."""
    given: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("--"):
            raise QueryError(f"not a parameter: {argument}; write --NAME VALUE")
        name, equals, value = argument[2:].partition("=")
        value = value if equals else next(rest, "")
        if not value:
            raise QueryError(f"--{name} needs a value")
        given[name] = value
    return given


def substitutions(settings: "Settings", question: "Question", given: Mapping[str, str]) -> Mapping[str, Term]:
    """The terms that take the place of a question's parameters; QueryError names every mistake."""
    from kg.graph.query.questions import fill
    from kg.ids import Names

    filled = fill(question, given, Names(settings.base_iri))
    if filled.mistakes:
        raise QueryError("; ".join(f"--{name}: {message}" for name, message in filled.mistakes.items()))
    return filled.terms


def print_answer(settings: "Settings", text: str, given: Mapping[str, Term], output: Format | None) -> None:
    """Run a query in a process of its own, and print its answer."""
    from kg.cli.tables import print_rows
    from kg.graph.asking import ask

    chosen = output or (Format.TABLE if sys.stdout.isatty() else Format.JSON)
    accept = MEDIA_TYPES.get(chosen, FOR_A_TABLE)
    if output is None and chosen is Format.JSON:
        accept += ", text/turtle;q=0.5"
    answer = ask(settings, text, accept=accept, substitutions=given)
    if chosen is Format.TABLE and answer.media_type == MEDIA_TYPES[Format.JSON]:
        print_rows(answer.body)
    else:
        sys.stdout.buffer.write(answer.body)
        sys.stdout.buffer.flush()


def list_questions(questions: "Iterable[Question]") -> None:
    """Every question below its category, with its parameters; names are never cut, so that they can be copied."""
    from itertools import groupby

    from rich.table import Table

    ordered = sorted(questions, key=lambda question: (question.category, question.name))
    table = Table(box=None, show_header=False)
    table.add_column(no_wrap=True)
    for category, members in groupby(ordered, key=lambda question: question.category):
        table.add_row(f"[bold]{category}[/bold]")
        for question in members:
            parameters = " ".join(
                f"--{parameter.name}" + (f"={parameter.default}" if parameter.default is not None else "")
                for parameter in question.parameters
            )
            table.add_row(
                f"  {question.name}", f"{question.title} [dim]{parameters}[/dim]".removesuffix(" [dim][/dim]")
            )
    results().print(table)
