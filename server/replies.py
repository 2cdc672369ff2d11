"""Replies that are remembered, so that a request sent again is not carried out again (the header Idempotency-Key).

As in draft-ietf-httpapi-idempotency-key-header: the same key with the same request gets the same reply.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from flask import Response

from .problems import Problem, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SECONDS: Final = 24 * 60 * 60
_MOST: Final = 1000
_LARGEST: Final = 1024 * 1024
_LARGEST_TOGETHER: Final = 32 * 1024 * 1024
_REMEMBERED: Final = frozenset({200, 201, 409})
"""A request that failed otherwise may be tried again."""


@dataclass(frozen=True)
class _Reply:
    """What was asked, when, and what was replied; no status yet while it is being worked on."""

    fingerprint: str
    time: float
    status: int | None = None
    headers: Mapping[str, str] | None = None
    body: bytes = b""


class Replies:
    """The newest replies, each for a day."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._replies: OrderedDict[tuple[str, str], _Reply] = OrderedDict()

    def once(self, client: str, key: str, fingerprint: str, act: Callable[[], Response]) -> Response:
        """Act, or reply what was replied when the same client sent the same key.

        Raises ProblemError where the first such request is still worked on, or was another one.
        """
        known = self._begin((client, key), fingerprint)
        if known is not None:
            return _again(known)
        reply: _Reply | None = None
        try:
            response = act()
            reply = _reply_of(response, fingerprint, self._clock())
        finally:
            self._end((client, key), reply)
        return response

    def _begin(self, key: tuple[str, str], fingerprint: str) -> _Reply | None:
        with self._lock:
            now = self._clock()
            known = self._replies.get(key)
            if known is None or now - known.time > _SECONDS:
                self._replies[key] = _Reply(fingerprint, now)
                return None
        if known.fingerprint != fingerprint:
            detail = "This Idempotency-Key came with another request before. Take a new key for a new request."
            raise _problem(HTTPStatus.UNPROCESSABLE_ENTITY, "key-used", "The key is used", detail)
        if known.status is None:
            detail = "The first request with this Idempotency-Key is still being worked on. Try again in a moment."
            raise _problem(HTTPStatus.CONFLICT, "in-progress", "Still being worked on", detail)
        return known

    def _end(self, key: tuple[str, str], reply: _Reply | None) -> None:
        with self._lock:
            self._replies.pop(key, None)
            if reply is not None:
                self._replies[key] = reply
            self._forget_some()

    def _forget_some(self) -> None:
        """Forget the oldest replies where there are too many of them, or too much in them."""
        size = sum(len(known.body) for known in self._replies.values())
        for key, known in list(self._replies.items()):
            if len(self._replies) <= _MOST and size <= _LARGEST_TOGETHER:
                return
            if known.status is not None:
                size -= len(known.body)
                del self._replies[key]


def _reply_of(response: Response, fingerprint: str, now: float) -> _Reply | None:
    if response.status_code not in _REMEMBERED or (response.content_length or 0) > _LARGEST:
        return None
    body = response.get_data()
    return _Reply(fingerprint, now, response.status_code, dict(response.headers), body)


def _again(reply: _Reply) -> Response:
    response = Response(reply.body, reply.status, reply.headers)
    response.headers["Idempotency-Replayed"] = "true"
    return response


def _problem(status: HTTPStatus, kind: str, title: str, detail: str) -> ProblemError:
    return ProblemError(Problem(status, kind, title, detail))
