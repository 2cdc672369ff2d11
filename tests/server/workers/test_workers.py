"""Workers answer, and whatever a task does, the next honest one is answered."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph, Submission, parse_facts_bytes
from mithaq.server.media_types import GRAPH_FORMATS, SOLUTION_FORMATS, choose_by_name
from mithaq.server.problems import ProblemError
from mithaq.server.query_limits import QueryLimits
from mithaq.server.workers import Limits, Query, Source, Workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HONEST = "SELECT ?polity { ?polity a mithaq:Polity } LIMIT 1"
PRODUCT = " ".join(f"?a{each} ?b{each} ?c{each} ." for each in range(6))
DEEP = "SELECT (" + "STR(" * 30_000 + "1" + ")" * 30_000 + " AS ?x) {}"
"""A query for which a worker's stack grows, and stays as it is then."""


def query(text: str) -> Query:
    return Query(
        text,
        as_solutions=choose_by_name("json", SOLUTION_FORMATS),
        as_graph=choose_by_name("turtle", GRAPH_FORMATS),
        limits=QueryLimits(deepest=10**9),
    )


@pytest.fixture(scope="module")
def workers(small_store: Path) -> Iterator[Workers]:
    pool = Workers(Source("governed", small_store), 2, Limits(seconds=3.0, memory=400 * 2**20, patience=20.0))
    yield pool
    pool.close()


def ask(workers: Workers, text: str, seconds: float | None = None) -> bytes:
    with workers.running(query(text), seconds) as running:
        answer = running.answer()
        with answer.body as body:
            return body.read()


def problem(workers: Workers, text: str, seconds: float | None = None) -> str:
    with pytest.raises(ProblemError) as caught:
        ask(workers, text, seconds)
    return caught.value.problem.kind


def test_query_is_answered_in_its_format(workers: Workers) -> None:
    with workers.running(query("CONSTRUCT WHERE { ?s a mithaq:Polity }")) as running:
        answer = running.answer()
    assert answer.head.content_type == "text/turtle; charset=utf-8"
    assert b"mithaq:Polity" in answer.body.read()
    assert answer.head.digest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT * { ?s", "malformed-query"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "service-refused"),
        ("SELECT * " + "{" * 3_000_000 + "}" * 3_000_000, "query-too-long"),
        (f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}", "time-out"),
    ],
)
def test_after_a_hostile_query_the_next_is_answered(workers: Workers, text: str, kind: str) -> None:
    assert problem(workers, text) == kind

    for _ in range(3):
        assert b"https://w3id.org/mithaq/id/" in ask(workers, HONEST)


@pytest.mark.parametrize(("asked", "allowed"), [(0.2, "0.2"), (60.0, "3")])
def test_request_may_ask_for_less_time_and_not_for_more(workers: Workers, asked: float, allowed: str) -> None:
    with pytest.raises(ProblemError) as caught:
        ask(workers, f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}", asked)

    assert caught.value.problem.kind == "time-out"
    assert f"longer than {allowed} seconds" in caught.value.problem.detail


def test_memory_is_limited(small_store: Path) -> None:
    workers = Workers(Source("governed", small_store), 1, Limits(seconds=30.0, memory=150 * 2**20))

    assert problem(workers, f"SELECT * {{ {PRODUCT} }} ORDER BY ?a1") == "out-of-memory"
    assert ask(workers, HONEST)
    workers.close()


def test_memory_counts_from_what_a_worker_had_before(small_store: Path) -> None:
    workers = Workers(Source("governed", small_store), 1, Limits(memory=20 * 2**20))

    with workers.running(query(f"SELECT * {{ {PRODUCT} }} ORDER BY ?a1")) as running:
        occupied = running.worker._occupied()
        assert running.worker.taken() < occupied / 2
    assert ask(workers, HONEST)
    workers.close()


def test_worker_that_has_grown_is_replaced(small_store: Path) -> None:
    workers = Workers(Source("governed", small_store), 1, Limits(patience=20.0))

    with workers.running(query(DEEP)) as running:
        assert running.answer().length
        grown = running.worker
        assert grown.has_grown()
    with workers.running(query(HONEST)) as running:
        assert running.worker is not grown
        assert running.answer().length
        assert not running.worker.has_grown()
    workers.close()


def test_running_task_can_be_seen_and_cancelled(workers: Workers) -> None:
    def cancel_soon() -> None:
        while not workers.tasks():
            time.sleep(0.01)
        workers.tasks()[0].cancel()

    thread = threading.Thread(target=cancel_soon)
    thread.start()
    assert problem(workers, f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}") == "cancelled"
    thread.join()
    assert workers.tasks() == []


def test_client_that_goes_away_frees_its_worker(workers: Workers) -> None:
    for _ in range(4):
        with workers.running(query(f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}")):
            pass  # nobody waits for the answer

    assert ask(workers, HONEST)


def test_too_many_at_once_are_told_to_come_again(small_store: Path) -> None:
    workers = Workers(Source("governed", small_store), 1, Limits(seconds=5.0, patience=0.1))

    with workers.running(query(HONEST)) as running:
        assert problem(workers, HONEST) == "busy"
        assert running.answer().length
    assert ask(workers, HONEST)
    workers.close()


def test_new_revision_is_seen_at_once(tmp_path: Path, small_files: object) -> None:
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written  # type: ignore[arg-type]
    workers = Workers(Source("governed", tmp_path / "store"), 1, Limits())
    name = 'ASK { id:abkhazia mithaq:name "أبخازي"@ar }'
    assert b"false" in ask(workers, name)

    facts = (
        "@prefix id: <https://w3id.org/mithaq/id/> . @prefix mithaq: <https://w3id.org/mithaq#> ."
        '<https://w3id.org/mithaq/article/pact#char=27,34> { id:abkhazia mithaq:name "أبخازي"@ar }'
    )
    with KnowledgeGraph.writing(tmp_path / "store") as writer:
        assert writer.add([Submission(parse_facts_bytes(facts.encode(), "trig", "f.trig"))]).revision

    assert b"true" in ask(workers, name)
    workers.close()
