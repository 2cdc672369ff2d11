"""A knowledge graph in memory: a copy of a store's newest revision that answers queries, and nothing else."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Self

from .queries import query
from .store import MOST_AT_ONCE, MemoryCopy, pour

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .queries import QueryResult
    from .store import Revision


class MemoryGraph:
    """A copy of a governed store in memory; the order in which it gives what has none is its own."""

    def __init__(self, copy: MemoryCopy) -> None:
        self._copy = copy

    @staticmethod
    def pour(store: Path, stream: IO[bytes], most_bytes: int) -> None:
        """Write what a copy is made of; raises StoreError, and StoreTooLargeError where it would take more bytes."""
        pour(store, stream, most_bytes)

    @classmethod
    def read(cls, store: Path, stream: IO[bytes]) -> Self:
        """Make a copy of what was poured; raises ValueError, OSError where that is not whole."""
        return cls(MemoryCopy.read(store, stream))

    @property
    def revision(self) -> Revision:
        """The revision that the copy is at."""
        return self._copy.revision

    @property
    def applied(self) -> int:
        """Bytes of patches that the copy has followed."""
        return self._copy.applied

    @property
    def is_old(self) -> bool:
        """Tell whether so much was changed that another copy would be quicker, and smaller."""
        return self._copy.is_old

    def follow(self, most: int = MOST_AT_ONCE) -> bool:
        """Move on to the newest revision, over so many bytes of patches at most; false where another copy is needed."""
        return self._copy.follow(most)

    def query(
        self,
        text: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> QueryResult:
        """Ask a SPARQL query, as `KnowledgeGraph.query` does."""
        return query(self._copy.quads, text, default_graphs=default_graphs, named_graphs=named_graphs, base=base)
