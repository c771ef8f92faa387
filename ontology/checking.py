"""The rules applied to files: what breaks them, with file and line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ontology.files import FOLDER, SHAPES, OntologyFileError, extra_files, place, read_text, turtle_files
from ontology.lines import Lines
from ontology.rules import RULES, Fault, meant
from ontology.statements import Statements, read_statements
from ontology.terms import NS
from ontology.turtle import Text, check_syntax


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault with its place: `line` counts from 1, and is 0 where it could not be found."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{place(self.path, self.line)}: {self.message}"


@dataclass(frozen=True)
class Places:
    """Where things are said in files."""

    facts: Statements

    @cached_property
    def _lines(self) -> dict[Path, Lines]:
        return {path: Lines(read_text(path)) for path in self.facts.files}

    def finding(self, fault: Fault) -> Finding:
        """A fault with the last file, and the line there, that says what is at fault."""
        latest = tuple(self.facts.files)[::-1]
        path = next((path for path in latest if self._says(path, fault)), None)
        path = path or next(path for path in latest if self._says(path, fault._replace(said="")))
        return Finding(path, self._lines[path].find(fault.subject, *filter(None, (fault.said,))) or 0, fault.message)

    def _says(self, path: Path, fault: Fault) -> bool:
        return any(
            triple.subject == fault.subject
            and (not fault.said or fault.said in {triple.predicate, _words(triple.value)})
            for triple in self.facts.files[path]
        )


def _words(value: str | Text) -> str:
    return value.value if isinstance(value, Text) else value


def check_files(files: Iterable[Path]) -> tuple[Finding, ...]:
    """What in these files, taken together, breaks a rule, in the order of file and line.

    OntologyFileError, with file and line, for one that cannot be parsed.
    """
    facts = read_statements(files)
    places = Places(facts)
    faults = dict.fromkeys(fault for rule in RULES for fault in rule(facts))
    return tuple(sorted(places.finding(fault) for fault in faults))


def check_ontology() -> tuple[Finding, ...]:
    """What breaks a rule in the whole ontology, the shapes and a user's own files included: see `check_files`."""
    check_syntax(SHAPES)
    return tuple(sorted((*check_files(turtle_files()), *check_terms(SHAPES))))


def check_terms(path: Path) -> Iterator[Finding]:
    """The names with our prefix in a file, in its SPARQL too, that the vocabulary does not declare."""
    declared = read_statements((FOLDER / "gde.ttl",)).terms
    for line, text in enumerate(read_text(path).splitlines(), 1):
        for name in re.findall(r"\bgde:(\w+)", text):
            if NS + name not in declared:
                yield Finding(path, line, f"there is no such term as gde:{name}{meant(NS + name, declared)}")


def require_sound_extra() -> None:
    """OntologyFileError, naming file and line, where a user's own files are broken or break a rule."""
    if extra_files() and (found := [one for one in check_ontology() if one.path in extra_files()]):
        raise OntologyFileError(_summary(found))


def _summary(found: Sequence[Finding]) -> str:
    more = f" (and {len(found) - 1} more: gdpr-kg check --ontology)" if len(found) > 1 else ""
    return f"{found[0]}{more}"
