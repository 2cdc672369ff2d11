"""The plain graph: quads for scratch data, read and changed as SPARQL says, without articles, rules or shapes."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, Self

from .formats import syntax_named
from .queries import Asking, QueryResult, query, update
from .store import (
    Change,
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
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pyoxigraph import Store


class PlainGraph:
    """A plain store at one moment, open for reading: what it holds does not change while it is open."""

    def __init__(self, store: Path, snapshot: Snapshot, state: PlainState) -> None:
        self._path, self._snapshot, self._state = store, snapshot, state

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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files, so that a writer may remove them."""
        self._snapshot.close()

    @property
    def quads(self) -> Store:
        """The quads of the store."""
        return self._snapshot.quads

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self._path

    @property
    def revision(self) -> Revision:
        """The state that this object reads."""
        return revision_of(self._state)

    def is_current(self) -> bool:
        """Tell whether the store is still as this object reads it."""
        return read_plain_state(self._path) == self._state

    def renewed(self) -> PlainGraph:
        """Open the store as it is now."""
        return PlainGraph.open(self._path)

    def query(
        self,
        text: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> QueryResult:
        """Ask a SPARQL query; raises QueryError. No prefix is predeclared."""
        return query(self.quads, text, default_graphs=default_graphs, named_graphs=named_graphs, prefixes={}, base=base)

    @contextmanager
    def supposing(self, change: Change) -> Iterator[Asking]:
        """Give what answers queries as `query` would if the quads changed so, for the time of a block."""
        with self._snapshot.supposing(change) as quads:
            yield partial(query, quads, prefixes={})

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
        return revision_of(self._session.state)

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


def revision_of(state: PlainState) -> Revision:
    """Describe the state of a plain store as a revision; it has no time and no note."""
    return Revision(state.number, "", "", state.name)
