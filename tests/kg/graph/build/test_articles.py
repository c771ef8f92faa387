"""Every fact has its sentence: two articles, resolved and built, from their texts to the units."""

import io
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from kg.graph import namespaces as ns
from kg.graph.build.articles import article_unit, web_address
from kg.graph.build.decisions import decision_unit
from kg.graph.build.organisations import organisation_unit
from kg.graph.export import write
from kg.graph.store.live import open_store
from kg.graph.terms import Iri, Literal, Quad, Unit, literal
from kg.ids import Names, article_id
from kg.model import Article, Claim, Decision, Fine, Label, Mention, Party, Stated, Value
from kg.resolve.decisions import resolve
from kg.resolve.sources import Source
from kg.values import Bound, Headcount, PartialDate, Provision, Role, Status
from ontology.terms import NS, Gde, vocab
from tests.kg.making import date, fine, money, provision

NAMES = Names("http://things.example/")

RELEASE = Article(
    key="release",
    title="A pharmacy and its host are fined",
    text=(
        "A pharmacy and its host are fined\n\n"
        "On 4 May 2022 the CNIL fined Elm Pharmacy SAS and its processor Oak Hosting a total of EUR 1.5 million. "
        "The pharmacy pays EUR 1 million, the host EUR 500,000. "
        "Health records of at least 30,000 people lay open, in breach of Article 32(1). "
        "No infringement of Article 33 was found. The companies were also reprimanded (SAN-2022-101)."
    ),
    url="https://press.example/fined?id=7&q=é",
    published=PartialDate(2022, 5, 6),
)
NEWS = Article(
    key="news",
    text=(
        "The French watchdog fined Elm Pharmacy 1.49 million euros in case SAN-2022-101. "
        "It broke Article 32(1)(b) and 5."
    ),
    language="en-GB",
)
ROUNDUP = Article(key="roundup", text="A dentist was fined. Maria Exempla was reprimanded by the Garante.")


class Reader:
    """Finds words in a text and makes them values."""

    def __init__(self, article: Article) -> None:
        self.text = article.text

    def mention(self, words: str, label: Label, value: Value) -> Mention:
        start = self.text.index(words)
        return Mention(start, start + len(words), label, value)

    def party(self, words: str, party: Party) -> Stated[Party]:
        return Stated(party, (self.mention(words, Label.PARTY, party),), 0.8)

    def provision(self, words: str, value: str) -> Stated[Provision]:
        return Stated(provision(value), (self.mention(words, Label.PROVISION, provision(value)),), 0.97)

    def word(self, words: str, label: Label, value: str) -> Stated[str]:
        return Stated(value, (self.mention(words, label, value),), 0.93456)

    def status(self, words: str) -> Stated[Status]:
        return Stated(Status.FINAL, (self.mention(words, Label.STATUS, "final"),), 0.7)

    def fine(self, value: Fine, *printed: tuple[str, str]) -> Stated[Fine]:
        return Stated(value, tuple(self.mention(words, Label.MONEY, money(sum_)) for words, sum_ in printed), 0.9)


def release() -> Claim:
    read = Reader(RELEASE)
    return Claim(
        status=read.status("fined Elm"),
        authority=read.word("CNIL", Label.AUTHORITY, "fr/cnil"),
        parties=(
            read.party("Elm Pharmacy SAS", Party("Elm Pharmacy SAS")),
            read.party("Oak Hosting", Party("Oak Hosting", Role.PROCESSOR)),
        ),
        fine=read.fine(
            fine("1500000 EUR", parts=["1000000 EUR", "500000 EUR"]),
            ("EUR 1.5 million", "1500000 EUR"),
            ("EUR 1 million", "1000000 EUR"),
            ("EUR 500,000", "500000 EUR"),
        ),
        infringed=(read.provision("Article 32(1)", "32(1)"),),
        not_infringed=(read.provision("Article 33", "33"),),
        data_categories=(read.word("Health records", Label.DATA_CATEGORY, "health"),),
        affected=Stated(
            Headcount(30_000, Bound.AT_LEAST), (read.mention("30,000", Label.HEADCOUNT, Headcount(30_000)),), 0.9
        ),
        decided=Stated(date("2022-05-04"), (read.mention("4 May 2022", Label.DATE, date("2022-05-04")),), 1.0),
        measures=(read.word("reprimanded", Label.MEASURE, "reprimand"),),
        case_number=read.word("SAN-2022-101", Label.CASE_NUMBER, "SAN-2022-101"),
    )


def news() -> Claim:
    read = Reader(NEWS)
    return Claim(
        status=read.status("fined"),
        authority=read.word("French watchdog", Label.AUTHORITY, "fr/cnil"),
        parties=(read.party("Elm Pharmacy", Party("Elm Pharmacy")),),
        fine=read.fine(fine("1490000 EUR"), ("1.49 million euros", "1490000 EUR")),
        infringed=(read.provision("Article 32(1)(b)", "32(1)(b)"), read.provision("5.", "5")),
        case_number=read.word("SAN-2022-101", Label.CASE_NUMBER, "SAN-2022-101"),
    )


def roundup() -> tuple[Claim, ...]:
    read = Reader(ROUNDUP)
    dentist = Party(None, description="A dentist")
    return (
        Claim(
            status=read.status("was fined"),
            parties=(read.party("A dentist", dentist),),
            fine=Stated(Fine(None), (read.mention("fined", Label.STATUS, "fined"),), 0.6),
        ),
        Claim(
            status=read.status("was reprimanded"),
            authority=read.word("Garante", Label.AUTHORITY, "it/garante"),
            parties=(read.party("Maria Exempla", Party("Maria Exempla", Role.NATURAL_PERSON)),),
            measures=(read.word("reprimanded", Label.MEASURE, "reprimand"),),
        ),
    )


ARTICLES = {article_id(article): article for article in (RELEASE, NEWS, ROUNDUP)}


def sources() -> list[Source]:
    made = ((RELEASE, (release(),)), (NEWS, (news(),)), (ROUNDUP, roundup()))
    return [Source(article_id(article), article.published, claims) for article, claims in made]


@pytest.fixture(scope="module")
def decisions() -> tuple[Decision, ...]:
    return resolve(sources())


@pytest.fixture(scope="module")
def units(decisions: tuple[Decision, ...]) -> Sequence[Unit]:
    return built(decisions)


def built(decisions: tuple[Decision, ...]) -> Sequence[Unit]:
    organisations = {item.organisation for found in decisions for item in found.addressees if item.organisation}
    return [
        *(decision_unit(found, NAMES) for found in decisions),
        *(organisation_unit(organisation, NAMES) for organisation in organisations),
        *(article_unit(article, decisions, "00ff", NAMES) for article in ARTICLES.values()),
    ]


def pharmacy(decisions: tuple[Decision, ...]) -> Decision:
    [found] = [found for found in decisions if found.case_number]
    return found


def told(unit: Unit, name: str) -> dict[str, set[str]]:
    """What a unit says of the node `name`, in short: predicate and object without their namespaces."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in unit.quads:
        if quad.subject.value == unit.name.value + name:
            value = quad.object.value if isinstance(quad.object, Iri) else quad.object.lexical
            found[quad.predicate.value.rsplit("#")[-1]].add(value.removeprefix(unit.name.value).removeprefix(NS))
    return dict(found)


def test_the_facts_of_a_decision(decisions: tuple[Decision, ...]) -> None:
    unit = decision_unit(pharmacy(decisions), NAMES)
    elm, oak = NAMES.organisation("elm-pharmacy"), NAMES.organisation("oak-hosting")
    assert unit.name.value == "http://things.example/decision/fr-cnil-2022-san-2022-101"
    assert told(unit, "") == {
        "type": {"EnforcementDecision"},
        "label": {"CNIL 2022-05-04: Elm Pharmacy SAS, Oak Hosting"},
        "issuedBy": {"https://w3id.org/gdpr-enforcement/id/authority/fr/cnil"},
        "addressedTo": {elm, oak},
        "status": {vocab("decision-status", "final")},
        "verification": {vocab("verification", "machine-extracted")},
        "decisionDate": {"2022-05-04"},
        "decisionYear": {"2022"},
        "caseNumber": {"SAN-2022-101"},
        "totalFineEUR": {"1490000"},
        "concernsDataCategory": {vocab("data-category", "health")},
        "reportedIn": {NAMES.article(key) for key in (article_id(RELEASE), article_id(NEWS))},
        "findsInfringement": {
            "#infringement-1-art_5",
            "#infringement-1-art_32_par_1_pnt_b",
            "#infringement-1-art_33",
            "#infringement-2-art_33",
        },
        "imposes": {"#fine", "#fine-part-1", "#fine-part-2", "#measure-reprimand"},
        "affects": {"#affected"},
    }
    regulation = "https://w3id.org/gdpr-enforcement/id/provision/reg/2016/679/"
    assert told(unit, "#infringement-1-art_32_par_1_pnt_b") == {
        "type": {"Infringement"},
        "ofProvision": {regulation + "art_32/par_1/pnt_b"},
        "committedBy": {elm},
        "inCapacityOf": {ns.CONTROLLER.value},
        "outcome": {vocab("finding-outcome", "infringed")},
    }
    assert told(unit, "#infringement-2-art_33")["inCapacityOf"] == {ns.PROCESSOR.value}
    assert told(unit, "#infringement-2-art_33")["outcome"] == {vocab("finding-outcome", "not-infringed")}
    assert told(unit, "#fine") == {
        "type": {"AdministrativeFine", "CorrectiveMeasure"},
        "imposedOn": {elm, oak},
        "amount": {"1490000"},
        "amountEUR": {"1490000"},
        "currency": {vocab("currency", "EUR")},
        "exercisesPower": {regulation + "art_58/par_2/pnt_i"},
    }
    assert told(unit, "#measure-reprimand") == {
        "type": {"CorrectiveMeasure", "Reprimand"},
        "measureKind": {vocab("measure", "reprimand")},
        "imposedOn": {elm, oak},
        "exercisesPower": {regulation + "art_58/par_2/pnt_b"},
    }
    assert told(unit, "#affected") == {
        "type": {"AffectedGroup"},
        "dataSubjectCountMin": {"30000"},
        "countQualifier": {vocab("count-qualifier", "at-least")},
    }


def test_a_fine_without_an_amount_and_a_party_without_a_name(decisions: tuple[Decision, ...]) -> None:
    [found] = [found for found in decisions if found.authority is None]
    unit = decision_unit(found, NAMES)
    assert told(unit, "")["label"] == {"Unknown authority: A dentist"}
    assert told(unit, "")["addressedTo"] == told(unit, "#fine")["imposedOn"] == {"#party-1"}
    assert told(unit, "#party-1")["nameWithheld"] == told(unit, "#fine")["amountUndisclosed"] == {"true"}
    assert Quad(Iri(unit.name.value + "#party-1"), ns.PREF_LABEL, Literal("A dentist", language="en")) in unit.quads
    assert "totalFineEUR" not in told(unit, "")
    assert "amount" not in told(unit, "#fine")


def test_other_currencies_reductions_and_parts() -> None:
    read = Reader(RELEASE)
    reported = fine("90000 DKK", initial="120000 DKK", parts=["40000 DKK", "50000 DKK"])
    claim = Claim(
        status=read.status("fined Elm"),
        fine=read.fine(reported, ("EUR 1.5 million", "90000 DKK")),
        infringed=(read.provision("Article 33", "33"),),
        decided=Stated(date("2022-01"), (read.mention("May 2022", Label.DATE, date("2022-01")),), 1.0),
    )
    [found] = resolve([Source(article_id(RELEASE), None, (claim,))])
    unit = decision_unit(found, NAMES)
    assert told(unit, "#fine")["initialAmount"] == {"120000"}
    assert told(unit, "#fine")["amountEUR"] == told(unit, "")["totalFineEUR"] == {"12102.63"}
    assert told(unit, "#fine")["exchangeRate"] == {"7.4364"}
    assert told(unit, "#fine")["exchangeRateDate"] == {"2021-12-31"}
    assert told(unit, "#fine-part-2")["componentOf"] == {"#fine"}
    assert told(unit, "#fine-part-2")["amount"] == {"50000"}
    assert told(unit, "")["decisionDate"] == {"2022-01"}
    assert told(unit, "")["findsInfringement"] == {"#infringement-0-art_33"}
    assert "committedBy" not in told(unit, "#infringement-0-art_33")


def test_a_person_is_named_in_no_iri_and_no_label(units: Sequence[Unit]) -> None:
    for quad in (quad for unit in units for quad in unit.quads):
        iris = [term.value for term in quad if isinstance(term, Iri)]
        assert not any("maria" in iri.lower() for iri in iris)
        if quad.predicate == ns.LABEL and isinstance(quad.object, Literal):
            assert "Maria" not in quad.object.lexical


def test_every_fact_node_has_evidence(units: Sequence[Unit]) -> None:
    quads = {quad for unit in units for quad in unit.quads}
    nodes = {quad.subject for quad in quads if quad.graph is None}
    supported = {quad.object for quad in quads if quad.graph is not None and quad.predicate in {ns.SUBJECT, ns.OBJECT}}
    assert len(nodes) > 15
    assert nodes - supported == set()


def test_every_target_is_a_span_in_its_sentence(units: Sequence[Unit]) -> None:
    checked = 0
    for unit in units:
        said = {(quad.subject.value, quad.predicate): quad.object for quad in unit.quads if quad.graph is not None}
        for quad in unit.quads:
            if quad.object != ns.SPECIFIC_RESOURCE:
                continue
            kind, start, end = quad.subject.value.removeprefix(unit.name.value).split("-")
            position, quote = (f"{unit.name.value}#{letter}-{start}-{end}" for letter in "pq")
            assert kind == "#t"
            assert said[position, ns.START] == literal(int(start))
            assert said[position, ns.END] == literal(int(end))
            prefix, exact, suffix = (said[quote, name] for name in (ns.PREFIX, ns.EXACT, ns.SUFFIX))
            body = said[unit.name.value, ns.ARTICLE_BODY]
            assert isinstance(body, Literal)
            assert isinstance(prefix, Literal)
            assert isinstance(exact, Literal)
            assert isinstance(suffix, Literal)
            assert body.lexical[int(start) : int(end)] == exact.lexical
            sentence = prefix.lexical + exact.lexical + suffix.lexical
            assert body.lexical.index(sentence) + len(prefix.lexical) == int(start)
            assert sentence.startswith(("On 4", "The ", "Health", "No inf", "It broke", "A ", "Maria"))
            assert sentence.endswith((".", "fined"))
            checked += 1
    assert checked == 28


@pytest.mark.parametrize(
    ("article", "node", "said"),
    [
        (RELEASE, "#fine", {"1500000": "EUR 1.5 million"}),
        (NEWS, "#fine", {"1490000": "1.49 million euros"}),
        (RELEASE, "#fine-part-2", {"500000": "EUR 500,000"}),
        (NEWS, "#fine-part-2", {}),
    ],
)
def test_evidence_says_what_its_own_article_says(
    decisions: tuple[Decision, ...], article: Article, node: str, said: dict[str, str]
) -> None:
    unit = article_unit(article, decisions, "00ff", NAMES)
    about = {(quad.subject, quad.predicate): quad.object for quad in unit.quads}
    amounts = {}
    for (subject, predicate), value in about.items():
        target = Iri(NAMES.decision(pharmacy(decisions).id) + node)
        if predicate == ns.SUBJECT and value == target and about[subject, ns.PREDICATE] == Iri(Gde.amount.value):
            start, end = subject.value.split("-")[1:3]
            amount = about[subject, ns.OBJECT]
            assert isinstance(amount, Literal)
            amounts[amount.lexical] = article.text[int(start) : int(end)]
    assert amounts == said


def test_an_article_tells_of_itself_and_of_its_evidence(decisions: tuple[Decision, ...]) -> None:
    unit = article_unit(RELEASE, decisions, "00ff", NAMES)
    assert {quad.graph for quad in unit.quads} == {unit.name}
    about = {quad.predicate: quad.object for quad in unit.quads if quad.subject == unit.name}
    assert about[ns.ARTICLE_BODY] == literal(RELEASE.text)
    assert about[ns.HEADLINE] == literal("A pharmacy and its host are fined")
    assert about[ns.PUBLISHED] == literal(PartialDate(2022, 5, 6))
    assert about[ns.URL] == Iri("https://press.example/fined?id=7&q=%C3%A9")
    assert about[ns.LANGUAGE] == literal("en")
    number = literal("SAN-2022-101")
    [case] = [quad.subject for quad in unit.quads if quad.predicate == ns.OBJECT and quad.object == number]
    start = RELEASE.text.index("SAN-")
    assert case.value.startswith(f"{unit.name.value}#e-{start}-{start + 12}-")
    evidence = {(quad.predicate, quad.object) for quad in unit.quads if quad.subject == case}
    assert {
        (ns.SUBJECT, Iri(NAMES.decision("fr-cnil-2022-san-2022-101"))),
        (ns.PREDICATE, Iri(Gde.caseNumber.value)),
        (Iri(Gde.confidence.value), literal(Decimal("0.9346"))),
        (ns.TYPE, Iri(Gde.Evidence.value)),
        (ns.TYPE, ns.STATEMENT),
        (ns.TYPE, ns.ANNOTATION),
        (ns.DERIVED_FROM, unit.name),
        (ns.GENERATED_BY, Iri("http://things.example/run/00ff")),
    } < evidence


def test_the_same_articles_are_the_same_bytes() -> None:
    files = set()
    for order in permutations(sources()):
        out = io.BytesIO()
        write((quad for unit in built(resolve(order)) for quad in unit.quads), "nquads", out)
        files.add(out.getvalue())
    assert len(files) == 1
    assert files.pop().count(b"\n") > 300


def test_units_are_what_the_store_can_replace(units: Sequence[Unit], tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.apply(units)
        assert set(store.quads()) == {quad for unit in units for quad in unit.quads}
        store.apply(Unit(unit.name, frozenset()) for unit in units)
        assert set(store.quads()) == set()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (" https://a.example/x y ", "https://a.example/x%20y"),
        ("http://a.example/50%/%41", "http://a.example/50%25/%41"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("ftp://a.example/", None),
        ("//a.example/", None),
        ("https://", None),
        ("https://[::1", None),
    ],
)
def test_only_an_address_on_the_web_becomes_a_link(url: str, expected: str | None) -> None:
    assert web_address(url) == (Iri(expected) if expected else None)
