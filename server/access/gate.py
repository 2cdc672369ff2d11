"""The gate: every request is identified, counted and allowed, or refused, before any view is called."""

from __future__ import annotations

import ipaddress
import math
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from flask import g, request

from ..problems import Problem, ProblemError
from .clients import Client
from .rates import ConcurrencyLimit, RateLimit
from .scopes import FREE, Scope, scope_needed
from .settings import USUAL_CONCURRENCY, USUAL_RATE

if TYPE_CHECKING:
    from flask import Flask, Response

    from .settings import AccessSettings
    from .tokens import Token

_CHALLENGE: Final = 'Bearer realm="mithaq"'


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

    def admits_anybody(self) -> bool:
        """Tell whether whoever has no token may ask."""
        return not self._settings.private

    def enter(self, client: Client) -> str | None:
        """Count a request; give the name that is to leave when it is answered. Raises ProblemError: too many."""
        if self._rate and not _is_exempt(client, self._settings.rate):
            wait = self._rate.wait(client.name)
            if wait > 0:
                raise _too_many("You ask too often.", math.ceil(wait))
        if self._concurrency is None or _is_exempt(client, self._settings.concurrency):
            return None
        if not self._concurrency.enter(client.name):
            raise _too_many("Too many of your requests are still being answered.", 1)
        return client.name

    def leave(self, entered: str | None) -> None:
        """Count a request as answered."""
        if entered is not None and self._concurrency is not None:
            self._concurrency.leave(entered)

    def _let_in(self) -> None:
        g.client = anonymous = Client(request.remote_addr or "")
        if request.path in FREE:
            return
        secret = _secret_sent()
        token = None if secret is None else self._settings.tokens.find(secret)
        g.client = client = Client(anonymous.address, token)
        g.entered = self.enter(client)
        if secret is not None and token is None:
            raise _unauthorized("invalid_token", "There is no such token.")
        if request.routing_exception is None:  # else there is no view that could be called
            self._allow(client)

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
        entered = g.pop("entered", None)
        if entered is not None:
            response.call_on_close(lambda: self.leave(entered))
        return response

    def _forget(self, _error: BaseException | None) -> None:
        """Count a request as answered that broke before it had an answer."""
        self.leave(g.pop("entered", None))


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
