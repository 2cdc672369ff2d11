"""The history of a store: its revisions, and what changed between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import RevisionUnknownError, StoreError, StoreMissingError
from . import layout
from .revisions import Change, Revision, read_change, read_revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def revisions(path: Path) -> Iterator[Revision]:
    """Go through the revisions of a store, the newest first."""
    for number in range(_newest(path), 0, -1):
        file = layout.revision_file(path, number)
        if file.is_file():
            yield _read(path, file)


def newest_revision(path: Path) -> Revision:
    """Read the newest revision without opening the quads; raises StoreError."""
    number = _newest(path)
    if not number:
        raise StoreMissingError(path)
    return _read(path, layout.revision_file(path, number))


def difference(path: Path, older: int, newer: int) -> Change:
    """Give what was added and removed from one revision to another; backwards where the first is the newer one.

    Raises RevisionUnknownError.
    """
    newest = _newest(path)
    for number in (older, newer):
        if not 1 <= number <= newest:
            raise RevisionUnknownError(path, number, newest)
    if older > newer:
        return difference(path, newer, older).undone()
    change = Change()
    for number in range(older + 1, newer + 1):
        try:
            change = change.then(read_change(layout.revision_file(path, number)))
        except (OSError, ValueError) as error:
            raise StoreError(path, f"damaged: revision {number} cannot be read ({error})") from error
    return change


def _newest(path: Path) -> int:
    layout.require_ours(path)
    head = layout.read_head(path)
    return head.revision if head else 0


def _read(path: Path, file: Path) -> Revision:
    try:
        return read_revision(file)
    except (OSError, ValueError) as error:
        raise StoreError(path, f"damaged: {file.name} cannot be read ({error})") from error
