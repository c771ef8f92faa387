"""No expression, and no rule, takes time that explodes with the length of what it reads.

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
EXPRESSIONS = """
from tests.kg.extract.gathering import patterns
found = patterns()
assert len(found) > 300
for pattern in found:
    for text in texts:
        for place in (0, len(text) // 2, len(text) - 1):
            pattern.match(text, place)
"""


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("work", "length", "seconds"), [(RULES, 8000, 90), (EXPRESSIONS, 5000, 120)])
def test_hard_texts_are_read_in_time(work: str, length: int, seconds: int) -> None:
    code = WORK.format(length=length, seconds=seconds) + work
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
