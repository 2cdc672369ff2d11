"""The clients of a load: those who ask, the one who changes, and the one who kills workers."""

from __future__ import annotations

import http.client
import os
import random
import signal
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from pyoxigraph import QueryResultsFormat, parse_query_results

from ..standards.endpoint import MITHAQ, Answer, Endpoint
from .questions import NAMES, any_question, names_of

if TYPE_CHECKING:
    from ..services import RunningService
    from .oracle import Oracle
    from .questions import Question

_BOUNDARY: Final = "mithaq-load"
_RUNAWAY: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n0 ?o }"
_SETTLING: Final = 200
_ENOUGH: Final = 20
"""Complaints after which a load is broken off."""
_OK, _CREATED, _CONFLICT, _UNPROCESSABLE, _ERROR, _UNAVAILABLE = 200, 201, 409, 422, 500, 503


@dataclass
class Tally:
    """What a load counts: what was done, and what went wrong."""

    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str, seconds: float = 0.0) -> None:
        """Count something that was done."""
        with self._lock:
            self.done[what] += 1
            self.slowest = max(self.slowest, seconds)

    def complain(self, what: str) -> None:
        """Take note of something wrong."""
        with self._lock:
            self.wrong.append(what)


@dataclass
class Load:
    """A load that is on: the service, the oracle, until when, and at most how many requests each client makes."""

    service: RunningService
    oracle: Oracle
    tally: Tally
    until: float
    most: int
    token: str
    kills: list[float] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether it is time to stop, or enough has gone wrong."""
        return time.monotonic() >= self.until or len(self.tally.wrong) >= _ENOUGH

    def killed_between(self, begun: float, ended: float) -> bool:
        """Tell whether a worker was killed at such a time."""
        return any(begun - 0.5 <= each <= ended for each in self.kills)


class Reader(threading.Thread):
    """Asks one question after the other and judges the answers; now and then one that never ends."""

    def __init__(self, load: Load, seed: int) -> None:
        super().__init__()
        self._load, self._chance = load, random.Random(seed)  # noqa: S311 - a seed is wanted
        self._endpoint = Endpoint(MITHAQ, load.service.netloc)

    def run(self) -> None:
        """Ask until the load is over."""
        for _ in range(self._load.most):
            if self._load.over:
                break
            if self._chance.random() < 0.01:
                self._ask_too_much()
            else:
                self._ask(any_question(self._load.oracle, self._chance))
        self._endpoint.close()

    def _ask(self, question: Question) -> None:
        load, begun = self._load, time.monotonic()
        answer = _query(self._endpoint, question.query)
        ended = time.monotonic()
        if answer is None or answer.status != _OK:
            told = "no answer" if answer is None else answer.text
            if load.killed_between(begun, ended):
                load.tally.count("question lost with a killed worker")
            else:
                load.tally.complain(f"{question.told}: {told}")
            return
        load.tally.count(type(question).__name__, ended - begun)
        if not any(question.fits(_result(answer), names) for names in load.oracle.possible(begun, ended)):
            told = f"asked {load.oracle.since_change(begun):.3f} s after it was made, answered in {ended - begun:.3f} s"
            load.tally.complain(f"{question.told}: wrong answer {answer.text}; {load.oracle.newest()}; {told}")

    def _ask_too_much(self) -> None:
        answer = _query(self._endpoint, _RUNAWAY, "?timeout=0.5")
        if answer is None or answer.status in {_ERROR, _UNAVAILABLE}:
            self._load.tally.count("question stopped")
        else:
            self._load.tally.complain(f"runaway question: {answer.text}")


class Writer(threading.Thread):
    """Adds and retracts articles, tries to add what must be refused, and tells the oracle of each change."""

    def __init__(self, load: Load, seed: int) -> None:
        super().__init__()
        self._load, self._chance = load, random.Random(seed)  # noqa: S311 - a seed is wanted
        self._endpoint = Endpoint(MITHAQ, load.service.netloc)

    def run(self) -> None:
        """Change until the load is over."""
        for _ in range(self._load.most):
            if self._load.over:
                break
            self._change_something()
        self._endpoint.close()

    def _change_something(self) -> None:
        oracle, chance = self._load.oracle, self._chance
        present, absent = sorted(oracle.present()), sorted(oracle.articles.keys() - oracle.present())
        if chance.random() < 0.2:
            self._be_refused(chance.choice(sorted(oracle.articles)))
        elif absent and (not present or chance.random() < 0.55):
            self._change(chance.choice(absent), added=True)
        else:
            self._change(chance.choice(present), added=False)

    def _change(self, name: str, *, added: bool) -> None:
        oracle = self._load.oracle
        oracle.changing(name, added=added)
        begun = time.monotonic()
        answer = self._send_article(name) if added else self._send("DELETE", f"/facts?article={quote(name)}")
        if answer is not None and answer.status in {_OK, _CREATED}:
            oracle.changed()
            self._load.tally.count("article added" if added else "article retracted", time.monotonic() - begun)
            return
        if not self._load.killed_between(begun, time.monotonic()):
            self._load.tally.complain(
                f"{'add' if added else 'retract'} {name}: {answer.text if answer else 'no answer'}"
            )
        self._settle(name, added=added)

    def _settle(self, name: str, *, added: bool) -> None:
        """Find out whether a change was made whose worker was killed: it was, or it was not, but not by half."""
        for _ in range(_SETTLING):
            answer = _query(self._endpoint, NAMES.query)
            if answer is not None and answer.status == _OK:
                made = (name in names_of(_result(answer))) is added
                (self._load.oracle.changed if made else self._load.oracle.not_changed)()
                self._load.tally.count("change made by a killed worker" if made else "change lost with a killed worker")
                return
            time.sleep(0.05)
        self._load.tally.complain(f"nobody says whether {name} is there")

    def _be_refused(self, name: str) -> None:
        """Try to add facts of an article that nobody handed in."""
        article = self._load.oracle.articles[name]
        trig = article.trig.replace(name, f"unknown-{name}").encode()
        begun = time.monotonic()
        answer = self._send("POST", "/facts", trig, "application/trig")
        if answer is not None and answer.status in {_CONFLICT, _UNPROCESSABLE}:
            self._load.tally.count("facts refused", time.monotonic() - begun)
        elif self._load.killed_between(begun, time.monotonic()):
            self._load.tally.count("refusal lost with a killed worker")
        else:
            self._load.tally.complain(f"refusal of {name}: {answer.text if answer else 'no answer'}")

    def _send_article(self, name: str) -> Answer | None:
        article = self._load.oracle.articles[name]
        parts = (("text", f"{name}.txt", article.text), ("facts", f"{name}.trig", article.trig))
        body = "".join(
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{kind}"; filename="{file}"\r\n\r\n{text}\r\n'
            for kind, file, text in parts
        )
        form = f"{body}--{_BOUNDARY}--\r\n".encode()
        return self._send("POST", "/facts", form, f"multipart/form-data; boundary={_BOUNDARY}")

    def _send(self, method: str, path: str, body: bytes | None = None, media_type: str = "") -> Answer | None:
        headers = {"Authorization": f"Bearer {self._load.token}", "Accept": "application/json"}
        with suppress(OSError, http.client.HTTPException):
            return self._endpoint.send(method, path, body, headers | ({"Content-Type": media_type} if body else {}))
        return None


class Killer(threading.Thread):
    """Kills a worker now and then."""

    def __init__(self, load: Load, seed: int, pause: float = 4.0) -> None:
        super().__init__()
        self._load, self._chance, self._pause = load, random.Random(seed), pause  # noqa: S311 - a seed is wanted

    def run(self) -> None:
        """Kill until the load is over."""
        while not self._load.over:
            time.sleep(self._pause * self._chance.uniform(0.2, 1.8))
            workers = self._load.service.workers()
            if workers and not self._load.over:
                self._load.kills.append(time.monotonic())
                with suppress(ProcessLookupError):
                    os.kill(self._chance.choice(workers), signal.SIGKILL)
                self._load.kills.append(time.monotonic())
                self._load.tally.count("worker killed")


def _query(endpoint: Endpoint, text: str, parameters: str = "") -> Answer | None:
    headers = {"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"}
    with suppress(OSError, http.client.HTTPException):
        return endpoint.send("POST", endpoint.paths.query + parameters, text.encode(), headers)
    return None


def _result(answer: Answer) -> Any:  # noqa: ANN401 - solutions or a truth value
    return parse_query_results(answer.body, QueryResultsFormat.JSON)
