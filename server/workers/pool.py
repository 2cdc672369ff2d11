"""The workers of a service: tasks are handed out to idle ones, watched, and killed where they break a limit."""

from __future__ import annotations

import itertools
import queue
import threading
import time
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .keeper import Keeper
from .running import Running, require_client, unavailable
from .shares import Shares
from .tasks.settling import Settle
from .worker import Nursery, Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .running import Gone
    from .sources import Source
    from .tasks.records import AnyTask

CLIENT_GONE: ContextVar[Gone | None] = ContextVar("CLIENT_GONE", default=None)
"""Set by whoever runs a request: what tells when its client has gone away."""
_SETTLING: Final = 30.0
"""Seconds until nobody waits any longer for what a writer has left to be settled."""
_UNTIL_NEXT_TRY: Final = 1.0
_PAUSE: Final = 0.1
"""Seconds between two looks whether the client of a task that waits for a worker is still there."""


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
        self._source = source
        self._nursery = Nursery(source, limits.answer)
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        self._running: dict[int, Running] = {}
        self._shares = Shares(max(1, number - 1))
        self._numbers = numbers or itertools.count(1)
        self._waiting: set[object] = set()
        """A place for each who waits for a worker: who does not wait must not go before them."""
        self._closed = False
        self._keeper: Keeper | None = None
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
                raise unavailable("busy", "Too much to do", "You have as many tasks running as one client may have.")
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

    def keep_copy(self, most: int) -> None:
        """Begin to make a copy of the store in memory, of at most so many bytes, for workers to answer queries from."""
        self._keeper = Keeper(self._source, most, self._nursery, self._limits.answer, self._renew)

    @property
    def has_copy(self) -> bool:
        """Tell whether the workers answer from a copy of the store in memory."""
        return self._keeper is not None and self._keeper.in_use

    def close(self) -> None:
        """End all workers; nobody may be running tasks any more."""
        self._closed = True
        if self._keeper is not None:
            self._keeper.close()
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
                require_client(gone)
                with suppress(queue.Empty):
                    worker = self._idle.get(timeout=_PAUSE)
                    if worker.accepts(task):
                        return worker
                    self._replace(worker)
        finally:
            self._waiting.discard(place)
        raise unavailable("busy", "Too much to do", "All workers are busy. Try again in a moment.")

    def _renew(self) -> None:
        """Replace all workers: one by one those that are idle now, the others when they have done their tasks."""
        self._nursery.epoch += 1
        while not self._closed and (worker := self._take_outdated()) is not None:
            self._replace(worker)

    def _take_outdated(self) -> Worker | None:
        """Take an idle worker that was born before the others were renewed."""
        renewed: list[Worker] = []
        try:
            while True:
                worker = self._idle.get_nowait()
                if worker.epoch != self._nursery.epoch:
                    return worker
                renewed.append(worker)
        except queue.Empty:
            return None
        finally:
            for each in renewed:
                self._idle.put(each)
            if self._closed:  # in the meantime
                self.close()

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
        worker = running.worker
        if running.finished and worker.epoch == self._nursery.epoch and not worker.has_grown():
            self._idle.put(worker)
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
