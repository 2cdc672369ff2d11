"""Plain requests: those that ask a query, and nothing that others look after, such as a token, a tag or a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from werkzeug.datastructures import Accept, MIMEAccept
from werkzeug.http import parse_accept_header, parse_list_header

from ..access import Client
from ..bodies import is_in_utf8
from ..media_types import GRAPH_FORMATS, SOLUTION_FORMATS, choose_by_preference
from ..parameters import FORM, SPARQL_QUERY, SparqlRequest, sparql_request_of
from ..sparql import choice_named

if TYPE_CHECKING:
    from ..media_types import Choice
    from ..rsgi import Scope

PATH: Final = "/sparql"
LONGEST: Final = 64 * 1024
"""Bytes of a query that others can wait for while it is read."""
_MORE_THAN_A_QUERY: Final = frozenset({"authorization", "content-encoding", "if-none-match", "range"})
_SENT: Final = frozenset({FORM, SPARQL_QUERY})
_IN_ADDRESS: Final = re.compile(r"query=[^&]*(?:&(?:default-graph-uri|named-graph-uri|timeout)=[^&]*)*")
_HOST: Final = re.compile(r"[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\[[0-9a-f:]+\](?::[0-9]{1,5})?")
_PORTS: Final = {"http": ":80", "https": ":443"}
_LONGEST_KEPT: Final = 200
_REMEMBERED: Final = 256


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain request, without its body."""

    method: str
    in_address: str
    client: Client
    scheme: str
    headers: dict[str, str]

    @property
    def base(self) -> str:
        """Give the address that was asked, which relative IRIs of the query are relative to."""
        return f"{self.scheme}://{self.headers['host'].removesuffix(_PORTS.get(self.scheme, ''))}{PATH}"

    @property
    def takes_gzip(self) -> bool:
        """Tell whether the answer may be packed."""
        accepted = self.headers.get("accept-encoding", "")
        return len(accepted) <= _LONGEST_KEPT and _quality_of_gzip(accepted) > 0

    def asked(self, body: bytes) -> SparqlRequest:
        """Read the query; raises ProblemError."""
        address = self.in_address.encode("ascii")
        return sparql_request_of(self.method, _media_type(self.headers), address, lambda: body)

    def choices(self, names: tuple[str, ...]) -> tuple[Choice | None, Choice | None]:
        """Choose how solutions and graphs are written, by names in the query's parameters or by what is accepted."""
        if names:
            return choice_named(names, SOLUTION_FORMATS), choice_named(names, GRAPH_FORMATS)
        accepted = self.headers.get("accept", "")
        return _preferred(accepted) if len(accepted) <= _LONGEST_KEPT else _preferred.__wrapped__(accepted)


def plain_request(scope: Scope, proxies: int) -> Plain | None:
    """Read what a request says before its body, as told by so many proxies; nothing where it is more than a query."""
    items = scope.headers.items()
    headers = dict(items)
    if scope.path != PATH or len(headers) < len(items) or not _is_plain(scope, headers):
        return None
    address = _forwarded("for", headers, proxies) or scope.client.rpartition(":")[0].strip("[]")
    scheme = _forwarded("proto", headers, proxies) or scope.scheme
    return Plain(scope.method, scope.query_string, Client(address), scheme, headers)


def _is_plain(scope: Scope, headers: dict[str, str]) -> bool:
    if not _MORE_THAN_A_QUERY.isdisjoint(headers) or "html" in headers.get("accept", ""):
        return False
    if not _HOST.fullmatch(headers.get("host", "")) or len(scope.query_string) > LONGEST:
        return False
    if scope.method == "GET":
        return scope.query_string.isascii() and _IN_ADDRESS.fullmatch(scope.query_string) is not None
    length = headers.get("content-length", "")
    return (
        scope.method == "POST"
        and not scope.query_string
        and _media_type(headers) in _SENT
        and is_in_utf8(headers.get("content-type", ""))
        and length.isdecimal()
        and int(length) <= LONGEST
    )


def _forwarded(what: str, headers: dict[str, str], proxies: int) -> str | None:
    """Give what the outermost of the trusted proxies was told; nothing where there are not so many, or none."""
    told = parse_list_header(headers.get(f"x-forwarded-{what}", "")) if proxies else []
    return told[-proxies] if 0 < proxies <= len(told) else None


def _media_type(headers: dict[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


@lru_cache(_REMEMBERED)
def _preferred(accepted: str) -> tuple[Choice | None, Choice | None]:
    preferences = parse_accept_header(accepted, MIMEAccept)
    return choose_by_preference(preferences, SOLUTION_FORMATS), choose_by_preference(preferences, GRAPH_FORMATS)


@lru_cache(_REMEMBERED)
def _quality_of_gzip(accepted: str) -> float:
    return parse_accept_header(accepted, Accept).quality("gzip")
