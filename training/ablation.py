"""What the party model is worth: rules alone against rules with a model, on texts that the model was not trained on.

    python -m training.ablation [GOLD.jsonl ...]

Each of our sets of news and releases in turn is left out of training and read; then each gold file named, by the model
of all our sets. A fold is won where the controller gains and neither decision nor fine loses.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.evaluation.judge import judge
from kg.evaluation.scores import Score, scores
from kg.evaluation.verdict import Field
from kg.extract.claims import find_claims
from kg.extract.party_model import PartyModel
from kg.extract.relevance import is_relevant
from training.examples import WRITERS, Example, examples, tasks
from training.fit import fit

FIELDS = (Field.CONTROLLER, Field.DECISION, Field.FINE)
FOLDS = ("corpus", "texts", "training")
"""The sets that are left out in turn: those with full texts. The phrasings only name their parties."""


def score(texts: Sequence[Example], model: PartyModel | None) -> Mapping[Field, Score]:
    """The scores on texts, read with a model or without."""
    verdicts = [
        verdict
        for text in texts
        for verdict in judge(
            text.task.article.key,
            find_claims(text.reading, model) if is_relevant(text.task.article.text) else (),
            text.task.gold,
        ).verdicts
    ]
    return scores(verdicts)


def _row(name: str, found: Mapping[Field, Score]) -> str:
    cells = (f"{found[f].f1:.3f} ({found[f].right}/{found[f].wrong}/{found[f].missed})" for f in FIELDS if f in found)
    return f"  {name:<16}" + "".join(f"{cell:<20}" for cell in cells)


def fold(name: str, texts: Sequence[Example], training: Iterable[Example]) -> None:
    """Print both rows of a fold."""
    print(f"{name}: {len(texts)} texts")
    print(_row("rules", score(texts, None)))
    print(_row("rules + model", score(texts, fit(training))), flush=True)


def main(files: Sequence[str]) -> None:
    """Print all folds."""
    ours = {name: examples(path) for name, path in WRITERS.items()}
    print("F1 (right/wrong/missed)\n  " + " " * 16 + "".join(f"{field:<20}" for field in FIELDS))
    for name in FOLDS:
        rest = [example for other, texts in ours.items() if other != name for example in texts]
        fold(name, [Example(task) for task in tasks(WRITERS[name])], rest)
    everything = [example for texts in ours.values() for example in texts]
    for file in files:
        fold(Path(file).stem, [Example(task) for task in tasks(Path(file))], everything)


if __name__ == "__main__":
    main(sys.argv[1:])
