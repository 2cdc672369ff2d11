"""Access: who may do what, and how much of it."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from mithaq.server import ServiceSettings, create_app
from mithaq.server.access import AccessSettings, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask.testing import FlaskClient

    from mithaq.server.workers import Policy

READER, WRITER, ADMIN = "the reader's secret", "the writer's secret", "the admin's secret"
ABROAD = {"REMOTE_ADDR": "192.0.2.7"}
ASK = "/sparql?query=ASK%20%7B%7D"
NOTHING = b"# no fact at all\n"


@contextmanager
def client_of(store: Path, access: AccessSettings, policy: Policy = "governed") -> Iterator[FlaskClient]:
    app = create_app(ServiceSettings(store, policy, access=access, workers=1))
    try:
        yield app.test_client()
    finally:
        app.extensions["service"].close()


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    file = tmp_path / "tokens"
    lines = (("reader", "read", READER), ("writer", "read,write", WRITER), ("admin", "admin", ADMIN))
    file.write_text("".join(f"{name} {scopes} {secret.replace(' ', '-')}\n" for name, scopes, secret in lines))
    return Tokens.of(file)


def bearing(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret.replace(' ', '-')}"}


def status(client: FlaskClient, method: str, path: str, secret: str | None = None) -> int:
    data = NOTHING if method in {"POST", "PUT"} else None
    headers = bearing(secret) if secret else {}
    return client.open(path, method=method, data=data, content_type="application/trig", headers=headers).status_code


def test_anyone_may_read_and_nobody_may_write_without_tokens(store: Path) -> None:
    with client_of(store, AccessSettings()) as client:
        assert status(client, "GET", ASK) == 200
        assert status(client, "POST", "/validate") == 200
        assert status(client, "POST", "/facts") == 403
        assert status(client, "DELETE", "/-/queries/1") == 403


def test_scopes_allow_what_they_are_for_and_nothing_else(store: Path, tokens: Tokens) -> None:
    with client_of(store, AccessSettings(tokens)) as client:
        assert status(client, "POST", "/facts", READER) == 403
        assert status(client, "POST", "/facts", WRITER) == 200
        assert status(client, "GET", "/-/queries", WRITER) == 403
        assert status(client, "GET", "/-/queries", ADMIN) == 200
        assert status(client, "POST", "/facts", ADMIN) == 403


@pytest.mark.parametrize("path", ["/facts", "/update", "/data?default", "/something-that-comes-later"])
def test_writing_needs_a_token_wherever_it_is_possible(store: Path, tokens: Tokens, path: str) -> None:
    with client_of(store, AccessSettings(tokens)) as client:
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert status(client, method, path) in {401, 404, 405}


def test_unknown_token_is_refused_even_where_none_is_needed(store: Path, tokens: Tokens) -> None:
    with client_of(store, AccessSettings(tokens)) as client:
        response = client.get(ASK, headers=bearing("nobody's secret at all"))

    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["WWW-Authenticate"]


@pytest.mark.parametrize("sent", ["Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "nonsense"])
def test_header_that_holds_no_bearer_token_is_refused(store: Path, tokens: Tokens, sent: str) -> None:
    with client_of(store, AccessSettings(tokens)) as client:
        assert client.get(ASK, headers={"Authorization": sent}).status_code == 401


def test_private_service_answers_nobody_without_a_token(store: Path, tokens: Tokens) -> None:
    with client_of(store, AccessSettings(tokens, private=True)) as client:
        assert status(client, "GET", ASK) == 401
        assert status(client, "GET", "/") == 401
        assert status(client, "GET", ASK, READER) == 200
        assert status(client, "GET", "/-/health") == 200


def test_open_store_is_written_by_anyone_until_it_has_tokens(tmp_path: Path, tokens: Tokens) -> None:
    Store(str(tmp_path / "unused"))
    with client_of(tmp_path / "scratch", AccessSettings(), policy="open") as client:
        assert status(client, "PUT", "/data?default") not in {401, 403}
    with client_of(tmp_path / "scratch", AccessSettings(tokens), policy="open") as client:
        assert status(client, "PUT", "/data?default") == 401


def test_page_of_another_site_cannot_have_a_browser_write(tmp_path: Path) -> None:
    with client_of(tmp_path / "scratch", AccessSettings(), policy="open") as client:
        update = {"data": {"update": "CLEAR ALL"}}
        foreign = client.post("/update", **update, headers={"Origin": "https://evil.example"})
        renamed = client.post("/update", **update, headers={"Origin": "http://evil.example", "Host": "evil.example"})
        own = client.post("/update", **update, headers={"Origin": "http://localhost"})

    assert [foreign.status_code, renamed.status_code] == [403, 403]
    assert own.status_code == 204


def test_client_that_asks_too_often_is_told_when_to_come_again(store: Path) -> None:
    with client_of(store, AccessSettings(rate=2.0)) as client:
        answers = [client.get("/.well-known/nothing") for _ in range(10)]
        other = client.get("/.well-known/nothing", environ_base=ABROAD)

    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(answers) - len(refused) == 4
    assert int(refused[0].headers["Retry-After"]) >= 1
    assert refused[0].mimetype == "application/problem+json"
    assert other.status_code == 404


def test_this_machine_is_spared_by_limits_that_nobody_set(store: Path) -> None:
    with client_of(store, AccessSettings()) as client:
        here = {client.get("/.well-known/nothing").status_code for _ in range(150)}
        abroad = {client.get("/.well-known/nothing", environ_base=ABROAD).status_code for _ in range(150)}

    assert (here, abroad) == ({404}, {404, 429})


def test_client_may_have_only_so_many_requests_answered_at_once(store: Path) -> None:
    with client_of(store, AccessSettings(concurrency=1)) as client:
        first = client.get("/ontology")  # not closed yet
        second = client.get("/ontology")
        first.close()
        third = client.get("/ontology")

    assert [first.status_code, second.status_code, third.status_code] == [200, 429, 200]


def test_refused_requests_do_not_count_as_running(store: Path, tokens: Tokens) -> None:
    with client_of(store, AccessSettings(tokens, concurrency=1)) as client:
        for _ in range(3):
            client.post("/facts").close()
            client.get("/nothing").close()
        assert client.get(ASK).status_code == 200


def test_client_behind_a_proxy_is_known_by_its_own_address(store: Path) -> None:
    with client_of(store, AccessSettings(rate=1.0, proxies=1)) as client:

        def ask(forwarded: str) -> int:
            return client.get("/nothing", headers={"X-Forwarded-For": forwarded}).status_code

        assert [ask("192.0.2.1") for _ in range(3)] == [404, 404, 429]
        assert ask("192.0.2.2") == 404
        assert ask("192.0.2.2, 192.0.2.1") == 429  # what the client itself put before it does not count


def test_address_that_a_client_claims_is_not_believed_without_a_proxy(store: Path) -> None:
    with client_of(store, AccessSettings(rate=1.0)) as client:
        answers = [client.get("/nothing", headers={"X-Forwarded-For": f"192.0.2.{each}"}) for each in range(3)]

    assert [answer.status_code for answer in answers] == [404, 404, 429]


def test_secrets_are_never_logged(store: Path, tokens: Tokens, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), client_of(store, AccessSettings(tokens)) as client:
        client.get(ASK, headers=bearing(READER)).close()
        client.get(ASK, headers=bearing("nobody's secret at all")).close()

    written = "".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    assert "token reader" in written
    assert "secret" not in written


@pytest.mark.parametrize("path", [ASK, "/validate", "/nothing", "/facts", "/-/queries"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS"])
def test_every_answer_may_be_read_by_pages_of_any_site_and_is_secured(
    client: FlaskClient, path: str, method: str
) -> None:
    response = client.open(path, method=method)

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response.headers["Access-Control-Expose-Headers"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Request-Id"]
    assert response.headers.getlist("Access-Control-Allow-Origin") == ["*"]


def test_browser_that_asks_beforehand_is_told_what_it_may_send(store: Path, tokens: Tokens) -> None:
    with client_of(store, AccessSettings(tokens, private=True)) as client:
        response = client.options("/facts", headers={"Access-Control-Request-Method": "POST"})

    assert response.status_code == 200
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert "Authorization" in response.headers["Access-Control-Allow-Headers"]
