"""Answers kept for whoever asks the same of the same revision."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .workers import Head

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of an answer that is kept."""
_OVERHEAD: Final = 1024
"""Bytes that an answer is taken to occupy besides its own."""


@dataclass(frozen=True)
class Kept:
    """An answer, whole."""

    head: Head
    data: bytes


class ResultCache:
    """Keeps answers up to a number of bytes altogether; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._occupied = 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()
        self.hits = 0

    def get(self, key: Hashable) -> Kept | None:
        """Give what is kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self.hits += 1
                self._kept.move_to_end(key)
            return found

    def put(self, key: Hashable, kept: Kept) -> None:
        """Keep an answer unless it is too large."""
        if len(kept.data) > min(LARGEST, self._most):
            return
        with self._lock:
            self._remove(key)
            self._kept[key] = kept
            self._occupied += len(kept.data) + _OVERHEAD
            while self._occupied > self._most:
                self._remove(next(iter(self._kept)))

    @property
    def occupied(self) -> int:
        """Bytes that the answers occupy."""
        return self._occupied

    def _remove(self, key: Hashable) -> None:
        if (gone := self._kept.pop(key, None)) is not None:
            self._occupied -= len(gone.data) + _OVERHEAD
