"""Commands that read articles: `extract` prints what is found in them, `ingest` puts it into the graph."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import RejectLines, results, say
from kg.cli.setup import set_up

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH…", help="Files or folders; - is standard input.", show_default=False),
]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(extract)
    app.command()(ingest)


def extract(
    paths: Paths,
    *,
    pretty: Annotated[
        bool, typer.Option("--pretty", help="For people: the text with its marks, the facts in a table.")
    ] = False,
) -> None:
    """Print what is found in each article, one JSON object a line; nothing is stored."""
    set_up()
    from kg.cli.marks import marked
    from kg.extract.pipeline import extract as extract_from
    from kg.extract.record import to_record
    from kg.model import Reject
    from kg.sources.reader import read_articles

    rejects = RejectLines()
    for item in read_articles(paths):
        if isinstance(item, Reject):
            rejects.show(item)
            continue
        extraction = extract_from(item)
        if pretty:
            results().print(marked(item, extraction))
        else:
            typer.echo(json.dumps(to_record(item, extraction), ensure_ascii=False))
    raise typer.Exit(rejects.finish())


def ingest(
    paths: Paths,
    *,
    report: Annotated[Path | None, typer.Option(help="Write the report, with every reject, to this JSON file.")] = None,
) -> None:
    """Extract from articles with all cores, store the facts, and publish a new snapshot.

    Ingesting an article again changes nothing; a changed article replaces what it said before. An interrupted run is
    completed by running it again.
    """
    settings = set_up()
    from kg.cli.progress import ProgressBar
    from kg.ingest.run import ingest as run_ingest

    with ProgressBar() as progress:
        outcome = run_ingest(paths, settings, progress)
    if report is not None:
        report.write_text(json.dumps(outcome.to_json(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    rejects = RejectLines()
    for reject in outcome.rejects:
        rejects.show(reject)
    say(str(outcome))
    raise typer.Exit(rejects.finish())
