"""Shares: no client has all workers at once, so that the next one need not wait for its longest queries."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shares:
    """Tells how many workers each client has, and lets it have a number at most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()
        self._changed = threading.Condition()

    @contextmanager
    def one_for(self, client: str, seconds: float) -> Iterator[bool]:
        """Take a share for the time of a block, which is told whether one became free in so many seconds.

        Who waits for no time gets none while others of the client wait.
        """
        with self._changed:
            free = self._taken[client] < self._most and not self._waiting[client]
            if not free and seconds:
                free = self._wait(client, seconds)
            self._taken[client] += free
        try:
            yield free
        finally:
            with self._changed:
                self._taken[client] -= free
                if not self._taken[client]:
                    del self._taken[client]
                self._changed.notify_all()

    def _wait(self, client: str, seconds: float) -> bool:
        self._waiting[client] += 1
        try:
            return self._changed.wait_for(lambda: self._taken[client] < self._most, seconds)
        finally:
            self._waiting[client] -= 1
            if not self._waiting[client]:
                del self._waiting[client]
