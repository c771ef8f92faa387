"""Keys by the command line."""

from pathlib import Path

import pytest

from kg.keys import KeyRing, Scope, today
from tests.kg.cli.test_commands import run


def test_a_key_from_its_making_to_its_end(tmp_path: Path) -> None:
    done = run(
        "keys", "add", "desk", "--scope", "write", "--scope", "admin", "--expires", "2999-12-31", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    secret = done.stdout.strip()
    assert secret not in done.stderr
    ring = KeyRing(tmp_path)
    assert ring.scopes(secret) == (Scope.WRITE, Scope.ADMIN)
    listed = run("keys", "list", folder=tmp_path).stdout
    assert "desk" in listed
    assert "write admin" in listed
    assert "good until 2999-12-31" in listed
    assert secret not in listed
    assert run("keys", "revoke", "desk", folder=tmp_path).returncode == 0
    assert ring.find(secret) is None
    assert f"revoked on {today()}" in run("keys", "list", folder=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "desk"), "--scope"),
        (("add", "desk", "--scope", "everything"), "everything"),
        (("add", "desk", "--scope", "write", "--expires", "tomorrow"), "--expires"),
        (("add", "desk", "--scope", "write", "--expires", "2001-01-31"), "has passed"),
        (("add", "news desk", "--scope", "write"), "NAME"),
        (("revoke", "nobody"), "nobody"),
    ],
)
def test_mistakes_are_named_and_make_no_key(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("keys", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []
