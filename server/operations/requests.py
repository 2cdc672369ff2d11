"""The number of each request, which its answer bears too, and the line that the log gets when it is answered."""

from __future__ import annotations

import itertools
import logging
import re
import secrets
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from flask import g, request

from ..access.gate import current_client
from ..logs import MEMBERS

if TYPE_CHECKING:
    from flask import Flask, Response

    from .metrics import Metrics

HEADER: Final = "X-Request-Id"
_OURS_OR_LIKE_IT: Final = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_LONGEST_PATH: Final = 200
_NUMBERS: Final = itertools.count(1)
_LOGGED: Final = ("request", "client", "method", "path", "status", "bytes", "problem", "query")
_log = logging.getLogger("mithaq.requests")


def follow_requests(app: Flask, metrics: Metrics, *, log_queries: bool = False) -> None:
    """Number, count and log every request of an application.

    The log has the path and never the parameters, unless queries are to be logged: they may hold what nobody should
    read, and are long.
    """

    def begin() -> None:
        g.begun = time.perf_counter()
        g.request_id = number_of_request(request.headers.get(HEADER, ""))
        metrics.begin()

    def end(response: Response) -> Response:
        response.headers[HEADER] = g.request_id
        told = Told(
            g.request_id, current_client().name, request.method, request.path[:_LONGEST_PATH], _endpoint(),
            response.status_code, response.content_length, g.get("problem"), g.get("asked") if log_queries else None,
        )  # fmt: skip
        begun = g.begun
        response.call_on_close(lambda: tell(told, begun, metrics))
        return response

    app.before_request(begin)
    app.after_request(end)


@dataclass(frozen=True, slots=True)
class Told:
    """What is counted and logged of a request that was answered."""

    request: str
    client: str
    method: str
    path: str
    endpoint: str
    status: int
    bytes: int | None
    problem: str | None = None
    query: str | None = None


def tell(told: Told, begun: float, metrics: Metrics) -> None:
    """Count and log a request whose last byte is out."""
    seconds = time.perf_counter() - begun
    metrics.end(told.method, told.endpoint, told.status, seconds, told.problem)
    if _log.isEnabledFor(logging.INFO):
        named = ((name, getattr(told, name)) for name in _LOGGED)
        members = {name: value for name, value in named if value is not None}
        _log.info("answered", extra={MEMBERS: {**members, "seconds": round(seconds, 4)}})


def _endpoint() -> str:
    """Name what answered by its pattern, of which there are few, and never by the path, which anyone can make up."""
    return str(request.url_rule) if request.url_rule else "unknown"


def number_of_request(sent: str) -> str:
    """Number a request, or keep the number that was sent where it is like one of ours."""
    return sent if _OURS_OR_LIKE_IT.fullmatch(sent) else f"{_own_mark()}{next(_NUMBERS):08x}"


@cache
def _own_mark() -> str:
    """Give what the numbers of this process begin with, and those of others do not."""
    return secrets.token_hex(4)
