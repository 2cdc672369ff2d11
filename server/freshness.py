"""Answer again only what has changed: tags that name an answer by everything that it depends on."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, request

if TYPE_CHECKING:
    from collections.abc import Callable


def unless_unchanged(digest: str, form: str, answer: Callable[[], Response]) -> Response:
    """Give the answer to a GET at one revision in one form, or tell the client that it has it (RFC 9110, 13.1.2).

    The tag begins with the digest of the revision, so that it can stand in If-Match as well.
    """
    parts = hashlib.sha256(f"{request.url}\n{form}".encode()).hexdigest()[:16]
    tag = f"{digest}.{parts}"
    if tag in request.if_none_match.as_set(include_weak=True):
        response = Response(status=HTTPStatus.NOT_MODIFIED)
    else:
        response = answer()
    response.set_etag(tag)
    response.headers["Cache-Control"] = "no-cache"
    response.vary.update(("Accept", "Accept-Language"))
    return response


def revisions_required() -> frozenset[str] | None:
    """Read from If-Match the digests of which the graph must have one, `*` for any; nothing where none is asked for.

    What follows a digest in a tag names the form of an answer and does not matter here.
    """
    if "If-Match" not in request.headers:
        return None
    if request.if_match.star_tag:
        return frozenset({"*"})
    tags = request.if_match.as_set(include_weak=True)
    return frozenset(tag.partition(".")[0].partition("-")[0] for tag in tags if tag)
