"""What those who run the service see of it."""

from __future__ import annotations

import io
import json
import logging
import threading
import time
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families

from mithaq.server import ServiceSettings, create_app
from mithaq.server.access import AccessSettings, Tokens
from mithaq.server.logs import JsonLines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient

SECRET = "a secret for the tests alone"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def admin(store: Path) -> Iterator[FlaskClient]:
    app = create_app(ServiceSettings(store, access=AccessSettings(Tokens.of(secret=SECRET)), log_queries=True))
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {SECRET}"
    yield client
    app.extensions["service"].close()


def samples(client: FlaskClient) -> dict[tuple[str, tuple[str, ...]], float]:
    text = client.get("/-/metrics").get_data(as_text=True)
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
def lines() -> Iterator[list[dict[str, object]]]:
    """What the log gets, line by line."""
    stream, read = io.StringIO(), []

    class Handler(logging.StreamHandler[io.StringIO]):
        def emit(self, record: logging.LogRecord) -> None:
            read.append(json.loads(self.format(record)))

    handler, logger = Handler(stream), logging.getLogger("mithaq.requests")
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield read
    logger.removeHandler(handler)


@pytest.mark.parametrize("name", ["health", "ready", "version"])
def test_status_is_json_that_nobody_keeps(client: FlaskClient, name: str) -> None:
    response = client.get(f"/-/{name}")

    assert (response.status_code, response.content_type) == (200, "application/json; charset=utf-8")
    assert response.headers["Cache-Control"] == "no-store"


def test_health_and_readiness_tell_the_revision(client: FlaskClient) -> None:
    assert client.get("/-/health").get_json()["digest"] == client.get("/-/ready").get_json()["digest"]


def test_version_tells_versions_and_limits(client: FlaskClient) -> None:
    told = client.get("/-/version").get_json()

    assert told["policy"] == "governed"
    assert told["limits"]["body_bytes"] == 20_000
    assert told["dependencies"]["pyoxigraph"]


def test_service_is_not_ready_when_all_workers_are_busy(store: Path) -> None:
    app = create_app(ServiceSettings(store, workers=1))
    client = app.test_client()
    thread = threading.Thread(target=lambda: app.test_client().get("/sparql", query_string={"query": RUNAWAY}))
    thread.start()
    service = app.extensions["service"]
    while not service.tasks():
        time.sleep(0.01)

    ready, well = client.get("/-/ready"), client.get("/-/health")
    service.tasks()[0].cancel()
    thread.join()

    assert (ready.status_code, well.status_code) == (503, 200)
    assert ready.headers["Retry-After"]
    assert client.get("/-/ready").status_code == 200
    service.close()


def test_requests_and_problems_are_counted(client: FlaskClient) -> None:
    for _ in range(3):
        client.get("/ontology").close()
    client.get("/made-up-by-a-client").close()
    client.open("/ontology", method="WHATEVER").close()

    counted = samples(client)

    assert counted["mithaq_requests_total", ("/ontology", "GET", "200")] == 3
    assert counted["mithaq_requests_total", ("unknown", "GET", "404")] == 1
    assert counted["mithaq_requests_total", ("unknown", "other", "405")] == 1
    assert counted["mithaq_problems_total", ("not-found",)] == 1
    assert counted["mithaq_request_seconds_count", ("/ontology",)] == 3
    assert counted["mithaq_revision", ()] == 1
    assert counted["mithaq_requests_running", ()] == 1  # this one
    assert not any("made-up" in label or "WHATEVER" in label for _, labels in counted for label in labels)


def test_running_query_is_listed_and_cancelled(admin: FlaskClient) -> None:
    answers: list[int] = []
    application = admin.application

    def ask() -> None:
        response = application.test_client().get("/sparql", query_string={"query": RUNAWAY})
        answers.append(response.status_code)
        assert response.get_json()["type"].endswith("/cancelled")

    thread = threading.Thread(target=ask)
    thread.start()
    while not (running := admin.get("/-/queries").get_json()["running"]):
        time.sleep(0.01)

    assert (running[0]["kind"], running[0]["text"]) == ("query", RUNAWAY)
    assert admin.delete(f"/-/queries/{running[0]['number']}").status_code == 204
    thread.join(timeout=60)
    assert answers == [503]
    assert admin.get("/-/queries").get_json()["running"] == []


def test_what_is_not_running_cannot_be_cancelled(admin: FlaskClient) -> None:
    response = admin.delete("/-/queries/4711")

    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_each_request_is_logged_with_its_number_and_without_its_parameters(
    client: FlaskClient, lines: list[dict[str, object]]
) -> None:
    response = client.get("/sparql", query_string={"query": "ASK { ?secret ?question ?here }"})
    response.close()

    (line,) = lines
    assert line["request"] == response.headers["X-Request-Id"]
    assert (line["method"], line["path"], line["status"], line["client"]) == ("GET", "/sparql", 200, "127.0.0.1")
    assert line["bytes"] == len(response.data)
    assert "secret" not in json.dumps(line)


def test_problems_are_logged_by_their_type(client: FlaskClient, lines: list[dict[str, object]]) -> None:
    client.get("/sparql", query_string={"query": "nonsense"}).close()

    assert (lines[0]["status"], lines[0]["problem"]) == (400, "malformed-query")


def test_queries_are_logged_where_that_is_asked_for(admin: FlaskClient, lines: list[dict[str, object]]) -> None:
    admin.get("/sparql", query_string={"query": "ASK {}"}).close()

    assert (lines[0]["query"], lines[0]["client"]) == ("ASK {}", "token single")


@pytest.mark.parametrize(
    ("sent", "kept"), [("abc-123", True), ("x" * 65, False), ("two words", False), ('"}{', False), ("", False)]
)
def test_number_that_the_client_gives_is_kept_if_it_is_harmless(client: FlaskClient, sent: str, kept: bool) -> None:
    response = client.get("/-/health", headers={"X-Request-Id": sent})

    assert (response.headers["X-Request-Id"] == sent) is kept
    assert response.headers["X-Request-Id"]


def test_failure_is_one_line_of_json() -> None:
    error = ValueError("two\nlines")
    record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", (), (ValueError, error, None))

    line = JsonLines().format(record)

    assert "\n" not in line
    assert "two\nlines" in json.loads(line)["failure"]
