"""Keys: shown once, kept as digests, good until they expire or are revoked, from one process to the next."""

import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kg.errors import InputError, StoreError, UnknownName
from kg.keys import FILE, PREFIX, KeyRing, Scope, today

DAY = timedelta(days=1)


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path / "kg")


def test_a_key_is_256_random_bits_under_a_name(ring: KeyRing) -> None:
    first, second = ring.add("desk", [Scope.WRITE]), ring.add("cellar", [Scope.ADMIN, Scope.READ, Scope.READ])
    assert first != second
    assert first.startswith(PREFIX)
    assert len(first.removeprefix(PREFIX)) == 43  # base64 of 32 bytes
    assert [(key.name, key.scopes) for key in ring.all()] == [("desk", ("write",)), ("cellar", ("read", "admin"))]


def test_the_secret_is_not_in_the_file_and_only_the_owner_reads_it(ring: KeyRing, tmp_path: Path) -> None:
    secret = ring.add("desk", [Scope.WRITE])
    file = tmp_path / "kg" / FILE
    assert secret.removeprefix(PREFIX) not in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [FILE]


def test_a_key_is_found_by_its_secret_alone(ring: KeyRing) -> None:
    secret = ring.add("desk", [Scope.WRITE])
    assert ring.scopes(secret) == (Scope.WRITE,)
    for other in ("", "desk", secret[:-1], secret + "a", ring.all()[0].sha256):
        assert ring.find(other) is None
        assert ring.scopes(other) == ()


@pytest.mark.parametrize(("days", "good"), [(-1, False), (0, True), (1, True)])
def test_a_key_is_good_up_to_its_last_day(ring: KeyRing, days: int, good: bool) -> None:
    secret = ring.add("desk", [Scope.WRITE], today() + days * DAY)
    assert (ring.find(secret) is not None) == ring.has(Scope.WRITE) == good


def test_a_revoked_key_is_good_for_nothing_and_its_name_is_free(ring: KeyRing) -> None:
    old = ring.add("desk", [Scope.WRITE])
    with pytest.raises(InputError, match="'desk'"):
        ring.add("desk", [Scope.WRITE])
    ring.revoke("desk")
    assert not ring.has(Scope.WRITE)
    new = ring.add("desk", [Scope.WRITE])
    assert [ring.scopes(old), ring.scopes(new)] == [(), (Scope.WRITE,)]
    ring.revoke("desk")
    assert [key.revoked for key in ring.all()] == [today(), today()]
    for name in ("desk", "nobody"):
        with pytest.raises(UnknownName, match=name):
            ring.revoke(name)


def test_what_one_process_changes_another_sees(ring: KeyRing, tmp_path: Path) -> None:
    other = KeyRing(tmp_path / "kg")
    assert not other.has(Scope.WRITE)
    secret = ring.add("desk", [Scope.WRITE])
    assert other.has(Scope.WRITE)
    ring.revoke("desk")
    assert other.find(secret) is None


def test_keys_that_are_made_at_the_same_time_are_all_kept(tmp_path: Path) -> None:
    code = "import sys, pathlib, kg.keys as k; k.KeyRing(pathlib.Path(sys.argv[1])).add(sys.argv[2], [k.Scope.WRITE])"
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), f"key-{number}"]) for number in range(6)]
    assert [process.wait(30) for process in running] == [0] * 6
    assert {key.name for key in KeyRing(tmp_path).all()} == {f"key-{number}" for number in range(6)}


@pytest.mark.parametrize("content", ["", "{}", '{"keys": [{}]}', '{"keys": [{"name": "a", "scopes": ["all"]}]}', "[1]"])
def test_a_broken_file_is_named(ring: KeyRing, tmp_path: Path, content: str) -> None:
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=FILE):
        ring.has(Scope.WRITE)
    with pytest.raises(StoreError, match=FILE):
        ring.add("desk", [Scope.WRITE])
    assert (tmp_path / "kg" / FILE).read_text(encoding="utf-8") == content
