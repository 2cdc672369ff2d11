"""Problem details (RFC 9457): what a client is told when a request cannot be answered.

Problem                 the record: status, type, title, detail and what else is known (line, column, …)
ProblemError            raised by a view, carries a Problem
mithaq.graph errors     raised by the core, become a Problem by the table below

What they are as responses stands in `problem_responses`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from mithaq.graph import (
    FormatError,
    MithaqError,
    NotInGraphError,
    ParseError,
    QueryError,
    QueryFailedError,
    QuerySyntaxError,
    RevisionUnknownError,
    ServiceRefusedError,
    StoreBusyError,
    StoreError,
    TermError,
    UnknownGraphError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

PROBLEM_MEDIA_TYPE = "application/problem+json"
PROBLEM_TYPES = "https://w3id.org/mithaq/problem/"

_CORE_ERRORS: tuple[tuple[type[MithaqError], HTTPStatus, str, str], ...] = (
    (ServiceRefusedError, HTTPStatus.FORBIDDEN, "service-refused", "SERVICE is not allowed"),
    (QuerySyntaxError, HTTPStatus.BAD_REQUEST, "malformed-query", "The query does not parse"),
    (QueryFailedError, HTTPStatus.INTERNAL_SERVER_ERROR, "query-failed", "The query broke off"),
    (QueryError, HTTPStatus.BAD_REQUEST, "malformed-dataset", "The dataset of the query cannot be used"),
    (UnknownGraphError, HTTPStatus.BAD_REQUEST, "unknown-graph", "No such graph"),
    (ParseError, HTTPStatus.BAD_REQUEST, "malformed-facts", "The facts do not parse"),
    (TermError, HTTPStatus.BAD_REQUEST, "malformed-term", "Not an RDF term"),
    (FormatError, HTTPStatus.BAD_REQUEST, "unknown-format", "No such format"),
    (NotInGraphError, HTTPStatus.NOT_FOUND, "not-in-graph", "The graph does not hold it"),
    (RevisionUnknownError, HTTPStatus.NOT_FOUND, "unknown-revision", "No such revision"),
    (StoreBusyError, HTTPStatus.SERVICE_UNAVAILABLE, "busy", "Somebody else is writing"),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE, "store-unavailable", "The store cannot be read"),
    (MithaqError, HTTPStatus.BAD_REQUEST, "refused", "Refused"),
)


@dataclass(frozen=True)
class Problem:
    """One problem. ``kind`` names its type below the namespace of problem types; ``members`` extend the body."""

    status: HTTPStatus
    kind: str
    title: str
    detail: str
    members: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def body(self) -> dict[str, object]:
        """Give the members of the problem document."""
        return {
            "type": PROBLEM_TYPES + self.kind,
            "title": self.title,
            "status": int(self.status),
            "detail": self.detail,
            **{name: value for name, value in self.members.items() if value is not None},
        }


UNEXPECTED = Problem(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "internal",
    "Internal error",
    "The server failed to answer. The failure is in its log.",
)


class ProblemError(Exception):
    """A request that a view cannot answer."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


def not_acceptable(offered: tuple[str, ...]) -> ProblemError:
    """Say that none of the formats that the client accepts is there, and which are."""
    detail = f"This answer can be had as {', '.join(offered)}. Ask for one of them in the Accept header."
    return ProblemError(
        Problem(HTTPStatus.NOT_ACCEPTABLE, "not-acceptable", "No such format", detail, {"offered": list(offered)})
    )


def unsupported_media_type(received: str, accepted: tuple[str, ...]) -> ProblemError:
    """Say that a body of this media type is not understood, and which are."""
    detail = f"The body is {received or 'of no stated type'}; send {', '.join(accepted)} and say so in Content-Type."
    return ProblemError(
        Problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "Media type not understood",
            detail,
            {"accepted": list(accepted)},
            {"Accept-Post": ", ".join(accepted)},
        )
    )


def describe_error(error: MithaqError) -> Problem:
    """Describe an error of the core: the most specific row of the table, with the place where it has one."""
    _, status, kind, title = next(row for row in _CORE_ERRORS if isinstance(error, row[0]))
    reason = getattr(error, "reason", None) or str(error)
    if isinstance(error, StoreError):  # where the store lies is nobody's business
        reason = reason.removeprefix(f"{error.store}: ")
    place = {name: getattr(error, name, None) for name in ("file", "line", "column")}
    headers = {"Retry-After": "1"} if status is HTTPStatus.SERVICE_UNAVAILABLE else {}
    return Problem(status, kind, title, reason, place, headers)


def bad_request(detail: str, **members: object) -> ProblemError:
    """Say that the request itself is wrong, and what to send instead."""
    return ProblemError(Problem(HTTPStatus.BAD_REQUEST, "bad-request", "Bad request", detail, members))


def not_in_graph(detail: str) -> ProblemError:
    """Say that the graph does not hold what was asked for."""
    return ProblemError(Problem(HTTPStatus.NOT_FOUND, "not-in-graph", "The graph does not hold it", detail))


def write_problem(problem: Problem) -> bytes:
    """Write the problem document."""
    return (json.dumps(problem.body(), ensure_ascii=False) + "\n").encode()
