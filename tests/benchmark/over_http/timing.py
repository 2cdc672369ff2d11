"""Timing: how long one client waits for an answer to a query never seen before, and how many answers several get."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .questions import Question
    from .rivals import Rival

CLIENTS: Final = 4
_UNTIL_FREE: Final = 60.0
_ACCEPTED: Final = {"Accept": "application/sparql-results+json, application/n-triples"}


@dataclass
class Timings:
    """What was measured of one query, by service: the seconds of each look, the answers in a second, and the rows.

    `given_up` has the seconds after which nobody waited any longer.
    """

    question: Question
    seconds: dict[str, list[float]] = field(default_factory=dict)
    given_up: dict[str, float] = field(default_factory=dict)
    answers: dict[str, float] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def latency(self, service: str) -> float | None:
        """Give the median of the looks of a service, or what it took at least; nothing where it was not asked."""
        found = self.seconds.get(service)
        return statistics.median(found) if found else self.given_up.get(service)


class Client:
    """A client with a connection of its own."""

    def __init__(self, rival: Rival, seconds: float) -> None:
        self._rival = rival
        self._connection = http.client.HTTPConnection(rival.netloc, timeout=seconds)

    def ask(self, query: str) -> tuple[bytes, str] | None:
        """Ask a query to the end of its answer, which comes with its type; nothing where that takes too long."""
        try:
            response = self._response(f"{self._rival.path}?{urlencode({'query': query})}")
            body = response.read()
        except TimeoutError:
            self._connection.close()
            return None
        assert response.status == http.client.OK, f"{self._rival.name}: {response.status} {body[:500]!r}"
        return body, response.headers.get_content_type()

    def is_free_again(self) -> bool:
        """Tell whether the service answers again after a query that was given up."""
        waiting = Client(self._rival, _UNTIL_FREE)
        answer = waiting.ask("ASK {}")
        waiting.close()
        return answer is not None

    def _response(self, address: str) -> http.client.HTTPResponse:
        """Send the query, on a new connection where the service has closed the one that was there."""
        try:
            self._connection.request("GET", address, headers=_ACCEPTED)
            return self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
            self._connection.request("GET", address, headers=_ACCEPTED)
            return self._connection.getresponse()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def time_all(timings: Iterable[Timings], rivals: Sequence[Rival], repeat: int, limit: float) -> None:
    """Time the first sight of each query by one client, in turn at each service, at most so many seconds altogether.

    Who takes longer for one look is asked the next query when it has done with that, unless that takes for ever.
    """
    clients = {rival.name: Client(rival, limit) for rival in rivals}
    for client in clients.values():
        client.ask("ASK {}")
    for each in timings:
        _time(each, clients, repeat, limit)
    for client in clients.values():
        client.close()


def _time(timings: Timings, clients: dict[str, Client], repeat: int, limit: float) -> None:
    unseen = timings.question.unseen()
    spent = dict.fromkeys(clients, 0.0)
    for number in range(repeat + 1):
        for name in [name for name in clients if spent[name] < limit]:
            query = next(unseen)
            begun = time.perf_counter()
            answer = clients[name].ask(query)
            seconds = time.perf_counter() - begun
            spent[name] += seconds
            if answer is None:
                timings.given_up[name] = limit
                timings.seconds.pop(name, None)
                spent[name] = limit
                if not clients[name].is_free_again():
                    del clients[name]
            elif number == 0:  # not counted, unless there is no other: it reads what the others find in memory
                timings.rows[name] = _rows(*answer)
                if spent[name] >= limit / 2:
                    timings.seconds[name] = [seconds]
            else:
                timings.seconds.setdefault(name, []).append(seconds)


def count_answers(timings: Iterable[Timings], rivals: Iterable[Rival], seconds: float, limit: float) -> None:
    """Count what several clients get in some time who ask one query again and again, of those who answer it at all."""
    for each in timings:
        for rival in rivals:
            if rival.name in each.seconds:
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


def _rows(body: bytes, media_type: str) -> int:
    """Count the solutions or the triples of an answer; a truth value is one."""
    if media_type == RdfFormat.N_TRIPLES.media_type:
        return sum(1 for _ in parse(body, format=RdfFormat.N_TRIPLES))
    result = parse_query_results(body, QueryResultsFormat.JSON)
    return sum(1 for _ in result) if isinstance(result, QuerySolutions) else 1
