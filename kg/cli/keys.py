"""Commands about keys: `keys add` makes one, `keys list` shows them without their secrets, `keys revoke` ends one."""

import re
from datetime import date
from typing import Annotated

import typer

from kg.cli.console import results, say
from kg.cli.setup import read_settings
from kg.keys import Key, KeyRing, Scope, today

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

Name = Annotated[str, typer.Argument(help="What the key is called, such as `news-desk`.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    keys = typer.Typer(help="Keys for those who may write.", no_args_is_help=True)
    keys.command()(add)
    keys.command("list")(list_keys)
    keys.command()(revoke)
    app.add_typer(keys, name="keys")


def add(
    name: Name,
    *,
    scope: Annotated[list[Scope], typer.Option(help="What the key is good for; may be given more than once.")],
    expires: Annotated[
        str | None, typer.Option(metavar="DATE", help="The last day on which it is good (UTC), as 2027-01-31.")
    ] = None,
) -> None:
    """Make a key and print it, which is the only time that it can be seen. A running server knows it at once."""
    if NAME.fullmatch(name) is None:
        raise typer.BadParameter("a name has letters, digits, dots, hyphens and underscores", param_hint="NAME")
    secret = KeyRing(read_settings().data_dir).add(name, scope, _last_day(expires))
    say(f"The key {name!r}, printed this once. Send it as: Authorization: Bearer KEY")
    typer.echo(secret)


def list_keys() -> None:
    """Show every key with its scopes and its state, the good ones and the others."""
    from rich.table import Table

    table = Table("name", "scopes", "made", "state")
    for key in KeyRing(read_settings().data_dir).all():
        table.add_row(key.name, " ".join(key.scopes), str(key.created), _state(key))
    results().print(table)


def revoke(name: Name) -> None:
    """End a key, at once and for good; the name is free for another."""
    KeyRing(read_settings().data_dir).revoke(name)
    say(f"The key {name!r} is revoked.")


def _last_day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter("a day is written as 2027-01-31", param_hint="--expires") from error
    if day < today():
        raise typer.BadParameter(f"{day} has passed", param_hint="--expires")
    return day


def _state(key: Key) -> str:
    if key.revoked is not None:
        return f"revoked on {key.revoked}"
    if not key.is_good(today()):
        return f"expired on {key.expires}"
    return f"good until {key.expires}" if key.expires is not None else "good"
