"""The service: what all views share. It opens no store: whatever is asked of the graph is done by workers."""

from __future__ import annotations

import io
import itertools
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from flask import has_request_context

from .access.gate import current_client
from .result_cache import Kept, ResultCache
from .watching import watch_over
from .workers import Answer, Source, Workers
from .workers.holder import CAN_FORK

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from mithaq.graph import Revision

    from .settings import ServiceSettings
    from .workers import AnyTask, Inquiry, Running, Task
    from .workers.running import Gone

T = TypeVar("T")


def _client() -> str:
    return current_client().name if has_request_context() else ""


class Service:
    """The settings, the workers that read, the one that writes, and the newest revision."""

    def __init__(self, settings: ServiceSettings) -> None:
        self.settings = settings
        self.cache = ResultCache(settings.cached)
        self._watch = watch_over(settings)
        self._numbers = itertools.count(1)  # of tasks, whoever works on them
        source = Source(settings.policy, settings.store)
        self._readers = Workers(source, settings.workers, settings.reading, self._numbers)
        if settings.copy and CAN_FORK:
            self._readers.keep_copy(settings.copy)
        self._writers: Workers | None = None
        self._lock = threading.Lock()
        if settings.access.tokens:
            self._writing_worker()  # somebody will write

    def revision(self) -> Revision:
        """Give the newest revision, without asking a worker; raises StoreError."""
        return self._watch.revision()

    def reading(self, task: AnyTask, seconds: float | None = None) -> AbstractContextManager[Running]:
        """Have a task that reads worked on for the time of a block; raises ProblemError where all are busy."""
        return self._readers.running(task, seconds, _client())

    def reading_at_once(
        self, task: AnyTask, seconds: float | None, client: str, gone: Gone
    ) -> AbstractContextManager[Running | None]:
        """Have a task that reads worked on, as above, if that needs no waiting."""
        return self._readers.running_at_once(task, seconds, client, gone)

    def writing(self, task: AnyTask, seconds: float | None = None) -> AbstractContextManager[Running]:
        """Have a task that writes worked on, as above; one at a time."""
        return self._writing_worker().running(task, seconds)

    def answer(self, task: Task[Any], seconds: float | None = None, client: str | None = None) -> Answer:
        """Give the answer of a task that reads; whoever has it closes its body. Raises ProblemError."""
        with self._readers.running(task, seconds, _client() if client is None else client) as running:
            return running.answer()

    def repeatable(self, task: Task[Any], seconds: float | None = None) -> Answer:
        """Give the answer, as above, of a task whose answer is the same as long as the graph is."""
        return self.kept(task) or self.keep(task, self.answer(task, seconds))

    def kept(self, task: Task[Any]) -> Answer | None:
        """Give the answer that is kept of such a task, if one is."""
        kept = self.cache.get((self.revision().digest, task))
        return None if kept is None else Answer(kept.head, io.BytesIO(kept.data), len(kept.data))

    def keep(self, task: Task[Any], answer: Answer) -> Answer:
        """Keep the answer to such a task, unless it is a file, and give it."""
        if isinstance(answer.body, io.BytesIO):
            self.cache.put((answer.head.digest, task), Kept(answer.head, answer.body.getvalue()))
        return answer

    def find(self, inquiry: Inquiry[Any, T], seconds: float | None = None) -> T:
        """Find out something from the newest revision; raises ProblemError."""
        with self.reading(inquiry, seconds) as running:
            return running.value()  # type: ignore[no-any-return]

    def change(self, inquiry: Inquiry[Any, T], seconds: float | None = None) -> T:
        """Have a task that writes and whose answer is a record carried out; raises ProblemError."""
        with self.writing(inquiry, seconds) as running:
            return running.value()  # type: ignore[no-any-return]

    @property
    def has_copy(self) -> bool:
        """Tell whether queries are answered from a copy of the store in memory."""
        return self._readers.has_copy

    def tasks(self) -> list[Running]:
        """List what is being worked on."""
        writers = self._writers
        return [*self._readers.tasks(), *(writers.tasks() if writers else ())]

    def close(self) -> None:
        """End all workers; nobody may be running tasks any more."""
        self._readers.close()
        if self._writers is not None:
            self._writers.close()

    def _writing_worker(self) -> Workers:
        with self._lock:
            if self._writers is None:  # made when it is needed: it may hold the store
                source = Source(self.settings.policy, self.settings.store, writing=True)
                self._writers = Workers(source, 1, self.settings.writing, self._numbers, finishing=True)
            return self._writers
