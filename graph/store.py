"""The store on disk: generations of an Oxigraph store, one of them current, changed only as a whole.

    DIR/mithaq-store.json       says that the folder is ours, and which layout it has
    DIR/lock                    held by the process that builds
    DIR/current                 the name of the current generation
    DIR/generations/NAME/       one whole build: quads/ (Oxigraph), manifest.json, report.json, readers (a lock)

A build writes a new generation beside the current one, then replaces the pointer. So whoever reads goes on reading what
was there, and a build that fails or is killed leaves nothing but a folder that the next build removes.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Self

from pyoxigraph import Quad, Store

from .errors import StoreBusyError, StoreError, StoreForeignError, StoreMissingError, StoreVersionError
from .locks import LockedElsewhereError, held_alone, held_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LAYOUT: Final = 1
_MARKER: Final = "mithaq-store.json"
_CURRENT: Final = "current"
_GENERATIONS: Final = "generations"
_QUADS: Final = "quads"
_MANIFEST: Final = "manifest.json"
_REPORT: Final = "report.json"
_READERS: Final = "readers"
_ATTEMPTS: Final = 5


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself: the digest of its contents."""

    revision: str


@dataclass(frozen=True)
class Generation:
    """One build, open for reading: its quads never change, and it stays until it is closed."""

    name: str
    quads: Store
    manifest: Manifest
    report: str
    _hold: IO[bytes]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let a later build remove this generation."""
        self._hold.close()


class NewGeneration:
    """A generation that is being written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.abandoned = False

    def abandon(self) -> None:
        """Give this generation up: the current one stays."""
        self.abandoned = True

    def write(self, quads: Iterable[Quad], manifest: Manifest, report: str) -> None:
        """Write the whole generation and see it safe on the disk."""
        store = Store(str(self._folder / _QUADS))
        store.bulk_extend(quads)
        store.optimize()
        store.flush()
        del store  # closes its files
        _write_safely(self._folder / _MANIFEST, json.dumps({"revision": manifest.revision}))
        _write_safely(self._folder / _REPORT, report)
        _write_safely(self._folder / _READERS, "")


def open_store(path: Path) -> Generation:
    """Open the current generation for reading; raises a StoreError that says what is wrong and what to do."""
    _require_ours(path)
    for _ in range(_ATTEMPTS):  # a build may replace the generation between looking it up and holding it
        try:
            return _open_generation(_current_of(path))
        except (FileNotFoundError, LockedElsewhereError):
            continue
        except OSError as error:
            raise StoreError(path, f"cannot be read ({error.strerror or error})") from error
        except (ValueError, TypeError) as error:
            raise StoreError(path, "damaged: the files of its newest build are not whole; build it again") from error
    raise StoreMissingError(path)


def is_current(path: Path, generation: Generation) -> bool:
    """Tell whether an open generation is still the current one of the store."""
    return _current_name(path) == generation.name


@contextmanager
def replacing(path: Path) -> Iterator[NewGeneration]:
    """Write a new generation; it becomes current when the block ends without an error or giving it up."""
    try:
        _prepare(path)
        with held_alone(path / "lock"):
            current = _current_name(path)
            _remove_generations(path, keep=current)
            folder = path / _GENERATIONS / _name_after(current)
            folder.mkdir(parents=True)
            generation = NewGeneration(folder)
            try:
                yield generation
                if not generation.abandoned:
                    _publish(path, folder)
            finally:
                _remove_generations(path, keep=_current_name(path))
    except LockedElsewhereError as error:
        raise StoreBusyError(path) from error
    except OSError as error:
        raise StoreError(path, f"cannot be written ({error.strerror or error})") from error


def _prepare(path: Path) -> None:
    """Make the folder ours where it is missing or empty; raises where it is somebody else's."""
    path.mkdir(parents=True, exist_ok=True)
    if not any(entry.name != f"{_MARKER}.new" for entry in path.iterdir()):
        _write_safely(path / _MARKER, json.dumps({"layout": LAYOUT}))
    _require_ours(path)


def _require_ours(path: Path) -> None:
    marker = path / _MARKER
    try:
        found = json.loads(marker.read_text(encoding="utf-8"))["layout"]
    except FileNotFoundError as error:
        if path.is_dir() and any(path.iterdir()):
            raise StoreForeignError(path) from error
        raise StoreMissingError(path) from error
    except NotADirectoryError as error:
        raise StoreForeignError(path) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreVersionError(path, "unknown", LAYOUT) from error
    except OSError as error:
        raise StoreError(path, f"cannot be read ({error.strerror or error})") from error
    if found != LAYOUT:
        raise StoreVersionError(path, found, LAYOUT)


def _current_name(path: Path) -> str | None:
    try:
        name = (path / _CURRENT).read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        return None
    if not name.isdecimal():
        raise StoreError(path, "damaged: its file 'current' names no build; nothing was touched: build another store")
    return name


def _current_of(path: Path) -> Path:
    name = _current_name(path)
    if name is None:
        raise StoreMissingError(path)
    return path / _GENERATIONS / name


def _open_generation(folder: Path) -> Generation:
    hold = held_together(folder / _READERS)
    try:
        return Generation(
            name=folder.name,
            quads=Store.read_only(str(folder / _QUADS)),
            manifest=Manifest(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))),
            report=(folder / _REPORT).read_text(encoding="utf-8"),
            _hold=hold,
        )
    except BaseException:
        hold.close()
        raise


def _name_after(current: str | None) -> str:
    """Name the next generation.

    >>> _name_after(None), _name_after("00000041")
    ('00000001', '00000042')
    """
    return f"{int(current or 0) + 1:08d}"


def _publish(path: Path, folder: Path) -> None:
    """Make a generation current: all of it is on the disk before the pointer is, which changes at once."""
    _sync(folder)
    _sync(folder.parent)
    _write_safely(path / _CURRENT, folder.name + "\n")


def _write_safely(path: Path, text: str) -> None:
    """Put a file in place as a whole, on the disk and not only on its way there."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove_generations(path: Path, keep: str | None) -> None:
    """Remove all generations but one, and those that somebody still reads: a later build removes them."""
    generations = path / _GENERATIONS
    for folder in generations.iterdir() if generations.is_dir() else ():
        if folder.name != keep and not _is_read(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_read(folder: Path) -> bool:
    if not (folder / _READERS).is_file():
        return False  # never finished
    try:
        with held_alone(folder / _READERS):
            return False
    except LockedElsewhereError:
        return True
