"""One worker as the service sees it: a process, the line to it, and the memory that it occupies."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from .process import work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext

    from .sources import Source
    from .tasks.records import AnyTask

_PAGE: Final = 4096
_MAIN: Final = "__main__"
_LEFT_BEHIND: Final = 128 * 1024 * 1024
"""Bytes of memory that a worker may keep of what it has done."""


class Nursery:
    """Brings forth workers for a source, whose answers have a largest size."""

    def __init__(self, source: Source, largest: int) -> None:
        self._source, self._largest = source, largest
        self._context = _context()
        self._lock = threading.Lock()

    def worker(self) -> Worker:
        """Start a worker."""
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(self._source, self._largest, theirs), daemon=True)
        with self._lock, _without_main():
            process.start()
        theirs.close()
        return Worker(process, ours)


class Worker:
    """One process, and the line to it."""

    def __init__(self, process: multiprocessing.process.BaseProcess, connection: Connection) -> None:
        self.connection = connection
        self._process = process
        self._statm = Path(f"/proc/{process.pid}/statm")
        self._at_first: int | None = None

    def accepts(self, task: AnyTask) -> bool:
        """Give it a task, unless it died while it had none."""
        try:
            if self.connection.poll():  # the end of the line: it has nothing to say
                return False
            self.connection.send(task)
        except OSError:
            return False
        return True

    def memory(self) -> int:
        """Give the memory that the process occupies, in bytes; 0 where the system does not tell."""
        try:
            return int(self._statm.read_text(encoding="ascii").split()[1]) * _PAGE
        except (OSError, IndexError, ValueError):
            return 0

    def has_grown(self) -> bool:
        """Tell whether much more memory is occupied than when this was first asked, before the first task."""
        memory = self.memory()
        if self._at_first is None:
            self._at_first = memory
        return memory > self._at_first + _LEFT_BEHIND

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self.connection.close()


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the program that runs, which every new process would otherwise import again."""
    main = sys.modules[_MAIN]
    sys.modules[_MAIN] = ModuleType(_MAIN)
    try:
        yield
    finally:
        sys.modules[_MAIN] = main


def _context() -> ForkServerContext | SpawnContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["mithaq.server.workers.process"])
    return context
