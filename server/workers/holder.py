"""The process that holds a copy of the store in memory, and forks workers that begin with it.

A fork has the memory of the process that it comes from without a copy being made: a worker is there in hundredths of
a second, and each page is its own only when it is first touched. A process that is forked must have one thread, so
this one never opens the store, which begins threads: another, which ends when it has done so, pours the quads out.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from mithaq.graph import MemoryGraph, StoreTooLargeError

from .line import Line, line
from .process import work
from .worker import Worker, started

if TYPE_CHECKING:
    from .sources import Source

CAN_FORK: Final = sys.platform == "linux"
_TOO_LARGE: Final = 3
"""The exit status that tells that the store is too large."""
_POLITENESS: Final = 10
"""How far whoever copies steps back behind whoever answers."""


class Copied(Enum):
    """How making a copy went: it is whole, the store is too large for it, or it was lost on the way."""

    WHOLE = "whole"
    TOO_LARGE = "too large"
    LOST = "lost"


@dataclass(frozen=True)
class Followed:
    """What the holder says of a copy at the newest revision: the bytes of patches it took, and whether these are many.

    What a copy has taken out it never forgets quite: an old one is slower, and larger.
    """

    applied: int
    old: bool


_MOST_AT_ONCE: Final = 256 * 1024 * 1024
"""Bytes of patches that a copy follows at once, while nobody waits for it."""


@dataclass(frozen=True)
class Follow:
    """Move the copy on to the newest revision; answered by `Followed`, or by nothing where it cannot follow."""


@dataclass(frozen=True)
class Fork:
    """Fork a worker, whose end of its line comes with this; answered by its number, or by nothing where that fails."""


class Holder:
    """The same as the service sees it; several threads may share it."""

    def __init__(self, source: Source, largest: int, most: int) -> None:
        self._line, theirs = line()
        self._process = started(hold, source, largest, most, theirs)
        theirs.close()
        self._speaking = threading.Lock()

    def copied(self) -> Copied:
        """Wait until the copy is made, or cannot be."""
        try:
            with self._speaking:
                answer = self._line.receive()[0]
        except (EOFError, OSError):
            return Copied.LOST
        assert isinstance(answer, Copied)  # noqa: S101 - what it says first
        return answer

    def follow(self) -> Followed | None:
        """Move the copy on; nothing where it cannot follow, or is lost."""
        try:
            answer = self._asked(Follow())
        except (EOFError, OSError):
            return None
        assert answer is None or isinstance(answer, Followed)  # noqa: S101 - what it answers
        return answer

    def worker(self, epoch: int) -> Worker | None:
        """Fork a worker; nothing where that cannot be done."""
        ours, theirs = line()
        try:
            number = self._asked(Fork(), theirs.fileno())
        except (EOFError, OSError):  # whoever looks after the holder notices
            number = None
        theirs.close()
        if not isinstance(number, int):
            ours.close()
            return None
        return Worker(Forked(number), ours, epoch)

    def end(self) -> None:
        """End the process; its workers stay."""
        self._process.kill()
        self._process.join()
        self._line.close()

    def _asked(self, record: object, file: int | None = None) -> object:
        with self._speaking:
            self._line.send(record, file)
            return self._line.receive()[0]


class Forked:
    """A process that the holder has forked."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        try:
            self._handle: int | None = os.pidfd_open(pid)
        except OSError:  # it has ended already
            self._handle = None

    def kill(self) -> None:
        """End it at once."""
        if self._handle is not None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def join(self) -> None:
        """Let go of it; the holder's system buries it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def hold(source: Source, largest: int, most: int, control: Line) -> None:
    """Make a copy of at most so many bytes, and do what the service asks for until it goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service
    copy = _copied(source, most, control)
    if isinstance(copy, MemoryGraph) and not copy.follow(_MOST_AT_ONCE):
        copy = Copied.LOST
    if isinstance(copy, Copied):
        control.send(copy)
        return
    control.send(Copied.WHOLE)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries the workers
    while True:
        try:
            asked, file = control.receive()
        except EOFError:
            return
        if isinstance(asked, Follow):
            control.send(Followed(copy.applied, copy.is_old) if copy.follow(_MOST_AT_ONCE) else None)
            continue
        assert file is not None  # noqa: S101 - comes with each order to fork
        with socket.socket(fileno=file) as theirs:
            control.send(_forked(source, largest, Line(theirs), copy, control))


def _forked(source: Source, largest: int, theirs: Line, copy: MemoryGraph, control: Line) -> int | None:
    try:
        pid = os.fork()
    except OSError:  # too many processes for now
        return None
    if pid:
        return pid
    try:
        control.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        work(source, largest, theirs, copy)
    finally:
        os._exit(0)


def _copied(source: Source, most: int, control: Line) -> MemoryGraph | Copied:
    """Make a copy of what a process of its own pours out, or tell why there is none."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        control.close()
        _pour(source, writing, most)
    os.close(writing)
    copy: MemoryGraph | None = None
    with os.fdopen(reading, "rb") as stream, suppress(OSError, ValueError):
        copy = MemoryGraph.read(source.store, stream)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if copy is None or status != 0:
        return Copied.TOO_LARGE if status == _TOO_LARGE else Copied.LOST
    return copy


def _pour(source: Source, file: int, most: int) -> None:
    """Pour the quads out, and end."""
    status = 1
    try:
        os.nice(_POLITENESS)
        with os.fdopen(file, "wb") as stream:
            MemoryGraph.pour(source.store, stream, most)
        status = 0
    except StoreTooLargeError:
        status = _TOO_LARGE
    finally:
        os._exit(status)
