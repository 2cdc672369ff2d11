"""Snapshots: quads opened for reading, their files held by names of their own, so that no writer takes them away.

Oxigraph opens a file when it first needs it, and a writer removes files whose quads stand in newer ones. So a reader
links the files into a folder of its own first. Where that cannot be done, as on a disk that is only read, the files
are read where they are.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import weakref
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from pyoxigraph import Store

from ..locks import LockedElsewhereError, held_alone, held_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .revisions import Change

_SNAPSHOTS: Final = "snapshots"
_HELD: Final = "held"
_UNHELD: Final = "new-"
"""What the folders' names begin with that are made and not yet held."""
_COPIED: Final = ("CURRENT", "MANIFEST-")
"""The files which say what the others hold; they grow, so they are copied."""
_LEFT: Final = ("LOCK", "LOG", _HELD)
_TABLE: Final = ".sst"
"""What the files are called that are written once."""
_NO_LINKS: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EXDEV, errno.ENOTSUP, errno.EMLINK})


class TidiedMeanwhileError(RuntimeError):
    """A writer changed the files while they were linked; another attempt will do."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Quads that never change, until they are let go."""

    quads: Store
    _source: Path
    _folder: Path | None = None
    _hold: IO[bytes] | None = None

    def __post_init__(self) -> None:
        if self._folder is not None and self._hold is not None:
            weakref.finalize(self, _remove, self._folder, self._hold)

    @contextmanager
    def supposing(self, change: Change) -> Iterator[Store]:
        """Give the same quads with a change, for the time of a block; the files that nobody changes are shared."""
        folder, hold = _new_folder(self._source)
        try:
            for file in (self._folder or self._source).iterdir():
                if file.suffix == _TABLE:
                    os.link(file, folder / file.name)
                elif not file.name.startswith(_LEFT):
                    shutil.copyfile(file, folder / file.name)
            store = Store(str(folder))
            for quad in change.removed:
                store.remove(quad)
            store.extend(change.added)
            yield store
        finally:
            _remove(folder, hold)

    def close(self) -> None:
        """Let the files go; what still reads them may fail."""
        if self._folder is not None and self._hold is not None:
            _remove(self._folder, self._hold)


def open_snapshot(quads: Path) -> Snapshot:
    """Open a folder of quads as it is now; raises RuntimeError or FileNotFoundError where a writer was in the way."""
    linked = _linked(quads)
    if linked is None:
        return Snapshot(Store.read_only(str(quads)), quads)
    try:
        return Snapshot(Store.read_only(str(linked[0])), quads, *linked)
    except BaseException:
        _remove(*linked)
        raise


def remove_abandoned(quads: Path) -> None:
    """Remove the links of readers that ended without letting go."""
    snapshots = quads.with_name(_SNAPSHOTS)
    for folder in snapshots.iterdir() if snapshots.is_dir() else ():
        if folder.name.startswith(_UNHELD):
            continue
        with suppress(LockedElsewhereError, FileNotFoundError), held_alone(folder / _HELD):
            shutil.rmtree(folder, ignore_errors=True)


def _linked(quads: Path) -> tuple[Path, IO[bytes]] | None:
    """Link the files into a new folder; nothing where no links can be made."""
    remove_abandoned(quads)  # a store that is never written to has readers that are killed, too
    try:
        quads.with_name(_SNAPSHOTS).mkdir(exist_ok=True)
        folder, hold = _new_folder(quads)
    except OSError:
        return None
    try:
        _link(quads, folder)
    except BaseException as error:
        _remove(folder, hold)
        if isinstance(error, OSError) and error.errno in _NO_LINKS:
            return None
        raise
    return folder, hold


def _new_folder(quads: Path) -> tuple[Path, IO[bytes]]:
    """Make a folder that nobody removes as long as it is held."""
    folder = Path(tempfile.mkdtemp(prefix=_UNHELD, dir=quads.with_name(_SNAPSHOTS)))
    (folder / _HELD).touch()
    hold = held_together(folder / _HELD)
    return folder.rename(folder.with_name(folder.name.removeprefix(_UNHELD))), hold


def _link(quads: Path, folder: Path) -> None:
    before = _contents(quads)
    for name, content in before.items():
        (folder / name).write_bytes(content)
    for file in quads.iterdir():
        if not file.name.startswith((*_COPIED, *_LEFT)):
            os.link(file, folder / file.name)
    if _contents(quads) != before:
        raise TidiedMeanwhileError


def _contents(quads: Path) -> dict[str, bytes]:
    """Read what says which files belong together: as long as it stays the same, all of them are there."""
    return {file.name: file.read_bytes() for file in quads.iterdir() if file.name.startswith(_COPIED)}


def _remove(folder: Path, hold: IO[bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    hold.close()
