"""No rule takes time that explodes with the length of what it reads.

A process reads texts that are made to be hard, with a bound on its CPU time that is ten times what it needs: whoever
goes back and forth over them, like the square of their length or worse, passes it.
"""

import subprocess
import sys

import pytest

WORK = """
import resource
from benchmarks.texts import hard
from kg.sources.text import normalise
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
texts = [normalise(text) for text in hard({length}).values()]
"""
RULES = """
from kg.extract.pipeline import extract
from kg.model import Article
for number, text in enumerate(texts):
    extract(Article(str(number), text))
"""


@pytest.mark.timeout(900)
def test_hard_texts_are_read_in_time() -> None:
    code = WORK.format(length=8000, seconds=90) + RULES
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
