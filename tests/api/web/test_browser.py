"""The pages in a real browser: they fit a phone, load without complaint, and the query form shows what it gets."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from api.app import create_app
from kg.settings import Settings
from tests.kg.index.fictional import world

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    """A server over the invented articles, on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        deadline = time.monotonic() + 20
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser says about the pages of a test: it should be nothing."""
    return []


@pytest.fixture
def phone(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 400, "height": 800})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    context.close()


def paths() -> list[str]:
    hostile = world().decision("Kühn")
    several = world().decision("Lantern")
    articles = [f"/articles/{world().article(title)}" for title in ("script", "Lantern")]
    return [
        "/",
        "/decisions",
        "/authorities",
        "/query",
        "/query?question=decisions-of-authority",
        "/query?question=decisions-since",
        "/decisions?authority=fr/cnil&authority=es/aepd&provision=32&provision=13",
        "/docs",
        f"/decisions/{hostile.id}",
        f"/decisions/{several.id}",
        *articles,
    ]


@pytest.mark.parametrize("path", paths())
def test_a_page_fits_a_phone_and_nothing_is_refused(
    phone: Page, address: str, complaints: list[str], path: str
) -> None:
    phone.goto(address + path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 400
    assert complaints == []


def test_a_query_shows_its_rows(phone: Page, address: str, complaints: list[str]) -> None:
    phone.goto(f"{address}/query")
    phone.get_by_label("Query", exact=True).fill(
        "SELECT ?decision ?eur WHERE { ?decision gde:totalFineEUR ?eur } ORDER BY DESC(?eur) LIMIT 2"
    )
    phone.get_by_role("button", name="Run").last.click()
    expect(phone.get_by_role("status")).to_contain_text("2 rows")
    expect(phone.locator("#answer tbody tr")).to_have_count(2)
    expect(phone.locator("#answer td").nth(1)).to_have_text("75000000")
    phone.locator("#answer a").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Orbit Ads Ltd")
    assert complaints == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ASK { ?s a gde:EnforcementDecision }", "Yes"),
        ("ASK { ?s a gde:Nonsense }", "No"),
        ("CONSTRUCT WHERE { ?s gde:caseNumber ?o }", "A graph"),
        ("SELECT * WHERE { ?s gde:caseNumber '<img src=x onerror=alert(1)>' }", "0 rows"),
    ],
)
def test_a_query_shows_its_answer(phone: Page, address: str, complaints: list[str], query: str, said: str) -> None:
    phone.goto(f"{address}/query")
    phone.get_by_label("Query", exact=True).fill(query)
    phone.keyboard.press("Control+Enter")
    expect(phone.get_by_role("status")).to_contain_text(said)
    assert complaints == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT nonsense", "The query cannot be answered"),
        ("SELECT * { SERVICE <http://a.example/> {} }", "may not run here"),
    ],
)
def test_a_query_that_fails_is_explained(phone: Page, address: str, query: str, said: str) -> None:
    phone.goto(f"{address}/query")
    phone.get_by_label("Query", exact=True).fill(query)
    phone.get_by_role("button", name="Run").click()
    expect(phone.get_by_role("status")).to_contain_text(said)
    expect(phone.locator("#answer")).to_be_empty()


def test_the_form_works_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/query")
    page.get_by_label("Query", exact=True).fill("ASK { ?s a gde:EnforcementDecision }")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("body")).to_contain_text('"boolean":true')
    context.close()


def test_a_question_shows_its_rows(phone: Page, address: str, complaints: list[str]) -> None:
    phone.goto(f"{address}/query?question=decisions-of-authority")
    form = phone.locator("#question-form")
    form.get_by_label("Authority").select_option("es/aepd")
    form.get_by_role("button", name="Run").click()
    expect(phone.get_by_role("status")).to_contain_text("1 row")
    expect(phone.locator("#answer")).to_contain_text("Pan y Sol Bakeries")
    phone.locator("#answer a").first.click()
    assert complaints == []


def test_a_value_that_cannot_be_used_is_explained(phone: Page, address: str) -> None:
    phone.goto(f"{address}/query?question=decisions-on-provision")
    phone.get_by_label("Provision").fill("5(9)")
    phone.keyboard.press("Control+Enter")
    expect(phone.get_by_role("status")).to_contain_text("the GDPR has no provision '5(9)'")


def test_a_question_is_answered_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/query?question=decisions-on-organisation")
    page.get_by_label("Name").fill("bakeries")
    page.locator("#question-form").get_by_role("button", name="Run").click()
    expect(page.locator("body")).to_contain_text("Pan y Sol Bakeries")
    context.close()


def test_a_quote_leads_to_its_place_in_the_article(phone: Page, address: str) -> None:
    phone.goto(f"{address}/decisions/{world().decision('Nordfjord').id}")
    phone.locator(".evidence a").nth(4).click()
    target = phone.evaluate("document.querySelector(':target').parentElement.textContent")
    assert target == "Skala Hosting"
