"""Commits: the current generation changed, one revision at a time, each as a whole or not at all."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Quad, Store, Triple

from ..errors import StoreError, StoreMissingError
from . import layout
from .generations import alone
from .layout import Head
from .marker import marker_of, revision_in
from .merge import change_of_merge
from .revisions import Change, Revision, digest_after, generation_of, now, read_change, read_revision, write_patch
from .snapshots import remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MOST_UNSETTLED: Final = 4_000_000
"""Bytes of Oxigraph's own log that whoever opens the store may have to read again: some hundredths of a second."""


class Writing:
    """The store, held for writing."""

    def __init__(self, path: Path, head: Head) -> None:
        self._path, self._generation = path, head.generation
        self._folder = layout.generations_folder(path) / head.generation
        remove_abandoned(self._folder / layout.QUADS)
        self.quads = Store(str(self._folder / layout.QUADS))
        self.revision = revision_in(self.quads)
        self._catch_up()

    def read(self, name: str) -> bytes:
        """Read a file that the build left beside the quads."""
        return (self._folder / name).read_bytes()

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self._generation

    def commit(self, change: Change, note: str) -> Revision:
        """Write a change of named graphs as the next revision; when this returns it is safe on the disk.

        The change adds only what is missing and removes only what is there.
        """
        before = self.revision
        revision = Revision(before.number + 1, now(), note, digest_after(before.digest, change))
        file = layout.revision_file(self._path, revision.number)
        with layout.draft_of(file) as stream:
            write_patch(stream, revision, change, self._generation)
        try:
            self._apply(change, revision)
        except Exception:  # the quads are as they were, and no later writer may try again
            file.unlink()
            raise
        layout.write_head(self._path, Head(self._generation, revision.number))
        return revision

    def _catch_up(self) -> None:
        """Apply the revisions that were safe on the disk when a writer was stopped before the quads had them."""
        while (file := layout.revision_file(self._path, self.revision.number + 1)).is_file():
            if generation_of(file) != self._generation:  # of a build that was stopped before it became current
                file.unlink()
            else:
                self._apply(read_change(file), read_revision(file))
        head = Head(self._generation, self.revision.number)
        if layout.read_head(self._path) != head:
            layout.write_head(self._path, head)

    def _apply(self, change: Change, revision: Revision) -> None:
        apply(self.quads, change, self.revision, revision)
        self.revision = revision
        if sum(file.stat().st_size for file in (self._folder / layout.QUADS).glob("*.log")) > _MOST_UNSETTLED:
            self.quads.flush()


def apply(quads: Store, change: Change, before: Revision, after: Revision) -> None:
    """Take quads from one revision to the next, with their merge and what they say of themselves, all in one."""
    merge = change_of_merge(quads, change)
    removed = {*change.removed, *merge.removed, *marker_of(before)}
    added = {*change.added, *merge.added, *marker_of(after)}
    quads.update(f"DELETE DATA {{ {_data(removed - added)} }} ; INSERT DATA {{ {_data(added - removed)} }}")


@contextmanager
def writing(path: Path, patience: float = 0.0) -> Iterator[Writing]:
    """Hold the store for writing; another writer is waited for as many seconds as given.

    Raises StoreBusyError, StoreMissingError, and a StoreError that says what is wrong.
    """
    layout.require_ours(path)
    with alone(path, patience):
        head = layout.read_head(path)
        if head is None:
            raise StoreMissingError(path)
        try:
            session = Writing(path, head)
        except (RuntimeError, ValueError) as error:
            raise StoreError(path, f"damaged: {error}; build it again, or restore a backup") from error
        try:
            yield session
        except BaseException as error:
            traceback.clear_frames(error.__traceback__)  # whatever they hold of the store keeps its files open
            raise
        finally:
            del session.quads  # closes its files while the lock is still held


def _text(triple: Triple) -> str:
    object_ = triple.object
    written = f"<<( {_text(object_)} )>>" if isinstance(object_, Triple) else str(object_)
    return f"{triple.subject} {triple.predicate} {written}"


def _data(quads: Iterable[Quad]) -> str:
    return " ".join(
        f"{_text(quad.triple)} ."
        if isinstance(quad.graph_name, DefaultGraph)
        else f"GRAPH {quad.graph_name} {{ {_text(quad.triple)} }}"
        for quad in quads
    )
