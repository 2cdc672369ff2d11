"""Workers answer queries from a copy of the store in memory, once there is one, always at the newest revision."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph, read_submission
from mithaq.server.logs import MEMBERS
from mithaq.server.media_types import GRAPH_FORMATS, SOLUTION_FORMATS, choose_by_name
from mithaq.server.problems import ProblemError
from mithaq.server.row_ranges import RowRange
from mithaq.server.workers import Limits, Query, Source, Workers
from mithaq.server.workers.holder import CAN_FORK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mithaq.graph import BuildFiles
    from mithaq.server.workers import Answer

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="copies are made by forks, which only Linux has as they must be")

ARTICLES = "SELECT ?article { ?article a mithaq:Article } ORDER BY ?article"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{each} ?b{each} ?c{each} ." for each in range(6)) + "}"
ROOM = 2**30
SOON = 30.0


def query(text: str) -> Query:
    json, turtle = choose_by_name("json", SOLUTION_FORMATS), choose_by_name("turtle", GRAPH_FORMATS)
    return Query(text, as_solutions=json, as_graph=turtle)


@pytest.fixture
def store(tmp_path: Path, small_files: BuildFiles) -> Path:
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written
    return tmp_path / "store"


@pytest.fixture
def workers(store: Path) -> Iterator[Workers]:
    pool = Workers(Source("governed", store), 2, Limits(seconds=2.5, patience=20.0))
    pool.keep_copy(ROOM)
    wait_for(lambda: pool.has_copy)
    yield pool
    pool.close()


def wait_for(condition: Callable[[], object]) -> None:
    until = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def answered(workers: Workers, task: Query) -> Answer:
    with workers.running(task) as running:
        return running.answer()


def comes_from_copy(workers: Workers, task: Query | None = None) -> bool:
    return answered(workers, task or query(ARTICLES)).head.in_own_order


def digest(store: Path) -> str:
    with KnowledgeGraph.open(store) as graph:
        return graph.revision.digest


def holder_of(workers: Workers) -> int:
    holder = workers._nursery.holder
    assert holder is not None
    pid = holder._process.pid
    assert pid is not None
    return pid


def test_queries_are_answered_from_the_copy_as_from_the_store(workers: Workers, store: Path) -> None:
    plain = Workers(Source("governed", store), 1, Limits())
    expected = answered(plain, query(ARTICLES))
    plain.close()
    answer = answered(workers, query(ARTICLES))
    assert answer.head.in_own_order
    assert not expected.head.in_own_order
    assert answer.body.read() == expected.body.read()


def test_new_revision_is_seen_at_once(workers: Workers, store: Path, small_files: BuildFiles) -> None:
    for _ in range(3):
        with KnowledgeGraph.writing(store) as graph:
            graph.retract("pact")
        answer = answered(workers, query(ARTICLES))
        assert answer.head.in_own_order
        assert answer.head.digest == digest(store)
        assert b"pact" not in answer.body.read()
        with KnowledgeGraph.writing(store) as graph:
            graph.add([read_submission(small_files.articles / "pact.trig")])
        assert b"pact" in answered(workers, query(ARTICLES)).body.read()


def test_new_build_is_seen_at_once_and_copied_again(workers: Workers, store: Path, small_files: BuildFiles) -> None:
    with KnowledgeGraph.writing(store) as graph:
        graph.retract("pact")
    assert comes_from_copy(workers)
    assert KnowledgeGraph.build(store, files=small_files).written
    answer = answered(workers, query(ARTICLES))
    assert not answer.head.in_own_order
    assert answer.head.digest == digest(store)
    assert b"pact" in answer.body.read()
    wait_for(lambda: comes_from_copy(workers))
    assert b"pact" in answered(workers, query(ARTICLES)).body.read()


def test_query_goes_on_while_another_copy_is_made(workers: Workers, store: Path, small_files: BuildFiles) -> None:
    kinds: list[str] = []

    def ask_too_much() -> None:
        with pytest.raises(ProblemError) as caught, workers.running(query(ENDLESS)) as running:
            running.answer()
        kinds.append(caught.value.problem.kind)

    before = holder_of(workers)
    asking = threading.Thread(target=ask_too_much)
    asking.start()
    assert KnowledgeGraph.build(store, files=small_files).written
    asking.join()
    assert kinds == ["time-out"]
    wait_for(lambda: workers.has_copy and holder_of(workers) != before)


def test_worker_that_was_killed_is_followed_by_one_with_the_copy(workers: Workers) -> None:
    with pytest.raises(ProblemError) as caught:
        answered(workers, query(ENDLESS))
    assert caught.value.problem.kind in {"time-out", "out-of-memory"}
    for _ in range(4):
        assert comes_from_copy(workers)


def test_answers_go_on_when_the_holder_of_the_copy_is_killed_and_another_follows(workers: Workers, store: Path) -> None:
    os.kill(holder_of(workers), signal.SIGKILL)
    wait_for(lambda: not workers.has_copy)
    with KnowledgeGraph.writing(store) as graph:
        graph.retract("pact")
    for _ in range(4):
        assert answered(workers, query(ARTICLES)).head.digest == digest(store)
    with pytest.raises(ProblemError):
        answered(workers, query(ENDLESS))
    wait_for(lambda: workers.has_copy)


@pytest.mark.parametrize(
    ("task", "from_copy"),
    [
        (query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"), False),
        (query("DESCRIBE ?s WHERE { ?s a mithaq:Polity }"), False),
        (replace(query(ARTICLES), rows=RowRange(0, 1)), False),
        (replace(query("CONSTRUCT WHERE { ?s ?p ?o }"), as_graph=choose_by_name("nt", GRAPH_FORMATS)), True),
        (query("ASK {}"), True),
    ],
)
def test_what_is_to_stand_in_order_comes_from_the_store(workers: Workers, task: Query, from_copy: bool) -> None:
    assert comes_from_copy(workers, task) is from_copy


def test_store_that_is_too_large_is_answered_from_the_disk(store: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    pool = Workers(Source("governed", store), 1, Limits())
    pool.keep_copy(1000)
    wait_for(lambda: any(getattr(each, MEMBERS, {}).get("because") == "too large" for each in caplog.records))
    assert not pool.has_copy
    assert not comes_from_copy(pool)
    pool.close()


def test_copy_that_is_old_is_made_anew(workers: Workers, store: Path, small_files: BuildFiles) -> None:
    before = holder_of(workers)
    for _ in range(5):
        with KnowledgeGraph.writing(store) as graph:
            graph.retract("pact", note="x" * 1_000_000)
        with KnowledgeGraph.writing(store) as graph:
            graph.add([read_submission(small_files.articles / "pact.trig")])
        assert b"pact" in answered(workers, query(ARTICLES)).body.read()
    wait_for(lambda: workers.has_copy and holder_of(workers) != before)
    assert comes_from_copy(workers)


def test_damaged_store_is_told_as_without_a_copy(workers: Workers, store: Path) -> None:
    shutil.rmtree(store)
    with pytest.raises(ProblemError):
        answered(workers, query(ARTICLES))


def test_nobody_is_left_when_the_pool_is_closed(store: Path) -> None:
    pool = Workers(Source("governed", store), 2, Limits())
    pool.keep_copy(ROOM)
    wait_for(lambda: pool.has_copy)
    holder = holder_of(pool)
    processes = [holder, *(worker._process.pid for worker in list(pool._idle.queue))]
    pool.close()
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))
