"""The other forms of RDF: they say what the Turtle says, and always in the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from ontology.documentation.forms import FORMS, SOURCES, content

PARSERS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt"}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.mark.parametrize("source", ["ns", "vocab/measure", "vocab/decision-status"])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_the_same(source: str, form: str) -> None:
    written = Graph().parse(data=content(SOURCES[source], form), format=PARSERS[form])
    assert isomorphic(written, Graph().parse(SOURCES[source]))


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_sets_does_not_show(form: str) -> None:
    code = (
        "import sys; from ontology.documentation.forms import SOURCES, content;"
        f"sys.stdout.buffer.write(content(SOURCES['vocab/measure'], {form!r}))"
    )
    root = Path(__file__).parents[3]
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_what_xml_forbids_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "odd.ttl"
    path.write_text(
        '@prefix e: <https://e.example/?a=1&b#> .\ne:a e:b "a < b & \\"c\\"\\nd"@en , "1"^^e:c .\n', encoding="utf-8"
    )
    assert isomorphic(Graph().parse(data=content(path, "rdf"), format="xml"), Graph().parse(path))
