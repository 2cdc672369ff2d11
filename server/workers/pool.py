"""The workers of a service: tasks are handed out to idle ones, watched, and killed where they break a limit."""

from __future__ import annotations

import itertools
import multiprocessing
import queue
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..problems import Problem, ProblemError
from .process import Done, work
from .tasks import Head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext

    from .tasks import Task

_WATCH: Final = 0.05
"""Seconds between two looks at a task that has not answered yet."""


@dataclass(frozen=True)
class Limits:
    """What a task may take: seconds until it ends, bytes of memory, seconds to wait for a worker."""

    seconds: float = 30.0
    memory: int = 1024 * 1024 * 1024
    patience: float = 5.0


class Workers:
    """A number of workers for one store."""

    def __init__(self, store: Path, number: int, limits: Limits) -> None:
        self._store, self._limits = store, limits
        self._context = _context()
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._running: dict[int, Running] = {}
        self._numbers = itertools.count(1)
        for _ in range(number):
            self._idle.put(_Worker(self._context, store))

    @contextmanager
    def running(self, task: Task, seconds: float | None = None) -> Iterator[Running]:
        """Have a task worked on for the time of a block; when the block ends before the task, the task ends too.

        Raises ProblemError where all workers are busy for too long.
        """
        worker = self._take()
        allowed = min(seconds or self._limits.seconds, self._limits.seconds)
        running = Running(next(self._numbers), task, worker, allowed, self._limits.memory)
        self._running[running.number] = running
        try:
            worker.connection.send(task)
            yield running
        finally:
            del self._running[running.number]
            self._give_back(running)

    def tasks(self) -> list[Running]:
        """List what is being worked on."""
        return list(self._running.values())

    def close(self) -> None:
        """End all workers; nobody may be running tasks any more."""
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().kill()

    def _take(self) -> _Worker:
        try:
            return self._idle.get(timeout=self._limits.patience)
        except queue.Empty as error:
            detail = "All workers are busy. Try again in a moment."
            headers = {"Retry-After": "1"}
            raise ProblemError(
                Problem(HTTPStatus.SERVICE_UNAVAILABLE, "busy", "Too much to do", detail, headers=headers)
            ) from error

    def _give_back(self, running: Running) -> None:
        if running.finished:
            self._idle.put(running.worker)
        else:
            running.worker.kill()
            self._idle.put(_Worker(self._context, self._store))


class Running:
    """A task that is being worked on."""

    def __init__(self, number: int, task: Task, worker: _Worker, seconds: float, memory: int) -> None:
        self.number, self.task, self.worker = number, task, worker
        self.finished = False
        self.digest: str | None = None
        self._begun = time.monotonic()
        self._seconds, self._memory = seconds, memory
        self._cancelled = threading.Event()

    @property
    def age(self) -> float:
        """Seconds since the task was begun."""
        return time.monotonic() - self._begun

    def cancel(self) -> None:
        """End the task soon."""
        self._cancelled.set()

    def head(self) -> Head:
        """Wait for the head of the answer; raises ProblemError where the task fails or breaks a limit."""
        head = self._next()
        assert isinstance(head, Head)  # noqa: S101 - the first that a worker sends
        return head

    def chunks(self) -> Iterator[bytes]:
        """Go through the bytes of the answer; raises ProblemError as above."""
        while isinstance(part := self._next(), bytes):
            yield part

    def _next(self) -> Head | bytes | Done:
        while not self._has_news():
            self._check()
        try:
            part = self.worker.connection.recv()
        except (EOFError, OSError) as error:
            raise _ended_abnormally() from error
        if isinstance(part, Problem):
            self.finished = True
            raise ProblemError(part)
        if isinstance(part, Done):
            self.finished, self.digest = True, part.digest
        return part  # type: ignore[no-any-return]

    def _has_news(self) -> bool:
        return self.worker.connection.poll(max(0.0, min(_WATCH, self._seconds - self.age)))

    def _check(self) -> None:
        if self._cancelled.is_set():
            raise _problem(HTTPStatus.SERVICE_UNAVAILABLE, "cancelled", "Cancelled", "Somebody cancelled this task.")
        if self.age >= self._seconds:
            detail = f"It took longer than {self._seconds:g} seconds. Ask for less, or for a part of it."
            raise _problem(HTTPStatus.SERVICE_UNAVAILABLE, "time-out", "Out of time", detail)
        if self.worker.memory() > self._memory:
            detail = "It took more memory than is allowed. Ask for less, or for a part of it."
            raise _problem(HTTPStatus.SERVICE_UNAVAILABLE, "out-of-memory", "Out of memory", detail)


class _Worker:
    """One process, and the line to it."""

    def __init__(self, context: ForkServerContext | SpawnContext, store: Path) -> None:
        ours, theirs = context.Pipe()
        self.connection: Connection = ours
        self._process = context.Process(target=work, args=(store, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._statm = Path(f"/proc/{self._process.pid}/statm")

    def memory(self) -> int:
        """Give the memory that the process occupies, in bytes; 0 where the system does not tell."""
        try:
            return int(self._statm.read_text(encoding="ascii").split()[1]) * _PAGE
        except (OSError, IndexError, ValueError):
            return 0

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self.connection.close()


_PAGE: Final = 4096


def _context() -> ForkServerContext | SpawnContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["mithaq.server.workers.process"])
    return context


def _ended_abnormally() -> ProblemError:
    detail = "The process that worked on it ended. It may be nested too deeply, or take too much memory."
    return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "ended-abnormally", "Ended abnormally", detail)


def _problem(status: HTTPStatus, kind: str, title: str, detail: str) -> ProblemError:
    return ProblemError(Problem(status, kind, title, detail))
