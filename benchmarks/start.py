"""How fast a cold start is: `gdpr-kg --help`, and the words that extraction looks for.

Each run is a process of its own; its CPU time counts, since the clock on the wall depends on what else a machine does.
Run by `make bench`, or alone: `python -m benchmarks.start`.
"""

import resource
import subprocess
import sys

from benchmarks.timing import Figure, on_one_core, report

ROUNDS = 5
HELP = "import sys; sys.argv = ['gdpr-kg', '--help']; from kg.cli import main; main()"
WORDS = """
from kg.extract.authorities import find_authorities
from kg.extract.categories import find_categories
from kg.extract.legal_forms import has_form
from kg.extract.measures import find_measures
from kg.extract.money import find_money
from kg.extract.relevance import is_relevant
text = "The CNIL fined Norte Foods SA 5,000 euros over names and e-mail addresses under the GDPR and ordered it to pay."
assert is_relevant(text) and find_authorities(text) and find_categories(text) and find_money(text)
"""


def seconds(code: str) -> float:
    """The least CPU seconds of a process of Python, of several that run after each other."""
    return min(_once(code) for _ in range(ROUNDS))


def _once(code: str) -> float:
    before = _spent()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    on_one_core()
    figures = [
        Figure("gdpr-kg --help", seconds(HELP), "s", most=0.5),
        Figure("lexicons ready", seconds(WORDS), "s", most=1.5),
    ]
    sys.exit(report("Cold start, CPU time", figures))
