"""Provisions of the GDPR: lists, ranges, depth, and the laws that are not meant."""

import pytest

from kg.extract.provisions import find_provisions
from ontology import regulation


def provisions(text: str) -> str:
    return " ".join(str(found.value) for found in find_provisions(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 32 GDPR", "32"),
        ("Art.32 GDPR", "32"),
        ("under 6(1)(f) GDPR", "6(1)(f)"),
        ("a sum for stale data (5(1)(d)) under the GDPR", "5(1)(d)"),
        ("Articles 14(1) to 14(3) GDPR", "14(1) 14(2) 14(3)"),
        ('Arts. 5, para. 1, letters "a" and "d" GDPR', "5(1)(a) 5(1)(d)"),
        ("Article 5(1)(f) of the General Data Protection Regulation", "5(1)(f)"),
        ("Art. 5 (1) lit. f DSGVO", "5(1)(f)"),
        ("Art. 6 Abs. 1 S. 1 lit. f DSGVO", "6(1)(f)"),
        ("Art. 37 Para. 5 Sentence 2 DS-GVO", "37(5)"),
        ("Art. 4 Nr. 7 DSGVO", "4(7)"),
        ("article 83.4 of the GDPR", "83(4)"),
        ("article 6.1.b) of the RGPD", "6(1)(b)"),
        ("article 6-1-b of the GDPR", "6(1)(b)"),
        ("Art. 32 par. 1 b GDPR", "32(1)(b)"),
        ("Article 5, paragraph 1, letter f) of the GDPR", "5(1)(f)"),
        ("Article 6 paragraph 1 of Regulation (EU) 2016/679", "6(1)"),
        ("Article 6 (1). 1, letter c of the GDPR", "6(1)(c)"),
        ("Art 5 (1) a, b GDPR", "5(1)(a) 5(1)(b)"),
        ("Articles 5(1)(a), (c) and (f), 13 and 32 to 34 GDPR", "5(1)(a) 5(1)(c) 5(1)(f) 13 32 33 34"),
        ("Arts. 12-14 GDPR", "12 13 14"),
        ("Articles 5,6,9 GDPR", "5 6 9"),
        ("Articles 13(1) to (3) GDPR", "13(1) 13(2) 13(3)"),
        ("Article 9(2)(a) to (c) GDPR", "9(2)(a) 9(2)(b) 9(2)(c)"),
        ("Articles 13(1)(a)-(b), 7(3), 12(2)-(3) and 15(1)-(2) GDPR", "13(1)(a) 13(1)(b) 7(3) 12(2) 12(3) 15(1) 15(2)"),
        ("Article 5(1)(f) and (2) GDPR", "5(1)(f) 5(2)"),
        ("Article 8, paragraphs 1 and 2 GDPR", "8(1) 8(2)"),
        ("article 13 par. 1, 2 and 3 GDPR", "13(1) 13(2) 13(3)"),
        ("articles 6, par. 1, lett. b) and par. 4, 25, par. 2, 30 of the Regulation", "6(1)(b) 6(4) 25(2) 30"),
        ("article 25, first and second paragraph, of the AVG", "25(1) 25(2)"),
        ("the first paragraph of Article 13 GDPR", "13(1)"),
        ("point (f) of Article 6(1) GDPR", "6(1)(f)"),
        ("points (a) and (c) of paragraph 1 of Article 5 GDPR", "5(1)(a) 5(1)(c)"),
        ("Article 32(1), points (a), (b) and (d), GDPR", "32(1)(a) 32(1)(b) 32(1)(d)"),
        ("art. 13 para. (1) lit. a) and b) and art. 14 of Regulation (EU) no. 2016/679", "13(1)(a) 13(1)(b) 14"),
        ("Art. 12 Abs. 3 i.V.m. Art. 15 DSGVO", "12(3) 15"),
        ("Article 25(1) in conjunction with Article 5(1)(c) GDPR", "25(1) 5(1)(c)"),
        ("Articles 15 (access), 17 (erasure) and 21 (objection) GDPR", "15 17 21"),
        ("Articles 13 GDPR, 14 GDPR and 15 GDPR", "13 14 15"),
        ("GDPR: Art. 5, 6", "5 6"),
        ("article 13 (1) a), c) et e) du RGPD", "13(1)(a) 13(1)(c) 13(1)(e)"),
        ("Article 15(1)(a), c) and d) of the GDPR", "15(1)(a) 15(1)(c) 15(1)(d)"),
        ("Articles 24, 25(1)/(2) and 32 GDPR", "24 25(1) 25(2) 32"),
        ("Articles 16 et seq. of the Regulation", "16"),
    ],
)
def test_a_citation_names_each_of_its_provisions(text: str, expected: str) -> None:
    assert provisions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 33 GDPR, 72 hours", "33"),
        ("Article 33, 72 hours, of the GDPR", "33"),
        ("Article 32, 15 April 2031, GDPR", "32"),
        ("Article 32 and 5,000 euros GDPR", "32"),
        ("Article 5(1)(c), a breach of the GDPR", "5(1)(c)"),
        ("Article 6(1) a decision under the GDPR", "6(1)"),
        ("Article 32(1) i.e. security GDPR", "32(1)"),
        ("in an article 5 days ago on the GDPR", ""),
        ("the GDPR and Article 100", ""),
        ("Articles 33 to 12 of the GDPR", "33"),
        ("Article 5(1)(f) - (a) new reading of the GDPR", "5(1)(f)"),
    ],
)
def test_other_numbers_and_letters_are_no_provisions(text: str, expected: str) -> None:
    assert provisions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 16(1) GDPR", "16"),
        ("Article 5(1)(z) GDPR", "5(1)"),
        ("Article 32(9)(b) GDPR", "32"),
        ("Article 6(c) GDPR", "6(1)(c)"),
        ("Article 16(z) GDPR", "16"),
    ],
)
def test_a_place_that_does_not_exist_is_the_nearest_that_does(text: str, expected: str) -> None:
    assert provisions(text) == expected


@pytest.mark.parametrize(
    "citation",
    [
        "Article 82 of the French Data Protection Act",
        "section 21 PECR",
        "Article 48(1)(b) of the telecommunications act",
        "Art. 13 ePrivacy Directive",
        "Article 22.2 LSSI",
        "§ 26 BDSG",
        "Article 8 of the Charter",
        "Article 101 TFEU",
        "Article 4 Law 9876/2031",
        "article 4 par. 1 law 9876 / 2031",
        "Article 13 of Regulation (EU) 2018/1725",
        "Article 2-septies of the Code",
        "Article 9 Camerawet",
        "the Article 29 Working Party",
        "Article 4 of the contract terms of our Agreement",
        "DPA 2018, Article 9",
        "the Consumer Code (Article 20)",
    ],
)
def test_other_laws_are_not_the_gdpr(citation: str) -> None:
    assert provisions(f"Beside the GDPR, {citation} was cited.") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Articles 5(1)(a) of the GDPR and Article 22(2) of Law 34/2002", "5(1)(a)"),
        ("Articles 13 GDPR and 22 LSSI", "13"),
        ("Article 18, Article 20(1) and Article 19 GDPR", "18 20(1) 19"),
        ("Article 82 of the Act, not the GDPR. Later Article 82 was applied.", ""),
        ("Article 82 of the Act and Article 82 GDPR. Later Article 82 was applied.", "82 82"),
        ("The personal data leaked. This breached Article 32.", "32"),
        ("The inspectorate found breaches of Articles 5(1)(f) and 32.", "5(1)(f) 32"),
        ("The court applied Article 7.", ""),
    ],
)
def test_a_citation_without_a_law_takes_it_from_the_text(text: str, expected: str) -> None:
    assert provisions(text) == expected


def test_each_provision_has_the_words_that_add_it() -> None:
    text = "It broke Articles 5(1)(a), (c) and 32 GDPR."
    assert [text[found.start : found.end] for found in find_provisions(text)] == ["Articles 5(1)(a)", "(c)", "32"]


def test_every_provision_of_the_regulation_is_read_back() -> None:
    for provision in regulation.provisions():
        assert provisions(f"Article {provision} GDPR") == provision
