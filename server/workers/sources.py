"""Sources: how a worker opens what the service serves, by the policy of the store and by what the worker is for."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from mithaq.graph import KnowledgeGraph, MemoryGraph, PlainGraph, PlainWriter, parse_facts_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Policy: TypeAlias = Literal["governed", "open"]
Opened: TypeAlias = KnowledgeGraph | PlainGraph | PlainWriter | MemoryGraph


@dataclass(frozen=True)
class Source:
    """A store, the policy by which it is changed, and whether a worker holds it for writing all the time.

    A governed store is never held so: its tasks hold it for the time of a transaction, so that others may write too.
    """

    policy: Policy
    store: Path
    writing: bool = False

    @contextmanager
    def opened(self, copy: MemoryGraph | None = None) -> Iterator[Held]:
        """Hold the source, and perhaps a copy of it in memory, for the time of a block; raises StoreError."""
        if self.writing and self.policy == "open":
            with PlainGraph.writing(self.store, patience=_PATIENCE) as writer:
                yield _Writer(writer)
        else:
            yield _Snapshot(self.policy, self.store, copy, judging=self.writing)


_PATIENCE = 5.0


class Held(Protocol):
    """What a worker holds of a source."""

    def newest(self) -> Opened:
        """Give it as it is now."""

    def copy(self) -> MemoryGraph | None:
        """Give the copy in memory as it is now, where there is one that could follow."""

    def reopened(self) -> Opened:
        """Give it opened anew: a writer may have tidied away files that a snapshot had not yet looked at."""

    def prepare(self) -> None:
        """Do, while there is nothing to do, what some task would otherwise wait for."""


@dataclass(frozen=True)
class _Writer:
    """A plain store, held for writing."""

    writer: PlainWriter

    def newest(self) -> PlainWriter:
        return self.writer

    def copy(self) -> None:
        pass

    def reopened(self) -> PlainWriter:
        return self.writer

    def prepare(self) -> None:
        pass


class _Snapshot:
    """The newest snapshot of a store, replaced when the store has changed."""

    def __init__(self, policy: Policy, store: Path, copy: MemoryGraph | None, *, judging: bool) -> None:
        self._judging, self._copy = judging, copy
        self._graph: KnowledgeGraph | PlainGraph = (
            KnowledgeGraph.open(store) if policy == "governed" else PlainGraph.open(store)
        )

    def prepare(self) -> None:
        """Compile rules and shapes, where changes will be judged."""
        if self._judging and isinstance(self._graph, KnowledgeGraph):
            self._graph.validate(parse_facts_bytes(b"", "turtle", "nothing"))

    def copy(self) -> MemoryGraph | None:
        """Give the copy, and let go of one that cannot follow."""
        if self._copy is not None and not self._copy.follow():
            self._copy = None
        return self._copy

    def newest(self) -> KnowledgeGraph | PlainGraph:
        """Give the newest snapshot."""
        return self._graph if self._graph.is_current() else self.reopened()

    def reopened(self) -> KnowledgeGraph | PlainGraph:
        """Open the store anew."""
        with self._graph as outdated:
            self._graph = outdated.renewed()
        return self._graph
