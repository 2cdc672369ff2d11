"""Timing: how long one client waits for an answer to a query never seen before, and how many answers several get."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .questions import Question
    from .rivals import Rival

CLIENTS: Final = 4
_HEADERS: Final = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}


@dataclass
class Timings:
    """What was measured of one query: the seconds of each look, the answers in a second, and the rows, by service."""

    question: Question
    seconds: dict[str, list[float]] = field(default_factory=dict)
    answers: dict[str, float] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def latency(self, service: str) -> float | None:
        """Give the median of the looks of a service; nothing where it was given up."""
        found = self.seconds.get(service)
        return statistics.median(found) if found else None


class Client:
    """A client with a connection of its own."""

    def __init__(self, rival: Rival, seconds: float) -> None:
        self._rival = rival
        self._connection = http.client.HTTPConnection(rival.netloc, timeout=seconds)

    def ask(self, query: str) -> bytes | None:
        """Ask a query to the end of its answer; nothing where that takes too long."""
        try:
            response = self._response(query)
            body = response.read()
        except TimeoutError:
            self._connection.close()
            return None
        assert response.status == http.client.OK, f"{self._rival.name}: {response.status} {body[:500]!r}"
        return body

    def _response(self, query: str) -> http.client.HTTPResponse:
        """Send the query, on a new connection where the service has closed the one that was there."""
        try:
            self._connection.request("POST", self._rival.path, query.encode(), _HEADERS)
            return self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
            self._connection.request("POST", self._rival.path, query.encode(), _HEADERS)
            return self._connection.getresponse()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def time_all(questions: Iterable[Question], rivals: Sequence[Rival], repeat: int, limit: float) -> list[Timings]:
    """Time the first sight of each query by one client, in turn at each service; who takes too long is left out."""
    clients = {rival.name: Client(rival, limit) for rival in rivals}
    for client in clients.values():
        client.ask("ASK {}")
    measured = [_time(question, clients, repeat) for question in questions]
    for client in clients.values():
        client.close()
    return measured


def _time(question: Question, clients: dict[str, Client], repeat: int) -> Timings:
    timings, unseen = Timings(question), question.unseen()
    in_time = dict(clients)
    for _ in range(repeat + 1):  # the first look is not counted: it reads what the others find in memory
        for name, client in list(in_time.items()):
            query = next(unseen)
            begun = time.perf_counter()
            body = client.ask(query)
            if body is None:
                del in_time[name], clients[name]  # it may be busy with this query for hours
                timings.seconds.pop(name, None)
            elif name in timings.rows:
                timings.seconds.setdefault(name, []).append(time.perf_counter() - begun)
            else:
                timings.rows[name] = _rows(body)
    return timings


def count_answers(timings: Iterable[Timings], rivals: Iterable[Rival], seconds: float, limit: float) -> None:
    """Count what several clients get in some time who ask one query again and again, of those who answer it at all."""
    for each in timings:
        for rival in rivals:
            if each.latency(rival.name) is not None:
                each.answers[rival.name] = _answers(each.question, rival, seconds, limit)


def _answers(question: Question, rival: Rival, seconds: float, limit: float) -> float:
    counts: list[int] = []
    begun = time.perf_counter()
    threads = [
        threading.Thread(target=_ask_repeatedly, args=(question, rival, begun + seconds, limit, counts))
        for _ in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - begun)


def _ask_repeatedly(question: Question, rival: Rival, until: float, limit: float, counts: list[int]) -> None:
    client, count = Client(rival, limit), 0
    while time.perf_counter() < until and client.ask(question.text) is not None:
        count += 1
    client.close()
    counts.append(count)


def _rows(body: bytes) -> int:
    result = parse_query_results(body, QueryResultsFormat.JSON)
    return len(list(result)) if isinstance(result, QuerySolutions) else 1
