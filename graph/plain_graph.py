"""The plain graph: quads for scratch data, read and changed as SPARQL says, without articles, rules or shapes."""

from __future__ import annotations

from contextlib import contextmanager
from types import MappingProxyType
from typing import IO, TYPE_CHECKING

from .formats import syntax_named
from .open_graph import OpenGraph
from .queries import update
from .store import (
    PlainState,
    PlainWriting,
    Revision,
    Snapshot,
    make_plain_store,
    open_plain,
    read_plain_state,
    writing_plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Store


class PlainGraph(OpenGraph[Snapshot]):
    """A plain store at one moment, open for reading; no prefix is predeclared."""

    _prefixes = MappingProxyType({})

    def __init__(self, store: Path, snapshot: Snapshot, state: PlainState) -> None:
        super().__init__(store, snapshot)
        self._state = state

    @staticmethod
    def make(store: Path) -> None:
        """Make an empty store where there is none; raises a StoreError where there is something else."""
        make_plain_store(store)

    @classmethod
    def open(cls, store: Path) -> PlainGraph:
        """Open a plain store for reading; raises a StoreError that says what to do."""
        return cls(store, *open_plain(store))

    @classmethod
    @contextmanager
    def writing(cls, store: Path, *, patience: float = 0.0) -> Iterator[PlainWriter]:
        """Hold a plain store for writing, alone; another writer is waited for as many seconds as given."""
        with writing_plain(store, patience) as session:
            yield PlainWriter(session)

    @property
    def quads(self) -> Store:
        """The quads of the store."""
        return self._quads

    @property
    def revision(self) -> Revision:
        """The state that this object reads."""
        return self._state.revision

    def is_current(self) -> bool:
        """Tell whether the store is still as this object reads it."""
        return read_plain_state(self._path) == self._state

    def renewed(self) -> PlainGraph:
        """Open the store as it is now."""
        return PlainGraph.open(self._path)

    def export(self, stream: IO[bytes], *, format: str = "trig") -> None:  # noqa: A002 - the word of the field
        """Write all graphs to a stream in a syntax that holds graphs; raises FormatError."""
        self.quads.dump(stream, syntax_named(format).format)


class PlainWriter:
    """A plain store, held for writing."""

    def __init__(self, session: PlainWriting) -> None:
        self._session = session

    @property
    def revision(self) -> Revision:
        """The newest state."""
        return self._session.state.revision

    @property
    def quads(self) -> Store:
        """The quads; whoever changes them says so by `changed`."""
        return self._session.quads

    def update(self, text: str, *, base: str | None = None) -> None:
        """Carry out a SPARQL update, all of it or, where a QueryError is raised, nothing."""
        update(self._session.quads, text, base=base)
        self._session.changed()

    def changed(self) -> None:
        """Say that the quads are no longer what they were."""
        self._session.changed()
