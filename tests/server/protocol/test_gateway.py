"""The service under clients that go away, send slowly or read slowly, and when it is told to stop."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from tests.server.services import MITHAQ, RunningService, serve_mithaq

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRODUCT = " ".join(f"?a{each} ?b{each} ?c{each} ." for each in range(8))
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}"
FAR_LESS = 20.0
"""Seconds: far less than the minute that a query may have the one worker for."""
FREE = ("--rate", "0", "--concurrency", "0")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    """A plain store with some triples behind one worker, which a query may have for a minute."""
    store = tmp_path_factory.mktemp("plain") / "store"
    with serve_mithaq(store, "--policy", "open", "--workers", "1", "--timeout", "60", *FREE) as service:
        body = "".join(f'<a:{n}> <a:p> "{"x" * 200}" .\n' for n in range(30_000))
        assert send(service, "PUT", "/data?default", body, "application/n-triples")[0] == 204
        yield service


def send(service: RunningService, method: str, path: str, body: str = "", content_type: str = "") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(service.netloc, timeout=60)
    connection.request(method, path, body.encode() or None, {"Content-Type": content_type} if content_type else {})
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response.status, data


def ask(service: RunningService, query: str) -> tuple[int, bytes]:
    return send(service, "GET", f"/sparql?{urlencode({'query': query, 'format': 'csv'})}")


def opened(service: RunningService, request: str) -> socket.socket:
    connection = socket.create_connection(service.host_and_port, timeout=30)
    connection.sendall(request.encode())
    return connection


def seconds_of_an_honest_query(service: RunningService) -> float:
    begun = time.monotonic()
    assert ask(service, f"SELECT ({begun} AS ?x) {{}}")[0] == 200
    return time.monotonic() - begun


def test_client_that_goes_away_frees_its_worker(service: RunningService) -> None:
    path = f"/sparql?{urlencode({'query': ENDLESS})}"
    for _ in range(2):
        with opened(service, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"):
            time.sleep(0.5)  # the query runs

    assert seconds_of_an_honest_query(service) < FAR_LESS


def test_clients_that_send_slowly_keep_nobody_waiting(service: RunningService) -> None:
    head = (
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK"
    )
    slow = [opened(service, head) for _ in range(100)]

    assert seconds_of_an_honest_query(service) < FAR_LESS
    for connection in slow:
        connection.close()


def test_body_that_does_not_come_is_given_up(tmp_path: Path) -> None:
    options = ("--policy", "open", "--body-timeout", "0.5", *FREE)
    head = (
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK"
    )
    with serve_mithaq(tmp_path / "store", *options) as service, opened(service, head) as connection:
        answer = connection.recv(10_000)

    assert answer.startswith(b"HTTP/1.1 408")
    assert b"/request-timeout" in answer


def test_clients_that_read_slowly_keep_nobody_waiting(service: RunningService) -> None:
    path = f"/sparql?{urlencode({'query': 'SELECT * { ?s ?p ?o }'})}"
    slow = []
    for _ in range(40):
        slow.append(opened(service, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"))
        assert slow[-1].recv(100)  # the answer, of which no more is read, has begun

    assert seconds_of_an_honest_query(service) < FAR_LESS
    for connection in slow:
        connection.close()


def test_large_answer_arrives_whole(service: RunningService) -> None:
    status, data = ask(service, "SELECT * { ?s ?p ?o }")

    assert status == 200
    assert data.count(b"\r\n") == 30_001


def test_connection_is_kept_for_the_next_request(service: RunningService) -> None:
    connection = http.client.HTTPConnection(service.netloc, timeout=30)
    connection.connect()
    own = connection.sock
    for method in ("GET", "HEAD", "GET", "OPTIONS", "GET"):
        connection.request(method, "/sparql?query=ASK%7B%7D")
        connection.getresponse().read()

    assert connection.sock is own
    connection.close()


def test_path_and_headers_reach_the_application_as_they_were_sent(service: RunningService) -> None:
    connection = http.client.HTTPConnection(service.netloc, timeout=30)
    connection.putrequest("GET", "/data/%D8%B9%20b")
    connection.putheader("Accept", "text/turtle;q=0.1")
    connection.putheader("Accept", "application/n-triples")
    connection.endheaders()
    response = connection.getresponse()

    assert response.status == 404
    assert f"http://{service.netloc}/data/" in json.loads(response.read())["detail"]
    connection.close()


def test_running_query_is_finished_before_the_service_stops(tmp_path: Path) -> None:
    command: list[str | Path] = [
        MITHAQ,
        "serve",
        "--store",
        tmp_path / "store",
        "--policy",
        "open",
        "--port",
        "0",
        "--timeout",
        "3",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        service = RunningService(process.stdout.readline().split()[-1].rstrip("/"), process.pid)
        data = " . ".join(f"<a:a> <a:p> {n}" for n in range(60))
        send(service, "POST", "/update", f"INSERT DATA {{ {data} }}", "application/sparql-update")
        answers: list[tuple[int, bytes]] = []
        asking = threading.Thread(target=lambda: answers.append(ask(service, ENDLESS)))
        asking.start()
        while b"mithaq_tasks_running 1.0" not in send(service, "GET", "/-/metrics")[1]:
            time.sleep(0.05)

        process.send_signal(signal.SIGTERM)
        asking.join(30)
        code = process.wait(30)

    assert [status for status, _ in answers] == [503]  # out of time, and told so
    assert code == 0
