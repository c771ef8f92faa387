"""What a run of ingestion did; the counts add up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Reject


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Each record that was read became one of: new, replaced, unchanged, a duplicate, irrelevant, rejected.

    `duplicates` are texts that another record stands for, and older versions of a record in the same run. Among the
    rejects, and so in `read`, is also an article of a former run that a changed pipeline fails on. `decisions` is how
    many the graph now holds, `seconds` how long it took; the latter is no part of `to_json`, nor of equality.
    """

    new: int
    replaced: int
    unchanged: int
    duplicates: int
    irrelevant: int
    rejects: tuple[Reject, ...]
    decisions: int
    seconds: float = field(compare=False)

    @property
    def rejected(self) -> int:
        """The number of rejects."""
        return len(self.rejects)

    @property
    def read(self) -> int:
        """The number of records."""
        return self.new + self.replaced + self.unchanged + self.duplicates + self.irrelevant + self.rejected

    def to_json(self) -> Mapping[str, object]:
        """The report as JSON; the same for the same input."""
        return {
            "read": self.read,
            "new": self.new,
            "replaced": self.replaced,
            "unchanged": self.unchanged,
            "duplicates": self.duplicates,
            "irrelevant": self.irrelevant,
            "rejected": self.rejected,
            "decisions": self.decisions,
            "rejects": [{"file": item.file, "line": item.line, "reason": item.reason} for item in self.rejects],
        }

    def __str__(self) -> str:
        return (
            f"{_counted(self.read, 'record')} in {self.seconds:.1f} s: {self.new:,} new, {self.replaced:,} replaced, "
            f"{self.unchanged:,} unchanged, {_counted(self.duplicates, 'duplicate')}, {self.irrelevant:,} irrelevant, "
            f"{self.rejected:,} rejected; the graph holds {_counted(self.decisions, 'decision')}"
        )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
