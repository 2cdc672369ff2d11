"""The watch on a store: which revision is its newest, told without opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import StoreMissingError
from .store import newest_revision, read_plain_state, stamp_of

if TYPE_CHECKING:
    from pathlib import Path

    from .store import Revision


class StoreWatch:
    """Tells the newest revision of a store, governed or plain; it costs one look at a file unless that has changed."""

    def __init__(self, store: Path, *, plain: bool) -> None:
        self._path, self._plain = store, plain
        self._known: tuple[tuple[bytes, int], Revision] | None = None

    def revision(self) -> Revision:
        """Give the newest revision; raises StoreError."""
        if self._plain:
            return read_plain_state(self._path).revision
        stamp = self._stamp()
        known = self._known
        if known is None or known[0] != stamp:
            known = self._known = (stamp, newest_revision(self._path))
        return known[1]

    def _stamp(self) -> tuple[bytes, int]:
        try:
            return stamp_of(self._path)
        except OSError as error:
            newest_revision(self._path)  # says more exactly what is wrong
            raise StoreMissingError(self._path) from error
