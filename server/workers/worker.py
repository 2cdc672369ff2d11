"""One worker as the service sees it: a process, the line to it, and the memory that it occupies."""

from __future__ import annotations

import multiprocessing
import os
import select
import sys
import threading
from contextlib import contextmanager
from multiprocessing import forkserver
from types import ModuleType
from typing import TYPE_CHECKING, Final, Protocol

from .line import line
from .process import work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

    from .holder import Holder
    from .line import Line
    from .sources import Source
    from .tasks.records import AnyTask

_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_MILLISECONDS: Final = 1000
_MAIN: Final = "__main__"
_FORK_SERVER: Final = "forkserver"
_PRELOADED: Final = tuple(
    f"mithaq.server.workers.{name}"
    for name in (
        "process",
        *(f"tasks.{group}" for group in (
            "dataset", "description", "documents", "facts", "graph_store", "grounds", "pages", "queries", "settling",
            "status", "updates",
        )),
    )
)  # fmt: skip
"""What every worker has imported when it is born."""
LEFT_BEHIND: Final = 128 * 1024 * 1024
"""Bytes of memory that a worker may keep of what it has done."""


_STARTING: Final = threading.Lock()


class Ended(Protocol):
    """A process that can be ended."""

    @property
    def pid(self) -> int | None:
        """Its number."""

    def kill(self) -> None:
        """End it at once."""

    def join(self) -> None:
        """Wait until it has ended."""


def started(target: Callable[..., None], *arguments: object) -> BaseProcess:
    """Start a process that ends with the service; one thread at a time."""
    process = _context().Process(target=target, args=arguments, daemon=True)
    with _STARTING, _without_main():
        process.start()
    return process


class Nursery:
    """Brings forth workers for a source, whose answers have a largest size."""

    def __init__(self, source: Source, largest: int) -> None:
        self._source, self._largest = source, largest
        self.holder: Holder | None = None
        """Who forks workers that begin with a copy of the store, as soon as there is one."""
        self.epoch = 0
        """Goes up when workers that were born before are to be replaced."""

    def worker(self) -> Worker:
        """Start a worker."""
        epoch, holder = self.epoch, self.holder  # in this order: who is born too early is to be replaced
        if holder is not None and (worker := holder.worker(epoch)) is not None:
            return worker
        ours, theirs = line()
        process = started(work, self._source, self._largest, theirs)
        theirs.close()
        return Worker(process, ours, epoch)


class Worker:
    """One process, and the line to it."""

    def __init__(self, process: Ended, ours: Line, epoch: int) -> None:
        self.line, self.epoch = ours, epoch
        self._process = process
        self._news = select.poll()
        self._news.register(ours.fileno(), select.POLLIN)
        self._statm = _opened(f"/proc/{process.pid}/statm")
        self._at_first = self._before = 0

    def accepts(self, task: AnyTask) -> bool:
        """Give it a task, unless it died while it had none."""
        if not self._before:  # later it is known from the end of the task before
            self._at_first = self._before = self._occupied()
        try:
            self.line.send(task)
        except OSError:
            return False
        return True

    def has_news(self, seconds: float) -> bool:
        """Wait for what it has to say, if only that it has ended."""
        return bool(self._news.poll(seconds * _MILLISECONDS))

    def taken(self) -> int:
        """Give the memory that it occupies beyond what it had before its task, in bytes."""
        return self._occupied() - self._before

    def has_grown(self) -> bool:
        """Tell, after a task, whether much more memory is occupied than before the first one."""
        self._before = self._occupied()
        return self._before > self._at_first + LEFT_BEHIND

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self.line.close()
        if self._statm is not None:
            os.close(self._statm)
            self._statm = None

    def _occupied(self) -> int:
        """Give the memory that the process occupies, in bytes; 0 where the system does not tell."""
        if self._statm is None:
            return 0
        try:
            return int(os.pread(self._statm, 100, 0).split()[1]) * _PAGE
        except (OSError, IndexError):
            return 0


def _opened(path: str) -> int | None:
    try:
        return os.open(path, os.O_RDONLY)
    except OSError:
        return None


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the program that runs, which every new process would otherwise import again."""
    main = sys.modules[_MAIN]
    sys.modules[_MAIN] = ModuleType(_MAIN)
    try:
        yield
    finally:
        sys.modules[_MAIN] = main


def begin_nursery() -> None:
    """Begin to prepare what brings forth workers, without waiting for it."""
    _context()
    if _FORK_SERVER in multiprocessing.get_all_start_methods():
        forkserver.ensure_running()


def _context() -> ForkServerContext | SpawnContext:
    if _FORK_SERVER not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOADED))
    return context
