"""What was backed up is restored: the same graph, the same ledger; and what is killed on the way does no harm."""

import io
import random
import signal
import subprocess
import sys
import tarfile
import time
from pathlib import Path

import pytest
import zstandard

from kg.errors import ConfigError, InputError, StoreError, StoreLocked
from kg.graph.backend import read_graph
from kg.graph.export import write
from kg.graph.store.live import open_store
from kg.graph.store.snapshot import current_snapshot
from kg.instance.backup import back_up
from kg.instance.compaction import compact
from kg.instance.restore import PIECES, restore
from kg.keys import FILE, KeyRing, Scope
from kg.settings import Settings
from tests.conftest import CORPUS, build, settings_for
from tests.kg.cli.test_commands import run

ARTICLES = [CORPUS / name for name in ("dedalus-laboratories.md", "barreiro.md")]


def nquads(settings: Settings) -> bytes:
    out = io.BytesIO()
    with read_graph(settings) as quads:
        write(quads, "nquads", out)
    return out.getvalue()


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An instance with some articles and a key; it stays as it is."""
    folder = tmp_path_factory.mktemp("instance")
    build(folder, *ARTICLES)
    KeyRing(folder).add("desk", [Scope.WRITE])
    return settings_for(folder)


@pytest.fixture(scope="module")
def expected(instance: Settings) -> bytes:
    """The graph of that instance."""
    return nquads(instance)


@pytest.fixture(scope="module")
def archive(instance: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return back_up(instance, tmp_path_factory.mktemp("archive") / "backup.tar.zst", 0.0)


def test_the_graph_comes_back_and_ingestion_goes_on(
    instance: Settings, expected: bytes, archive: Path, tmp_path: Path
) -> None:
    again = settings_for(tmp_path / "again")
    manifest = restore(archive, again)
    assert manifest.base_iri == instance.base_iri
    assert nquads(again) == expected
    snapshot = current_snapshot(again.data_dir)
    report = build(again.data_dir, *ARTICLES)
    assert (report.unchanged, report.new) == (len(ARTICLES), 0)
    assert current_snapshot(again.data_dir) == snapshot
    assert build(again.data_dir, CORPUS / "amazon-luxembourg.md").new == 1


def test_what_users_have_added_comes_back(tmp_path: Path) -> None:
    first, second = settings_for(tmp_path / "first"), settings_for(tmp_path / "second")
    build(first.data_dir, ARTICLES[0])
    with open_store(first.data_dir / "store") as store:
        store.update('INSERT DATA { <http://a.example/s> <http://a.example/p> "kept" . _:b <http://a.example/p> 1 }')
    restore(back_up(first, tmp_path, 0.0), second)
    with read_graph(second) as quads:
        assert "kept" in {getattr(quad.object, "lexical", "") for quad in quads}
    with open_store(second.data_dir / "store") as store:
        assert store.touched


@pytest.mark.parametrize("name", ["backup.tar.zst", "backup.tar"])
def test_an_archive_holds_ledger_and_store_and_no_keys(instance: Settings, tmp_path: Path, name: str) -> None:
    file = back_up(instance, tmp_path / name, 0.0)
    content = file.read_bytes()
    if name.endswith(".zst"):
        content = zstandard.ZstdDecompressor().decompressobj().decompress(content)
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        names = tar.getnames()
    assert names[0] == "ledger.sqlite"
    assert names[-1] == "manifest.json"
    assert "store/reference.nt" in names
    assert "store/db/CURRENT" in names
    assert FILE not in names
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert not (instance.data_dir / "backup.part").exists()


def test_in_a_folder_it_is_named_by_the_time(instance: Settings, tmp_path: Path) -> None:
    assert back_up(instance, tmp_path, 0.0).name.startswith("gdpr-kg-20")


def test_a_folder_that_holds_an_instance_is_left_alone(instance: Settings, archive: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in instance.data_dir.rglob("*")}
    with pytest.raises(StoreError, match="holds an instance"):
        restore(archive, instance)
    assert {path: path.stat().st_mtime_ns for path in instance.data_dir.rglob("*")} == before


@pytest.mark.parametrize("missing", ["CURRENT", "snapshots"])
def test_the_beginnings_of_an_ingestion_are_an_instance(archive: Path, tmp_path: Path, missing: str) -> None:
    build(tmp_path, ARTICLES[0])
    (tmp_path / missing).rename(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="holds an instance"):
        restore(archive, settings_for(tmp_path))


def test_keys_may_be_there_before(archive: Path, tmp_path: Path) -> None:
    secret = KeyRing(tmp_path).add("desk", [Scope.WRITE])
    restore(archive, settings_for(tmp_path))
    assert KeyRing(tmp_path).find(secret) is not None


def damaged(archive: Path, kind: str) -> bytes:
    """An archive with something wrong."""
    content = archive.read_bytes()
    if kind == "no archive":
        return b"Dear Sir or Madam"
    if kind == "empty":
        return b""
    if kind == "cut short":
        return content[: len(content) // 2]
    plain = bytearray(zstandard.ZstdDecompressor().decompressobj().decompress(content))
    if kind == "one bit":
        plain[600] ^= 1
    elif kind == "no manifest":
        del plain[plain.rindex(b"manifest.json") :]
        plain += bytes(1024)
    else:
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as tar:
            member = tarfile.TarInfo({"upwards": "../outside", "a link": "store/db/link", "keys": FILE}[kind])
            if kind == "a link":
                member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
            tar.addfile(member, io.BytesIO())
        return out.getvalue()
    return bytes(plain)


@pytest.mark.parametrize(
    "kind", ["no archive", "empty", "cut short", "one bit", "no manifest", "upwards", "a link", "keys"]
)
def test_what_is_no_backup_is_refused_and_leaves_nothing(archive: Path, tmp_path: Path, kind: str) -> None:
    source, folder = tmp_path / "source", tmp_path / "kg"
    source.write_bytes(damaged(archive, kind))
    with pytest.raises(InputError, match="source"):
        restore(source, settings_for(folder))
    assert list(folder.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"source", "kg"}


def test_another_base_of_iris_is_refused(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="GDPR_KG_BASE_IRI"):
        restore(archive, settings_for(tmp_path / "kg", base_iri="https://elsewhere.example/"))


def test_remote_stores_and_empty_folders_are_told_apart(tmp_path: Path) -> None:
    remote = settings_for(tmp_path, store="http://127.0.0.1:9/sparql")
    for make in (lambda: back_up(remote, tmp_path, 0.0), lambda: compact(remote, 0.0)):
        with pytest.raises(ConfigError, match="GDPR_KG_STORE"):
            make()
    for make in (lambda: back_up(settings_for(tmp_path), tmp_path, 0.0), lambda: compact(settings_for(tmp_path), 0.0)):
        with pytest.raises(StoreError, match="gdpr-kg ingest"):
            make()
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_another_holds_is_waited_for_then_named(instance: Settings, tmp_path: Path) -> None:
    with open_store(instance.data_dir / "store"), pytest.raises(StoreLocked, match="held by process"):
        back_up(instance, tmp_path, 0.1)
    assert back_up(instance, tmp_path, 0.1).exists()


def test_the_commands(instance: Settings, expected: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "kg"
    done = run("backup", str(tmp_path / "all.tar"), folder=instance.data_dir)
    assert done.returncode == 0, done.stderr
    done = run("restore", str(tmp_path / "all.tar"), folder=folder)
    assert done.returncode == 0, done.stderr
    assert nquads(settings_for(folder)) == expected
    assert run("restore", str(tmp_path / "all.tar"), folder=folder).returncode == 4
    done = run("compact", folder=folder)
    assert done.returncode == 0, done.stderr
    assert nquads(settings_for(folder)) == expected
    assert run("restore", str(tmp_path / "none.tar"), folder=tmp_path / "other").returncode == 3
    with open_store(folder / "store"):
        assert run("compact", "--wait", "0", folder=folder).returncode == 4


def killed(seed: int, *arguments: str, folder: Path) -> None:
    """Start a command and kill it at some moment of its work."""
    code = "import sys, kg.cli, kg.instance.backup, kg.instance.restore;print('ready', flush=True); kg.cli.main()"
    command = [sys.executable, "-c", code, *arguments]
    environ = {"GDPR_KG_DATA_DIR": str(folder), "PATH": ""}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0.0, 0.8))
        process.send_signal(signal.SIGKILL)


@pytest.mark.parametrize("seed", range(3))
def test_a_backup_that_is_killed_leaves_instance_and_former_backup(
    instance: Settings, expected: bytes, archive: Path, tmp_path: Path, seed: int
) -> None:
    file = tmp_path / "backup.tar.zst"
    file.write_bytes(archive.read_bytes())
    killed(seed, "backup", str(file), folder=instance.data_dir)
    restore(file, settings_for(tmp_path / "former"))
    assert nquads(settings_for(tmp_path / "former")) == expected
    back_up(instance, file, 10.0)
    assert not (instance.data_dir / "backup.part").exists()


@pytest.mark.parametrize("seed", range(4))
def test_a_restore_that_is_killed_is_begun_again(expected: bytes, archive: Path, tmp_path: Path, seed: int) -> None:
    again = settings_for(tmp_path / "kg")
    killed(seed, "restore", str(archive), folder=again.data_dir)
    if not (again.data_dir / "CURRENT").exists():
        restore(archive, again)
    assert nquads(again) == expected


@pytest.mark.parametrize("moved", [1, 3])
def test_a_restore_that_died_among_its_last_steps_is_begun_again(
    expected: bytes, archive: Path, tmp_path: Path, moved: int
) -> None:
    whole, again = settings_for(tmp_path / "whole"), settings_for(tmp_path / "kg")
    restore(archive, whole)
    (again.data_dir / "restore.part").mkdir(parents=True)
    for number, name in enumerate(PIECES):
        place = again.data_dir if number < moved else again.data_dir / "restore.part"
        (whole.data_dir / name).rename(place / name)
    restore(archive, again)
    assert nquads(again) == expected
    assert {path.name for path in again.data_dir.iterdir()} == set(PIECES)


def test_after_a_restore_that_died_an_ingestion_can_go_on(expected: bytes, archive: Path, tmp_path: Path) -> None:
    restore(archive, settings_for(tmp_path))
    for name in ("CURRENT", "snapshots", "store"):  # all but the first piece
        (tmp_path / name).rename(tmp_path / f"{name}.gone")
    assert build(tmp_path, *ARTICLES).unchanged == len(ARTICLES)
    assert nquads(settings_for(tmp_path)) == expected
