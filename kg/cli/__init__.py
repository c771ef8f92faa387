"""The command line: each command reads its arguments, calls one function, and prints. Results go to standard output,
progress and messages to standard error.

Nothing heavy is imported before a command needs it, so that `--help` answers at once.
"""

import sys

import typer

from kg.cli import articles, evaluation, graph, instance, keys, queries, server
from kg.cli.console import say
from kg.errors import (
    ConfigError,
    InputError,
    KgError,
    OntologyError,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    StoreError,
    UnknownName,
)
from ontology.files import OntologyFileError

EXIT_CODES: dict[type[KgError], int] = {
    ConfigError: 2,
    QueryError: 2,
    UnknownName: 2,
    InputError: 3,
    OntologyError: 3,
    StoreError: 4,
    QueryTimeout: 4,
    QueryTooLarge: 4,
}
"""0 is all well, 1 done with rejects, 2 usage, 3 input unusable, 4 store; 130 is interrupted."""

app = typer.Typer(
    name="gdpr-kg",
    help="A knowledge graph of data-protection enforcement: articles in, facts with their sentences out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
)
articles.add_to(app)
queries.add_to(app)
graph.add_to(app)
evaluation.add_to(app)
server.add_to(app)
keys.add_to(app)
instance.add_to(app)


def exit_code(error: KgError) -> int:
    """The exit code of an error: that of its nearest class in the table."""
    return next((EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES), 4)


def main() -> None:
    """Run the command line; an error of ours becomes one line and an exit code."""
    try:
        app()
    except KgError as error:
        say(f"gdpr-kg: {error}")
        sys.exit(exit_code(error))
    except OntologyFileError as error:
        say(f"gdpr-kg: {error}")
        sys.exit(EXIT_CODES[OntologyError])
    except KeyboardInterrupt:
        say("gdpr-kg: interrupted")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of a pipe (head, less) went away: nothing is wrong, and nobody listens.
        sys.stderr.close()
        sys.exit(0)
