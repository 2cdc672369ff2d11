"""Read the body of a request as a whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.exceptions import RequestEntityTooLarge

from .problems import bad_request

if TYPE_CHECKING:
    from flask import Request


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
