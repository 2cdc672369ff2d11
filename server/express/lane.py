"""The lane itself: a plain request is let in, answered, counted and logged, in the thread of the event loop."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Final

from mithaq.graph import MithaqError

from ..operations import Told, number_of_request, tell
from ..problems import UNEXPECTED, ProblemError, describe_error
from ..sparql import differs_each_time, mark_of, query_of
from ..workers.pool import CLIENT_GONE
from ..workers.waiting import answer_of
from .plain import LONGEST, PATH, plain_request
from .replies import is_worth_packing, reply_of, reply_of_problem

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from ..access.gate import Gate
    from ..operations import Metrics
    from ..rsgi import HttpProtocol, Scope
    from ..service import Service
    from ..workers import Answer, Query
    from ..workers.running import Gone
    from .plain import Plain
    from .replies import Reply

_log: Final = logging.getLogger(__name__)


class Express:
    """Answers the queries that it can, and leaves all other requests to the application."""

    def __init__(self, service: Service, gate: Gate, metrics: Metrics) -> None:
        self._service, self._gate, self._metrics = service, gate, metrics
        self._settings = service.settings

    def plain(self, scope: Scope) -> Plain | None:
        """Read what a request says before its body; nothing where it is not for this lane."""
        return plain_request(scope, self._settings.access.proxies) if self._gate.admits_anybody() else None

    async def answer(self, plain: Plain, body: bytes, protocol: HttpProtocol, gone: Gone, threads: Executor) -> None:
        """Answer a request; threads are there for what would keep others waiting."""
        begun, number = time.perf_counter(), number_of_request(plain.headers.get("x-request-id", ""))
        self._metrics.begin()
        with ExitStack() as left:
            try:
                left.callback(self._gate.leave, self._gate.enter(plain.client))
                reply = await self._reply(plain, body, gone, threads)
            except ProblemError as error:
                reply = reply_of_problem(error.problem)
            except MithaqError as error:
                reply = reply_of_problem(describe_error(error))
            except Exception:  # noqa: BLE001 - the edge of the service
                _log.exception("a request failed")
                reply = reply_of_problem(UNEXPECTED)
            left.callback(self._tell, plain, number, reply, begun)
            reply.send(number, protocol, asyncio.get_running_loop())

    def _tell(self, plain: Plain, number: str, reply: Reply, begun: float) -> None:
        asked = reply.asked if self._settings.log_queries else None
        name, status = plain.client.name, int(reply.status)
        told = Told(number, name, plain.method, PATH, PATH, status, reply.length, reply.problem, asked)
        tell(told, begun, self._metrics)

    async def _reply(self, plain: Plain, body: bytes, gone: Gone, threads: Executor) -> Reply:
        asked = plain.asked(body)
        assert asked.query is not None  # noqa: S101 - else the address holds none, and it did not come here
        loop = asyncio.get_running_loop()
        task = query_of(asked, asked.query, plain.base, plain.choices(asked.format_names), self._settings.queries)
        repeatable = not differs_each_time(asked.query)
        answer = self._service.kept(task) if repeatable else None
        if answer is not None:
            mark = mark_of(task)
        else:
            with self._service.reading_at_once(task, asked.seconds, plain.client.name, gone) as running:
                mark = mark_of(task)  # while a worker works
                answer = None if running is None else await answer_of(running)
            if answer is None:
                waiting = partial(self._wait, task, asked.seconds, plain.client.name, gone)
                answer = await loop.run_in_executor(threads, waiting)
            if repeatable:
                loop.call_soon(self._service.keep, task, answer)  # when it is on its way
        tag = f"{answer.head.digest}.{mark}" if repeatable and plain.method == "GET" else None
        packing = is_worth_packing(answer) and plain.takes_gzip
        replying = partial(reply_of, answer, tag, asked.query, packing=packing)
        if packing and answer.length > LONGEST:
            return await loop.run_in_executor(threads, replying)
        return replying()

    def _wait(self, task: Query, seconds: float | None, client: str, gone: Gone) -> Answer:
        """Have a query worked on as soon as a worker is free; raises ProblemError."""
        CLIENT_GONE.set(gone)
        return self._service.answer(task, seconds, client)
