"""How often a client may ask, and how much at once."""

from __future__ import annotations

import threading
import time
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_CLIENTS: Final = 10_000
"""How many clients are remembered; the one that has not asked for longest is forgotten first."""

_BURST: Final = 2.0
"""Seconds' worth of requests that may come at once."""


class RateLimit:
    """Lets each client ask so many times a second, and somewhat more often for a moment (a token bucket).

    >>> limit = RateLimit(1.0, clock=lambda: 0.0)
    >>> [limit.wait("somebody") for _ in range(3)]
    [0.0, 0.0, 1.0]
    """

    def __init__(self, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._most = rate, max(1.0, rate * _BURST)
        self._clock = clock
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Count a request; give the seconds to wait before the client may ask again, 0 where this one may go on."""
        with self._lock:
            now = self._clock()
            left, since = self._left.pop(client, (self._most, now))
            left = min(self._most, left + (now - since) * self._rate)
            allowed = left >= 1.0
            self._left[client] = (left - 1.0 if allowed else left, now)
            if len(self._left) > MOST_CLIENTS:
                self._left.popitem(last=False)
        return 0.0 if allowed else (1.0 - left) / self._rate


class ConcurrencyLimit:
    """Lets each client have so many requests answered at once.

    >>> limit = ConcurrencyLimit(1)
    >>> limit.enter("somebody"), limit.enter("somebody"), limit.leave("somebody"), limit.enter("somebody")
    (True, False, None, True)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._running: Counter[str] = Counter()

    def enter(self, client: str) -> bool:
        """Count a request that begins; tell whether it may."""
        with self._lock:
            if self._running[client] >= self._most:
                return False
            self._running[client] += 1
            return True

    def leave(self, client: str) -> None:
        """Count a request that ended."""
        with self._lock:
            self._running[client] -= 1
            if not self._running[client]:
                del self._running[client]
