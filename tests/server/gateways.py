"""A client that puts requests to a gateway as granian does, in this process, without a network."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from mithaq.server import ServiceSettings, create_app
from mithaq.server.gateway import Gateway

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from mithaq.server.rsgi import HeaderList

HOST: Final = "localhost"


class RequestHeaders:
    """The headers of a request."""

    def __init__(self, headers: dict[str, str]) -> None:
        self._headers = {name.lower(): value for name, value in headers.items()}

    def get(self, name: str, default: str, /) -> str:
        """Give a value."""
        return self._headers.get(name, default)

    def get_all(self, name: str, /) -> list[str]:
        """Give the values of a header."""
        return [self._headers[name]]

    def items(self) -> list[tuple[str, str]]:
        """Give names and values."""
        return list(self._headers.items())

    def keys(self) -> list[str]:
        """Give the names."""
        return list(self._headers)

    def __contains__(self, name: str, /) -> bool:
        return name in self._headers


@dataclass
class Request:
    """What is known of a request before its body."""

    method: str
    query_string: str
    headers: RequestHeaders
    client: str = "127.0.0.1:40000"
    path: str = "/sparql"
    server: str = "127.0.0.1:80"
    proto: str = "http"
    http_version: str = "1.1"
    scheme: str = "http"
    authority: str | None = None


@dataclass
class Exchange:
    """A body that is sent, and the response that comes; the client stays until it has that."""

    sent: bytes
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    data: bytes = b""

    async def __call__(self) -> bytes:
        """Give the body."""
        return self.sent

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self.sent

    async def client_disconnect(self) -> None:
        """Wait for ever."""
        await asyncio.Event().wait()

    def response_empty(self, status: int, headers: HeaderList) -> None:
        """Take a response without a body."""
        self.response_bytes(status, headers, b"")

    def response_bytes(self, status: int, headers: HeaderList, body: bytes) -> None:
        """Take a response."""
        assert not self.status
        self.status, self.headers, self.data = status, dict(headers), body

    def response_file(self, status: int, headers: HeaderList, file: str) -> None:
        """Take a response whose body is a file."""
        self.response_bytes(status, headers, Path(file).read_bytes())


class GatewayClient:
    """Asks a gateway."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def ask(self, **asked: Any) -> Exchange:  # noqa: ANN401 - as below
        """Ask once, and give the response."""
        return asyncio.run(self.asking(**asked))

    async def asking(
        self,
        method: str = "GET",
        path: str = "/sparql",
        parameters: dict[str, str] | None = None,
        body: bytes = b"",
        headers: dict[str, str] | None = None,
    ) -> Exchange:
        """Ask in an event loop that runs."""
        length = {"Content-Length": str(len(body))} if body else {}
        request = Request(
            method, urlencode(parameters or {}), RequestHeaders({"Host": HOST, **length, **(headers or {})}), path=path
        )
        exchange = Exchange(body)
        await self._gateway.__rsgi__(request, exchange)
        return exchange


@contextmanager
def gateway_of(store: Path, **settings: Any) -> Iterator[GatewayClient]:  # noqa: ANN401 - each has its own type
    """Run a gateway with one worker for the time of a block."""
    app = create_app(ServiceSettings(store, **{"workers": 1, **settings}))
    gateway = Gateway(app, app.extensions["express"], threads=4, largest=2**20, body_seconds=10.0)
    try:
        yield GatewayClient(gateway)
    finally:
        gateway.close()
        app.extensions["service"].close()
