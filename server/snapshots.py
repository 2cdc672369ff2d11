"""The newest snapshot of the store, shared by the threads of a service, and replaced when the store is built anew."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class _Lent:
    """A snapshot, and how many threads are reading it."""

    graph: KnowledgeGraph
    readers: int = 0


class Snapshots:
    """Lends the newest snapshot; an outdated one is closed when its last reader has finished."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._newest = _Lent(KnowledgeGraph.open(store))

    @contextmanager
    def reading(self) -> Iterator[KnowledgeGraph]:
        """Lend the newest snapshot for the time of a block."""
        lent = self._lend()
        try:
            yield lent.graph
        finally:
            self._take_back(lent)

    def close(self) -> None:
        """Close the newest snapshot; nobody may be reading."""
        self._newest.graph.close()

    def _lend(self) -> _Lent:
        with self._lock:
            if not self._newest.graph.is_current():
                self._replace()
            self._newest.readers += 1
            return self._newest

    def _replace(self) -> None:
        outdated, self._newest = self._newest, _Lent(self._newest.graph.renewed())
        if not outdated.readers:
            outdated.graph.close()

    def _take_back(self, lent: _Lent) -> None:
        with self._lock:
            lent.readers -= 1
            if not lent.readers and lent is not self._newest:
                lent.graph.close()
