"""Templates to pages. Everything is escaped; what comes from articles is never trusted."""

import re
from decimal import Decimal
from urllib.parse import quote

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.methods import root_of
from kg.index.records import Authority, Date, Sum
from kg.values import PartialDate
from ontology.concepts import concepts

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}

_NO_BREAK = "\u00a0"

_WORD = re.compile(r"\w+")


def page(request: Request, template: str, *, status: int = 200, **context: object) -> HTMLResponse:
    """A page from a template."""
    root = root_of(request)
    return HTMLResponse(_ENVIRONMENT.get_template(template).render(root=root, **context), status)


def money(total: Sum) -> str:
    """A sum for people: `€1,500,000`, `NOK 65,000,000`; parts of a unit with two places."""
    number = figure(total.amount)
    if total.currency is None:
        return number
    return _SIGNS[total.currency] + number if total.currency in _SIGNS else f"{total.currency}{_NO_BREAK}{number}"


def euro(amount: str) -> str:
    """An amount in euro for people."""
    return money(Sum(amount=amount, currency="EUR"))


def whole_euro(amount: str) -> str:
    """An amount in euro without cents."""
    return euro(str(round(Decimal(amount))))


def readable(value: str) -> str:
    """A value of the graph for people: a number with its thousands apart, anything else as it is."""
    return figure(value) if re.fullmatch(r"\d+(\.\d+)?", value) else value


def short_euro(amount: str) -> str:
    """An amount in euro, rounded for a chart: `€1.5 m`."""
    value = Decimal(amount)
    for unit, name in ((Decimal(10**9), "bn"), (Decimal(10**6), "m"), (Decimal(10**3), "k")):
        if value >= unit:
            return f"€{format_decimal(value / unit, format='0.#', locale='en')}{_NO_BREAK}{name}"
    return euro(amount)


def figure(number: str | int) -> str:
    """A number with its thousands apart."""
    value = Decimal(number)
    whole = value == value.to_integral_value()
    return format_decimal(value, format="#,##0" if whole else "#,##0.00", locale="en")


def day(date: Date) -> str:
    """A date for people: `15 April 2022`, `April 2022`, `2022`."""
    known = PartialDate.parse(date.value)
    if known is None or known.month is None:
        return date.value
    first = PartialDate(known.year, known.month, known.day or 1).as_day
    return format_date(first, "d MMMM y" if known.day else "MMMM y", locale="en")


def web_address(url: str | None) -> str | None:
    """An address that may become a link: only of the web."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def host(url: str) -> str:
    """The site of an address of the web."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def authority_name(authority: Authority) -> str:
    """Its name with the short one behind, where that says more: `French Data Protection Authority (CNIL)`."""
    concept = concepts("authority").get(authority.id)
    short = (concept.notation or "").removesuffix(f" ({authority.country})") if concept else ""
    known = set(_WORD.findall(authority.label))
    return authority.label if known.issuperset(_WORD.findall(short)) else f"{authority.label} ({short})"


def coded(text: str) -> Markup:
    """A description with what stands in backticks as code."""
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if at % 2 else piece for at, piece in enumerate(text.split("`"))
    )


def percent(share: float) -> str:
    """A probability for people; what is not certain is not rounded to certainty."""
    return f"{share if share == 1 else min(share, 0.99):.0%}"


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("api.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    values = (money, euro, whole_euro, short_euro, figure, day, percent, readable)
    filters = (*values, authority_name, coded, web_address, host)
    environment.filters.update({function.__name__: function for function in filters})
    environment.filters["part"] = lambda text: quote(str(text), safe="")
    return environment


_ENVIRONMENT = _environment()
