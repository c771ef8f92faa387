"""Case numbers."""

import pytest

from kg.extract.cases import FORMS, find_case_numbers, issuer
from ontology.concepts import concepts


@pytest.mark.parametrize(
    ("text", "number", "authority"),
    [
        ("deliberation SAN-2031-001 of May", "SAN-2031-001", "fr/cnil"),
        ("see PS/00999/2031.", "PS/00999/2031", "es/aepd"),
        ("see PS-00999-2031.", "PS-00999-2031", "es/aepd"),
        ("file EXP203100001", "EXP203100001", "es/aepd"),
        ("PS 99/2031", "PS 99/2031", "es-ct/apdcat"),
        ("(DI-2031-7777)", "DI-2031-7777", "se/imy"),
        ("2031-431-9999", "2031-431-9999", "dk/datatilsynet"),
        ("case 29/09999-4", "29/09999-4", "no/datatilsynet"),
        ("inquiry IN-31-12-2", "IN-31-12-2", "ie/dpc"),
        ("doc. web n. 9999999", "9999999", None),
        ("DOS-2031-09999", "DOS-2031-09999", "be/apd-gba"),
        ("ZSPR.421.2.2031", "ZSPR.421.2.2031", "pl/uodo"),
        ("DKN.5130.9999.2031", "DKN.5130.9999.2031", "pl/uodo"),
        ("NAIH/2031/9999", "NAIH/2031/9999", "hu/naih"),
        ("NAIH-99-3/2031", "NAIH-99-3/2031", "hu/naih"),
        ("COM0999999", "COM0999999", "gb/ico"),
        ("11.17.001.009.999", "11.17.001.009.999", "cy/commissioner"),
        ("9999/161/2031", "9999/161/2031", "fi/tietosuoja"),
        ("Deliberation 2031/999", "Deliberation 2031/999", "pt/cnpd"),
        ("nr. 2031019999", "2031019999", None),
        ("Case No 99/2031-AB was closed", "99/2031-AB", None),
        ("reference: 12-345/31", "12-345/31", None),
        ("Decision 99/2031", "99/2031", None),
        ("SAN - 2031 - 001", "SAN-2031-001", "fr/cnil"),
    ],
)
def test_a_case_number_is_found_and_tells_its_authority(text: str, number: str, authority: str | None) -> None:
    assert [found.value for found in find_case_numbers(text)] == [number]
    assert issuer(number) == authority


@pytest.mark.parametrize(
    "text",
    [
        "Regulation 2016/679",
        "in the case of 2031 people",
        "decision 15.04.2031",
        "the decision of 15 April",
        "Case C-999/31",
        "case 12",
        "reference is made",
        "call 2031-99-99",
    ],
)
def test_dates_laws_and_court_cases_are_none(text: str) -> None:
    assert find_case_numbers(text) == ()


def test_every_form_belongs_to_a_known_authority() -> None:
    assert {form.authority for form in FORMS} <= concepts("authority").keys()
