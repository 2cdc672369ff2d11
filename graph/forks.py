"""Forks: work that copies of this process do, on what it holds in memory, while it goes on with its own."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .errors import ForkEndedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_T = TypeVar("_T")
_BEHIND: Final = 5
"""How far copies stand back behind the process that waits for them: it has work that cannot be shared."""


def cores() -> int:
    """Say on how many cores this process may run; one where it cannot be copied safely, as with several threads."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


@contextmanager
def begun(works: Sequence[Callable[[], _T]], *, apart: bool = True) -> Iterator[Callable[[], list[_T]]]:
    """Begin works in a copy of this process each; what they give comes when it is asked for, in their order.

    What a work raises is raised when asked; ForkEndedError is, where a copy ended early. Copies that are still at work
    at the end of the block are ended. If not `apart`, this process does all when asked.
    """
    if not apart:
        yield lambda: [work() for work in works]
        return
    with ExitStack() as held, _left_alone():
        copies = [held.enter_context(_begun(work)) for work in works]
        yield lambda: [_given(*each) for each in copies]


@contextmanager
def _left_alone() -> Iterator[None]:
    """Keep the objects that are there from being looked at for garbage: a copy would have to copy each."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _begun(work: Callable[[], object]) -> Iterator[tuple[BaseProcess, Connection]]:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_do, args=(work, sender), daemon=True)
    process.start()
    sender.close()
    try:
        with receiver:
            yield process, receiver
    finally:
        process.kill()
        process.join()


def _do(work: Callable[[], object], sender: Connection) -> None:
    """Do a work in a copy, and end with the process that waits for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other one hears it, and ends this one
    os.nice(_BEHIND)
    end_with_parent()
    try:
        given: object = work()
    except Exception as error:  # noqa: BLE001 - it is raised where the work is asked for
        given = error
    sender.send(given)


def end_with_parent(*, gently: bool = False) -> None:
    """See to it that this process ends when the one that began it is gone, killed perhaps: at once, or by SIGTERM."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), kwargs={"gently": gently}, daemon=True).start()


def _end_after(parent: BaseProcess, *, gently: bool) -> None:
    parent.join()
    if not gently:
        os._exit(1)
    os.kill(os.getpid(), signal.SIGTERM)  # to the process: its main thread may be asleep


def _given(process: BaseProcess, receiver: Connection) -> Any:  # noqa: ANN401 - what the work gives
    try:
        given = receiver.recv()
    except EOFError as error:
        process.join()
        raise ForkEndedError(process.exitcode) from error
    if isinstance(given, Exception):
        raise given
    return given
