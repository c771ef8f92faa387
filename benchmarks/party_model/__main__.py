"""Train and ablate: `make encoder`. Rules alone against rules with the model, on texts that it was not trained on.

The model is a spaCy entity recogniser with a small tok2vec layer, trained from scratch on one core with a fixed seed.
It enters extraction as any pipeline does, by `GDPR_KG_SPACY_MODEL`: the ablation measures what a user would get.
"""

import os
import random
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed

from benchmarks.party_model.examples import Marked, variations
from kg.evaluation.judge import judge
from kg.evaluation.reading import Task, read_tasks
from kg.evaluation.scores import Score, scores
from kg.evaluation.verdict import Field, Verdict
from kg.extract.entities import ORGANISATION, load
from kg.extract.pipeline import extract, pipeline

ROOT = Path(__file__).parents[2]
GOLDS = (ROOT / "corpus/gold.jsonl", ROOT / "tests/texts/gold.jsonl")
SETTING = "GDPR_KG_SPACY_MODEL"
SEED, FOLDS, EPOCHS, COPIES, BATCH = 7, 3, 8, 2, 16
TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 64,
    "depth": 3,
    "embed_size": 1500,
    "window_size": 1,
    "maxout_pieces": 2,
    "subword_features": True,
}


def main() -> None:
    """Print F1 of the parties by fold and over all folds, for rules alone and for rules with the model."""
    tasks = [task for gold in GOLDS for task in read_tasks(gold)[0]]
    random.Random(SEED).shuffle(tasks)
    alone: list[Verdict] = []
    helped: list[Verdict] = []
    for fold in range(FOLDS):
        held_out = tasks[fold::FOLDS]
        known = [task for task in tasks if task not in held_out]
        own, with_model = list(verdicts(held_out)), list(assisted(train(known), held_out))
        sys.stdout.write(f"fold {fold + 1}: rules {told(own)}; rules and model {told(with_model)}\n")
        sys.stdout.flush()
        alone += own
        helped += with_model
    sys.stdout.write(f"all: rules {told(alone)}; rules and model {told(helped)}\n")


def train(tasks: Iterable[Task]) -> Language:
    """A pipeline that names parties, trained on the texts of tasks and on variations of them."""
    fix_random_seed(SEED)
    dice = random.Random(SEED)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": {"tok2vec": TOK2VEC}})
    examples = [example(nlp, one) for task in tasks for one in variations(task, COPIES, dice)]
    optimizer: Any = nlp.initialize(lambda: examples)
    for _ in range(EPOCHS):
        dice.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            nlp.update(examples[start : start + BATCH], sgd=optimizer, drop=0.2)
    return nlp


def example(nlp: Language, one: Marked) -> Example:
    """A marked text as spaCy learns from it; a name that does not end with a token is left out."""
    doc: Doc = nlp.make_doc(one.text)
    spans = (doc.char_span(start, end, label=ORGANISATION) for start, end in one.spans)
    return Example.from_dict(doc, {"entities": [(s.start_char, s.end_char, s.label_) for s in spans if s is not None]})


def verdicts(tasks: Iterable[Task]) -> Iterable[Verdict]:
    """The verdicts on the parties of texts, as extraction is set now."""
    for task in tasks:
        found = judge(task.article.key, extract(task.article).claims, task.gold).verdicts
        yield from (verdict for verdict in found if verdict.field is Field.CONTROLLER)


def assisted(nlp: Language, tasks: Sequence[Task]) -> list[Verdict]:
    """The same with a model beside the rules."""
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        os.environ[SETTING] = folder
        pipeline.cache_clear()
        try:
            return list(verdicts(tasks))
        finally:
            del os.environ[SETTING]
            pipeline.cache_clear()
            load.cache_clear()


def told(found: Iterable[Verdict]) -> str:
    """Precision, recall and F1 in a few words."""
    score: Score = scores(found)[Field.CONTROLLER]
    return f"P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"


if __name__ == "__main__":
    main()
