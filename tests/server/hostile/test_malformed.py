"""Whatever bytes come, they are refused or ignored; nothing is taken for a defect, nobody is kept waiting."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .attacks import exchange, send

if TYPE_CHECKING:
    from ..services import RunningService

PATHS: Final = (
    "/",
    "/sparql",
    "/update",
    "/data",
    "/data?default",
    "/data?graph=urn%3Ax",
    "/validate",
    "/facts",
    "/evidence",
    "/explain",
    "/id/x",
    "/ontology",
    "/shapes",
    "/.well-known/void",
    "/openapi.json",
    "/-/health",
    "/-/ready",
    "/-/metrics",
    "/-/version",
    "/-/queries",
    "/static/style.css",
)
METHODS: Final = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "QUERY", "TRACE", "X")
BOUNDED: Final = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
RAW: Final = (
    b"",
    b"\r\n\r\n",
    b"\0" * 10_000,
    b"GET",
    b"GET /",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /%00%ff%zz HTTP/1.1\r\nHost: x\r\n\r\n",
    b"\x16\x03\x01" * 100,
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100_000 + b"\r\n",
    b"GET / HTTP/1.1\r\nX: " + b"y" * 5_000_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\nHost: x\n\n",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\nASK {}",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\nASK {}",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nContent-Length: 7\r\n\r\nASK {} ",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: rubbish\r\n\r\n",
    b"POST /data?default HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0\4\0\0\0\0\0" * 1000,
    b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET http://127.0.0.1:9/ HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=0-0,1-1,2-2\r\nIf-Range: x\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /static/../settings.py HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /static/%2e%2e/settings.py HTTP/1.1\r\nHost: x\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
)

media_types = st.sampled_from(
    [
        "application/sparql-query",
        "application/sparql-update",
        "application/x-www-form-urlencoded",
        "text/turtle",
        "application/trig",
        "application/n-quads",
        "application/rdf+xml",
        "application/ld+json",
        "application/json",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain; charset=utf-16",
        "x",
        "",
        'a/b; c="',
    ]
)
values = st.text(st.characters(codec="latin-1", exclude_characters="\r\n\0"), max_size=60)
headers = st.dictionaries(
    st.sampled_from(
        [
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Authorization",
            "If-Match",
            "If-None-Match",
            "Range",
            "Cookie",
            "Idempotency-Key",
            "Content-Encoding",
            "Origin",
            "Host",
            "X-Forwarded-For",
            "X-Request-Id",
            "Prefer",
            "If-Modified-Since",
        ]
    ),
    values | st.sampled_from(["*/*;q=x", "text/html;q=1e400", ",,;;q", "a/b;q=0", "gzip;q=2", "Bearer ", '"', 'W/"']),
    max_size=4,
)
queries = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "query",
                "update",
                "graph",
                "default",
                "format",
                "timeout",
                "default-graph-uri",
                "using-graph-uri",
                "article",
                "span",
                "triple",
                "s",
                "p",
                "o",
                "lang",
                "x",
            ]
        ),
        st.text(max_size=40)
        | st.sampled_from(["ASK {}", "SELECT * { ?s ?p ?o }", "CLEAR ALL", "urn:x", "-1", "nan", "1e999"]),
    ),
    max_size=4,
)
bodies = (
    st.binary(max_size=300)
    | st.text(max_size=200).map(str.encode)
    | st.sampled_from(
        [
            b"ASK {}",
            b"<a> <b> <c> .",
            b"query=ASK%7B%7D",
            b"update=%FF",
            b"{",
            b"[]",
            b"null",
            b'{"@id": 1}',
            b"--x\r\n\r\n--x--",
        ]
    )
)


def assert_no_defect(status: int, body: bytes) -> None:
    assert status != 500, body[:500]
    if status >= 400 and body.startswith(b"{"):
        assert json.loads(body)["status"] == status


@pytest.mark.parametrize("number", range(len(RAW)))
def test_bytes_that_are_no_request_are_refused_or_ignored(governed: RunningService, number: int) -> None:
    received = exchange(governed, RAW[number])

    assert b" 500 " not in received.split(b"\r\n", 1)[0]
    assert b"root:" not in received
    assert b"ServiceSettings" not in received


@BOUNDED
@given(raw=st.binary(max_size=2000))
def test_any_bytes_are_refused_or_ignored(governed: RunningService, raw: bytes) -> None:
    assert b" 500 " not in exchange(governed, raw).split(b"\r\n", 1)[0]


@BOUNDED
@given(position=st.integers(0, 200), patch=st.binary(min_size=1, max_size=5))
def test_damaged_request_is_no_defect(governed: RunningService, position: int, patch: bytes) -> None:
    request = (
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 6\r\n\r\nASK {}"
    )

    received = exchange(governed, request[:position] + patch + request[position + len(patch) :], seconds=1)

    assert b" 500 " not in received.split(b"\r\n", 1)[0]


@settings(parent=BOUNDED, max_examples=300)
@given(
    method=st.sampled_from(METHODS),
    path=st.sampled_from(PATHS),
    parameters=queries,
    media_type=media_types,
    named=headers,
    body=st.none() | bodies,
)
def test_any_request_is_no_defect(  # noqa: PLR0917
    open_to_all: RunningService,
    method: str,
    path: str,
    parameters: list[tuple[str, str]],
    media_type: str,
    named: dict[str, str],
    body: bytes | None,
) -> None:
    address = path + ("&" if "?" in path else "?") + urlencode(parameters, errors="surrogatepass")

    answer = send(open_to_all, method, address, body, {"Content-Type": media_type, **named})

    assert_no_defect(answer.status, answer.body)
