"""Three articles with their claims, for tests of what is built of them: a joint decision told twice, and a round-up."""

from collections.abc import Sequence

from kg.graph.build.articles import article_unit
from kg.graph.build.decisions import decision_unit
from kg.graph.build.organisations import organisation_unit
from kg.graph.terms import Unit
from kg.ids import Names, article_id
from kg.model import Article, Claim, Decision, Fine, Label, Mention, Party, Stated, Value
from kg.resolve.sources import Source
from kg.values import Bound, Headcount, PartialDate, Provision, Role, Status
from tests.kg.making import date, fine, money, provision

NAMES = Names("http://things.example/")
RUN = "00ff00ff00ff00ff"

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


def built(decisions: tuple[Decision, ...]) -> Sequence[Unit]:
    organisations = {item.organisation for found in decisions for item in found.addressees if item.organisation}
    return [
        *(decision_unit(found, NAMES) for found in decisions),
        *(organisation_unit(organisation, NAMES) for organisation in organisations),
        *(article_unit(article, decisions, RUN, NAMES) for article in ARTICLES.values()),
    ]


def pharmacy(decisions: tuple[Decision, ...]) -> Decision:
    [found] = [found for found in decisions if found.case_number]
    return found
