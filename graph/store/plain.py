"""Plain stores: quads in a folder without rules, articles or revisions to go back to, for scratch data.

    DIR/mithaq-plain-store.json   says that the folder is ours, and which layout it has
    DIR/lock                      held by whoever writes
    DIR/state                     how often it was changed, and a name for what it holds: "17 5c2f…"
    DIR/quads/                    the quads (Oxigraph)

The name is random and new after each change: what bears the same name is the same.
"""

from __future__ import annotations

import secrets
import time
import traceback
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Store

from ..errors import StoreBusyError, StoreError
from . import layout
from .generations import held_lock
from .revisions import Revision
from .snapshots import Snapshot, open_snapshot, remove_abandoned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STATE: Final = "state"
_MOST_UNSETTLED: Final = 256_000
"""Bytes of Oxigraph's own log that whoever opens the store may have to read again: some milliseconds."""
_ATTEMPTS: Final = 20
_PAUSE: Final = 0.01
_MADE: Final = "CURRENT"
"""The file of RocksDB that stands when its store does."""
_PATIENCE: Final = 5.0


@dataclass(frozen=True, slots=True)
class PlainState:
    """How often a plain store was changed, and the name of what it holds."""

    number: int
    name: str

    @property
    def revision(self) -> Revision:
        """The state as a revision, which has no time and no note."""
        return Revision(self.number, "", "", self.name)

    def next(self) -> PlainState:
        """Give the state after one more change."""
        return PlainState(self.number + 1, secrets.token_hex(16))


class PlainWriting:
    """A plain store, held for writing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        remove_abandoned(path / layout.QUADS)
        self.quads = Store(str(path / layout.QUADS))
        self.quads.flush()  # what a writer that was stopped has left in the log, readers would have to read again
        self.state = read_plain_state(path)
        self.changed()  # and it may have been stopped before saying that it changed something

    def changed(self) -> None:
        """Say that the quads are no longer what they were."""
        self.state = self.state.next()
        _write_state(self._path, self.state)
        if sum(file.stat().st_size for file in (self._path / layout.QUADS).glob("*.log")) > _MOST_UNSETTLED:
            self.quads.flush()


def make_plain_store(path: Path) -> None:
    """Make an empty plain store where there is nothing; raises StoreError where there is something else."""
    layout.make_folder(path)
    if any(entry.name != layout.LOCK for entry in path.iterdir()):
        layout.require(path, layout.PLAIN)
        return
    with held_lock(path, time.monotonic()):
        _write_state(path, PlainState(0, secrets.token_hex(16)))
        layout.mark(path, layout.PLAIN)


def read_plain_state(path: Path) -> PlainState:
    """Read how often a plain store was changed, and the name of what it holds."""
    try:
        number, name = (path / _STATE).read_text(encoding="ascii").split()
        return PlainState(int(number), name)
    except (OSError, ValueError) as error:
        raise StoreError(path, "damaged: its file 'state' cannot be read; copy its quads into another store") from error


def open_plain(path: Path) -> tuple[Snapshot, PlainState]:
    """Open a plain store for reading, as it is now; raises a StoreError."""
    layout.require(path, layout.PLAIN)
    trouble: Exception | None = None
    for _ in range(_ATTEMPTS):
        try:
            state = read_plain_state(path)  # first: the quads may be newer than it says, and never older
            _make_quads(path)
            return open_snapshot(path / layout.QUADS), state
        except (OSError, RuntimeError) as error:  # the writer tidied its files while they were opened
            trouble = error
            time.sleep(_PAUSE)
    raise StoreError(path, f"damaged: {trouble}") from trouble


@contextmanager
def writing_plain(path: Path, patience: float = 0.0) -> Iterator[PlainWriting]:
    """Hold a plain store for writing; raises StoreBusyError and other StoreErrors."""
    layout.require(path, layout.PLAIN)
    with held_lock(path, time.monotonic() + patience):
        session = PlainWriting(path)
        try:
            yield session
        except BaseException as error:
            traceback.clear_frames(error.__traceback__)  # whatever they hold of the store keeps its files open
            raise
        finally:
            del session.quads


def _make_quads(path: Path) -> None:
    """Make the quads of a store that was never opened; who makes a store does not open it, since it may fork later."""
    until = time.monotonic() + _PATIENCE
    while not (path / layout.QUADS / _MADE).exists() and time.monotonic() < until:
        with suppress(StoreBusyError), held_lock(path, time.monotonic()):  # a writer makes them too
            Store(str(path / layout.QUADS)).flush()
        time.sleep(_PAUSE)


def _write_state(path: Path, state: PlainState) -> None:
    draft = path / f"{_STATE}.new"
    draft.write_text(f"{state.number} {state.name}\n", encoding="ascii")
    draft.replace(path / _STATE)  # not synced: whoever opens the store for writing names it anew
