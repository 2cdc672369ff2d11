"""The workers of a service: tasks are handed out to idle ones, watched, and killed where they break a limit."""

from __future__ import annotations

import io
import itertools
import os
import queue
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from ..problems import Problem, ProblemError
from .process import Found, Written
from .shares import Shares
from .tasks.settling import Settle
from .worker import Nursery, Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .line import Message
    from .sources import Source
    from .tasks.records import AnyTask, Head

T = TypeVar("T")
Gone: TypeAlias = Callable[[], bool]
"""Tells whether a client has gone away."""
CLIENT_GONE: ContextVar[Gone | None] = ContextVar("CLIENT_GONE", default=None)
"""Set by whoever runs a request: what tells when its client has gone away."""
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
        self._waiting: set[object] = set()
        """A place for each who waits for a worker: who does not wait must not go before them."""
        self._closed = False
        for _ in range(number):
            self._idle.put(self._nursery.worker())

    @contextmanager
    def running(self, task: AnyTask, seconds: float | None = None, client: str = "") -> Iterator[Running]:
        """Have a task worked on for the time of a block; when the block ends before the task, the task ends too.

        A client has all workers but one at most. Raises ProblemError where none is free for too long.
        """
        gone = None if self._finishing else CLIENT_GONE.get()
        with self._shares.one_for(client, self._limits.patience) as free:
            if not free:
                raise _problem("busy", "Too much to do", "You have as many tasks running as one client may have.")
            with self._worked_on(task, self._take(task, gone), seconds, gone) as running:
                yield running

    @contextmanager
    def running_at_once(
        self, task: AnyTask, seconds: float | None, client: str, gone: Gone
    ) -> Iterator[Running | None]:
        """Do the same without waiting; there is nothing where no worker is idle, or others wait for one already."""
        with self._shares.one_for(client, 0.0) as free:
            worker = self._take_idle(task) if free and not self._waiting else None
            if worker is None:
                yield None
                return
            with self._worked_on(task, worker, seconds, gone) as running:
                yield running

    @contextmanager
    def _worked_on(self, task: AnyTask, worker: Worker, seconds: float | None, gone: Gone | None) -> Iterator[Running]:
        """Look after a task that a worker has got for the time of a block."""
        allowed = min(seconds or self._limits.seconds, self._limits.seconds)
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
        self._closed = True
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().kill()

    def _take(self, task: AnyTask, gone: Gone | None) -> Worker:
        """Take a worker that is idle and has got the task; one that died meanwhile is replaced."""
        until = time.monotonic() + self._limits.patience
        place = object()
        self._waiting.add(place)
        try:
            while time.monotonic() < until:
                _require_client(gone)
                with suppress(queue.Empty):
                    worker = self._idle.get(timeout=_PAUSE)
                    if worker.accepts(task):
                        return worker
                    self._replace(worker)
        finally:
            self._waiting.discard(place)
        raise _problem("busy", "Too much to do", "All workers are busy. Try again in a moment.")

    def _take_idle(self, task: AnyTask) -> Worker | None:
        try:
            worker = self._idle.get_nowait()
        except queue.Empty:
            return None
        if worker.accepts(task):
            return worker
        self._replace_meanwhile(worker)
        return None

    def _give_back(self, running: Running) -> None:
        """Let the next task have the worker, or a new one where it has not finished, or has grown."""
        if running.finished and not running.worker.has_grown():
            self._idle.put(running.worker)
        elif self._finishing:
            self._replace(running.worker)
        else:
            self._replace_meanwhile(running.worker)

    def _replace_meanwhile(self, worker: Worker) -> None:
        """Replace a worker while whoever asked gets an answer."""
        threading.Thread(target=self._replace, args=(worker,)).start()

    def _replace(self, worker: Worker) -> None:
        """Put a new worker in the place of one; what one that writes has left is settled before anybody asks."""
        worker.kill()
        self._bring_forth()

    def _bring_forth(self) -> None:
        if self._closed:
            return
        try:
            fresh = self._nursery.worker()
        except OSError:  # too many files or processes for now
            threading.Timer(_UNTIL_NEXT_TRY, self._bring_forth).start()
            return
        if self._finishing and fresh.accepts(Settle()) and fresh.has_news(_SETTLING):
            with suppress(EOFError, OSError):
                fresh.line.receive()
        self._idle.put(fresh)
        if self._closed:  # in the meantime
            self.close()


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
        gone: Gone | None = None,
    ) -> None:
        self.number, self.task, self.worker = number, task, worker
        self.finished = False
        self._gone = gone
        self._begun = time.monotonic()
        self._seconds, self._memory = seconds, memory
        self._cancelled = False

    @property
    def age(self) -> float:
        """Seconds since the task was begun."""
        return time.monotonic() - self._begun

    def cancel(self) -> None:
        """End the task soon."""
        self._cancelled = True

    def answer(self) -> Answer:
        """Wait for the answer; raises ProblemError where the task fails or breaks a limit."""
        return _answer_of(*self._next())

    def value(self) -> Any:  # noqa: ANN401 - what the inquiry promises
        """Wait for what an inquiry finds; raises ProblemError as above."""
        found, _ = self._next()
        assert isinstance(found, Found)  # noqa: S101 - all that a worker sends then
        return found.value

    def look(self) -> Answer | None:
        """Take what has come of the answer, without waiting, and give it when it is whole; raises as above."""
        message = self._from_line(self.worker.line.take)
        return None if message is None else _answer_of(*self._finished(message))

    def check(self) -> None:
        """Raise ProblemError where a limit is broken, the client is gone, or somebody cancelled the task."""
        _require_client(self._gone)
        if self._cancelled:
            raise _problem("cancelled", "Cancelled", "Somebody cancelled this task.")
        if self.age >= self._seconds:
            detail = f"It took longer than {self._seconds:g} seconds. Ask for less, or for a part of it."
            raise _problem("time-out", "Out of time", detail)
        if self.worker.taken() > self._memory:
            detail = "It took more memory than is allowed. Ask for less, or for a part of it."
            raise _problem("out-of-memory", "Out of memory", detail)

    @property
    def until_check(self) -> float:
        """Seconds until the limits are to be looked at again."""
        return max(0.0, min(_WATCH, self._seconds - self.age))

    def _next(self) -> Message:
        while not self.worker.has_news(self.until_check):
            self.check()
        return self._finished(self._from_line(self.worker.line.receive))

    @staticmethod
    def _from_line(take: Callable[[], T]) -> T:
        try:
            return take()
        except (EOFError, OSError) as error:
            detail = "The process that worked on it ended. It may be nested too deeply, or take too much memory."
            problem = Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "ended-abnormally", "Ended abnormally", detail)
            raise ProblemError(problem) from error

    def _finished(self, message: Message) -> Message:
        self.finished = True
        if isinstance(message[0], Problem):
            raise ProblemError(message[0])
        return message


def _answer_of(written: Written, file: int | None) -> Answer:
    assert isinstance(written, Written)  # noqa: S101 - all that a worker sends then
    if file is None:
        return Answer(written.head, io.BytesIO(written.body), written.length)
    body = os.fdopen(file, "rb")
    body.seek(0)
    return Answer(written.head, body, written.length)


def _require_client(gone: Gone | None) -> None:
    if gone is not None and gone():
        raise _problem("client-gone", "Nobody is waiting", "The client went away.")


def _problem(kind: str, title: str, detail: str) -> ProblemError:
    headers = {"Retry-After": "1"} if kind == "busy" else {}
    return ProblemError(Problem(HTTPStatus.SERVICE_UNAVAILABLE, kind, title, detail, headers=headers))
