"""An open graph: what can be read of a store of either kind, at one moment, and how it is let go."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, Self, TypeVar

from .namespaces import PREFIXES
from .queries import Asking, QueryResult, query
from .store import Generation, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from .store import Change


H = TypeVar("H", Generation, Snapshot)
"""What holds the quads of a store."""


class OpenGraph(Generic[H]):
    """A store at one moment, open for reading: what it holds does not change while it is open.

    Several threads may share it. Use it in a `with` block, or close it.
    """

    _prefixes: ClassVar[Mapping[str, str]] = PREFIXES
    """The prefixes that queries need not declare."""

    def __init__(self, store: Path, held: H) -> None:
        self._held: H = held
        self._path, self._quads = store, held.quads

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store, so that a later build or a writer may remove what this object read."""
        self._held.close()

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self._path

    def query(
        self,
        text: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> QueryResult:
        """Ask a SPARQL query; raises QueryError (syntax with line and column, SERVICE, broken off)."""
        return query(
            self._quads,
            text,
            default_graphs=default_graphs,
            named_graphs=named_graphs,
            prefixes=self._prefixes,
            base=base,
        )

    @contextmanager
    def supposing(self, change: Change) -> Iterator[Asking]:
        """Give what answers queries as `query` would if the graphs changed so, for the time of a block.

        What would follow from the change is not there, and what follows no longer still is.
        """
        with self._held.supposing(change) as quads:
            yield partial(query, quads, prefixes=self._prefixes)
