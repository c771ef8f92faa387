"""Where in a Turtle text something is said."""

import pytest

from ontology.lines import Lines, line_of_blank

TEXT = """\
@prefix a: <https://example.org/a/> .
PREFIX b: <https://example.org/b#>
# a:one is told below
a:one a b:Thing ;
    b:label "first"@en , "fir.st"@de ;
    b:near a:one-and-half .

a:one-and-half b:label 'half' .
<https://example.org/a/two> b:label "second"@en .
"""


@pytest.mark.parametrize(
    ("subject", "said", "line"),
    [
        ("https://example.org/a/one", (), 4),
        ("https://example.org/a/one", ("first",), 5),
        ("https://example.org/a/one", ("https://example.org/a/one-and-half",), 6),
        ("https://example.org/a/one", ("second",), 4),
        ("https://example.org/a/one-and-half", (), 8),
        ("https://example.org/a/one-and-half", ("half",), 8),
        ("https://example.org/a/two", ("https://example.org/b#label",), 9),
        ("https://example.org/b#Thing", (), 4),
        ("https://example.org/a/three", (), None),
    ],
)
def test_the_line_of_what_is_said(subject: str, said: tuple[str, ...], line: int | None) -> None:
    assert Lines(TEXT).find(subject, *said) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a:b a:c [ a:d 1 ] .", 1),
        ('a:b a:c "[" ;\n a:d """\n[\n""" ;\n a:e _:x .', 5),
        ("a:b a:c 1 . # [\n\n_:x a:c 1 .", 3),
        ("a:b a:c <http://example.org/(x)> ,\n (1) .", 2),
    ],
)
def test_the_line_of_a_blank_node(text: str, line: int) -> None:
    assert line_of_blank(text) == line
