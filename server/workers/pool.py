"""The workers of a service: tasks are handed out to idle ones, watched, and killed where they break a limit."""

from __future__ import annotations

import io
import itertools
import os
import queue
import threading
import time
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus
from multiprocessing import reduction
from typing import IO, TYPE_CHECKING, Any, Final

from ..problems import Problem, ProblemError
from .process import Found, Written
from .shares import Shares
from .tasks.settling import Settle
from .worker import Nursery, Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .sources import Source
    from .tasks.records import AnyTask, Head

CLIENT_GONE: ContextVar[threading.Event | None] = ContextVar("CLIENT_GONE", default=None)
"""Set by whoever runs a request: an event that happens when its client goes away."""
_WATCH: Final = 0.05
"""Seconds between two looks at a task that has not answered yet."""
_SETTLING: Final = 30.0
"""Seconds until nobody waits any longer for what a writer has left to be settled."""
_UNTIL_NEXT_TRY: Final = 1.0
_PAUSE: Final = 0.1
"""Seconds between two looks whether the client of a task that waits for a worker is still there."""


@dataclass(frozen=True)
class Answer:
    """The answer to a task: its head, a stream of its bytes that whoever has it closes, and how many they are."""

    head: Head
    body: IO[bytes]
    length: int


@dataclass(frozen=True)
class Limits:
    """What a task may take: seconds, bytes of memory, seconds that it waits for a worker, bytes of its answer."""

    seconds: float = 30.0
    memory: int = 1024 * 1024 * 1024
    patience: float = 5.0
    answer: int = 1024 * 1024 * 1024


class Workers:
    """A number of workers for one source; tasks of clients that went away are ended unless `finishing`."""

    def __init__(
        self,
        source: Source,
        number: int,
        limits: Limits,
        numbers: Iterator[int] | None = None,
        *,
        finishing: bool = False,
    ) -> None:
        self._limits, self._finishing = limits, finishing
        self._nursery = Nursery(source, limits.answer)
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        self._running: dict[int, Running] = {}
        self._shares = Shares(max(1, number - 1))
        self._numbers = numbers or itertools.count(1)
        for _ in range(number):
            self._idle.put(self._nursery.worker())

    @contextmanager
    def running(self, task: AnyTask, seconds: float | None = None, client: str = "") -> Iterator[Running]:
        """Have a task worked on for the time of a block; when the block ends before the task, the task ends too.

        A client has all workers but one at most. Raises ProblemError where none is free for too long.
        """
        allowed = min(seconds or self._limits.seconds, self._limits.seconds)
        gone = None if self._finishing else CLIENT_GONE.get()
        with self._shares.one_for(client, self._limits.patience) as free:
            if not free:
                raise _problem("busy", "Too much to do", "You have as many tasks running as one client may have.")
            worker = self._take(task, gone)
            running = Running(next(self._numbers), task, worker, allowed, self._limits.memory, gone=gone)
            self._running[running.number] = running
            try:
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

    def _take(self, task: AnyTask, gone: threading.Event | None) -> Worker:
        """Take a worker that is idle and has got the task; one that died meanwhile is replaced."""
        until = time.monotonic() + self._limits.patience
        while time.monotonic() < until:
            _require_client(gone)
            with suppress(queue.Empty):
                worker = self._idle.get(timeout=_PAUSE)
                if worker.accepts(task):
                    return worker
                self._replace(worker)
        raise _problem("busy", "Too much to do", "All workers are busy. Try again in a moment.")

    def _give_back(self, running: Running) -> None:
        """Let the next task have the worker, or a new one where it has not finished, or has grown."""
        if not running.finished:
            self._replace(running.worker)
        elif running.worker.has_grown():
            threading.Thread(target=self._replace, args=(running.worker,)).start()  # the answer need not wait
        else:
            self._idle.put(running.worker)

    def _replace(self, worker: Worker) -> None:
        """Put a new worker in the place of one; what one that writes has left is settled before anybody asks."""
        worker.kill()
        self._bring_forth()

    def _bring_forth(self) -> None:
        try:
            fresh = self._nursery.worker()
        except OSError:  # too many files or processes for now
            threading.Timer(_UNTIL_NEXT_TRY, self._bring_forth).start()
            return
        if self._finishing and fresh.accepts(Settle()) and fresh.has_news(_SETTLING):
            with suppress(EOFError, OSError):
                fresh.connection.recv()
        self._idle.put(fresh)


class Running:
    """A task that is being worked on."""

    def __init__(
        self,
        number: int,
        task: AnyTask,
        worker: Worker,
        seconds: float,
        memory: int,
        *,
        gone: threading.Event | None = None,
    ) -> None:
        self.number, self.task, self.worker = number, task, worker
        self.finished = False
        self._gone = gone
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

    def answer(self) -> Answer:
        """Wait for the answer; raises ProblemError where the task fails or breaks a limit."""
        written = self._next()
        assert isinstance(written, Written)  # noqa: S101 - all that a worker sends then
        if not written.spooled:
            return Answer(written.head, io.BytesIO(written.body), written.length)
        file = os.fdopen(reduction.recv_handle(self.worker.connection), "rb")
        file.seek(0)
        return Answer(written.head, file, written.length)

    def value(self) -> Any:  # noqa: ANN401 - what the inquiry promises
        """Wait for what an inquiry finds; raises ProblemError as above."""
        found = self._next()
        assert isinstance(found, Found)  # noqa: S101 - all that a worker sends then
        return found.value

    def _next(self) -> Written | Found:
        while not self._has_news():
            self._check()
        try:
            part: Written | Found | Problem = self.worker.connection.recv()
        except (EOFError, OSError) as error:
            raise _ended_abnormally() from error
        self.finished = True
        if isinstance(part, Problem):
            raise ProblemError(part)
        return part

    def _has_news(self) -> bool:
        return self.worker.has_news(max(0.0, min(_WATCH, self._seconds - self.age)))

    def _check(self) -> None:
        _require_client(self._gone)
        if self._cancelled.is_set():
            raise _problem("cancelled", "Cancelled", "Somebody cancelled this task.")
        if self.age >= self._seconds:
            detail = f"It took longer than {self._seconds:g} seconds. Ask for less, or for a part of it."
            raise _problem("time-out", "Out of time", detail)
        if self.worker.taken() > self._memory:
            detail = "It took more memory than is allowed. Ask for less, or for a part of it."
            raise _problem("out-of-memory", "Out of memory", detail)


def _require_client(gone: threading.Event | None) -> None:
    if gone is not None and gone.is_set():
        raise _problem("client-gone", "Nobody is waiting", "The client went away.")


def _ended_abnormally() -> ProblemError:
    detail = "The process that worked on it ended. It may be nested too deeply, or take too much memory."
    return ProblemError(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "ended-abnormally", "Ended abnormally", detail))


def _problem(kind: str, title: str, detail: str) -> ProblemError:
    headers = {"Retry-After": "1"} if kind == "busy" else {}
    return ProblemError(Problem(HTTPStatus.SERVICE_UNAVAILABLE, kind, title, detail, headers=headers))
