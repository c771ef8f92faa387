"""All the expressions of `kg`, gathered by importing it."""

import gc
import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import kg
from kg.extract.expressions import Expression
from kg.extract.pipeline import extract
from kg.model import Article

TEXTS = Path(__file__).parents[2] / "texts" / "articles"


@cache
def expressions() -> tuple[Expression, ...]:
    """Every expression that the rules have made, those of functions that are called once included."""
    patterns()
    return tuple(sorted((one for one in gc.get_objects() if isinstance(one, Expression)), key=lambda one: one.pattern))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Every compiled pattern of the modules of `kg`, each once."""
    names = (found.name for found in pkgutil.walk_packages(kg.__path__, "kg."))
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    for text in sample_texts():  # some are made when they are first needed
        extract(Article("sample", text))
    found: dict[tuple[str, int], re.Pattern[str]] = {}
    for module in modules:
        for value in vars(module).values():
            for pattern in _within(value):
                found[pattern.pattern, pattern.flags] = pattern
    for one in gc.get_objects():
        if isinstance(one, Expression):
            found[one.compiled.pattern, one.compiled.flags] = one.compiled
    return tuple(found[key] for key in sorted(found))


def _within(value: object) -> list[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        return [value] if isinstance(value.pattern, str) else []
    if isinstance(value, dict):
        return [pattern for item in value.values() for pattern in _within(item)]
    if isinstance(value, list | tuple | set | frozenset):
        return [pattern for item in value for pattern in _within(item)]
    return []


@cache
def sample_texts() -> tuple[str, ...]:
    """Some articles of the tests, of many kinds: the engine alone takes seconds for one of them."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.md"))]
    return tuple(sorted(texts, key=len)[-12::4])
