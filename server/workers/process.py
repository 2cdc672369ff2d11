"""The process of a worker: it takes a task, answers it bit by bit, and waits for the next."""

from __future__ import annotations

import io
import logging
import os
import select
import signal
import threading
from dataclasses import dataclass, replace
from http import HTTPStatus
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final

from mithaq.graph import MemoryGraph, MithaqError, QueryFailedError, StoreError

from ..logs import write_logs_as_json
from ..problems import UNEXPECTED, Problem, ProblemError, describe_error
from .tasks.queries import Query
from .tasks.records import Inquiry

if TYPE_CHECKING:
    from .line import Line
    from .sources import Held, Opened, Source
    from .tasks.records import AnyTask, Head

IN_MEMORY: Final = 4 * 1024 * 1024
"""Bytes of an answer that are not worth a file."""
_STACK: Final = 1024 * 1024 * 1024
"""Bytes of stack, of which only what is used is taken: a parser goes down by a kilobyte or more for each bracket."""
_IO_ERROR: Final = "IO error"
"""In these words the store says that files fail it."""
_ATTEMPTS: Final = 3
_IDLE: Final = 0.2
"""Seconds without a task after which a worker takes time to prepare."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Found:
    """What an inquiry found."""

    value: Any


@dataclass(frozen=True)
class Written:
    """An answer: its head, and its bytes, or how many they are where a file with them comes with this."""

    head: Head
    body: bytes
    length: int


class Spool:
    """The outlet of a task: it keeps the answer until it is whole, in memory or, where it is large, in a file.

    So an answer that breaks off never reaches a client, and a slow client holds no worker. The file has no name: it
    goes when the last process that holds it closes it.
    """

    def __init__(self, digest: str, most: int, *, in_own_order: bool = False) -> None:
        self._digest, self._most, self._in_own_order = digest, most, in_own_order
        self._head: Head | None = None
        self._file: IO[bytes] = io.BytesIO()
        self._length = 0

    def begin(self, head: Head) -> None:
        """Say what the answer is."""
        self._head = replace(head, digest=self._digest, in_own_order=self._in_own_order)

    def announce(self, name: str, value: str) -> None:
        """Add a header."""
        assert self._head is not None  # noqa: S101 - it has begun
        self._head = replace(self._head, headers={**self._head.headers, name: value})

    def write(self, data: bytes, /) -> int:
        """Add bytes; raises ProblemError where the answer grows too large."""
        self._length += len(data)
        if self._length > IN_MEMORY and isinstance(self._file, io.BytesIO):
            self._file = _file_with(self._file.getvalue())
        if self._length > self._most:
            raise ProblemError(_too_large(self._most))
        return self._file.write(data)

    def flush(self) -> None:
        """Do nothing: nobody reads it before its end."""

    def send(self, line: Line) -> None:
        """Send the answer to the process of the service."""
        assert self._head is not None  # noqa: S101 - every task begins its answer
        if isinstance(self._file, io.BytesIO):
            line.send(Written(self._head, self._file.getvalue(), self._length))
            return
        with self._file as file:
            file.flush()
            line.send(Written(self._head, b"", self._length), file.fileno())


def _too_long(error: MemoryError) -> Problem:
    detail = f"A value in it is too long: {error}." if str(error) else "It takes more memory than there is."
    return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "value-too-long", "Too long a value", detail)


def _file_with(data: bytes) -> IO[bytes]:
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed when it was sent
    file.write(data)
    return file


def _too_large(most: int) -> Problem:
    detail = f"The answer has more than {most} bytes. Ask for less, or for a part of it."
    return Problem(HTTPStatus.SERVICE_UNAVAILABLE, "answer-too-large", "Too large an answer", detail)


def work(source: Source, largest: int, line: Line, copy: MemoryGraph | None = None) -> None:
    """Answer tasks until the service goes away; queries from a copy in memory, where there is one."""
    write_logs_as_json()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service
    threading.Thread(target=_end_with_service, args=(line.fileno(),), daemon=True).start()
    threading.stack_size(_STACK)
    worker = threading.Thread(target=_work_through, args=(source, largest, line, copy))
    worker.start()
    worker.join()


def _work_through(source: Source, largest: int, line: Line, copy: MemoryGraph | None) -> None:
    while True:
        try:
            with source.opened(copy) as held:
                _answer_all(held, largest, line)
                return
        except MithaqError as error:  # the store cannot be opened: whoever asks is told, and it is tried again
            if not _refuse_one(line, describe_error(error)):
                return


def _refuse_one(line: Line, problem: Problem) -> bool:
    try:
        line.receive()
    except EOFError:
        return False
    line.send(problem)
    return True


def _answer_all(held: Held, largest: int, line: Line) -> None:
    if not select.select([line], [], [], _IDLE)[0]:
        held.prepare()
    while True:
        try:
            task: AnyTask = line.receive()[0]
        except EOFError:
            return
        try:
            _answer(task, held, largest, line)
        except ProblemError as error:
            line.send(error.problem)
        except MithaqError as error:
            line.send(describe_error(error))
        except MemoryError as error:  # a parser says so of one value that is too long for it
            line.send(_too_long(error))
        except Exception:  # noqa: BLE001 - a defect ends one task, not the worker
            _log.exception("a task failed")
            line.send(UNEXPECTED)


def _answer(task: AnyTask, held: Held, largest: int, line: Line) -> None:
    """Answer a task; as nothing is sent before all is there, it can begin again where files were tidied away."""
    copy = held.copy() if isinstance(task, Query) and task.may_come_in_any_order else None
    if copy is not None:
        _answer_from(copy, task, largest, line)
        return
    graph_of = held.newest
    for attempt in range(_ATTEMPTS):
        try:
            _answer_from(graph_of(), task, largest, line)
        except (QueryFailedError, StoreError, OSError) as error:
            if _IO_ERROR not in str(error) or attempt + 1 == _ATTEMPTS:
                raise
            graph_of = held.reopened
        else:
            return


def _answer_from(graph: Opened, task: AnyTask, largest: int, line: Line) -> None:
    if isinstance(task, Inquiry):
        line.send(Found(task.find(graph)))
        return
    spool = Spool(graph.revision.digest, largest, in_own_order=isinstance(graph, MemoryGraph))
    task.answer(graph, spool)
    spool.send(line)


def _end_with_service(line: int) -> None:
    """End at once when the service has gone, and its end of the line with it, whatever is being worked on."""
    hanging_up = select.poll()
    hanging_up.register(line, 0)
    hanging_up.poll()
    os.kill(os.getpid(), signal.SIGKILL)
