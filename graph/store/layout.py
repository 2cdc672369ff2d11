"""The files of a store's folder, and how they are written so that they are whole or not there."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

from ..errors import StoreError, StoreForeignError, StoreMissingError, StorePolicyError, StoreVersionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUADS: Final = "quads"
CLOSED_ONTOLOGY: Final = "closed.nt"
CATALOGUE: Final = "catalogue.nt"
READERS: Final = "readers"
BESIDE_THE_QUADS: Final = (CLOSED_ONTOLOGY, CATALOGUE, READERS)
LOCK: Final = "lock"
_CURRENT: Final = "current"
_DRAFT: Final = ".new"
_LONGEST_HEAD: Final = 1000


@dataclass(frozen=True, slots=True)
class Mark:
    """By what the folder of a kind of store is known: a file that tells its layout; and the policy it is for."""

    file: str
    layout: int
    kind: str
    policy: str


GOVERNED: Final = Mark("mithaq-store.json", 2, "governed", "governed")
PLAIN: Final = Mark("mithaq-plain-store.json", 1, "plain", "open")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a store stands: its current generation, and at least which revision that is at."""

    generation: str
    revision: int


def generations_folder(path: Path) -> Path:
    """Give the folder of the generations."""
    return path / "generations"


def revisions_folder(path: Path) -> Path:
    """Give the folder of the revisions' files."""
    return path / "revisions"


def revision_file(path: Path, number: int) -> Path:
    """Give the file of one revision."""
    return revisions_folder(path) / f"{number:08d}.patch"


def require_ours_or_empty(path: Path) -> None:
    """Raise where a folder is somebody else's, and make one where there is none."""
    make_folder(path)
    if not _is_empty(path):
        require_ours(path)


def make_folder(path: Path) -> None:
    """Make the folder of a store where there is none; raises StoreError where a file stands in the way."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise StoreForeignError(path, is_file=True) from error
    except NotADirectoryError as error:
        in_the_way = next(parent for parent in path.parents if parent.exists())
        raise StoreForeignError(in_the_way, is_file=True) from error


def claim(path: Path) -> None:
    """Make the folder ours where it is empty; whoever calls this holds the lock in it."""
    if _is_empty(path):
        mark(path, GOVERNED)
    require_ours(path)


def mark(path: Path, kind: Mark) -> None:
    """Make a folder that of a kind of store."""
    write_safely(path / kind.file, json.dumps({"layout": kind.layout}))


def _is_empty(path: Path) -> bool:
    unwritten = {kind.file + _DRAFT for kind in (GOVERNED, PLAIN)}
    return all(entry.name in {LOCK, *unwritten} for entry in path.iterdir())


def require_ours(path: Path) -> None:
    """Raise a StoreError where there is no store that a build made, or none that this program reads."""
    require(path, GOVERNED)


def require(path: Path, kind: Mark) -> None:
    """Raise a StoreError where there is no store of a kind, or none that this program reads."""
    try:
        found = json.loads((path / kind.file).read_text(encoding="utf-8"))["layout"]
    except FileNotFoundError as error:
        raise _why_missing(path, kind) from error
    except NotADirectoryError as error:
        raise StoreForeignError(path, is_file=True) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreVersionError(path, "unknown", kind.layout) from error
    except OSError as error:
        raise StoreError(path, f"cannot be read ({error.strerror or error})") from error
    if found != kind.layout:
        raise StoreVersionError(path, found, kind.layout)


def _why_missing(path: Path, kind: Mark) -> StoreError:
    other = PLAIN if kind is GOVERNED else GOVERNED
    if (path / other.file).is_file():
        return StorePolicyError(path, other.kind, kind.policy)
    return StoreForeignError(path) if path.is_dir() and not _is_empty(path) else StoreMissingError(path)


def read_head(path: Path) -> Head | None:
    """Read the pointer; nothing where no build has succeeded yet."""
    try:
        content, _ = stamp_of(path)
    except FileNotFoundError:
        return None
    words = content.decode("ascii", errors="replace").split()
    if len(words) != 2 or not all(word.isdecimal() for word in words):  # noqa: PLR2004 - a name and a number
        raise StoreError(path, "damaged: its file 'current' names no build; nothing was touched: build another store")
    return Head(words[0], int(words[1]))


def stamp_of(path: Path) -> tuple[bytes, int]:
    """Give what changes whenever the pointer moves, also in a folder made anew; raises OSError where there is none."""
    descriptor = os.open(f"{path}/{_CURRENT}", os.O_RDONLY)  # each look at the store begins here: no more than needed
    try:
        return os.read(descriptor, _LONGEST_HEAD), os.fstat(descriptor).st_mtime_ns
    finally:
        os.close(descriptor)


def write_head(path: Path, head: Head) -> None:
    """Move the pointer, which changes at once."""
    write_safely(path / _CURRENT, f"{head.generation} {head.revision}\n")


def write_safely(path: Path, text: str) -> None:
    """Put a file in place as a whole, on the disk and not only on its way there."""
    with draft_of(path) as stream:
        stream.write(text)


@contextmanager
def draft_of(path: Path) -> Iterator[TextIO]:
    """Give a stream whose text is put in place as a whole, and on the disk, when the block ends without an error."""
    draft = path.with_name(path.name + _DRAFT)
    with draft.open("w", encoding="utf-8") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
    sync(path.parent)


def sync(folder: Path) -> None:
    """See the entries of a folder safe on the disk, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
