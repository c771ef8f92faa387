"""Every command, option, setting, route and question is documented, and no link of the documentation is broken."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from api.app import create_app
from kg.cli import app
from kg.settings import PREFIX, Settings
from ontology.questions import questions

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "corpus").glob("*.md")])
SECTION = re.compile(r"^## `gdpr-kg (\w+)[^\n]*\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def read(page: str) -> str:
    return (ROOT / "docs/reference" / page).read_text(encoding="utf-8")


def options(command: Any) -> list[str]:
    """The options of a command and of those below it."""
    below = [option for inner in getattr(command, "commands", {}).values() for option in options(inner)]
    own = [option for parameter in command.params if parameter.param_type_name == "option" for option in parameter.opts]
    return own + below


OPTIONS = {name: options(command) for name, command in typer.main.get_group(app).commands.items()}
"""The options of each command."""


@pytest.mark.parametrize("name", sorted(OPTIONS))
def test_each_command_and_option_is_documented(name: str) -> None:
    sections = dict(SECTION.findall(read("commands.md")))
    assert [option for option in OPTIONS[name] if option != "--help" and f"`{option}" not in sections[name]] == []


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_each_setting_is_documented(name: str) -> None:
    description = Settings.model_fields[name].description
    row = re.search(rf"^\| `{PREFIX}{name.upper()}` \|.*$", read("settings.md"), re.MULTILINE)
    assert row is not None
    assert description is not None
    assert description.split(":")[0].rstrip(".") in row[0]


def test_no_setting_is_documented_that_does_not_exist() -> None:
    assert {name.lower() for name in re.findall(rf"`{PREFIX}(\w+)`", read("settings.md"))} == set(Settings.model_fields)


def test_each_route_is_documented(tmp_path: Path) -> None:
    paths = create_app(Settings.model_validate({"data_dir": tmp_path})).openapi()["paths"]
    text = read("http.md")
    assert [path for path in paths if f"`{path}`" not in text and f" {path}`" not in text] == []


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_question_is_documented(name: str) -> None:
    question = questions()[name]
    text = read("questions.md")
    assert f"`{name}`" in text
    assert question.title in text
    assert [parameter.name for parameter in question.parameters if f"`--{parameter.name}" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    broken = []
    for link in LINK.findall(text):
        target, _, anchor = link.partition("#")
        if "://" in link:
            continue
        file = (page.parent / target) if target else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(link)
    assert broken == []


def anchors(page: Path) -> set[str]:
    """The anchors that a Markdown page gives to its headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
