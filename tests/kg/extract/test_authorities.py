"""Which authority a text names."""

import pytest

from kg.extract.authorities import currency_of, find_authorities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The CNIL imposed a fine.", ["fr/cnil"]),
        ("The Spanish Data Protection Agency (AEPD) acted.", ["es/aepd", "es/aepd"]),
        ("Datatilsynet fined the council NOK 300,000.", ["no/datatilsynet"]),
        ("Datatilsynet in Denmark criticised the region.", ["dk/datatilsynet"]),
        ("Sweden's privacy regulator said so.", ["se/imy"]),
        ("From Bremen: the State Commissioner for Data Protection issued a notice.", ["de-hb/lfdi"]),
        ("Under the AVG the data protection authority may act.", ["nl/ap"]),
        ("The AP news agency reports from Washington.", []),
        ("The Warsaw decision: the President of the Personal Data Protection Office fined a bank.", ["pl/uodo"]),
        ("Ireland fines a platform over transfers.", ["ie/dpc"]),
        ("The competition authority of Italy fined a shop.", []),
        ("Nothing here.", []),
        (
            "The Swedish DPA fined a shop after a German DPA had sent it the complaint. Later, "
            "some weeks on, the DPA closed it.",
            ["se/imy", "de/bfdi", "se/imy"],
        ),
        ("Bulgaria: the Personal Data Protection Commission fined a bank.", ["bg/cpdp"]),
        ("Datatilsynet issued a decision.", ["dk/datatilsynet"]),
        ("The North Rhine-Westphalian data protection commissioner fined a gym.", ["de-nw/ldi"]),
        ("The regulator in Dublin fined a platform.", ["ie/dpc"]),
        ("The Andalusian Data Protection Council found so.", ["es-an/ctpda"]),
        ("The Authority fined a bank. It infringed Article 11 of Law 3471/2006.", ["gr/hdpa"]),
        ("The Commissioner reprimanded a trust under the UK GDPR.", ["gb/ico"]),
        ("The Inspectorate fined SIA Gauja. The Inspectorate closed the case.", ["lv/dvi", "lv/dvi"]),
        ("The Inspectorate visited SIA Gauja.", []),
        ("The restricted committee fined a club.", ["fr/cnil"]),
        ("The DPA fined a club; the BVwG agreed.", ["at/dsb"]),
        ("The Cnil has pronounced a sanction.", ["fr/cnil"]),
        ("LJUBLJANA - The Information Commissioner's office fined a dentist.", ["si/ip"]),
        ("The Information Commissioner found that Gradnje Hrast d.o.o. from Celje tracked cars.", ["si/ip"]),
        ("The Information Commissioner fined a shop.", ["gb/ico"]),
        ("Decision 41FR/2022: the National Data Protection Commission fined an insurer.", ["lu/cnpd"]),
        ("The National Data Protection Commission fined an insurer.", ["pt/cnpd"]),
        ("The DPA fined the operator of shop.example.es €900.", ["es/aepd"]),
        ("The files of Nordlab s.r.l. lay open; the DPA fined it.", ["it/garante"]),
        ("PESEL numbers of guests lay open; the data protection authority fined the hotel.", ["pl/uodo"]),
    ],
)
def test_names_and_descriptions_lead_to_the_authority(text: str, expected: list[str]) -> None:
    assert [hit.value for hit in find_authorities(text)] == expected


@pytest.mark.parametrize(("authority", "currency"), [("fr/cnil", "EUR"), ("ro/anspdcp", "RON"), ("gb/ico", "GBP")])
def test_an_authority_fines_in_the_currency_of_its_country(authority: str, currency: str) -> None:
    assert currency_of(authority) == currency
