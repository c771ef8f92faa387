"""Commands about the graph as a whole: `export` writes it, `check` tests it against the shapes, `stats` counts it."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.console import results, say
from kg.cli.setup import read_settings


class ExportFormat(StrEnum):
    """An RDF format; Turtle has no graphs, so it holds the facts without their evidence."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(export)
    app.command()(check)
    app.command()(stats)


def export(
    *, output: Annotated[ExportFormat, typer.Option("--format", help="The RDF format.")] = ExportFormat.NQUADS
) -> None:
    """Write the latest snapshot to standard output, in an order that depends on nothing but the facts."""
    settings = read_settings()
    from kg.graph.backend import read_graph
    from kg.graph.export import write

    with read_graph(settings) as quads:
        write(quads, output.value, sys.stdout.buffer)
    sys.stdout.buffer.flush()


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
