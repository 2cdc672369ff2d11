"""Fetching for SERVICE and LOAD, from nowhere but the addresses that whoever runs the service allows.

Each address, also one that a redirection leads to, must begin as an allowed one does; a name that leads to an address
of a private network is refused unless the list has that very address, so that no name is made to lead inside.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.request
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.error import URLError
from urllib.parse import unquote, urlsplit

from .problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping
Addresses: TypeAlias = tuple[str, ...]
"""How the addresses begin that may be fetched from."""
_SECONDS: Final = 15.0
"""Seconds of silence after which nobody waits; the deadline of the query holds besides."""
_LARGEST: Final = 32 * 1024 * 1024
_PORTS: Final = {"http": 80, "https": 443}
_AGENT: Final = "mithaq"


@dataclass(frozen=True)
class Fetched:
    """What came: its media type and its bytes."""

    media_type: str
    data: bytes


def is_allowed(url: str, allowed: Addresses) -> bool:
    """Tell whether an address begins as one of the allowed ones: the same host and port, and a path below.

    >>> is_allowed("http://example.org/sparql?x", ("http://example.org/sparql",))
    True
    >>> is_allowed("http://example.org.evil/", ("http://example.org",))
    False
    >>> is_allowed("http://example.org/a/%2e%2e/b", ("http://example.org/a/",))
    False
    """
    wanted = _parts(url)
    return wanted is not None and any(
        parts is not None and wanted[0] == parts[0] and wanted[1].startswith(parts[1]) for parts in map(_parts, allowed)
    )


def fetch(url: str, headers: Mapping[str, str], allowed: Addresses, data: bytes | None = None) -> Fetched:
    """Fetch what is at an allowed address, or what it answers to data; raises ProblemError where that fails."""
    _require_allowed(url, allowed)
    request = urllib.request.Request(url, data, {"User-Agent": _AGENT, **headers})  # noqa: S310 - the scheme is looked at
    opener = urllib.request.OpenerDirector()
    for handler in (_Plain(allowed), _Encrypted(allowed), _Redirections(allowed), urllib.request.HTTPErrorProcessor(),
                    urllib.request.HTTPDefaultErrorHandler()):  # fmt: skip
        opener.add_handler(handler)
    try:
        with opener.open(request, timeout=_SECONDS) as response:
            content = response.read(_LARGEST + 1)
            media_type = response.headers.get_content_type()
    except (OSError, http.client.HTTPException) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise _failed(f"{url} does not answer as it should: {reason}.") from error
    if len(content) > _LARGEST:
        raise _failed(f"{url} answers with more than {_LARGEST} bytes.")
    return Fetched(media_type, content)


def _require_allowed(url: str, allowed: Addresses) -> None:
    if not is_allowed(url, allowed):
        detail = f"Nothing is fetched from {url}: this service is not allowed to."
        raise ProblemError(Problem(HTTPStatus.FORBIDDEN, "fetch-refused", "Fetching is not allowed", detail))


def _failed(detail: str) -> ProblemError:
    return ProblemError(Problem(HTTPStatus.BAD_GATEWAY, "fetch-failed", "Fetching failed", detail))


def _parts(url: str) -> tuple[tuple[str, str, int], str] | None:
    """Take an address apart into what it connects to, and its path; nothing where it is none to be fetched from."""
    try:
        split = urlsplit(url)
        port = split.port
    except ValueError:
        return None
    path = split.path or "/"
    steps = unquote(path).replace("\\", "/").split("/")
    if split.scheme not in _PORTS or not split.hostname or "@" in split.netloc or not {".", ".."}.isdisjoint(steps):
        return None
    return (split.scheme, split.hostname.lower(), port or _PORTS[split.scheme]), path


class _Redirections(urllib.request.HTTPRedirectHandler):
    """Follows redirections to allowed addresses."""

    def __init__(self, allowed: Addresses) -> None:
        self._allowed = allowed

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:  # noqa: ANN401, PLR0917 - as urllib says
        _require_allowed(newurl, self._allowed)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Plain(urllib.request.HTTPHandler):
    """Connects to what is allowed."""

    def __init__(self, allowed: Addresses) -> None:
        super().__init__()
        self._allowed = allowed

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_connecting(http.client.HTTPConnection, self._allowed), req)


class _Encrypted(urllib.request.HTTPSHandler):
    """Connects to what is allowed, encrypted."""

    def __init__(self, allowed: Addresses) -> None:
        super().__init__()
        self._allowed = allowed

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_connecting(http.client.HTTPSConnection, self._allowed), req)


def _connecting(kind: type[http.client.HTTPConnection], allowed: Addresses) -> Any:  # noqa: ANN401 - as urllib has it
    """Make connections of a kind that look at the address that a name leads to, and connect to just that one."""
    named = {parts[0][1] for each in allowed if (parts := _parts(each)) is not None}

    def connect(address: tuple[str, int], *rest: Any) -> socket.socket:  # noqa: ANN401 - as socket has it
        number = str(socket.getaddrinfo(*address, type=socket.SOCK_STREAM)[0][4][0])
        if not ipaddress.ip_address(number).is_global and number not in named and address[0] != "localhost":
            raise OSError(f"{address[0]} leads to {number}, which is not of the open internet")
        return socket.create_connection((number, address[1]), *rest)

    def connection(host: str, **options: Any) -> http.client.HTTPConnection:  # noqa: ANN401 - as urllib has it
        made = kind(host, **options)
        made._create_connection = connect  # type: ignore[attr-defined] # noqa: SLF001 - there is no other way in
        return made

    return connection
