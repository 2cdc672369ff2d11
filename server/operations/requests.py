"""The number of each request, which its answer bears too, and the line that the log gets when it is answered."""

from __future__ import annotations

import logging
import re
import secrets
import time
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
_log = logging.getLogger("mithaq.requests")


def follow_requests(app: Flask, metrics: Metrics, *, log_queries: bool = False) -> None:
    """Number, count and log every request of an application.

    The log has the path and never the parameters, unless queries are to be logged: they may hold what nobody should
    read, and are long.
    """

    def begin() -> None:
        g.begun = time.perf_counter()
        g.request_id = _number_of_request()
        metrics.begin()

    def end(response: Response) -> Response:
        response.headers[HEADER] = g.request_id
        record = _record(response, log_queries=log_queries)
        begun, method, endpoint, problem = g.begun, request.method, _endpoint(), g.get("problem")

        def closed() -> None:
            seconds = time.perf_counter() - begun
            metrics.end(method, endpoint, response.status_code, seconds, problem)
            _log.info("answered", extra={MEMBERS: {**record, "seconds": round(seconds, 4)}})

        response.call_on_close(closed)
        return response

    app.before_request(begin)
    app.after_request(end)


def _record(response: Response, *, log_queries: bool) -> dict[str, object]:
    record: dict[str, object] = {
        "request": g.request_id,
        "client": current_client().name,
        "method": request.method,
        "path": request.path[:_LONGEST_PATH],
        "status": response.status_code,
        "bytes": response.content_length,
        "problem": g.get("problem"),
    }
    asked = g.get("asked") if log_queries else None
    return {name: value for name, value in (*record.items(), ("query", asked)) if value is not None}


def _endpoint() -> str:
    """Name what answered by its pattern, of which there are few, and never by the path, which anyone can make up."""
    return str(request.url_rule) if request.url_rule else "unknown"


def _number_of_request() -> str:
    sent = request.headers.get(HEADER, "")
    return sent if _OURS_OR_LIKE_IT.fullmatch(sent) else secrets.token_hex(8)
