"""Which words of a text on several cases speak of which."""

import pytest

from kg.extract.case_mentions import Mentions
from kg.extract.grouping import find_cases
from kg.extract.reading import Span

from .conftest import Read

TWO = (
    "The CNIL fined the water company Aquaval SA €90,000 and its supplier Segnalo Srl €40,000.\n\n"
    "Aquaval had done no assessment. The supplier, for its part, had no contract. Both companies have appealed."
)


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("Aquaval had done no assessment.", {0}),
        ("The supplier, for its part, had no contract.", {1}),
        ("Both companies have appealed.", {0, 1}),
        (" had done no", set()),
    ],
)
def test_names_descriptions_and_words_for_all_tell_the_case(read: Read, words: str, cases: set[int]) -> None:
    reading = read(TWO)
    found, names = find_cases(reading)
    start = reading.text.index(words)
    assert Mentions(reading, found, names).within(Span(start, start + len(words))) == cases


def test_the_longer_of_two_names_is_no_mention_of_the_shorter(read: Read) -> None:
    reading = read("The CNIL fined Lumen Mobile €90,000 and Lumen €40,000.\n\nLumen Mobile alone kept the files.")
    found, names = find_cases(reading)
    assert Mentions(reading, found, names).within(reading.paragraphs[1]) == {0}


def test_a_sentence_ends_a_part_where_another_case_follows_on_a_provision(read: Read) -> None:
    text = "The CNIL fined Aquaval SA €90,000 under Article 13 GDPR and Segnalo Srl €40,000 under Article 28 GDPR."
    reading = read(text)
    found, names = find_cases(reading)
    parts = [(reading.words(span), set(cases)) for span, cases in Mentions(reading, found, names).parts(Span(0, 102))]
    assert parts == [
        ("The CNIL fined Aquaval SA €90,000 under Article 13 GDPR and ", {0}),
        ("Segnalo Srl €40,000 under Article 28 GDPR.", {1}),
    ]


def test_the_second_of_two_parties_is_the_supplier_that_no_name_is_called(read: Read) -> None:
    text = (
        "The CNIL fined Aquaval SA €90,000 and the firm that ran its files on its behalf, Segnalo Srl, €40,000.\n\n"
        "The supplier had engaged others. Aquaval signed no contract with the supplier."
    )
    reading = read(text)
    found, names = find_cases(reading)
    mentions = Mentions(reading, found, names)
    sentences = [reading.sentence(text.index(words)) for words in ("The supplier", "Aquaval signed")]
    assert [mentions.within(sentence) for sentence in sentences] == [{1}, {0}]
