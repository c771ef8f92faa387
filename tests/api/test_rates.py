"""What a client may ask in a minute, and what it is told of that."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api import rates
from api.app import create_app
from api.rates import BoundedMemory
from kg.keys import KeyRing, Scope
from kg.settings import Settings

LIMIT = 5
FIELD = re.compile(r'"(\w+)";r=(\d+);t=(\d+)')


class Clock:
    """A time that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(rates, "time", made)
    return made


class Served:
    """A server that clients at several addresses ask."""

    def __init__(self, data_dir: Path, **more: object) -> None:
        given = {"data_dir": data_dir, "rate_limit": LIMIT, "rate_limit_keyed": 2 * LIMIT, **more}
        self._app = create_app(Settings.model_validate(given))

    def statuses(self, address: str, times: int, path: str = "/robots.txt", **headers: str) -> list[int]:
        client = TestClient(self._app, client=(address, 40_000))
        return [client.get(path, headers=headers).status_code for _ in range(times)]

    def client(self, address: str) -> TestClient:
        return TestClient(self._app, client=(address, 40_000))


@pytest.mark.usefixtures("clock")
def test_each_answer_says_what_is_left(tmp_path: Path) -> None:
    client = Served(tmp_path).client("192.0.2.1")
    answers = [client.get("/robots.txt") for _ in range(LIMIT + 2)]
    assert {answer.headers["ratelimit-policy"] for answer in answers} == {f'"anonymous";q={LIMIT};w=60'}
    found = [FIELD.fullmatch(answer.headers["ratelimit"]) for answer in answers]
    assert [match.groups() for match in found if match] == [
        ("anonymous", str(left), "60") for left in (4, 3, 2, 1, 0, 0, 0)
    ]
    assert "RateLimit" in answers[0].headers["access-control-expose-headers"]


def test_what_passes_the_quota_is_refused_until_the_window_ends(tmp_path: Path, clock: Clock) -> None:
    served = Served(tmp_path)
    assert served.statuses("192.0.2.1", LIMIT + 1) == [200] * LIMIT + [429]
    clock.now += 17.5
    refused = served.client("192.0.2.1").get("/decisions")
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["retry-after"] == "43"
    assert refused.json()["type"] == "/docs#problem-too-many-requests"
    assert refused.json()["request_id"] == refused.headers["x-request-id"]
    assert refused.headers["content-security-policy"]
    clock.now += 43
    assert served.statuses("192.0.2.1", LIMIT + 1) == [200] * LIMIT + [429]


@pytest.mark.usefixtures("clock")
def test_clients_are_told_apart_by_address_or_network(tmp_path: Path) -> None:
    served = Served(tmp_path)
    assert served.statuses("192.0.2.1", LIMIT + 1)[-1] == 429
    assert served.statuses("192.0.2.2", 1) == [200]
    assert served.statuses("::ffff:192.0.2.1", 1) == [429]
    assert served.statuses("2001:db8:1:2::1", LIMIT + 1)[-1] == 429
    assert served.statuses("2001:db8:1:2:ffff::9", 1) == [429]
    assert served.statuses("2001:db8:1:3::1", 1) == [200]


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.8.7", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_not_counted(tmp_path: Path, address: str) -> None:
    answers = Served(tmp_path).client(address)
    assert {answers.get("/robots.txt").status_code for _ in range(3 * LIMIT)} == {200}
    assert "ratelimit" not in answers.get("/robots.txt").headers


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/static/site.css"])
def test_what_is_asked_often_is_not_counted(tmp_path: Path, path: str) -> None:
    assert 429 not in Served(tmp_path, metrics="off").statuses("192.0.2.1", 3 * LIMIT, path)


@pytest.mark.usefixtures("clock")
def test_a_key_has_a_quota_of_its_own_wherever_it_is_used(tmp_path: Path) -> None:
    secret = KeyRing(tmp_path).add("desk", [Scope.READ])
    served, key = Served(tmp_path), f"Bearer {secret}"
    assert served.statuses("192.0.2.1", LIMIT + 1)[-1] == 429
    assert served.statuses("192.0.2.1", LIMIT, authorization=key) == [200] * LIMIT
    assert served.statuses("192.0.2.2", LIMIT + 1, authorization=key) == [200] * LIMIT + [429]
    assert served.statuses("192.0.2.2", 1) == [200]
    assert served.statuses("192.0.2.1", 1, authorization="Bearer gdprkg_unknown") == [429]


def test_zero_is_no_limit(tmp_path: Path) -> None:
    assert set(Served(tmp_path, rate_limit=0).statuses("192.0.2.1", 50)) == {200}


@pytest.mark.usefixtures("clock")
def test_a_header_makes_nobody_another_unless_a_proxy_is_trusted(tmp_path: Path) -> None:
    served = Served(tmp_path)
    forged = [served.statuses("192.0.2.1", 1, **{"x-forwarded-for": f"198.51.100.{n}"})[0] for n in range(LIMIT + 1)]
    assert forged[-1] == 429
    behind = Served(tmp_path, trusted_proxies="127.0.0.1")
    assert behind.statuses("127.0.0.1", LIMIT + 1, **{"x-forwarded-for": "198.51.100.7"})[-1] == 429
    assert behind.statuses("127.0.0.1", 1, **{"x-forwarded-for": "198.51.100.8"}) == [200]
    assert behind.statuses("127.0.0.1", 1, **{"x-forwarded-for": "198.51.100.8, 198.51.100.7"}) == [429]


def test_memory_is_bounded_and_keeps_the_latest(clock: Clock) -> None:
    memory = BoundedMemory(most=1000)
    for number in range(5000):
        memory.incr(f"client {number}", 60)
        clock.now += 0.001
    assert memory.reset() == 1000
    for number in range(1000):
        memory.incr(f"client {number}", 60)
    clock.now += 30
    memory.incr("client 0", 60)
    memory.incr("another", 60)
    assert (memory.get("client 0"), memory.get("client 999")) == (0, 1)


def test_a_window_that_has_ended_counts_for_nothing(clock: Clock) -> None:
    memory = BoundedMemory()
    assert [memory.incr("a", 60), memory.incr("a", 60)] == [1, 2]
    clock.now += 60
    assert memory.get("a") == 0
    assert memory.incr("a", 60) == 1
    assert memory.get_expiry("a") == clock.now + 60
