"""Clients that are slow, stay silent, come in masses or go away keep nobody else waiting."""

from __future__ import annotations

import resource
import socket
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

import pytest

from .attacks import HONEST, connect, is_answered_within_a_second, raw_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..services import RunningService

MANY: Final = 10_000
LARGE: Final = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 200000"
HEAD: Final = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"


@contextmanager
def connections(service: RunningService, number: int) -> Iterator[list[socket.socket]]:
    with ExitStack() as stack:
        yield [stack.enter_context(connect(service)) for _ in range(number)]


@pytest.fixture
def _files() -> Iterator[None]:
    """Allow this process as many open files as the system does; the service allows itself as many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.usefixtures("_files")
def test_ten_thousand_connections_left_open_keep_nobody_waiting(governed: RunningService) -> None:
    allowed = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    number = MANY if allowed == resource.RLIM_INFINITY else min(MANY, allowed - 500)
    assert number > 0, f"this system allows a process {allowed} open files"

    with connections(governed, number):
        answered = [is_answered_within_a_second(governed) for _ in range(5)]

    assert all(answered)


def test_heads_that_come_letter_by_letter_keep_nobody_waiting(governed: RunningService) -> None:
    with connections(governed, 200) as slow:
        answered = []
        for letter in HEAD[:15]:
            for connection in slow:
                connection.sendall(bytes([letter]))
            answered.append(is_answered_within_a_second(governed))

    assert all(answered)


@pytest.mark.parametrize("framing", [b"Content-Length: 1000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n5\r\nSELEC"])
@pytest.mark.parametrize("path", [b"/sparql", b"/update", b"/validate", b"/data?default"])
def test_bodies_that_never_come_keep_nobody_waiting(governed: RunningService, path: bytes, framing: bytes) -> None:
    with connections(governed, 50) as slow:
        for connection in slow:
            connection.sendall(HEAD.replace(b"/sparql", path) + framing)
        answered = [is_answered_within_a_second(governed) for _ in range(5)]

    assert all(answered)


def test_answers_that_nobody_reads_keep_nobody_waiting(governed: RunningService) -> None:
    with ExitStack() as stack:
        for _ in range(20):
            unread = stack.enter_context(raw_query(governed, LARGE))
            unread.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        time.sleep(4)
        answered = [is_answered_within_a_second(governed) for _ in range(5)]

    assert all(answered)


def test_clients_that_ask_and_go_away_keep_nobody_waiting(governed: RunningService) -> None:
    for _ in range(300):
        raw_query(governed, "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000").close()

    time.sleep(2)
    assert is_answered_within_a_second(governed)


def test_requests_in_one_go_are_answered_in_turn(governed: RunningService) -> None:
    request = HEAD + f"Content-Length: {len(HONEST)}\r\n\r\n".encode() + HONEST

    with connect(governed) as connection:
        connection.sendall(request * 50)
        connection.settimeout(10)
        received = b""
        while received.count(b"HTTP/1.1 200") < 50:
            part = connection.recv(65536)
            assert part, received[-500:]
            received += part

    assert received.count(b"HTTP/1.1 ") == 50
