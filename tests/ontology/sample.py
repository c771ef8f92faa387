"""The sample of the ontology, a small graph that holds every fact it knows, and the answers over it."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph

from kg.graph.store.convert import from_quad
from kg.graph.terms import Quad

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.trig"
SAMPLE_ANSWERS: dict[str, dict[str, Any]] = json.loads((HERE / "answers.json").read_text(encoding="utf-8"))
"""By question: the values given for its parameters, and the rows."""


def sample_quads() -> list[Quad]:
    """The quads of the sample."""
    return [from_quad(quad) for quad in pyoxigraph.parse(path=SAMPLE, format=pyoxigraph.RdfFormat.TRIG)]
