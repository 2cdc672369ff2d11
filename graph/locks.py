"""Locks on files that hold between processes and that the system frees when a process dies."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class LockedElsewhereError(OSError):
    """Another process, or another part of this one, holds the lock."""


@contextmanager
def held_alone(path: Path) -> Iterator[None]:
    """Hold a lock file alone, made where it is missing; raises LockedElsewhereError at once where it is held."""
    with path.open("ab") as file:
        _take(file, alone=True)
        yield


def held_together(path: Path) -> IO[bytes]:
    """Hold an existing lock file together with other readers, until the file that comes back is closed."""
    file = path.open("rb")
    try:
        _take(file, alone=False)
    except OSError:
        file.close()
        raise
    return file


def _take(file: IO[bytes], *, alone: bool) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK if alone else msvcrt.LK_NBRLCK, 1)
        else:
            fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise LockedElsewhereError(str(file.name)) from error
