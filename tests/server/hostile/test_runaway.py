"""Queries that would never end, or would fill the memory, end in time and say why."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING, Final

import pytest

from .attacks import ask, is_answered_within_a_second, raw_query, send, update

if TYPE_CHECKING:
    from ..services import RunningService

PRODUCT: Final = " ".join(f"?a{each} ?b{each} ?c{each} ." for each in range(6))
EACH: Final = ", ".join(f"STR(?a{each})" for each in range(6))
"""Something of each triple, so that nothing can be ruled out before all are there."""
SECONDS: Final = 1.0
RUNAWAYS: Final = {
    "product counted": f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}",
    "product sorted": f"SELECT * {{ {PRODUCT} }} ORDER BY ?a5",
    "product made distinct": f"SELECT DISTINCT ?a0 ?b1 ?c2 ?a3 ?b4 {{ {PRODUCT} }}",
    "product in groups": f"SELECT ?a0 ?b1 ?c2 (SAMPLE(?c3) AS ?n) {{ {PRODUCT} }} GROUP BY ?a0 ?b1 ?c2",
    "product joined to one text": f"SELECT (GROUP_CONCAT(STR(?a0)) AS ?n) {{ {PRODUCT} }}",
    "product filtered away": f"SELECT * {{ {PRODUCT} FILTER(STRLEN(CONCAT({EACH})) < 0) }}",
    "product asked for": f"ASK {{ {PRODUCT} FILTER(STRLEN(CONCAT({EACH})) < 0) }}",
    "product described": f"DESCRIBE * {{ {PRODUCT} }}",
    "product constructed": f"CONSTRUCT {{ ?a0 ?b1 ?c2 }} WHERE {{ {PRODUCT} }}",
    "paths between all": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:p>|^!<urn:p>)* ?b . ?c (!<urn:q>|^!<urn:q>)* ?d }",
    "paths of paths": "SELECT (COUNT(*) AS ?n) { ?a ((!<urn:p>|^!<urn:p>)*/(!<urn:p>)*)* ?b . ?b (!<urn:q>)+ ?c }",
    "text that doubles": "SELECT ?x40 { BIND('aaaaaaaaaaaaaaaa' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{each}, ?x{each}) AS ?x{each + 1})" for each in range(40))
    + " }",
    "replacement that doubles": "SELECT ?x40 { BIND('aaaaaaaaaaaaaaaa' AS ?x0) "
    + " ".join(f"BIND(REPLACE(?x{each}, 'a', 'aa') AS ?x{each + 1})" for each in range(40))
    + " }",
    "values multiplied": "SELECT (COUNT(*) AS ?n) {"
    + " ".join(f"VALUES ?x{each} {{ {' '.join(map(str, range(100)))} }}" for each in range(6))
    + "}",
}
NEVER: Final = f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}"


def kind(body: bytes) -> str:
    told: str = json.loads(body)["type"]
    return told.rpartition("/")[2]


@pytest.mark.parametrize("name", RUNAWAYS)
def test_runaway_query_is_stopped(governed: RunningService, name: str) -> None:
    answer = ask(governed, RUNAWAYS[name], seconds=SECONDS)

    assert answer.status in {500, 503}, answer.text
    assert kind(answer.body) in {"time-out", "out-of-memory", "limit-exceeded", "ended-abnormally"}


def test_rows_are_cut_and_it_is_announced(governed: RunningService) -> None:
    headers = {"Accept": "text/csv", "Content-Type": "application/sparql-query"}

    answer = send(governed, "POST", "/sparql", b"SELECT (1 AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", headers)

    assert answer.status == 200
    assert answer.headers["Mithaq-Truncated"] == "rows=1000000"
    assert answer.body.count(b"\n") == 1_000_001


def test_runaway_update_is_stopped(open_to_all: RunningService) -> None:
    update(open_to_all, "DROP ALL; INSERT DATA {" + "".join(f"<urn:a{n}> <urn:b> {n} ." for n in range(200)) + "}")

    answer = send(
        open_to_all,
        "POST",
        "/update?timeout=1",
        f"INSERT {{ ?a0 ?b0 <urn:x> }} WHERE {{ {PRODUCT} FILTER(STRLEN(CONCAT({EACH})) < 0) }}".encode(),
        {"Content-Type": "application/sparql-update"},
    )

    assert answer.status == 503, answer.text
    assert kind(answer.body) == "time-out"
    assert ask(open_to_all, "ASK { <urn:a1> <urn:b> 1 }").body.count(b"true") == 1


def test_many_runaways_at_once_keep_nobody_waiting_for_long(governed: RunningService) -> None:
    threads = [threading.Thread(target=ask, args=(governed, NEVER, SECONDS)) for _ in range(12)]
    for thread in threads:
        thread.start()

    for thread in threads:
        thread.join()

    assert is_answered_within_a_second(governed)


def test_client_that_goes_away_frees_its_worker(governed: RunningService) -> None:
    connections = [raw_query(governed, NEVER) for _ in range(8)]
    time.sleep(0.3)

    for connection in connections:
        connection.close()

    time.sleep(2.0)  # far less than the 30 seconds that each would be given
    assert is_answered_within_a_second(governed)
