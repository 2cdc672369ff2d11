"""Scopes: what there is to be allowed, and which of it a request needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Scope(StrEnum):
    """What a token may allow."""

    READ = "read"
    """To ask, and to have facts judged; needs no token unless the service answers nobody without one."""
    WRITE = "write"
    """To change the graph."""
    ADMIN = "admin"
    """To see what others are asking, and to cancel it."""


FREE: Final = frozenset({"/-/health", "/-/ready", "/-/version"})
"""Whoever watches over the service asks these."""

_ASKED_BY_POST: Final = frozenset({"/sparql", "/validate", "/query/rows", "/query/faults", "/check/consequences"})
"""Where a POST changes nothing."""

_ADMINISTERED: Final = "/-/queries"
_SAFE: Final = frozenset({"GET", "HEAD", "QUERY", "TRACE"})


def scope_needed(method: str, path: str) -> Scope | None:
    """Tell what a request needs; whatever is not known to be harmless needs the scope to write.

    >>> scope_needed("GET", "/facts"), scope_needed("POST", "/sparql"), scope_needed("POST", "/facts")
    (<Scope.READ: 'read'>, <Scope.READ: 'read'>, <Scope.WRITE: 'write'>)
    >>> scope_needed("OPTIONS", "/facts") is None
    True
    """
    if method == "OPTIONS" or (path in FREE and method in _SAFE):
        return None
    if path == _ADMINISTERED or path.startswith(f"{_ADMINISTERED}/"):
        return Scope.ADMIN
    harmless = method in _SAFE or (method == "POST" and path in _ASKED_BY_POST)
    return Scope.READ if harmless else Scope.WRITE
