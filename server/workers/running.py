"""A task that a worker works on: waiting for its answer, and looking after its limits meanwhile."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from ..problems import Problem, ProblemError
from .process import Found, Written

if TYPE_CHECKING:
    from .line import Message
    from .tasks.records import AnyTask, Head
    from .worker import Worker

T = TypeVar("T")
Gone: TypeAlias = Callable[[], bool]
"""Tells whether a client has gone away."""
_WATCH: Final = 0.05
"""Seconds between two looks at a task that has not answered yet."""


@dataclass(frozen=True)
class Answer:
    """The answer to a task: its head, a stream of its bytes that whoever has it closes, and how many they are."""

    head: Head
    body: IO[bytes]
    length: int


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
        require_client(self._gone)
        if self._cancelled:
            raise unavailable("cancelled", "Cancelled", "Somebody cancelled this task.")
        if self.age >= self._seconds:
            detail = f"It took longer than {self._seconds:g} seconds. Ask for less, or for a part of it."
            raise unavailable("time-out", "Out of time", detail)
        if self.worker.taken() > self._memory:
            detail = "It took more memory than is allowed. Ask for less, or for a part of it."
            raise unavailable("out-of-memory", "Out of memory", detail)

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


def require_client(gone: Gone | None) -> None:
    """Raise ProblemError where a client is gone."""
    if gone is not None and gone():
        raise unavailable("client-gone", "Nobody is waiting", "The client went away.")


def unavailable(kind: str, title: str, detail: str) -> ProblemError:
    """Make the error that tells why a task cannot be done now, or to its end."""
    headers = {"Retry-After": "1"} if kind == "busy" else {}
    return ProblemError(Problem(HTTPStatus.SERVICE_UNAVAILABLE, kind, title, detail, headers=headers))
