"""Noun phrases: names and descriptions, forwards and backwards."""

import pytest

from kg.extract.names import phrase_at
from kg.extract.subjects import phrase_before


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norte Seguros S.A. for late answers", "Norte Seguros S.A."),
        ("the Spanish insurer Norte Seguros after a leak", "Norte Seguros"),
        ("grocer Tallow's owner Norte OÜ, whose", "Norte OÜ"),
        ("Spain's football league LigaSur for its app", "LigaSur"),
        ("KreditBasen i Norden AB for late answers", "KreditBasen i Norden AB"),
        ("the company Blauwind B.V. because", "Blauwind B.V."),
        ("Grünwald GmbH & Co. KG over cameras", "Grünwald GmbH & Co. KG"),
        ("the Bank of Elbonia over letters", "Bank of Elbonia"),
        ("the municipality of Vestre Dal for", "municipality of Vestre Dal"),
        ("Kiosk Hotels A / S for keeping", "Kiosk Hotels A/S"),
        ("Payfast, UAB with", "Payfast, UAB"),
        ("eTravel for its app", "eTravel"),
        ("42andYou after", "42andYou"),
        ("shopwelt.de AG over", "shopwelt.de AG"),
        ("Megacorp's Chatter for", "Chatter"),
        ("Family and Youth Agency over", "Family and Youth Agency"),
        ("Vård S:t Olof AB for its files", "Vård S:t Olof AB"),
        ("the Ministry of Trade and Fisheries over", "Ministry of Trade and Fisheries"),
        ("the Ministry of Trade and Sydlys Ltd over", "Ministry of Trade"),
        ("the Ente delle Acque e delle Valli for", "Ente delle Acque e delle Valli"),
        ("the Istituto per la Tutela dei Boschi for", "Istituto per la Tutela dei Boschi"),
        ("Kreditnord AB. The bank", "Kreditnord AB"),
        ("Kreditnord Ltd. for late answers", "Kreditnord Ltd."),
        ("BRIGHT LAMPS TRADING CO. LIMITED over", "BRIGHT LAMPS TRADING CO. LIMITED"),
        ("Pavese gym operator Forma Alta S.s.d. a r.l. over", "Forma Alta S.s.d. a r.l."),
        ("the grocer Nordlys and Sydlys over", "Nordlys"),
    ],
)
def test_a_name_is_read_forwards(text: str, name: str) -> None:
    phrase = phrase_at(text, 0, len(text))
    assert phrase is not None
    assert (phrase.text, phrase.named) == (name, True)


@pytest.mark.parametrize(
    ("text", "words", "definite"),
    [
        ("a hospital in the north for losing files", "hospital in the north", False),
        ("the company for losing files", "company", True),
        ("an online shop, which", "online shop", False),
        ("a Danish retailer after", "Danish retailer", False),
    ],
)
def test_without_a_name_there_is_a_description(text: str, words: str, definite: bool) -> None:
    phrase = phrase_at(text, 0, len(text))
    assert phrase is not None
    assert (phrase.text, phrase.named, phrase.definite) == (words, False, definite)


@pytest.mark.parametrize("text", ["for violating the rules", "25 June 2020", ", and", "", "(see below)"])
def test_where_no_phrase_begins_there_is_none(text: str) -> None:
    assert phrase_at(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last week the grocer Frisk A/S ", "Frisk A/S"),
        ("Lumen Health, which runs ten clinics, ", "Lumen Health"),
        ("The City of Brindle ", "City of Brindle"),
        ("Payment firm Quickpay (known from adverts) ", "Quickpay"),
        ("A ruling against Orchard University, which ", "Orchard University"),
        ("It said that Tallow ", "Tallow"),
        ("Norte's owner, Tallow, ", "Tallow"),
        ("Norte's Tallow ", "Tallow"),
        ("PORT NEUF - Lumen Hospital ", "Lumen Hospital"),
        ("The Department of Boats and Social Care ", "Department of Boats and Social Care"),
        ("The Ente delle Acque e delle Valli ", "Ente delle Acque e delle Valli"),
        ("The largest Greek operator, Tallow Hellas, ", "Tallow Hellas"),
    ],
)
def test_a_name_is_read_backwards(text: str, name: str) -> None:
    phrase = phrase_before(text + "was fined", 0, len(text))
    assert phrase is not None
    assert (phrase.text, phrase.named) == (name, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A bakery in Grenoble ", "bakery in Grenoble"),
        ("The company behind the scooter app Zipp ", "company behind the scooter app Zipp"),
        ("The operator, ", "operator"),
        ("By a separate act, its dealer ", "dealer"),
        ("BRUSSELS, Oct 7 (EuroWire) - A bank ", "bank"),
        ("Hotel chain ", "Hotel chain"),
        ("In that month the Client ", "Client"),
    ],
)
def test_a_place_or_a_product_is_not_the_party(text: str, words: str) -> None:
    phrase = phrase_before(text + "was fined", 0, len(text))
    assert phrase is not None
    assert phrase.named is False
    assert words.startswith(phrase.text)


def test_a_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    text = "Cameras were everywhere. Employees of the shop saw the cameras."
    phrase = phrase_at(text, 0, 24)
    assert phrase is not None
    assert phrase.named is False


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Client infringed Article 5", "Client"),
        ("The New York company must stop", "New York company"),
        ("the Agency considered whether it", "Agency"),
    ],
)
def test_a_term_of_the_text_or_a_place_makes_no_name(text: str, words: str) -> None:
    phrase = phrase_at(text, 0, len(text))
    assert phrase is not None
    assert (phrase.text, phrase.named) == (words, False)
