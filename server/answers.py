"""Answers as responses: whole, with their length, and named by the revision that they speak of."""

from __future__ import annotations

import io
from typing import IO, TYPE_CHECKING, Final

from flask import Response, request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .workers import Answer

OPEN_FILE: Final = "mithaq.open_file"
"""Where the environment of a request names the file that is the whole body of its response."""
_BLOCK: Final = 256 * 1024


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
    if isinstance(answer.body, io.BytesIO):
        return Response(answer.body.getvalue(), head.status, headers, content_type=head.content_type)
    response = Response(FileBody(answer.body), head.status, headers, content_type=head.content_type)
    response.content_length = answer.length
    request.environ[OPEN_FILE] = answer.body
    return response
