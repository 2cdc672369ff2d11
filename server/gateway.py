"""Between granian and the application: requests come in whole, departures are noticed, files go out by themselves.

Granian's own way to run a WSGI application would keep a thread for each client that sends or reads slowly, and would
not tell of clients that go away. So this speaks RSGI with granian (docs/spec/RSGI.md in its repository), reads bodies
without a thread, within limits of size and time, and calls the application in a thread only when the request is whole.
The response is sent from that thread; a file is sent by granian without any.
"""

from __future__ import annotations

import asyncio
import io
import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http import HTTPStatus
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final

from granian._granian import RSGIProtocolClosed

from .answers import OPEN_FILE
from .problems import PROBLEM_MEDIA_TYPE, Problem, write_problem
from .sending import Departure, send_bytes, send_file
from .workers.pool import CLIENT_GONE

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Iterable
    from wsgiref.types import WSGIApplication

    from .express import Express
    from .rsgi import HeaderList, HttpProtocol, Scope
    from .workers.running import Gone

_IN_MEMORY: Final = 1024 * 1024
_log = logging.getLogger(__name__)


class Gateway:
    """Runs a WSGI application under RSGI; a body larger than `largest` is cut off, for the application to refuse.

    Requests that the express lane takes do not come to the application.
    """

    def __init__(
        self, application: WSGIApplication, express: Express, *, threads: int, largest: int, body_seconds: float
    ) -> None:
        self._application, self._express = application, express
        self._largest, self._body_seconds = largest, body_seconds
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="request")

    async def __rsgi__(self, scope: Scope, protocol: HttpProtocol) -> None:
        """Answer one request."""
        if scope.proto != "http":
            return
        plain = self._express.plain(scope)
        try:
            body = await self._body(scope, protocol)
        except TimeoutError:
            headers = [("content-type", PROBLEM_MEDIA_TYPE), ("connection", "close")]
            protocol.response_bytes(HTTPStatus.REQUEST_TIMEOUT, headers, write_problem(_too_slow(self._body_seconds)))
            return
        except RSGIProtocolClosed:  # the client went away
            return
        loop = asyncio.get_running_loop()
        with Departure(protocol, loop) as gone:
            if plain is not None:
                with suppress(RSGIProtocolClosed):
                    await self._express.answer(plain, body.read(), protocol, gone, self._threads)
            else:
                environment = _environment(scope, body)
                await loop.run_in_executor(self._threads, self._answer, environment, protocol, gone, loop)

    async def _body(self, scope: Scope, protocol: HttpProtocol) -> IO[bytes]:
        """Read the body up to a byte more than is allowed; raises TimeoutError where it comes too slowly."""
        headers = scope.headers
        chunked, length = "transfer-encoding" in headers, int(headers.get("content-length", "0"))
        if not chunked and (length == 0 or length > self._largest):
            return io.BytesIO()  # the application refuses what is too large by what it says of its length
        async with asyncio.timeout(self._body_seconds):
            if not chunked and length <= _IN_MEMORY:
                return io.BytesIO(await protocol())  # in one piece, which costs one wake-up
            return await self._large_body(protocol)

    async def _large_body(self, protocol: HttpProtocol) -> IO[bytes]:
        body: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with the request
        async for chunk in protocol:
            body.write(chunk)
            if body.tell() > self._largest:
                break
        body.seek(0)
        return body

    def _answer(self, environment: dict[str, Any], protocol: HttpProtocol, gone: Gone, loop: AbstractEventLoop) -> None:
        """Call the application, in a thread of its own, and send what it gives."""
        CLIENT_GONE.set(gone)
        response = _Response()
        try:
            body = self._application(environment, response.start)
            try:
                response.send(body, environment.get(OPEN_FILE), protocol, loop)
            finally:
                if (close := getattr(body, "close", None)) is not None:
                    close()
        except Exception:  # noqa: BLE001 - the application answers its own failures; this is one of the gateway
            _log.exception("a request failed")
            protocol.response_empty(500, [])
        finally:
            environment["wsgi.input"].close()

    def close(self) -> None:
        """Wait for the requests that are being answered."""
        self._threads.shutdown()


class _Response:
    """What the application says of its response before the body."""

    def __init__(self) -> None:
        self.status = 500
        self.headers: HeaderList = []

    def start(self, status: str, headers: HeaderList, _error: object = None) -> Callable[[bytes], object]:
        """Take status and headers."""
        self.status, self.headers = int(status[:3]), headers
        return lambda _data: None

    def send(
        self, body: Iterable[bytes], file: IO[bytes] | None, protocol: HttpProtocol, loop: AbstractEventLoop
    ) -> None:
        """Send it; a file goes without this thread."""
        if file is not None:
            send_file(protocol, self.status, self.headers, file, loop)
        else:
            send_bytes(protocol, self.status, self.headers, b"".join(body))


def _too_slow(seconds: float) -> Problem:
    detail = f"The body had not come after {seconds:g} seconds."
    return Problem(HTTPStatus.REQUEST_TIMEOUT, "request-timeout", "Too slow", detail)


def _environment(scope: Scope, body: IO[bytes]) -> dict[str, Any]:
    """Describe a request as PEP 3333 does."""
    server, _, port = scope.server.rpartition(":")
    client, _, client_port = scope.client.rpartition(":")
    environment: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": client.strip("[]"),
        "REMOTE_PORT": client_port,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name in scope.headers.keys():  # noqa: SIM118 - no mapping
        environment[_variable(name)] = _joined(name, scope)
    if scope.authority and "HTTP_HOST" not in environment:
        environment["HTTP_HOST"] = scope.authority
    return environment


def _variable(header: str) -> str:
    name = header.upper().replace("-", "_")
    return name if name in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{name}"


def _joined(name: str, scope: Scope) -> str:
    values = scope.headers.get_all(name)
    return values[0] if len(values) == 1 else ("; " if name == "cookie" else ", ").join(values)
