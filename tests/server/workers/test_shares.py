"""No client keeps the others waiting, however much it asks."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from mithaq.server.problems import ProblemError
from mithaq.server.workers import Limits, Query, Source, Workers
from mithaq.server.workers.shares import Shares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{each} ?b{each} ?c{each} ." for each in range(6)) + " }"


@pytest.fixture
def workers(small_store: Path) -> Iterator[Workers]:
    workers = Workers(Source("governed", small_store), 3, Limits(seconds=4.0, patience=0.5))
    yield workers
    workers.close()


def ask(workers: Workers, text: str, client: str) -> str:
    try:
        with workers.running(Query(text), client=client) as running:
            running.value()
    except ProblemError as error:
        return error.problem.kind
    return "answered"


def test_greedy_client_leaves_a_worker_to_the_others(workers: Workers) -> None:
    greedy = [threading.Thread(target=ask, args=(workers, ENDLESS, "greedy")) for _ in range(2)]
    for thread in greedy:
        thread.start()
    while len(workers.tasks()) < 2:
        time.sleep(0.01)

    assert ask(workers, "ASK {}", "greedy") == "busy"
    assert ask(workers, "ASK {}", "modest") == "not-acceptable"  # it was asked for in no format
    for thread in greedy:
        thread.join()


def test_share_is_free_again_after_use() -> None:
    shares = Shares(1)
    for _ in range(3):
        with shares.one_for("a", 0.1) as free, shares.one_for("a", 0.01) as second, shares.one_for("b", 0.1) as other:
            assert (free, second, other) == (True, False, True)


def test_client_that_waits_gets_the_next_share() -> None:
    shares, got = Shares(1), []

    def wait() -> None:
        with shares.one_for("a", 10) as free:
            got.append(free)

    with shares.one_for("a", 1):
        thread = threading.Thread(target=wait)
        thread.start()
        time.sleep(0.05)
        assert got == []
    thread.join()
    assert got == [True]
