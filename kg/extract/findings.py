"""The findings of a case: its provisions by what the whole text says of them."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from kg.extract.infringements import outcome
from kg.extract.provision_place import BASES, Outcome, Verdict
from kg.extract.reading import Reading, Span, covered, within
from kg.model import Mention, Stated
from kg.values import Provision

_SURE = 0.85
"""From so sure on, a later acquittal outweighs a finding."""


Findings = dict[Outcome, tuple[Stated[Provision], ...]]
"""The provisions of a case by outcome, each in the order of the regulation."""


def findings(reading: Reading, spans: tuple[Span, ...]) -> Findings:
    """The provisions in some stretches of a text by outcome, each once, in the order of the regulation.

    An infringed provision of which an infringed part is named too is only cited: "Article 32, namely Article 32(1)(b)".
    Articles of legal bases stay: that one basis failed is no narrower form of there being none.
    """
    said: dict[Provision, list[tuple[Verdict, Mention]]] = defaultdict(list)
    for mention, provision in within(reading.provisions, spans):
        said[provision].append((outcome(reading, mention, provision), mention))
    kinds = {provision: _weighed([verdict for verdict, _ in rows]) for provision, rows in said.items()}
    places = {provision: rows[-1][1].start for provision, rows in said.items()}
    for provision, kind in kinds.items():
        whole = provision.parent
        if kind is Outcome.INFRINGED and whole in kinds and kinds[whole] is Outcome.NOT_INFRINGED:
            kinds[provision] = Outcome.NOT_INFRINGED if places[provision] < places[whole] else kind
    infringed = [provision for provision, kind in kinds.items() if kind is Outcome.INFRINGED]
    found: dict[Outcome, list[Stated[Provision]]] = {kind: [] for kind in Outcome}
    for provision in sorted(said, key=lambda p: p.sort_key):
        kind = kinds[provision]
        rows = [row for row in said[provision] if row[0].outcome is kind] or said[provision]
        kept = Outcome.CITED if kind is Outcome.INFRINGED and _has_part(provision, infringed) else kind
        found[kept].append(Stated(provision, tuple(row[1] for row in rows), max(row[0].sure for row in rows)))
    return {kind: tuple(stated) for kind, stated in found.items()}


def shared_out(found: Sequence[Findings], spans: Sequence[tuple[Span, ...]]) -> list[Findings]:
    """The findings of several cases, less those that only text on all of them gives and that are another one's.

    `spans` are the stretches that speak of each case. Where the text says of both of two cases what each infringed
    ("in violation of Articles 5, 28 and 32"), and then of each, what it says of each counts; not so where it leaves
    one of these provisions to nobody.
    """

    def own(stated: Stated[Provision]) -> bool:
        return any(not all(covered(mention.start, each) for each in spans) for mention in stated.mentions)

    owned = [{stated.value.article for stated in case[Outcome.INFRINGED] if own(stated)} for case in found]
    common = {s.value.article for case in found for s in case[Outcome.INFRINGED] if not own(s)}
    if not common <= set().union(*owned):
        return list(found)
    shared = []
    for number, case in enumerate(found):
        others = set().union(*(articles for at, articles in enumerate(owned) if at != number))
        lost = others - owned[number] if owned[number] else set()
        kept = tuple(s for s in case[Outcome.INFRINGED] if own(s) or s.value.article not in lost)
        cited = (*case[Outcome.CITED], *(s for s in case[Outcome.INFRINGED] if s not in kept))
        cited = tuple(sorted(cited, key=lambda stated: stated.value.sort_key))
        shared.append({**case, Outcome.INFRINGED: kept, Outcome.CITED: cited})
    return shared


def _has_part(whole: Provision, others: Collection[Provision]) -> bool:
    if whole.article in BASES and any(other.point for other in others if other.article == whole.article):
        return False
    return any(whole in (other.parent, other.parent and other.parent.parent) for other in others)


def _weighed(verdicts: Sequence[Verdict]) -> Outcome:
    """One outcome of what is said of a provision in several places.

    Infringed, unless only surroundings say so and the words beside it clear it elsewhere, or the last words on it
    surely clear it, as those of a court do; else not infringed, else cited.
    """
    told = {verdict.outcome for verdict in verdicts if verdict.told}
    last = next((verdict for verdict in reversed(verdicts) if verdict.outcome is not Outcome.CITED), None)
    if last is not None and last.outcome is Outcome.NOT_INFRINGED and last.sure >= _SURE:
        return Outcome.NOT_INFRINGED
    every = {verdict.outcome for verdict in verdicts}
    if Outcome.NOT_INFRINGED in told and Outcome.INFRINGED not in told:
        return Outcome.NOT_INFRINGED
    return next(kind for kind in Outcome if kind in every)
