"""The process of a worker: it takes a task, answers it bit by bit, and waits for the next."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mithaq.graph import KnowledgeGraph, MithaqError

from ..problems import UNEXPECTED, ProblemError, describe_error

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from .tasks import Task

CHUNK: Final = 64 * 1024
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Done:
    """The end of an answer, and the revision that it speaks of."""

    digest: str


def work(store: Path, connection: Connection) -> None:
    """Answer tasks until the service goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service
    threading.Thread(target=_end_with_parent, daemon=True).start()
    graph: KnowledgeGraph | None = None
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        try:
            graph = _newest(graph, store)
            _answer(task, graph, connection)
        except ProblemError as error:
            connection.send(error.problem)
        except MithaqError as error:
            connection.send(describe_error(error))
        except Exception:  # a defect ends one task, not the worker
            _log.exception("a task failed")
            connection.send(UNEXPECTED)


def _newest(graph: KnowledgeGraph | None, store: Path) -> KnowledgeGraph:
    if graph is None:
        return KnowledgeGraph.open(store)
    if graph.is_current():
        return graph
    with graph:
        return graph.renewed()


def _answer(task: Task, graph: KnowledgeGraph, connection: Connection) -> None:
    for part in task.answer(graph):
        if isinstance(part, bytes):
            for begin in range(0, len(part), CHUNK):
                connection.send(part[begin : begin + CHUNK])
        else:
            connection.send(part)
    connection.send(Done(graph.revision.digest))


def _end_with_parent() -> None:
    """End at once when the service is gone, whatever is being worked on."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGKILL)
