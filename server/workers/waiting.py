"""Wait in an event loop for the answer of a running task, without a thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ..problems import ProblemError

if TYPE_CHECKING:
    from .running import Answer, Running


async def answer_of(running: Running) -> Answer:
    """Wait for the answer to a task, in the loop's thread; raises ProblemError as `Running.answer` does."""
    loop = asyncio.get_running_loop()
    waiting = _Waiting(running, loop)
    line = running.worker.line.fileno()
    loop.add_reader(line, waiting.look)
    try:
        return await waiting.answer
    finally:
        loop.remove_reader(line)
        waiting.end()


class _Waiting:
    """An answer that comes bit by bit, and the looks at the limits meanwhile."""

    def __init__(self, running: Running, loop: asyncio.AbstractEventLoop) -> None:
        self._running, self._loop = running, loop
        self.answer: asyncio.Future[Answer] = loop.create_future()
        self._next_check = loop.call_later(running.until_check, self._check)

    def look(self) -> None:
        """Take what has come."""
        if self.answer.done():
            return
        try:
            answer = self._running.look()
        except ProblemError as error:
            self.answer.set_exception(error)
        else:
            if answer is not None:
                self.answer.set_result(answer)

    def end(self) -> None:
        """Stop looking at the limits."""
        self._next_check.cancel()

    def _check(self) -> None:
        if self.answer.done():
            return
        try:
            self._running.check()
        except ProblemError as error:
            self.answer.set_exception(error)
        else:
            self._next_check = self._loop.call_later(self._running.until_check, self._check)
