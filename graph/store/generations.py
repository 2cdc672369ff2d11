"""Generations: opening the current one for reading, and replacing it by a build."""

from __future__ import annotations

import itertools
import shutil
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Self

from pyoxigraph import Quad, Store

from ..errors import StoreBusyError, StoreError, StoreMissingError
from ..locks import LockedElsewhereError, held_alone, held_together
from ..namespaces import REVISION_GRAPH
from . import layout
from .layout import Head
from .marker import marker_of, revision_in
from .merge import change_of_merge
from .revisions import Change, Revision, now, write_patch
from .snapshots import Snapshot, open_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

_ATTEMPTS: Final = 20
_PAUSE: Final = 0.01


@dataclass(frozen=True)
class Generation:
    """The current generation at one revision, open for reading: its quads never change, and it stays until closed.

    `promised` is the number of the revision that the pointer named when it was opened; where the machine lost power
    its quads may be older, until the next writer applies what they lack.
    """

    folder: Path
    revision: Revision
    promised: int
    _snapshot: Snapshot
    _hold: IO[bytes]

    @property
    def quads(self) -> Store:
        """The quads of the store."""
        return self._snapshot.quads

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let a later build remove this generation, and a writer the files of its quads."""
        self._snapshot.close()
        self._hold.close()

    def read(self, name: str) -> bytes:
        """Read a file that the build left beside the quads."""
        return (self.folder / name).read_bytes()

    def supposing(self, change: Change) -> AbstractContextManager[Store]:
        """Give the quads with a change of named graphs and of their merge, for the time of a block."""
        merge = change_of_merge(self.quads, change)
        return self._snapshot.supposing(Change(change.added | merge.added, change.removed | merge.removed))


def open_store(path: Path) -> Generation:
    """Open the current generation for reading; raises a StoreError that says what is wrong and what to do."""
    layout.require_ours(path)
    trouble: Exception | None = None
    for attempt in range(_ATTEMPTS):
        try:
            generation = _open_generation(path)
            if generation.revision.number >= generation.promised or attempt == _ATTEMPTS - 1:
                return generation
            generation.close()  # a writer was moving its quads from file to file
        except (FileNotFoundError, LockedElsewhereError, RuntimeError) as error:
            trouble = error  # a build has replaced the generation, or a writer tidied its files, while it was opened
        except OSError as error:
            raise StoreError(path, f"cannot be read ({error.strerror or error})") from error
        except ValueError as error:
            raise StoreError(path, "damaged: the files of its newest build are not whole; build it again") from error
        time.sleep(_PAUSE)
    if isinstance(trouble, RuntimeError):
        raise StoreError(path, f"damaged: {trouble}; build it again") from trouble
    raise StoreMissingError(path) from trouble


def is_current(path: Path, generation: Generation) -> bool:
    """Tell whether an open generation is still the current one of the store, at the newest revision."""
    head = layout.read_head(path)
    seen = max(generation.revision.number, generation.promised)
    return head is not None and head.generation == generation.folder.name and head.revision <= seen


class NewGeneration:
    """A generation that is being written."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path, self._folder = path, folder
        self.accepted: Revision | None = None

    def first_revision(self, note: str, digest: str) -> Revision:
        """Make the record of the revision that this generation begins with."""
        head = layout.read_head(self._path)
        return Revision(head.revision + 1 if head else 1, now(), note, digest)

    def accept(self, revision: Revision) -> None:
        """Let the generation become current."""
        self.accepted = revision

    def write(
        self, named: Iterable[Quad], merge: Iterable[Quad], revision: Revision, beside: Mapping[str, str]
    ) -> Store:
        """Write the named graphs and their merge, and files beside them, and see all safe on the disk."""
        self._write_quads(itertools.chain(named, marker_of(revision)), merge)
        self._write_beside(beside)
        return Store.read_only(str(self._folder / layout.QUADS))

    def copy(self, source: Generation, revision: Revision) -> None:
        """Write what another generation holds, as a revision of its own, and see it safe on the disk."""
        named = (quad for quad in source.quads if quad not in marker_of(source.revision))
        self._write_quads(itertools.chain(named, marker_of(revision)))
        self._write_beside({name: source.read(name).decode() for name in layout.BESIDE_THE_QUADS})

    def _write_quads(self, *parts: Iterable[Quad]) -> None:
        store = Store(str(self._folder / layout.QUADS))
        for quads in parts:
            store.bulk_extend(quads)
        store.optimize()
        store.flush()
        del store  # closes its files

    def _write_beside(self, beside: Mapping[str, str]) -> None:
        for name, text in {**beside, layout.READERS: ""}.items():
            layout.write_safely(self._folder / name, text)


@contextmanager
def replacing(path: Path) -> Iterator[NewGeneration]:
    """Write a new generation; it becomes current when the block ends without an error and has accepted it."""
    with alone(path):
        head = layout.read_head(path)
        _remove_generations(path, keep=head.generation if head else None)
        folder = layout.generations_folder(path) / _name_after(head)
        folder.mkdir(parents=True)
        generation = NewGeneration(path, folder)
        try:
            yield generation
            if generation.accepted is not None:
                _publish(path, folder, generation.accepted)
        finally:
            head = layout.read_head(path)
            _remove_generations(path, keep=head.generation if head else None)


@contextmanager
def alone(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the store for writing, made where it is missing; others are waited for as many seconds as given.

    Raises StoreBusyError, and a StoreError that says why the folder cannot be written.
    """
    try:
        layout.require_ours_or_empty(path)
        with held_lock(path, time.monotonic() + patience):
            layout.claim(path)
            yield
    except OSError as error:
        raise StoreError(path, f"cannot be written ({error.strerror or error})") from error


def held_lock(path: Path, until: float) -> ExitStack:
    """Take the lock of a folder's writers, waiting until a moment; raises StoreBusyError."""
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(held_alone(path / layout.LOCK))
                return held.pop_all()
            except LockedElsewhereError as error:
                if time.monotonic() >= until:
                    raise StoreBusyError(path) from error
                time.sleep(_PAUSE)


def _publish(path: Path, folder: Path, revision: Revision) -> None:
    """Make a generation current: all of it is on the disk before the pointer is."""
    layout.sync(folder)
    layout.sync(folder.parent)
    before = _change_since(path, folder)
    layout.revisions_folder(path).mkdir(exist_ok=True)
    with layout.draft_of(layout.revision_file(path, revision.number)) as stream:
        write_patch(stream, revision, before, folder.name)
    layout.write_head(path, Head(folder.name, revision.number))


def _change_since(path: Path, folder: Path) -> Change | None:
    """Compare a new generation with the current one; nothing where there is none."""
    if layout.read_head(path) is None:
        return None
    new = Store.read_only(str(folder / layout.QUADS))
    with open_store(path) as old:
        return Change(
            added=frozenset(quad for quad in _content(new) if quad not in old.quads),
            removed=frozenset(quad for quad in _content(old.quads) if quad not in new),
        )


def _content(store: Store) -> Iterator[Quad]:
    for name in store.named_graphs():
        if name != REVISION_GRAPH:
            yield from store.quads_for_pattern(None, None, None, name)


def _open_generation(path: Path) -> Generation:
    head = layout.read_head(path)
    if head is None:
        raise StoreMissingError(path)
    folder = layout.generations_folder(path) / head.generation
    hold = held_together(folder / layout.READERS)
    try:
        snapshot = open_snapshot(folder / layout.QUADS)
        return Generation(folder, revision_in(snapshot.quads), head.revision, snapshot, hold)
    except BaseException:
        hold.close()
        raise


def _name_after(head: Head | None) -> str:
    """Name the next generation.

    >>> _name_after(None), _name_after(Head("00000041", 7))
    ('00000001', '00000042')
    """
    return f"{int(head.generation if head else 0) + 1:08d}"


def _remove_generations(path: Path, keep: str | None) -> None:
    """Remove all generations but one, and those that somebody still reads: a later build removes them."""
    generations = layout.generations_folder(path)
    for folder in generations.iterdir() if generations.is_dir() else ():
        if folder.name != keep and not _is_read(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_read(folder: Path) -> bool:
    if not (folder / layout.READERS).is_file():
        return False  # never finished
    try:
        with held_alone(folder / layout.READERS):
            return False
    except LockedElsewhereError:
        return True
