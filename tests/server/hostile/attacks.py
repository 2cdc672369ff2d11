"""Attacks: texts, bodies and connections that a service must live through, and what is looked at afterwards."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from mithaq.server.workers.worker import LEFT_BEHIND

from ..services import memory_of, process_tree
from ..standards.endpoint import MITHAQ, Answer, Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..services import RunningService

HONEST: Final = b"SELECT ?s { ?s ?p ?o } LIMIT 1"
FLAT: Final = 50_000
"""How many brackets, and what else opens and closes, an attack sends."""
_MOST_KEPT: Final = 128 * 2**20
"""What the processes besides the workers may keep: answers that may be asked again, and room for threads."""
_MOST_OF_A_WORKER: Final = LEFT_BEHIND + 128 * 2**20
"""What a worker may keep, with what it is born with, and what the store sets aside for writing."""
_ATTEMPTS: Final = 8
_PATIENCE: Final = 20.0


def ask(service: RunningService, query: str | bytes, seconds: float | None = None) -> Answer:
    """Ask a query, perhaps with less time than it would be given, on a connection of its own."""
    body = query.encode() if isinstance(query, str) else query
    limit = "" if seconds is None else f"?timeout={seconds:g}"
    headers = {"Content-Type": "application/sparql-query", "Accept": "*/*"}
    return send(service, "POST", f"/sparql{limit}", body, headers)


def update(service: RunningService, text: str) -> Answer:
    """Ask for an update, on a connection of its own."""
    return send(service, "POST", "/update", text.encode(), {"Content-Type": "application/sparql-update"})


def put(service: RunningService, body: bytes, media_type: str, **headers: str) -> Answer:
    """Put a document into the graph store, on a connection of its own."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return send(service, "PUT", f"/data?graph={quote('urn:attacked')}", body, {"Content-Type": media_type, **named})


def send(service: RunningService, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
    """Send a request, on a connection of its own."""
    endpoint = Endpoint(MITHAQ, service.netloc)
    try:
        return endpoint.send(method, path, body, headers)
    finally:
        endpoint.close()


def seconds_for_an_honest_query(service: RunningService) -> float:
    """Time the next honest query, which must be answered."""
    begun = time.monotonic()
    answer = ask(service, HONEST)
    assert answer.status == 200, answer.text
    return time.monotonic() - begun


def is_answered_within_a_second(service: RunningService) -> bool:
    """Tell whether honest queries are answered as they should be, but for those that meet with a pause of the machine.

    What keeps a service busy does so for as long as it is allowed to, which is far longer than all of these together.
    """
    return any(seconds_for_an_honest_query(service) < 1.0 for _ in range(_ATTEMPTS))


def memory_at_rest(service: RunningService) -> int:
    """Give what the processes of a service besides its workers occupy."""
    workers = set(service.workers())
    return sum(memory_of(pid) for pid in process_tree(service.pid) if pid not in workers)


def memory_returns(service: RunningService, before: int) -> bool:
    """Tell whether before long each worker occupies no more than one at rest may, and all else what it did before."""
    deadline = time.monotonic() + _PATIENCE
    while not _is_at_rest(service, before):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def _is_at_rest(service: RunningService, before: int) -> bool:
    workers = all(memory_of(pid) <= _MOST_OF_A_WORKER for pid in service.workers())
    return workers and memory_at_rest(service) <= before + _MOST_KEPT


@contextmanager
def listening() -> Iterator[tuple[str, list[object]]]:
    """Listen at a port of this machine for the time of a block: its address, and who connected."""
    visitors: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        stopped = threading.Event()
        thread = threading.Thread(target=_welcome, args=(server, visitors, stopped))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/", visitors
        finally:
            stopped.set()
            thread.join()


def _welcome(server: socket.socket, visitors: list[object], stopped: threading.Event) -> None:
    while not stopped.is_set():
        with suppress(TimeoutError):
            connection, address = server.accept()
            visitors.append(address)
            connection.close()


def bomb(size: int) -> bytes:
    """Pack as many zeros into little, piece by piece."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    piece = bytes(2**20)
    return b"".join(packer.compress(piece) for _ in range(size // len(piece))) + packer.flush()


def packed(text: bytes) -> bytes:
    """Pack something honest."""
    return gzip.compress(text)


def connect(service: RunningService) -> socket.socket:
    """Open a connection."""
    return socket.create_connection(service.host_and_port, timeout=30)


def raw_query(service: RunningService, query: str, accept: str = "text/csv") -> socket.socket:
    """Ask a query, and give the connection that its answer will come by."""
    connection = connect(service)
    head = f"POST /sparql HTTP/1.1\r\nHost: {service.netloc}\r\nContent-Type: application/sparql-query\r\n"
    body = query.encode()
    connection.sendall(f"{head}Accept: {accept}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    return connection


def exchange(service: RunningService, raw: bytes, seconds: float = 5.0) -> bytes:
    """Send bytes that may be no request at all, say that these were all, and read what comes back, if anything."""
    with connect(service) as connection:
        connection.settimeout(seconds)
        received = b""
        with suppress(OSError):
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                received += part
        return received
