"""The report as one HTML page that needs nothing but itself."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.evaluation.marking import is_unseen, marks, pieces
from kg.evaluation.result import Evaluation
from kg.evaluation.verdict import Field


def render(evaluation: Evaluation, name: str) -> str:
    """The report on a set of this name: scores, sums, calibration, and every text that has misses, with its marks.

    The page depends on nothing but the evaluation; whatever comes from texts is escaped.
    """
    missed = [judged for judged in evaluation.texts if judged.misses]
    texts = [(judged, pieces(judged.article.text, marks(judged))) for judged in missed]
    fields = {field: sum(1 for _ in evaluation.misses(field)) for field in Field}
    return _ENVIRONMENT.get_template("report.html").render(
        name=name,
        evaluation=evaluation,
        plots={"all facts": evaluation.calibration, **evaluation.calibrations},
        texts=texts,
        is_unseen=is_unseen,
        missed_fields={field: count for field, count in fields.items() if count},
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.evaluation"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["share"] = lambda share: f"{share:.3f}"
    environment.filters["words"] = lambda name: str(name).replace("_", " ")
    return environment


_ENVIRONMENT = _environment()
