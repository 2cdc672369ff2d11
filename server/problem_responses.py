"""Problems as responses: whatever a view or the framework raises (404, 405, 413, …) is answered with a problem."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, g, has_request_context, request
from werkzeug.exceptions import HTTPException, NotFound

from mithaq.graph import MithaqError

from .problems import PROBLEM_MEDIA_TYPE, UNEXPECTED, Problem, ProblemError, describe_error, write_problem

if TYPE_CHECKING:
    from flask import Flask

_log = logging.getLogger(__name__)


def register_problems(app: Flask) -> None:
    """Answer every failure of the application with a problem document."""
    app.register_error_handler(ProblemError, lambda error: problem_response(error.problem))
    app.register_error_handler(MithaqError, lambda error: problem_response(describe_error(error)))
    app.register_error_handler(HTTPException, _answer_http_exception)
    app.register_error_handler(Exception, _answer_unexpected)


def problem_response(problem: Problem) -> Response:
    """Write a problem as a response; the request's line in the log names its kind."""
    if has_request_context():
        g.problem = problem.kind
    response = Response(
        write_problem(problem), int(problem.status), content_type=f"{PROBLEM_MEDIA_TYPE}; charset=utf-8"
    )
    response.headers.extend(dict(problem.headers))
    return response


def _answer_http_exception(error: HTTPException) -> Response:
    own = error.get_response()
    if own.status_code < HTTPStatus.BAD_REQUEST:  # a redirect is no problem
        return Response(own.get_data(), own.status_code, own.headers)
    status = HTTPStatus(own.status_code)
    kept = {name: value for name, value in own.headers.items() if name in {"Allow", "Retry-After", "WWW-Authenticate"}}
    kind = status.phrase.lower().replace(" ", "-")
    detail = f"There is nothing at {request.path}." if isinstance(error, NotFound) else error.description or ""
    return problem_response(Problem(status, kind, status.phrase, detail, headers=kept))


def _answer_unexpected(error: Exception) -> Response:
    _log.error("a request failed", exc_info=error)
    return problem_response(UNEXPECTED)
