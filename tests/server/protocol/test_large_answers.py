"""Large answers arrive whole also when more clients ask for them than there are workers."""

from __future__ import annotations

import http.client
import threading
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from ..services import serve_mithaq

if TYPE_CHECKING:
    from pathlib import Path

LARGE = "SELECT ?s ?a { ?s ?p ?o . ?a ?b ?c } LIMIT 8000 # "
CLIENTS, EACH = 8, 4


@pytest.mark.parametrize("copies", ["0", "400"])
def test_large_answers_arrive_whole(small_store: Path, copies: str) -> None:
    answers: list[tuple[int, int]] = []

    def ask(client: int, netloc: str) -> None:
        with closing(http.client.HTTPConnection(netloc, timeout=60)) as connection:
            for number in range(EACH):
                asked = urlencode({"query": f"{LARGE}{client} {number}", "format": "csv"})
                connection.request("GET", f"/sparql?{asked}")
                response = connection.getresponse()
                answers.append((response.status, len(response.read().splitlines())))

    with serve_mithaq(small_store, "--workers", "2", "--wait", "30", "--copies", copies) as service:
        clients = [threading.Thread(target=ask, args=(each, service.netloc)) for each in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
    assert set(answers) == {(200, answers[0][1])}
    assert len(answers) == CLIENTS * EACH
    assert answers[0][1] == 8001
