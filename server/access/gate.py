"""The gate: every request is identified, counted and allowed, or refused, before any view is called."""

from __future__ import annotations

import ipaddress
import math
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from flask import g, request

from ..problems import Problem, ProblemError
from .clients import Client
from .rates import ConcurrencyLimit, RateLimit
from .scopes import FREE, Scope, scope_needed
from .tokens import Tokens

if TYPE_CHECKING:
    from flask import Flask, Response

    from .tokens import Token

USUAL_RATE: Final = 50.0
USUAL_CONCURRENCY: Final = 8
_CHALLENGE: Final = 'Bearer realm="mithaq"'


@dataclass(frozen=True)
class AccessSettings:
    """Who may do what, and how much of it.

    Without tokens nobody may write to a governed store, and anybody to an open one; nobody may do what `admin` is for.
    `private` services answer nobody without a token, and `proxies` tells how many of them stand before it. `rate`
    (requests a second) and `concurrency` (requests at once) hold for each client; where they are not given the usual
    ones hold for everybody but this machine itself; 0 means no limit.
    """

    tokens: Tokens = field(default_factory=Tokens)
    private: bool = False
    proxies: int = 0
    rate: float | None = None
    concurrency: int | None = None


class Gate:
    """Lets requests in."""

    def __init__(self, settings: AccessSettings, *, anyone_writes: bool = False) -> None:
        self._settings, self._anyone_writes = settings, anyone_writes and not settings.tokens
        rate = USUAL_RATE if settings.rate is None else settings.rate
        most = USUAL_CONCURRENCY if settings.concurrency is None else settings.concurrency
        self._rate = RateLimit(rate) if rate > 0 else None
        self._concurrency = ConcurrencyLimit(most) if most > 0 else None

    def guard(self, app: Flask) -> None:
        """Have all requests of an application go through this gate."""
        app.before_request(self._let_in)
        app.after_request(self._see_out)
        app.teardown_request(self._forget)

    def _let_in(self) -> None:
        g.client = anonymous = Client(request.remote_addr or "")
        if request.path in FREE:
            return
        secret = _secret_sent()
        token = None if secret is None else self._settings.tokens.find(secret)
        g.client = client = Client(anonymous.address, token)
        self._count(client)
        if secret is not None and token is None:
            raise _unauthorized("invalid_token", "There is no such token.")
        if request.routing_exception is None:  # else there is no view that could be called
            self._allow(client)

    def _count(self, client: Client) -> None:
        if self._rate and not _is_exempt(client, self._settings.rate):
            wait = self._rate.wait(client.name)
            if wait > 0:
                raise _too_many("You ask too often.", math.ceil(wait))
        if self._concurrency and not _is_exempt(client, self._settings.concurrency):
            if not self._concurrency.enter(client.name):
                raise _too_many("Too many of your requests are still being answered.", 1)
            g.counted = client.name

    def _allow(self, client: Client) -> None:
        scope = scope_needed(request.method, request.path)
        if scope is None or client.may(scope) or (scope is Scope.READ and not self._settings.private):
            return
        if scope is Scope.WRITE and self._anyone_writes:
            _refuse_other_sites()
            return
        raise self._refusal(client.token, scope)

    def _refusal(self, token: Token | None, scope: Scope) -> ProblemError:
        if not self._settings.tokens:
            detail = f"This service has no tokens, and this needs one with the scope {scope}."
            return ProblemError(Problem(HTTPStatus.FORBIDDEN, "read-only", "Nobody may do this here", detail))
        if token is None:
            return _unauthorized(None, f"Send a token with the scope {scope}: Authorization: Bearer TOKEN.")
        detail = f"Your token ({token.name}) lacks the scope {scope}."
        challenge = {"WWW-Authenticate": f'{_CHALLENGE}, error="insufficient_scope", scope="{scope}"'}
        return ProblemError(
            Problem(HTTPStatus.FORBIDDEN, "insufficient-scope", "Not allowed", detail, headers=challenge)
        )

    def _see_out(self, response: Response) -> Response:
        """Count a request as answered only when the last byte of its answer is out."""
        counted = g.pop("counted", None)
        if counted is not None and self._concurrency is not None:
            limit = self._concurrency
            response.call_on_close(lambda: limit.leave(counted))
        return response

    def _forget(self, _error: BaseException | None) -> None:
        """Count a request as answered that broke before it had an answer."""
        counted = g.pop("counted", None)
        if counted is not None and self._concurrency is not None:
            self._concurrency.leave(counted)


def current_client() -> Client:
    """Give the client of the request that is being answered."""
    return g.get("client") or Client(request.remote_addr or "")


def _secret_sent() -> str | None:
    sent = request.headers.get("Authorization")
    if sent is None:
        return None
    scheme, _, secret = sent.partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise _unauthorized("invalid_request", "Send the token as: Authorization: Bearer TOKEN.")
    return secret.strip()


def _is_exempt(client: Client, asked_for: float | None) -> bool:
    """Tell whether a limit that nobody asked for spares this client."""
    return asked_for is None and client.is_local


def _refuse_other_sites() -> None:
    """Refuse what a page of another site has a browser of this machine send: nobody meant to write that.

    Raises ProblemError.
    """
    origin = request.headers.get("Origin")
    if origin is not None and (urlsplit(origin).netloc != request.host or not _is_address(request.host)):
        detail = "A page of another site may not write here without a token. Start the service with tokens."
        raise ProblemError(Problem(HTTPStatus.FORBIDDEN, "cross-site", "Not from another site", detail))


def _is_address(host: str) -> bool:
    """Tell whether a host is named by its address: any other name may be another site's, made to lead here.

    >>> _is_address("127.0.0.1:8000"), _is_address("[::1]:8000"), _is_address("localhost"), _is_address("evil.example")
    (True, True, True, False)
    """
    name = urlsplit(f"//{host}").hostname or ""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost"
    return True


def _unauthorized(error: str | None, detail: str) -> ProblemError:
    challenge = {"WWW-Authenticate": f'{_CHALLENGE}, error="{error}"' if error else _CHALLENGE}
    return ProblemError(
        Problem(HTTPStatus.UNAUTHORIZED, "unauthorized", "A token is needed", detail, headers=challenge)
    )


def _too_many(detail: str, seconds: int) -> ProblemError:
    headers = {"Retry-After": str(seconds)}
    return ProblemError(
        Problem(HTTPStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail, headers=headers)
    )
