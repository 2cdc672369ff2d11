"""Bodies that are too large, or become too large, are refused; those that are large and allowed are dealt with."""

from __future__ import annotations

import gzip
import json
import threading
import time
from typing import TYPE_CHECKING, Final

import pytest

from .attacks import HONEST, ask, bomb, connect, is_answered_within_a_second, packed, put, send, update

if TYPE_CHECKING:
    from ..services import RunningService

MEBIBYTE: Final = 2**20
QUERY: Final = {"Content-Type": "application/sparql-query", "Accept": "text/csv"}


@pytest.mark.parametrize("size", [MEBIBYTE, 10 * MEBIBYTE])
def test_huge_literal_in_a_query_is_refused(governed: RunningService, size: int) -> None:
    answer = ask(governed, b"SELECT ('" + b"x" * size + b"' AS ?x) {}")

    assert answer.status in {400, 413}, answer.text


@pytest.mark.parametrize("length", [60_000, 1_000_000])
def test_query_that_almost_calls_a_function_again_and_again_keeps_nobody_waiting(
    governed: RunningService, length: int
) -> None:
    thread = threading.Thread(target=ask, args=(governed, ("now#" * length)[:length]))
    thread.start()

    assert is_answered_within_a_second(governed)
    thread.join()


def test_body_that_nobody_wants_to_the_end_is_refused_or_cut_off(governed: RunningService) -> None:
    try:
        answer = ask(governed, b"x" * 200 * MEBIBYTE)
    except ConnectionError:  # cut off while it was sent
        return

    assert answer.status == 413, answer.text


@pytest.mark.parametrize("size", [MEBIBYTE, 10 * MEBIBYTE])
def test_huge_literal_is_stored_and_given_back(open_to_all: RunningService, size: int) -> None:
    text = b'<urn:a> <urn:b> "' + b"x" * size + b'" .'

    stored = put(open_to_all, text, "text/turtle")
    length = ask(open_to_all, "SELECT (STRLEN(?o) AS ?n) { GRAPH <urn:attacked> { ?s ?p ?o } }")
    given = send(open_to_all, "GET", "/data?graph=urn%3Aattacked", None, {"Accept": "application/n-triples"})
    update(open_to_all, "DROP ALL")

    assert stored.status in {201, 204}, stored.text
    assert str(size).encode() in length.body
    assert len(given.body) > size


def test_literal_that_is_larger_than_the_parser_takes_is_refused(open_to_all: RunningService) -> None:
    answer = put(open_to_all, b'<urn:a> <urn:b> "' + b"x" * 40 * MEBIBYTE + b'" .', "text/turtle")

    assert answer.status in {400, 413}, answer.text


def test_update_as_large_as_is_allowed_keeps_nobody_waiting(open_to_all: RunningService) -> None:
    text = "INSERT DATA { " + "<urn:a> <urn:b> [] . " * 3_000_000 + "}"
    thread = threading.Thread(target=update, args=(open_to_all, text))
    thread.start()

    answered = [is_answered_within_a_second(open_to_all)]
    while thread.is_alive():
        answered.append(is_answered_within_a_second(open_to_all))
        time.sleep(0.1)

    assert all(answered)
    update(open_to_all, "DROP ALL")


def test_body_that_is_too_large_is_refused_before_it_is_all_there(open_to_all: RunningService) -> None:
    with connect(open_to_all) as connection:
        connection.sendall(
            b"PUT /data?graph=urn%3Aattacked HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/turtle\r\n"
            b"Content-Length: 1099511627776\r\n\r\n<urn:a> "
        )
        connection.settimeout(5)
        answer = connection.recv(65536)

    assert answer.startswith(b"HTTP/1.1 413 "), answer[:100]


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/sparql", "application/sparql-query"),
        ("/sparql", "application/x-www-form-urlencoded"),
        ("/update", "application/sparql-update"),
        ("/data?graph=urn%3Aattacked", "text/turtle"),
        ("/validate", "text/turtle"),
    ],
)
@pytest.mark.parametrize("size", [512 * MEBIBYTE, 2048 * MEBIBYTE])
def test_bomb_is_refused(open_to_all: RunningService, path: str, media_type: str, size: int) -> None:
    answer = send(open_to_all, "POST", path, bomb(size), {"Content-Type": media_type, "Content-Encoding": "gzip"})

    assert answer.status in {404, 413}, answer.text


def test_bomb_in_a_bomb_is_refused(open_to_all: RunningService) -> None:
    nested = gzip.compress(bomb(1024 * MEBIBYTE))

    answer = send(open_to_all, "POST", "/sparql", nested, {**QUERY, "Content-Encoding": "gzip, gzip"})

    assert answer.status in {400, 413, 415}, answer.text


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (packed(HONEST)[:-9], "gzip"),
        (packed(HONEST) + b"rubbish", "gzip"),
        (b"rubbish", "gzip"),
        (b"", "gzip"),
        (HONEST, "br"),
        (HONEST, "rubbish"),
        (packed(HONEST)[:-4] + b"\0\0\0\0", "gzip"),
    ],
)
def test_broken_compression_is_malformed(governed: RunningService, body: bytes, encoding: str) -> None:
    answer = send(governed, "POST", "/sparql", body, {**QUERY, "Content-Encoding": encoding})

    assert answer.status in {400, 415}, answer.text


def test_honest_compression_is_understood(governed: RunningService) -> None:
    answer = send(governed, "POST", "/sparql", packed(HONEST), {**QUERY, "Content-Encoding": "gzip"})

    assert answer.status == 200, answer.text


def test_address_that_is_too_long_is_refused(governed: RunningService) -> None:
    answer = send(governed, "GET", "/sparql?query=" + "x" * 400_000, None, {})

    assert answer.status in {400, 414, 431}, answer.text


def test_thousands_of_parameters_are_refused_or_read(governed: RunningService) -> None:
    form = "&".join(f"named-graph-uri=urn%3A{number}" for number in range(50_000)) + "&query=ASK%7B%7D"

    answer = send(governed, "POST", "/sparql", form.encode(), {"Content-Type": "application/x-www-form-urlencoded"})

    assert answer.succeeded or json.loads(answer.body)["status"] in {400, 413}


def test_thousands_of_parts_are_refused_or_read(open_to_all: RunningService) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\nContent-Type: text/turtle\r\n\r\n\r\n'

    answer = send(
        open_to_all,
        "POST",
        "/data?graph=urn%3Aattacked",
        part * 20_000 + b"--x--\r\n",
        {"Content-Type": "multipart/form-data; boundary=x"},
    )

    assert answer.succeeded or answer.status in {400, 413}, answer.text
