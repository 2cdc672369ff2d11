"""Answers as responses: whole, with their length, and named by the revision that they speak of."""

from __future__ import annotations

import io
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Final

from flask import Response, request

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flask import Flask

    from .workers import Answer

OPEN_FILE: Final = "mithaq.open_file"
"""Where the environment of a request names the file that is the whole body of its response."""
_BLOCK: Final = 256 * 1024
_ASKING: Final = frozenset({"GET", "HEAD", "QUERY"})
_ANSWERED: Final = frozenset({HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT})


class FileBody:
    """The body of a response that is an open file, whole."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __iter__(self) -> Iterator[bytes]:
        """Go through the file."""
        while block := self._file.read(_BLOCK):
            yield block

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def respond(answer: Answer) -> Response:
    """Make the response for an answer, which closes it."""
    head = answer.head
    headers = dict(head.headers)
    if not head.content_type:
        return without_body(head.status, headers)
    if isinstance(answer.body, io.BytesIO):
        return Response(answer.body.getvalue(), head.status, headers, content_type=head.content_type)
    response = Response(FileBody(answer.body), head.status, headers, content_type=head.content_type)
    response.content_length = answer.length
    request.environ[OPEN_FILE] = answer.body
    return response


def without_body(status: HTTPStatus, headers: Mapping[str, str]) -> Response:
    """Make a response that is its status and its headers: where there is no body, there is no type of it."""
    response = Response(status=status, headers=dict(headers))
    del response.headers["Content-Type"]
    return response


def answer_whoever_has_none(app: Flask) -> None:
    """Have an application answer `If-None-Match: *` with 304 where there is an answer, whichever (RFC 9110, 13.1.2)."""
    app.after_request(_unless_any_is_had)


def _unless_any_is_had(response: Response) -> Response:
    if response.status_code not in _ANSWERED or request.method not in _ASKING or not request.if_none_match.star_tag:
        return response
    if (file := request.environ.pop(OPEN_FILE, None)) is not None:
        file.close()
    response.response, response.status_code = [], HTTPStatus.NOT_MODIFIED
    return response
