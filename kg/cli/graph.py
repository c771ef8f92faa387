"""Commands about the graph as a whole: `export` writes it, `check` tests it against the shapes, `stats` counts it."""

import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import results, say
from kg.cli.setup import read_settings


class ExportFormat(StrEnum):
    """An RDF format; Turtle has no graphs, so it holds the facts without their evidence."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"


NAMES = {".nq": ExportFormat.NQUADS, ".trig": ExportFormat.TRIG, ".ttl": ExportFormat.TURTLE}


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(export)
    app.command()(check)
    app.command()(stats)


def export(
    file: Annotated[
        Path | None, typer.Argument(help="A file to write, in place of standard output.", show_default=False)
    ] = None,
    *,
    output: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format", help="The RDF format; by default by the file's name, else nquads.", show_default=False
        ),
    ] = None,
    zstd: Annotated[bool, typer.Option("--zstd", help="Compress, as a name that ends in .zst does by itself.")] = False,
) -> None:
    """Write the graph to standard output or a file, in an order that depends on nothing but the facts."""
    settings = read_settings()
    from kg.graph.backend import read_graph, read_others
    from kg.graph.export import compressed, whole_file, write

    name = file.name if file is not None else ""
    chosen = output or NAMES.get(Path(name.removesuffix(".zst")).suffix, ExportFormat.NQUADS)
    with ExitStack() as stack:
        out = stack.enter_context(whole_file(file)) if file is not None else sys.stdout.buffer
        packed = stack.enter_context(compressed(out)) if zstd or name.endswith(".zst") else out
        quads, others = stack.enter_context(read_graph(settings)), stack.enter_context(read_others(settings))
        if chosen is ExportFormat.NQUADS:
            write(quads, chosen.value, packed, others)
        else:
            write(quads, chosen.value, packed)
            tell_left_out(sum(1 for _ in others))
    sys.stdout.buffer.flush()


def tell_left_out(count: int) -> None:
    """Say how many statements a format for people has no place for."""
    if count:
        say(f"{count} statements with blank nodes or triple terms, which users have added, are only in nquads")


def check(
    *,
    ontology: Annotated[
        bool, typer.Option("--ontology", help="Check the ontology instead, your own files of it included.")
    ] = False,
) -> None:
    """Check the latest snapshot against the SHACL shapes; exit code 1 where one is violated."""
    settings = read_settings()
    if ontology:
        _check_ontology()
    from kg.graph.backend import read_graph
    from kg.graph.check import check as check_quads

    with read_graph(settings) as quads:
        report = check_quads(quads)
    for violation in report.violations:
        typer.echo(f"{violation.severity}: {violation.node}: {violation.message}")
    say(str(report))
    raise typer.Exit(0 if report.conforms else 1)


def _check_ontology() -> None:
    """Print what is wrong in the ontology, each with file and line, and exit: 1 where anything is."""
    from kg.graph.ontology_check import check_ontology

    found = check_ontology()
    for finding in found:
        typer.echo(finding)
    say(f"faults in the ontology: {len(found)}" if found else "the ontology is sound")
    raise typer.Exit(1 if found else 0)


def stats() -> None:
    """Count what the latest snapshot holds."""
    settings = read_settings()
    from rich.table import Table

    from kg.graph.backend import read_graph
    from kg.graph.network import overview

    with read_graph(settings) as quads:
        counts = overview(quads)
    table = Table(show_header=False, box=None)
    for name, count in counts.items():
        table.add_row(name, str(count))
    results().print(table)
