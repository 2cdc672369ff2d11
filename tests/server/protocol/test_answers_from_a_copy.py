"""Answers from a copy in memory are tagged as such over HTTP, and those that fit together come from the store."""

from __future__ import annotations

import http.client
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from mithaq.server import settings

from ..services import serve_mithaq, wait_for_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..services import RunningService

TURTLE, NTRIPLES = "text/turtle", "application/n-triples"
TYPES = "SELECT ?s ?type { ?s a ?type }"
GRAPH = "CONSTRUCT WHERE { ?s a ?type }"


@pytest.fixture(scope="module")
def service(small_store: Path) -> Iterator[RunningService]:
    with serve_mithaq(small_store, "--copies", "400") as running:
        wait_for_copy(running)
        yield running


def get(service: RunningService, query: str, **headers: str) -> http.client.HTTPResponse:
    with closing(http.client.HTTPConnection(service.netloc)) as connection:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", f"/sparql?{urlencode({'query': query})}", headers=named)
        response = connection.getresponse()
        response.read()
        return response


def tag(response: http.client.HTTPResponse) -> str:
    return response.headers["ETag"]


@pytest.mark.parametrize(
    ("query", "accepted", "weak"),
    [
        (TYPES, "text/csv", True),
        (f"{TYPES} OFFSET 1", "text/csv", False),
        (GRAPH, TURTLE, False),
        (GRAPH, NTRIPLES, True),
    ],
)
def test_tag_tells_whether_the_same_may_come_in_another_order(
    service: RunningService, query: str, accepted: str, weak: bool
) -> None:
    for _ in range(2):  # the second is kept
        assert tag(get(service, query, Accept=accepted)).startswith("W/") is weak


def test_client_that_has_the_answer_is_told_so_whichever_tag_it_has(service: RunningService) -> None:
    weak = tag(get(service, TYPES))
    for known in (weak, weak.removeprefix("W/")):
        response = get(service, TYPES, If_None_Match=known)
        assert (response.status, tag(response)) == (304, known)


def test_parts_fit_together_and_are_not_put_to_a_whole_in_another_order(service: RunningService) -> None:
    whole = get(service, TYPES)
    part = get(service, TYPES, Range="rows=0-1")
    assert (part.status, tag(part)) == (206, tag(whole).removeprefix("W/"))
    assert get(service, TYPES, Range="rows=2-3", If_Range=tag(part)).status == 206
    assert get(service, TYPES, Range="rows=2-3", If_Range=tag(whole)).status == 200


def test_copies_take_a_quarter_of_the_memory_that_there_is() -> None:
    there = settings.usual_for_copies() * 4
    told = Path("/proc/meminfo").read_text(encoding="ascii")
    total = next(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("MemTotal"))
    assert 0 < there <= total + 4
