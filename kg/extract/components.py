"""The finders as spaCy components: each adds its mentions to `doc.spans` and to `doc._.mentions`, and nothing else.

A span covers whole tokens, a mention counts characters: the mentions are what claims rest on.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.authorities import find_authorities
from kg.extract.calibration import calibrated
from kg.extract.case_triggers import find_triggers
from kg.extract.cases import find_case_numbers
from kg.extract.categories import find_categories
from kg.extract.claims import find_claims
from kg.extract.countries import crowns, home
from kg.extract.dates import find_dates
from kg.extract.delays import find_delays
from kg.extract.entities import find_organisations, load
from kg.extract.factors import find_factors
from kg.extract.found import Found
from kg.extract.headcounts import find_headcounts
from kg.extract.incidents import find_causes, find_kinds
from kg.extract.measures import find_measures
from kg.extract.money import find_money
from kg.extract.party_model import SHIPPED, read_model, shipped
from kg.extract.provisions import find_provisions
from kg.extract.reading import Reading, Span, in_order
from kg.extract.statuses import find_statuses
from kg.extract.topics import find_topics, with_labels
from kg.model import Article, Label, Mention, Value
from kg.sentences import spans

Doc.set_extension("article", default=None)
Doc.set_extension("mentions", default=())
Doc.set_extension("claims", default=())
Doc.set_extension("organisations", default=())

Finder = Callable[[Article], Iterable[Found[Value]]]

FINDERS: dict[Label, Finder] = {
    Label.MONEY: lambda article: find_money(article.text, crowns(article.text), home(article.text)),
    Label.PROVISION: lambda article: find_provisions(article.text),
    Label.DATE: lambda article: find_dates(article.text, article.published),
    Label.HEADCOUNT: lambda article: find_headcounts(article.text),
    Label.CASE_NUMBER: lambda article: find_case_numbers(article.text),
    Label.AUTHORITY: lambda article: find_authorities(article.text),
    Label.DATA_CATEGORY: lambda article: find_categories(article.text),
    Label.MEASURE: lambda article: find_measures(article.text),
    Label.STATUS: lambda article: find_statuses(article.text),
    Label.SECTOR: lambda article: find_topics(article, Label.SECTOR),
    Label.CONTEXT: lambda article: find_topics(article, Label.CONTEXT),
    Label.SUBJECT_GROUP: lambda article: find_topics(article, Label.SUBJECT_GROUP),
    Label.TRIGGER: lambda article: with_labels(article, Label.TRIGGER, find_triggers(article.text)),
    Label.BREACH_KIND: lambda article: with_labels(article, Label.BREACH_KIND, find_kinds(article.text)),
    Label.BREACH_CAUSE: lambda article: with_labels(article, Label.BREACH_CAUSE, find_causes(article.text)),
    Label.NOTIFICATION_DELAY: lambda article: find_delays(article.text),
    Label.FACTOR: lambda article: find_factors(article.text),
}
"""What finds the mentions of each label."""


@Language.factory("gdpr_mentions", assigns=["doc.spans", "doc._.mentions"], default_config={"label": ""})
def gdpr_mentions(nlp: Language, name: str, label: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """A component that finds the mentions of one label."""
    kind = Label(label)

    def component(doc: Doc) -> Doc:
        found = [Mention(hit.start, hit.end, kind, hit.value) for hit in FINDERS[kind](doc._.article)]
        doc._.mentions = (*doc._.mentions, *found)
        tokens = (doc.char_span(m.start, m.end, label=str(kind), alignment_mode="expand") for m in found)
        doc.spans[str(kind)] = [span for span in tokens if span is not None]
        return doc

    return component


@Language.factory("gdpr_organisations", assigns=["doc.spans", "doc._.organisations"], default_config={"model": ""})
def gdpr_organisations(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """A component that lets another pipeline name organisations: see `kg.extract.entities`."""
    other = load(model)

    def component(doc: Doc) -> Doc:
        doc._.organisations = find_organisations(other, doc._.article.text)
        tokens = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in doc._.organisations)
        doc.spans["organisation"] = [span for span in tokens if span is not None]
        return doc

    return component


@Language.factory(
    "gdpr_claims", requires=["doc._.mentions"], assigns=["doc._.claims"], default_config={"party_model": True}
)
class ClaimFinder:
    """Assembles the claims from the mentions of the components before; by the rules alone without the party model."""

    def __init__(self, nlp: Language, name: str, party_model: bool) -> None:  # noqa: ARG002
        self.model = shipped() if party_model else None

    def __call__(self, doc: Doc) -> Doc:
        """Add the claims."""
        article: Article = doc._.article
        sentences = tuple(Span(start, end) for start, end in spans(article.text))
        reading = Reading(article, sentences, in_order(doc._.mentions), doc._.organisations)
        doc._.claims = find_claims(reading, self.model)
        return doc

    def to_disk(self, path: str | Path, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002
        """Write the model, if there is one, into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self.model is not None:
            self.model.write(folder / SHIPPED.name)

    def from_disk(self, path: str | Path, exclude: Sequence[str] = ()) -> "ClaimFinder":  # noqa: ARG002
        """Take the model that `to_disk` wrote, if it wrote one."""
        file = Path(path) / SHIPPED.name
        self.model = read_model(file) if file.exists() else None
        return self


@Language.component("gdpr_probabilities", requires=["doc._.claims"], assigns=["doc._.claims"])
def gdpr_probabilities(doc: Doc) -> Doc:
    """Turn the scores of the claims into probabilities."""
    doc._.claims = tuple(calibrated(claim, doc._.article, len(doc._.claims)) for claim in doc._.claims)
    return doc
