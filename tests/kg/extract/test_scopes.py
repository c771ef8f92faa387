"""Which stretches of a text speak of which decision."""

from collections.abc import Callable

import pytest

from kg.extract.grouping import find_cases
from kg.extract.scopes import is_debris, one_matter, scopes
from kg.model import Claim

from .conftest import Read


@pytest.mark.parametrize(
    ("line", "expected"),
    [("READ ALSO: Bank hit by fine", True), ("Share on Chatter", True), ("The bank was fined.", False)],
)
def test_links_and_notices_are_no_text(line: str, expected: bool) -> None:
    assert is_debris(line) is expected


def words_of(read: Read, text: str) -> list[str]:
    reading = read(text)
    cases, names = find_cases(reading)
    return [" ".join(reading.words(span) for span in spans) for spans in scopes(reading, cases, names)]


def test_one_case_has_the_whole_text_without_debris(read: Read) -> None:
    assert words_of(read, "The CNIL fined Brumeline €900.\nREAD ALSO: other news\nIt was late.") == [
        "The CNIL fined Brumeline €900. It was late."
    ]


def test_paragraphs_go_to_the_case_that_they_name(read: Read) -> None:
    text = (
        "Two fines this week by the CNIL.\n\nThe CNIL fined Brumeline €900.\n\nIts files lay open.\n\n"
        "The CNIL fined Voltaris €7,000.\n\nIts staff slept."
    )
    assert words_of(read, text) == [
        "Two fines this week by the CNIL. The CNIL fined Brumeline €900. Its files lay open.",
        "Two fines this week by the CNIL. The CNIL fined Voltaris €7,000. Its staff slept.",
    ]


def test_a_past_case_has_only_its_sentence(read: Read) -> None:
    lead = "The CNIL fined Brumeline €900 over cookies. " + "The shop had placed them without asking anybody. " * 4
    first, second = words_of(read, lead + "Last year the CNIL fined Voltaris €7,000.")
    assert second == "Last year the CNIL fined Voltaris €7,000."
    assert "Voltaris" not in first


def test_in_a_text_of_many_cases_each_has_what_stands_around_it(read: Read) -> None:
    names = [
        "Brumeline",
        "Osteria",
        "Voltaris",
        "Marelle",
        "Pontano",
        "Querido",
        "Sandvik",
        "Tallinex",
        "Umbriel",
        "Valderan",
        "Wexfordia",
        "Xantera",
        "Ylvania",
        "Zefiro",
    ]
    fined = [f"The CNIL fined {name} €{number}00." for number, name in enumerate(names, 1)]
    filler = "Nothing was said. " * 700
    text = "\n\n".join(
        (" ".join(fined[:7]), "Seven of a kind.", filler, "Who knows?", " ".join(fined[7:]), "And seven more.")
    )
    told = words_of(read, text)
    assert ["Seven of a kind." in words for words in told] == [True] * 7 + [False] * 7
    assert ["And seven more." in words for words in told] == [False] * 7 + [True] * 7


def test_cases_that_a_paragraph_names_together_are_of_one_matter(read: Read) -> None:
    together = "The CNIL fined Brumeline €900 and Voltaris €7,000.\n\nREAD ALSO: more\n\nIts files lay open."
    reading = read(together)
    cases, _ = find_cases(reading)
    assert [reading.words(span) for span in one_matter(reading, cases)] == ["Its files lay open."]
    apart = read("The CNIL fined Brumeline €900.\n\nThe CNIL fined Voltaris €7,000.")
    assert one_matter(apart, find_cases(apart)[0]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Garante fined the hospital San Remigio €80,000 and its software house Altavia S.r.l. €20,000. The "
            "hospital infringed Articles 5(1)(f) and 32 GDPR. The software house infringed Article 28(2) GDPR.",
            ["5(1)(f) 32", "28(2)"],
        ),
        (
            "The CNIL fined Brumeline SAS €90,000 and Voltaris SA €40,000. Both infringed Article 13 GDPR. Brumeline "
            "alone also infringed Article 5(1)(e) GDPR.",
            ["5(1)(e) 13", "13"],
        ),
        (
            "The UODO imposed on Mleczko S.A. a fine of PLN 100,000 (Art. 5(1)(f), Art. 32(1) GDPR). Its processor, "
            "Serwis24 sp. z o.o., must pay PLN 20,000 (Art. 28(3) GDPR).",
            ["5(1)(f) 32(1)", "28(3)"],
        ),
        (
            "The ICO has fined Northby Council £60,000 and its contractor Datashred Ltd £15,000. The council had "
            "contravened Article 28(1) UK GDPR. Datashred contravened Article 32(1).",
            ["28(1)", "32(1)"],
        ),
        (
            "The Hellenic DPA fined the ministry 100,000 euros for violation of Articles 25 and 32 GDPR; a candidate "
            "who used the list was fined 10,000 euros for violation of Articles 6 and 14 GDPR.",
            ["25 32", "6 14"],
        ),
    ],
)
def test_each_party_has_its_own_provisions(
    claims_of: Callable[..., tuple[Claim, ...]], text: str, expected: list[str]
) -> None:
    assert [" ".join(str(stated.value) for stated in claim.infringed) for claim in claims_of(text)] == expected
