"""The command that measures the extraction: `evaluate` holds what is found in texts against gold."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import RejectLines, results, say
from kg.cli.setup import set_up
from kg.errors import InputError, UnknownName

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from kg.evaluation.marking import Piece
    from kg.evaluation.result import Evaluation
    from kg.evaluation.verdict import Field


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="JSON lines of id and gold, with or without text.", show_default=False),
    ],
    *,
    articles: Annotated[
        list[str] | None,
        typer.Option(help="Where the texts are, if not in the gold; by default the folder articles beside it."),
    ] = None,
    language: Annotated[str | None, typer.Option(help="Only texts of this language.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="All numbers and misses as JSON.")] = False,
    errors: Annotated[
        str | None, typer.Option(metavar="FIELD", help="List the misses of this field with their sentences.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write the report, with all misses in their texts, here.")] = None,
    floors: Annotated[
        Path | None, typer.Option(help="The least F1 by set and field, as JSON; exit code 1 below one.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--set", help="What the set is called; by default as its file or folder.")
    ] = None,
) -> None:
    """Extract from texts that have gold, and print precision, recall and F1 of each field."""
    settings = set_up()
    from kg.evaluation.floors import read_floors, set_name, shortfalls
    from kg.evaluation.page import render
    from kg.evaluation.run import evaluate as run_evaluation

    name = name or set_name(gold)
    least = read_floors(floors, name) if floors else {}
    field = _field(errors)
    outcome = run_evaluation(gold, articles or (), language=language, workers=settings.workers)
    rejects = RejectLines()
    for reject in outcome.rejects:
        rejects.show(reject)
    if html is not None:
        _write(html, render(outcome, name))
    if as_json:
        typer.echo(json.dumps(outcome.to_json(), ensure_ascii=False, indent=2))
    elif field is not None:
        results().print(_misses(outcome, field), soft_wrap=True)
    else:
        results().print(_tables(outcome, name))
    low = shortfalls(outcome, least)
    for shortfall in low:
        say(str(shortfall))
    raise typer.Exit(rejects.finish() or (1 if low else 0))


def _field(name: str | None) -> "Field | None":
    from kg.evaluation.verdict import Field

    if name is None:
        return None
    if name not in set(Field):
        raise UnknownName(f"there is no field {name}; there are {', '.join(Field)}")
    return Field(name)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def _tables(outcome: "Evaluation", name: str) -> "RenderableType":
    """The scores with the calibration of each field, then what became of the sums, then the counts."""
    from rich.console import Group

    fields = _table(f"{name}: {len(outcome.texts)} texts", "field", "P", "R", "F1", "right", "wrong", "missed", "ECE")
    for field, score in outcome.fields.items():
        own = outcome.calibrations.get(field)
        shares = [f"{share:.3f}" for share in (score.precision, score.recall, score.f1)]
        numbers = map(str, (score.right, score.wrong, score.missed))
        fields.add_row(field, *shares, *numbers, f"{own.error:.3f}" if own else "")
    sums = _table("What became of the sums", "sum", "count")
    for kind, count in outcome.amounts.items():
        sums.add_row(kind, str(count))
    bins = _table(f"Calibration: error {outcome.calibration.error:.3f}", "probability", "facts", "sure", "right")
    for bin_ in outcome.calibration.bins:
        bins.add_row(
            f"{bin_.low:.1f} to {bin_.high:.1f}", str(bin_.count), f"{bin_.confidence:.3f}", f"{bin_.right:.3f}"
        )
    counts = _table("Counts", "what", "count")
    for what, count in outcome.counts.items():
        counts.add_row(what.replace("_", " "), str(count))
    return Group(fields, "", sums, "", bins, "", counts)


def _table(title: str, first: str, *numbers: str) -> "Table":
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=None)
    table.add_column(first)
    for heading in numbers:
        table.add_column(heading, justify="right")
    return table


def _misses(outcome: "Evaluation", field: "Field") -> "Text":
    """Each miss of a field: its text, what was found and expected, and the sentences where either stands."""
    from rich.text import Text

    from kg.evaluation.marking import excerpts, is_unseen

    lines = Text()
    for judged, miss in outcome.misses(field):
        found = f"found {miss.found.value}" if miss.found else "found nothing"
        expected = f"expected {miss.expected}" if miss.expected is not None else "expected nothing"
        unseen = ", no word was recognised as that" if is_unseen(judged, miss) else ""
        lines.append(f"{miss.article}: ", style="bold").append(f"{found}, {expected}{unseen}\n")
        for pieces in excerpts(judged, miss):
            lines.append("    ")
            for piece in pieces:
                lines.append(" ".join(piece.text.splitlines()), style=_style(piece))
            lines.append("\n")
    lines.rstrip()
    return lines


def _style(piece: "Piece") -> str:
    if not piece.marks:
        return ""
    return "black on green" if all(mark.expected for mark in piece.marks) else "black on bright_yellow"
