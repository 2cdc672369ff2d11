"""What every answer says to browsers: that pages of any site may read it, and what the service's own pages may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flask import request

if TYPE_CHECKING:
    from flask import Flask, Response

_SECURITY: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_READ_BY_ANYONE: Final = {
    "Access-Control-Allow-Origin": "*",  # no cookie allows anything; a page must know a token to use it
    "Access-Control-Expose-Headers": (
        "Accept-Patch, Accept-Post, Accept-Query, Accept-Ranges, Allow, Content-Location, Content-Range, ETag, Link, "
        "Location, Mithaq-Revision, Mithaq-Truncated, Retry-After, WWW-Authenticate, X-Request-Id"
    ),
}
ALWAYS: Final = {**_SECURITY, **_READ_BY_ANYONE}
"""What every answer bears."""
_ASKED_BEFOREHAND: Final = {
    "Access-Control-Allow-Headers": (
        "Accept, Accept-Language, Authorization, Content-Encoding, Content-Type, Idempotency-Key, If-Match, "
        "If-None-Match, If-Range, Range, X-Request-Id"
    ),
    "Access-Control-Max-Age": "86400",
}


def tell_browsers(app: Flask) -> None:
    """Put these headers on every answer of an application, its problems included."""
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    response.headers.extend(ALWAYS)
    if request.method == "OPTIONS":
        response.headers.update(_ASKED_BEFOREHAND)
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "GET, HEAD, OPTIONS")
    return response
