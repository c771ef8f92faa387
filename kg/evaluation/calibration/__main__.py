"""Fit the probabilities anew: `python -m kg.evaluation.calibration [GOLD…]`.

Extracts with scores from the shipped corpus, from the invented texts, from the development sets where they lie beside
the repository, and from further gold files that are named; writes the weights with their provenance, and the plot.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.evaluation.calibration.fitting import FOLDS, Example, Fit, examples, fit_all
from kg.evaluation.calibration.plot import plot
from kg.evaluation.floors import set_name
from kg.evaluation.run import evaluate
from kg.evaluation.scores import DIGITS
from kg.extract.calibration import FEATURES, WEIGHTS
from kg.extract.pipeline import extract_scored
from kg.settings import read_settings

ROOT = Path(__file__).parents[3]
PLOT = ROOT / "docs/reliability.svg"
SHIPPED = (ROOT / "corpus/gold.jsonl", ROOT / "tests/texts/gold.jsonl")
BESIDE = ROOT.parent / "shared/eval"


def main(further: Sequence[str]) -> None:
    """Fit, write both files, and print what the fit is worth."""
    golds = [*SHIPPED, *sorted(BESIDE.glob("*-dev.jsonl")), *map(Path, further)]
    known: list[Example] = []
    sets: dict[str, int] = {}
    for gold in golds:
        outcome = evaluate(gold, workers=read_settings().workers, extractor=extract_scored)
        sets[set_name(gold)] = len(outcome.texts)
        known += examples(set_name(gold), outcome.texts)
    fit = fit_all(known)
    WEIGHTS.write_text(stored(fit, sets), encoding="utf-8")
    PLOT.write_text(plot(fit.held_out), encoding="utf-8")
    sys.stdout.write(report(fit))


def stored(fit: Fit, sets: Mapping[str, int]) -> str:
    """The weights as JSON, with what they were fitted on and how well they did on texts held out."""
    held_out = {
        "all": {"values": fit.held_out.count, "error": round(fit.held_out.error, DIGITS)},
        **{
            name: {"values": own.count, "error": round(own.error, DIGITS)} for name, own in sorted(fit.by_field.items())
        },
    }
    provenance = {"made_by": "make calibration", "texts": dict(sets), "folds": FOLDS, "held_out": held_out}
    weights = {name: list(own) for name, own in fit.weights.items()}
    return json.dumps({"provenance": provenance, "features": list(FEATURES), "weights": weights}, indent=1) + "\n"


def report(fit: Fit) -> str:
    """The calibration error on texts held out, of all values and by field."""
    rows = [("all", fit.held_out), *sorted(fit.by_field.items())]
    lines = [f"{name:20} {own.count:6} values  error {own.error:.3f}" for name, own in rows]
    return "\n".join([*lines, ""])


main(sys.argv[1:])
