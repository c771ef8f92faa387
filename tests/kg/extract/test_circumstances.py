"""What a text tells of the circumstances of a case, as claims state it."""

from collections.abc import Callable

import pytest

from kg.model import Claim

Claims = Callable[..., tuple[Claim, ...]]

FINED = "The Data Protection Commission fined {} €40,000 for infringing Article 32 GDPR. {}"


def claim(claims_of: Claims, party: str, rest: str, title: str | None = None) -> Claim:
    [found] = claims_of(FINED.format(party, rest), title=title)
    return found


@pytest.mark.parametrize(
    ("party", "rest", "branch"),
    [
        ("Alder Bank", "It is based in Cork.", "banking"),
        ("the taxi company Rollwell", "It is based in Cork.", "transport"),
        ("Rollwell Ltd, a supermarket chain", "It is based in Cork.", "retail"),
        ("Rollwell Ltd", "The insurer had kept the files for years.", "insurance"),
        ("the Department for Education", "It accepts the decision.", "public-administration"),
        ("Rollwell Ltd", "Bank statements of customers lay on an open server.", None),
        ("Rollwell Ltd", "Customers were called by a call centre in another country.", None),
        ("Rollwell Ltd", "The police is looking into the theft.", None),
        ("Rollwell Ltd", "It works in many fields.", None),
    ],
)
def test_the_branch_of_the_party(claims_of: Claims, party: str, rest: str, branch: str | None) -> None:
    found = claim(claims_of, party, rest).sector
    assert (found.value if found else None) == branch


@pytest.mark.parametrize(
    ("rest", "groups"),
    [
        ("The data of 3,000 patients were copied.", ["patient"]),
        ("It filmed its employees and customers all day.", ["customer", "employee"]),
        ("Names of customers and of job applicants were exposed.", ["customer", "job-applicant"]),
        ("Pupils' records were sold.", ["pupil"]),
        ("Four guests complained.", ["customer"]),
        ("An employee opened the letter by mistake.", []),
        ("Social workers could read the files.", []),
        ("Files with user names lay open.", []),
        ("The member states agreed.", []),
        ("Parents did not give the consent of their children.", []),
    ],
)
def test_whose_data_it_was(claims_of: Claims, rest: str, groups: list[str]) -> None:
    assert [stated.value for stated in claim(claims_of, "Rollwell Ltd", rest).subject_groups] == groups


@pytest.mark.parametrize(
    ("title", "rest", "settings"),
    [
        ("Cameras in the changing room", "The shop had hung them there.", ["video-surveillance"]),
        ("Fine for a shop", "It had set cookies without consent.", ["cookies"]),
        ("Fine for a shop", "Its telemarketing infringed the rules on consent.", ["direct-marketing"]),
        ("Fine for a shop", "Hackers stole the data of its customers.", ["security-incident"]),
        ("Fine for a shop", "The e-commerce act was not at issue.", []),
        ("Fine for a shop", "We use cookies to improve this page.", []),
        ("Fine for a shop", "Names, social insurance numbers and addresses were kept.", []),
    ],
)
def test_the_setting_of_the_processing(claims_of: Claims, title: str, rest: str, settings: list[str]) -> None:
    assert [stated.value for stated in claim(claims_of, "Rollwell Ltd", rest, title).contexts] == settings


def test_an_infringement_of_chapter_v_is_about_transfers(claims_of: Claims) -> None:
    [found] = claims_of("The Data Protection Commission fined Rollwell Ltd €40,000 for infringing Article 44 GDPR.")
    assert [stated.value for stated in found.contexts] == ["international-transfer"]
    assert found.contexts[0].mentions[0].value == "international-transfer"
