"""Read the body of a request as a whole, and as UTF-8, or not at all."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import request as current_request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.http import parse_options_header

from .problems import Problem, ProblemError, bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask, Request

_UTF8: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
"""Names of what can be read as UTF-8."""
_CHARSET: Final = "charset"
_WITH_A_BODY: Final = frozenset({"POST", "PUT", "QUERY"})


def refuse_other_charsets(app: Flask) -> None:
    """Have an application refuse bodies that say they are written in anything but UTF-8."""
    app.before_request(_require_utf8_of_request)


def _require_utf8_of_request() -> None:
    if current_request.method in _WITH_A_BODY:
        require_utf8(current_request.mimetype_params)


def require_utf8(parameters: Mapping[str, str]) -> None:
    """Raise ProblemError (415) where the parameters of a Content-Type name another charset than UTF-8."""
    charset = parameters.get(_CHARSET, "utf-8")
    if not _is_utf8(charset):
        status, detail = HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"The Content-Type names the charset {charset}; send UTF-8."
        raise ProblemError(Problem(status, "unsupported-charset", "Written in another charset", detail))


def is_in_utf8(content_type: str) -> bool:
    """Tell whether a Content-Type names UTF-8, or no charset at all."""
    return _CHARSET not in content_type.lower() or _is_utf8(parse_options_header(content_type)[1].get(_CHARSET, ""))


def _is_utf8(charset: str) -> bool:
    return charset.strip().lower() in _UTF8


def read_body(request: Request) -> bytes:
    """Read the body; raises RequestEntityTooLarge where it reaches the application's limit.

    A body of unstated length that is too large would otherwise come cut off at the limit, without a word.
    """
    data = request.get_data(cache=False)
    if request.max_content_length is not None and len(data) >= request.max_content_length:
        raise RequestEntityTooLarge
    return data


def decode(data: bytes, what: str) -> str:
    """Decode UTF-8, or say at which byte that fails."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise bad_request(f"The {what} is not UTF-8: byte {error.start} cannot be read.") from error
