"""Who is who among the names of a text."""

import pytest

from kg.extract.naming import Names, key, same
from kg.extract.parties import statements
from kg.values import Role

from .conftest import Read


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Brumeline", "Brumeline SAS", True),
        ("Brumeline S.A.S.", "Brumeline SAS", True),
        ("Norte", "Norte Seguros", True),
        ("Norte", "Nortel", False),
        ("Bank of Elbonia", "Elbonia Bank", True),
        ("A1", "B2", False),
    ],
)
def test_short_forms_are_the_same_name(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is same(other, one) is expected


def test_a_key_has_no_legal_form() -> None:
    assert key("The Norte Seguros S.A.") == ("norte", "seguros")


def test_the_best_form_has_the_legal_form(read: Read) -> None:
    reading = read("The CNIL fined Brumeline €900. In May Brumeline SAS had sold lamps.")
    assert Names(reading, statements(reading)).best_form("Brumeline") == "Brumeline SAS"


def test_two_companies_of_a_group_keep_their_names(read: Read) -> None:
    reading = read("The CNIL fined Lumen LLC and Lumen Ireland Limited €900 and €700 respectively.")
    assert Names(reading, statements(reading)).best_form("Lumen LLC") == "Lumen LLC"


def test_a_short_form_in_brackets_is_written_out(read: Read) -> None:
    reading = read("The inquiry into Orchard College Dublin (‘OCD’) ended. The DPC fined OCD €900.")  # noqa: RUF001
    assert Names(reading, statements(reading)).best_form("OCD") == "Orchard College Dublin"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The CNIL sanctioned Brumeline. It imposed a fine of €900 on the company.", "Brumeline"),
        ("The DPA fined the controller €900. The controller is Norte Seguros S.A., an insurer.", "Norte Seguros S.A."),
        ("The DSI imposed a fine of €900 on the online shop (SIA Lampas).", "SIA Lampas"),
        ("The DPA fined a bank €900. The bank had lost letters.", None),
        (
            "The DPA fined a doctor €900. In March, Norte Seguros S.A. (the controller of another case) was cleared.",
            None,
        ),
    ],
)
def test_a_description_stands_for_a_name(read: Read, text: str, name: str | None) -> None:
    reading = read(text)
    names = Names(reading, statements(reading))
    descriptions = [s.phrase for s in names.statements if not s.phrase.named]
    assert descriptions
    found = names.resolve(descriptions[0])
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The CNIL fined Brumeline €900.", Role.CONTROLLER),
        ("The CNIL fined the processor Brumeline €900.", Role.PROCESSOR),
        ("The CNIL fined Brumeline, a processor, €900.", Role.PROCESSOR),
        ("The DSB fined the natural person Ion Lampe €900.", Role.NATURAL_PERSON),
        ("In Austria, the DSB fined a landlord €900.", Role.NATURAL_PERSON),
    ],
)
def test_the_role_stands_beside_the_party(read: Read, text: str, role: Role) -> None:
    reading = read(text)
    names = Names(reading, statements(reading))
    assert names.role(names.statements[0].phrase, names.statements[0].place) is role
