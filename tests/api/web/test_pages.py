"""The pages: each is well formed, tells what the graph tells, and trusts nothing that comes from an article."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest
from starlette.testclient import TestClient

from api.web.pages import FURTHER
from ontology.concepts import concepts
from ontology.questions import questions
from tests.kg.index.fictional import world

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
VOID = {"meta", "link", "input", "br", "img", "hr"}


SEVERAL = (
    "authority=fr/cnil&authority=es/aepd&provision=32&provision=5(1)&provision=13&data_category=health&year=2023"
    "&year=2021&measure=reprimand&organisation=a&organisation=b&not_infringed=33&has_fine=true&limit=7&sort=fine"
)


class Page(HTMLParser):
    """A page as a browser's parser sees it; an error for tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def every(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def read(client: TestClient, path: str, status: int = 200) -> Page:
    response = client.get(path, headers=BROWSER)
    assert response.status_code == status
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Page(response.text)


def paths() -> list[str]:
    known = [f"/decisions/{decision.id}" for decision in world().decisions]
    known += [f"/articles/{world().article(article.title or '')}" for article in world().articles]
    asking = [f"/query?question={name}" for name in ("decisions-of-authority", "decisions-since", "doubtful-facts")]
    return [
        "/",
        "/decisions",
        "/decisions?q=zzz",
        "/authorities",
        "/query",
        f"/decisions?{SEVERAL}",
        "/docs",
        *asking,
        *known,
    ]


@pytest.mark.parametrize("path", paths())
def test_a_page_is_well_formed_and_accessible(client: TestClient, path: str) -> None:
    page = read(client, path)
    assert page.every("html") == [{"lang": "en"}]
    assert len(page.every("h1")) == len(page.every("main")) == 1
    assert {"class": "skip", "href": "#main"} in page.every("a")
    labelled = {attributes["for"] for attributes in page.every("label")}
    for tag in ("input", "select", "textarea"):
        fields = [attributes for attributes in page.every(tag) if attributes.get("type") != "hidden"]
        assert {attributes["id"] for attributes in fields} <= labelled
    names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", paths())
def test_a_page_needs_nothing_from_elsewhere_and_has_no_inline_code(client: TestClient, path: str) -> None:
    page = read(client, path)
    for tag, attributes in page.tags:
        assert tag not in {"style", "iframe", "img", "b"}
        assert not {name for name in attributes if name.startswith("on")} | ({"style"} & attributes.keys())
        if tag in {"script", "link"}:
            assert attributes.get("src", attributes.get("href", "")).startswith("/static/")
        if tag == "a" and ":" in attributes["href"].split("?")[0].split("#")[0]:
            assert attributes["href"].startswith(("http://", "https://"))


@pytest.mark.parametrize("path", paths())
def test_every_link_within_the_site_leads_somewhere(client: TestClient, path: str) -> None:
    page = read(client, path)
    here = path.split("?")[0]
    for attributes in page.every("a"):
        address, _, anchor = attributes["href"].partition("#")
        if address.startswith("http"):
            continue
        target = here + address if address.startswith("?") else address or path
        response = client.get(target, headers=BROWSER)
        assert response.status_code == 200, target
        if anchor and not address.endswith(".json"):
            assert f'id="{anchor}"' in response.text, attributes["href"]


def test_what_an_article_says_is_text(client: TestClient) -> None:
    decision, article = world().decision("Kühn"), world().article("script")
    for path in (f"/decisions/{decision.id}", f"/articles/{article}", "/decisions", "/decisions?q=<script>x"):
        response = client.get(path, headers=BROWSER)
        assert "<script>" not in response.text
        assert "<img" not in response.text
        assert "javascript:" not in response.text
    assert "<script>alert('Kühn')</script>" in read(client, f"/articles/{article}").text


def test_each_fact_stands_beside_its_sentence(client: TestClient) -> None:
    response = client.get(f"/decisions/{world().decision('Lantern').id}", headers=BROWSER)
    sentences = re.findall(r"<blockquote>(.*?)</blockquote>", response.text, re.DOTALL)
    assert "The French authority has fined Lantern Clinic <mark>EUR 900,000</mark>." in sentences
    assert "The <mark>patient files</mark> of about 40,000 people were open to anyone with the link." in sentences
    article = world().article("Lantern")
    assert f'href="/articles/{article}#c-' in response.text
    late = "The leak was told by the clinic <mark>15 days late</mark>."
    assert late in sentences
    assert all(words in response.text for words in ("notified after 432 hours", "Art. 83(2)(f) GDPR", "Whose data"))


def test_sources_that_differ_are_shown_to_differ(client: TestClient) -> None:
    text = read(client, f"/decisions/{world().decision('Lantern').id}").text
    assert text.count("This source says otherwise") == 1
    assert re.search(r"otherwise: 90[05],000", text)


def test_amounts_and_dates_are_for_people(client: TestClient) -> None:
    text = read(client, f"/decisions/{world().decision('Nordfjord').id}").text
    assert "NOK\u00a02,500,000" in text
    assert "≈ €245,495" in text
    assert "November 2022" in text
    assert "at least 120,000" in text


def test_a_decision_can_be_cited_and_leads_on(client: TestClient) -> None:
    found = world().decision("Lantern")
    page = read(client, f"/decisions/{found.id}")
    cited = re.search(r"Citation\s*(.+)\. GDPR enforcement graph, (\S+)", page.text)
    assert cited is not None
    assert cited[1].startswith("French Data Protection Authority (CNIL), decision ")
    assert "Lantern Clinic" in cited[1]
    assert cited[2].endswith(f"/decision/{found.id}")
    further = [
        dict(parse_qsl(link["href"].partition("?")[2])) for link in page.every("a") if "decision=" in link["href"]
    ]
    assert [link["question"] for link in further] == list(FURTHER)
    for link in further:
        answer = client.get(f"/questions/{link['question']}", params={"decision": link["decision"]})
        assert answer.status_code == 200


def test_short_names_stand_behind_long_ones_that_lack_them(client: TestClient) -> None:
    names = read(client, "/authorities").text
    assert "(CNIL)" in names
    doubled = [name for name in re.findall(r"\w+ \((\w+)\)", names) if f"{name} ({name})" in names]
    assert doubled == []


def test_the_page_of_the_api_tells_bounds(client: TestClient) -> None:
    assert re.search(r"at least 1, at most \d+, by default 20", read(client, "/docs").text)


def test_the_marked_text_is_the_whole_text(client: TestClient) -> None:
    for article in world().articles:
        response = client.get(f"/articles/{world().article(article.title or '')}", headers=BROWSER)
        found = re.search(r'<div class="text" lang="en">(.*?)</div>', response.text, re.DOTALL)
        assert found is not None
        body = article.text.removeprefix(article.title or "").lstrip()
        assert Page(found[1]).text == body


def test_filters_are_kept_and_can_be_taken_away(client: TestClient) -> None:
    page = read(client, "/decisions?authority=fr/cnil&q=clinic&sort=-fine")
    assert {"id": "q", "name": "q", "type": "search", "value": "clinic"}.items() <= page.every("input")[0].items()
    chosen = {item["value"] for item in page.every("option") if "selected" in item}
    assert {"fr/cnil", "-fine"} <= chosen
    links = {item["href"] for item in page.every("a")}
    assert {"?q=clinic&sort=-fine", "?authority=fr%2Fcnil&sort=-fine"} <= links
    assert "1 decision" in page.text


def test_a_form_that_is_sent_again_asks_for_the_same(client: TestClient) -> None:
    parser = Form(client.get(f"/decisions?{SEVERAL}", headers=BROWSER).text)
    assert sorted(parser.sent) == sorted(parse_qsl(SEVERAL))
    assert Form(client.get("/decisions", headers=BROWSER).text).sent == [("sort", "-date")]


class Form(HTMLParser):
    """What a browser sends of the filters of a page that nobody has touched, without empty fields."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self._select: str | None = None
        self.feed(text[text.index('<form class="filters"') : text.index("</form>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "select":
            self._select = given["name"]
        name = self._select if tag == "option" and "selected" in given else given.get("name")
        if tag in {"input", "option"} and name and (value := given.get("value")):
            self.sent.append((name, value))


def test_a_search_shows_where_the_words_stand(client: TestClient) -> None:
    response = client.get("/decisions?q=whereabouts", headers=BROWSER)
    assert 'class="excerpt">The <mark>whereabouts</mark> of more than 120,000 subscribers leaked.' in response.text
    hostile = client.get("/decisions?q=stake", headers=BROWSER).text
    assert "&lt;img src=x onerror=alert(1)&gt; Article 17(1) was at <mark>stake</mark>." in hostile


def test_a_list_that_is_empty_says_what_to_do(client: TestClient) -> None:
    assert "No decision fits" in read(client, "/decisions?q=zzz").text


def test_pages_lead_to_the_next_and_back_to_the_first(client: TestClient) -> None:
    first = read(client, "/decisions?limit=3")
    (following,) = (item["href"] for item in first.every("a") if item.get("rel", "").startswith("next"))
    second = read(client, following)
    assert "?limit=3" in {item["href"] for item in second.every("a")}


def test_a_bad_address_is_explained(client: TestClient) -> None:
    assert "There is nothing at this address" in read(client, "/none", 404).text
    assert "the GDPR has no 5(9)" in read(client, "/decisions?provision=5(9)", 422).text


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_question_has_a_page_with_a_field_for_each_parameter(client: TestClient, name: str) -> None:
    question = questions()[name]
    page = read(client, f"/query?question={name}")
    assert question.title in page.text
    assert question.text in page.text
    fields = {item["name"] for tag in ("input", "select") for item in page.every(tag)} - {"format"}
    assert fields == {parameter.name for parameter in question.parameters}
    forms = [form["action"] for form in page.every("form")]
    assert forms == ([f"/questions/{name}"] if question.parameters else []) + ["/sparql"]


def test_a_question_can_be_linked_to_with_its_values(client: TestClient) -> None:
    page = read(client, "/query?question=decisions-of-authority&authority=es/aepd")
    assert [item["value"] for item in page.every("option") if "selected" in item] == ["es/aepd"]
    assert concepts("authority")["it/garante"].label() in page.text
    given = read(client, "/query?question=decisions-of-authority&authority=http://a.example/%22><script>")
    assert [item["value"] for item in given.every("option") if "selected" in item] == ['http://a.example/"><script>']
    date = read(client, "/query?question=decisions-since").every("input")[0]
    assert (date["type"], date["value"]) == ("date", "2018-05-25")
    assert "required" in read(client, "/query?question=decisions-on-organisation").every("input")[0]


def test_a_query_in_the_address_fills_the_form(client: TestClient) -> None:
    page = client.get("/query", params={"query": "ASK { ?s ?p </textarea><script>1</script> }"}, headers=BROWSER)
    assert "</textarea><script>" not in page.text
    assert "ASK { ?s ?p </textarea><script>1</script> }" in Page(page.text).text


def test_every_operation_and_problem_is_on_the_page_of_the_api(client: TestClient) -> None:
    text = read(client, "/docs").text
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method, operation in methods.items():
            assert f"{method.upper()} {path}" in text
            assert operation["description"].replace("`", "").splitlines()[0] in text.replace("`", "")


def test_where_people_guess(client: TestClient) -> None:
    response = client.get("/search?q=clinic", follow_redirects=False)
    assert response.status_code == 308
    assert response.headers["location"].endswith("/decisions?q=clinic")
    assert "Disallow: /*?" in client.get("/robots.txt").text
