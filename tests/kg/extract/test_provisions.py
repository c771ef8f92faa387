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
        ("Art. 5 (1) lit. f GDPR", "5(1)(f)"),
        ("article 83.4 GDPR", "83(4)"),
        ("Article 5 paragraph 1 letter f of the GDPR", "5(1)(f)"),
        ("Article 5.1.f) of the GDPR", "5(1)(f)"),
        ("article 5.1 f) GDPR", "5(1)(f)"),
        ("Article 5.1(f) GDPR", "5(1)(f)"),
        ("art. 5.1.f and 32 of the GDPR", "5(1)(f) 32"),
        ("point (f) of Article 5(1) of Regulation (EU) 2016/679", "5(1)(f)"),
        ("Article 5(1), point (f), of the GDPR", "5(1)(f)"),
        ("Articles 12 and 13 of Regulation (EU) 2016/679", "12 13"),
        ("Arts 5(1)(f), 32(1) and 33(1) UK GDPR", "5(1)(f) 32(1) 33(1)"),
        ("Arts. 5.1 a), 6.1 and 13 GDPR", "5(1)(a) 6(1) 13"),
        ("art. 5 par. 1 lett. a) and c), 6, 13 and 88 of the Regulation; GDPR", "5(1)(a) 5(1)(c) 6 13 88"),
        ("art. 5, par. 1, lett. a), and par. 2, of the GDPR", "5(1)(a) 5(2)"),
        ("articles 5 (1) (a) (b) (c) GDPR", "5(1)(a) 5(1)(b) 5(1)(c)"),
        ("Articles 5(1)(b)(c) GDPR", "5(1)(b) 5(1)(c)"),
        ("Articles 5(1)(a)/(b)/(e) GDPR", "5(1)(a) 5(1)(b) 5(1)(e)"),
        ("Articles 5 (1) (f) and 32 (1) (b) and (d) GDPR", "5(1)(f) 32(1)(b) 32(1)(d)"),
        ("Article 32(1)(b) and (d) and (2) GDPR", "32(1)(b) 32(1)(d) 32(2)"),
        ("Article 32(1) and (2) GDPR", "32(1) 32(2)"),
        ("Articles 13(1)(c), (e) and (f) as well as 13(2)(a) GDPR", "13(1)(c) 13(1)(e) 13(1)(f) 13(2)(a)"),
        ("Art. 12(1), (2) & (4) GDPR", "12(1) 12(2) 12(4)"),
        ("GDPR Articles 5(1)(f) and 32", "5(1)(f) 32"),
        ("GDPR Art 6(1)", "6(1)"),
        ("Art 32 GDPR", "32"),
        ("Arts. 44 ff. GDPR", "44"),
        ("Articles 44 to 49 GDPR", "44 45 46 47 48 49"),
        ("Articles 12\u201322 GDPR", "12 13 14 15 16 17 18 19 20 21 22"),
        ("Article 9 (1) and (2) (a) GDPR", "9(1) 9(2)(a)"),
        ("Art. 9 para. 2 lit. h GDPR", "9(2)(h)"),
        ("Article 13 para 1 let. f GDPR", "13(1)(f)"),
        ("Art. 5 sec. 1 lit. f in connection with Art. 24 sec. 1 of GDPR", "5(1)(f) 24(1)"),
        ("Articles 33(1) and 34(1) Regulation 2016/679", "33(1) 34(1)"),
        ("Article 58 section 2 letter b of the GDPR", "58(2)(b)"),
        ("art. 32 paragraph (1) letter b) and paragraph (2) GDPR", "32(1)(b) 32(2)"),
        ("art. 32 para. (1) and para. (2) related to art. 32 para. (4) of the GDPR", "32(1) 32(2) 32(4)"),
        ("art. 5 para. 1 letters a) - c) GDPR", "5(1)(a) 5(1)(b) 5(1)(c)"),
        ("Articles 5, paragraph 1 (f), and 32 of the General Data Protection Regulation (GDPR)", "5(1)(f) 32"),
        ("the General Data Protection Regulation, and in particular its Article 32,", "32"),
        ("Article 28 (3) (a)-(h) GDPR", "28(3)(a) 28(3)(b) 28(3)(c) 28(3)(d) 28(3)(e) 28(3)(f) 28(3)(g) 28(3)(h)"),
        ("Article 4 point 11 GDPR", "4(11)"),
        ("Articles 15(1)(c) and (h) and 15(3) of the GDPR", "15(1)(c) 15(1)(h) 15(3)"),
        ("Articles 6(1)(a), 7 and 8(1) of the Regulation. GDPR", "6(1)(a) 7 8(1)"),
        ("violated Articles 5(1)(c) and (e), 25(2), as well as Article 35(1) GDPR", "5(1)(c) 5(1)(e) 25(2) 35(1)"),
        ("Article 5, 1, f) of the GDPR", "5(1)(f)"),
        ("Article 5, § 1, f) GDPR", "5(1)(f)"),
        ("Article 5 § 1 (f) GDPR", "5(1)(f)"),
        ("Articles 5.1, a) and 24.1 of the GDPR", "5(1)(a) 24(1)"),
        ("articles 12.3 and 15.1 GDPR", "12(3) 15(1)"),
        ("articles 12.3, 15.1 and 17.1 of the AVG", "12(3) 15(1) 17(1)"),
        ("article 5, first paragraph, opening words and point f, of the GDPR", "5(1)(f)"),
        ("article 5(1) (a) and(c) of GDPR", "5(1)(a) 5(1)(c)"),
        ("article 5 ( 1 ) ( f ) GDPR", "5(1)(f)"),
        ("Article 5 (1) f GDPR", "5(1)(f)"),
        ("Article 5 1. f GDPR", "5(1)(f)"),
        ("Article 5 al. 1 let. f GDPR", "5(1)(f)"),
        ("Art. 6 (1) sentence 1 (f) GDPR", "6(1)(f)"),
        ("Articles 25 and 32(1)(a), (b), and (d) of the UK GDPR", "25 32(1)(a) 32(1)(b) 32(1)(d)"),
        ("Article 5(1)(f) UK GDPR and Article 32(1) UK GDPR", "5(1)(f) 32(1)"),
        ("Articles 5 and 6 of the GDPR and Article 8 of Law 3471/2006", "5 6"),
        ("Articles 37(1)(a) \u2013 37(7) GDPR", "37(1)(a) 37(7)"),
        ("Article 13 of the GDPR and Article 14 of the same Regulation", "13 14"),
        ("Article 13 (paragraphs 1 and 2) GDPR", "13(1) 13(2)"),
        ("Article 6, paragraph 1, subparagraph 1, letter f GDPR", "6(1)(f)"),
        ("Article 6, paragraph 1, subparagraph f) GDPR", "6(1)(f)"),
        ("Article 6, subsection 1, item f of the GDPR", "6(1)(f)"),
        ("article 5, subsection 1, letter f, cf. subsection 2, GDPR", "5(1)(f) 5(2)"),
        ("Article 32(1), cf. Article 5(1)(f), GDPR", "32(1) 5(1)(f)"),
        ("Article 32 (1), cf. 5 (1) (f) GDPR", "32(1) 5(1)(f)"),
        (
            "Articles 5 (1) (a) and 5 (1) (e) and Articles 13 and 14 of the Data Protection Regulation",
            "5(1)(a) 5(1)(e) 13 14",
        ),
        ("Articles 12(1) and 13(1)(e) GDPR; Article 122 of the Code", "12(1) 13(1)(e)"),
        ("recital 47 GDPR and Article 6(1)(f) GDPR", "6(1)(f)"),
        ("Article 99 GDPR; Article 100 GDPR", "99"),
        ("Article 5(f) GDPR", "5(1)(f)"),
        ("Article 32(4) in relation to Articles 32(1) and 32(2) of the GDPR", "32(4) 32(1) 32(2)"),
        ("Art. 13 1 a GDPR", "13(1)(a)"),
        ("Article 28 par. 3, 4 and 9 GDPR", "28(3) 28(4) 28(9)"),
        ("Art. 15 para. 1 and 3, Art. 12 para. 3, 4 GDPR", "15(1) 15(3) 12(3) 12(4)"),
        ("Articles 5.1.a), b) and c) GDPR", "5(1)(a) 5(1)(b) 5(1)(c)"),
        ("letters a) and f) of Article 5.1 of the GDPR", "5(1)(a) 5(1)(f)"),
        ("Article 5, par. 1, point f GDPR", "5(1)(f)"),
        ("the provisions of Articles 5 para. 1 f), 24, 25 para. 1 and 32 para. 1 GDPR", "5(1)(f) 24 25(1) 32(1)"),
        ("Articles 5 (1a), 6 and 9 GDPR", "5(1)(a) 6 9"),
        ("Article 5 (1f) GDPR", "5(1)(f)"),
        ("Article 5(1f) GDPR", "5(1)(f)"),
        ("Art. 5 I f GDPR", "5(1)(f)"),
        ("Art. 6 I lit. f DS-GVO", "6(1)(f)"),
        ("Articles 31, 58(1)(e) GDPR", "31 58(1)(e)"),
        ("Articles 6 (1) (a), 6 (1) (f) or 9 GDPR", "6(1)(a) 6(1)(f) 9"),
        ("Article 5 piece 1, letter e GDPR", "5(1)(e)"),
        ("Article 5 (1). 1, letter e GDPR", "5(1)(e)"),
        ("Article 32, PCS. 1, GDPR", "32(1)"),
        ("Art. 83 (4) (a) and (5) (a) GDPR", "83(4)(a) 83(5)(a)"),
        ("Articles 6(1) GDPR and 7(1) GDPR, read with Article 4(11) GDPR", "6(1) 7(1) 4(11)"),
        ("Article 5, 24 and 32 of GDPR", "5 24 32"),
        ("Article 12 in combination with 13 and 14 GDPR", "12 13 14"),
        ("articles 5-1-c and 32 of the GDPR", "5(1)(c) 32"),
        ("Article 33-1 of the GDPR", "33(1)"),
        ("Art.5(1)(a)GDPR", "5(1)(a)"),
        ("Articles 5(1)(a) and (2), 6(1), 9(1) and 12 to 14 of the GDPR", "5(1)(a) 5(2) 6(1) 9(1) 12 13 14"),
        ("Art. 5 para. 1 lit. a, c, e and f GDPR", "5(1)(a) 5(1)(c) 5(1)(e) 5(1)(f)"),
        ("Articles 13(1)(a\u2013f) GDPR", "13(1)(a) 13(1)(b) 13(1)(c) 13(1)(d) 13(1)(e) 13(1)(f)"),
        ("Article 14(1)(a), 1(b), 2(c) GDPR", "14(1)(a) 14(1)(b) 14(2)(c)"),
        ("Articles 12(3)-(4) GDPR", "12(3) 12(4)"),
        ("Article 6(1)(a)(f) GDPR", "6(1)(a) 6(1)(f)"),
        ("Article 26 and 28(3) of the Regulation (EU) 2016/679", "26 28(3)"),
        ("Article 32 of European Regulation 2016/679", "32"),
        ("Article 32 of EU data protection law (GDPR)", "32"),
        ("Article 32 EU GDPR", "32"),
        ("Article 5 of the European data protection rules (GDPR)", "5"),
        ("Articles 33 and 34 of the European General Data Protection Regulation", "33 34"),
        ("Article 20 of Law 78-17; article 82 of the Data Protection Act; articles 13 and 14 GDPR", "13 14"),
        ("Articles 13 and 14 GDPR and 82 of the French Data Protection Act", "13 14"),
        ("regulation 22 of PECR and Article 6 UK GDPR", "6"),
        ("art. 130 of the Code and articles 6 and 7 of the Regulation. The GDPR", "6 7"),
    ],
)
def test_citations_as_texts_of_many_hands_write_them(text: str, expected: str) -> None:
    assert provisions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Section 22 of the Data Protection Act and the GDPR",
        "Article 4(1) of Directive 2002/58/EC. GDPR",
        "Art. 4 (3) TEU and GDPR",
        "Article 8 ECHR and the GDPR",
        "Article 16 TFEU and GDPR",
        "Articles 7 and 8 of the Charter of Fundamental Rights and the GDPR",
        "Article 17 of LOPDGDD and GDPR",
        "Article 72.1.b of Organic Law 3/2018 and GDPR",
        "Article 48.1.b) of General Telecommunications Law; GDPR",
        "Article 21.1 of the LSSI in breach of the GDPR",
        "Article 5 ePrivacy Directive, GDPR",
        "Article 11 of the Dutch Telecommunications Act and GDPR",
        "Article 5(3) of the ePrivacy Directive transposed; GDPR",
        "Art. 173 of the Electronic Communications Code. The GDPR",
        "Art 10 paragraph 1 of Act No. 90/2018, GDPR",
        "Article 8 of the Cookie Regulation and GDPR",
        "Articles 6 and 14 of the Data Protection (Jersey) Law 2018, not the GDPR",
    ],
)
def test_laws_beside_the_gdpr(text: str) -> None:
    assert provisions(text) == ""


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
