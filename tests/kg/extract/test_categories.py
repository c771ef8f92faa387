"""Categories that a case is about."""

import pytest

from kg.extract.categories import involved
from kg.extract.reading import Span

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Names, home addresses and medical records were leaked.", {"name", "address", "health"}),
        ("The file held phone numbers, but no bank details.", {"phone"}),
        ("The firm must pay the sum by May.", set()),
        ("The CNIL orders a penalty.", set()),
        ("The school informed the parents by e-mail.", set()),
        ("Fingerprints of the staff, that is sensitive data, were stored.", {"biometric"}),
        ("The clinic left the patients' journals and debt records in the street.", {"health", "credit"}),
        ("The system held criminal and medical data of drivers.", {"criminal", "health"}),
        ("Names and addresses of witnesses were published.", {"name", "address"}),
        ("The slide showed the names of seven pupils.", {"name"}),
        ("Parents could read the messages about other pupils.", {"communications"}),
        ("He had to send in a copy of his passport.", {"id-document"}),
        ("There were questions on religion and illness.", {"religion", "health"}),
        ("A contract was signed in the name of a stranger.", set()),
        ("Anybody who had logged in with an ID card could see it.", set()),
        ("The attacker used a default password to get into the server.", set()),
        ("The Information Commissioner (IP) opened an inspection.", set()),
        ("Identity card numbers were on the list.", {"id-document"}),
        ("The owner referred to the Civil Code.", set()),
        ("The shop was open outside working hours.", set()),
        ("Its legitimate interests weigh less.", set()),
        ("They kept the age, sex and tariff of subscribers.", {"dob", "gender"}),
        ("The firm recorded all telephone calls.", {"voice"}),
        ("The app notes the exact position of couriers.", {"location"}),
        ("A pollster had stored voting intentions.", {"political"}),
        (
            "The landlord asked for an extract from the account and the register of punishments.",
            {"financial", "criminal"},
        ),
        ("Data concerning health: absence due to illness of two clerks.", {"health"}),
        ("The video app and the chat community must pay.", set()),
        ("The unlawful treatment of the data began in May.", set()),
        ("The newsletter reports it.", set()),
        ("Thieves learned names and phone numbers by telephone. They called.", {"name", "phone"}),
        ("Above 38 degrees there were questions.", set()),
        ("The vans had GPS trackers; base-station coordinates leaked too.", {"location"}),
        ("Users whose browsing it tracked never agreed.", {"browsing"}),
        ("Advertising cookies were placed before anybody had said yes.", {"online-identifier"}),
        ("The operator is fined for telemarketing.", {"phone"}),
        ("Names, phone numbers and e-mails were on the list.", {"name", "phone", "email"}),
        ("Anybody could view the orders of other customers.", {"purchase-history"}),
        ("The survey answers of pupils were kept.", {"opinion"}),
        ("A party inferred the political interest of readers.", {"political"}),
        ("The kitchen camera recorded image and sound.", {"image", "voice"}),
        ("The desk kept a copy of the passport of each guest.", {"id-document"}),
        ("The town listed the recipients of food vouchers.", {"social-security"}),
        ("The office lost tax returns and sick notes.", {"tax", "health"}),
        ("It breached paragraph 1, letter e, of the law.", set()),
        ("The notice lacked the contact details of the data protection officer.", set()),
        ("The bank sent letters to those who had moved.", set()),
        ("Private messages of employees were read.", {"communications"}),
        ("It falls under the Privacy and Electronic Communications Regulations.", set()),
    ],
)
def test_only_data_that_were_processed_count(read: Read, text: str, categories: set[str]) -> None:
    assert {name for _, name in involved(read(text), (Span(0, len(text)),))} == categories


def test_other_stretches_do_not_count(read: Read) -> None:
    text = "Medical records were leaked. Phone numbers were not in the file."
    assert {name for _, name in involved(read(text), (Span(0, 28),))} == {"health"}
