"""What granian hands to an application over RSGI, as far as it is used here (docs/spec/RSGI.md in its repository)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Iterable

    HeaderList = list[tuple[str, str]]


class Headers(Protocol):
    """The headers of a request, their names in small letters."""

    def get(self, name: str, default: str, /) -> str:
        """Give the value of a header."""

    def get_all(self, name: str, /) -> list[str]:
        """Give the values of a header that came several times."""

    def items(self) -> list[tuple[str, str]]:
        """Give names and values, a name as often as its header came."""

    def keys(self) -> Iterable[str]:
        """Give the names, each once."""

    def __contains__(self, name: str, /) -> bool: ...


class Scope(Protocol):
    """What is known of a request before its body."""

    proto: str
    http_version: str
    server: str
    client: str
    scheme: str
    method: str
    path: str
    query_string: str
    authority: str | None

    @property
    def headers(self) -> Headers:
        """The headers."""


class HttpProtocol(Protocol):
    """The way to the client of a request; a response may be sent from any thread."""

    def __call__(self) -> Awaitable[bytes]:
        """Read the body, whole."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Go through the body as it comes."""

    def client_disconnect(self) -> Awaitable[None]:
        """Wait until the client goes away."""

    def response_empty(self, status: int, headers: HeaderList) -> None:
        """Send a response without a body."""

    def response_bytes(self, status: int, headers: HeaderList, body: bytes) -> None:
        """Send a response."""

    def response_file(self, status: int, headers: HeaderList, file: str) -> None:
        """Send a response whose body is a file."""
