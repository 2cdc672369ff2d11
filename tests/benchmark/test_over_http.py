"""The queries over HTTP are queries, what is measured is set side by side, and the page keeps its other sections."""

from __future__ import annotations

import http.server
import os
import threading
import time
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from ..server.services import RunningService
from .over_http.questions import Question, questions
from .over_http.rivals import MITHAQ, OXIGRAPH, RDFLIB_ENDPOINT, Rival
from .over_http.section import HEADING, Measured, answer_ratio, as_section, latency_ratio
from .over_http.timing import Timings, count_answers, time_all
from .sections import put_section, section_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TREATY = "https://w3id.org/mithaq/id/treaty"
SLOW = 0.5
ROWS = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{}, {}]}}'


class Answering(http.server.BaseHTTPRequestHandler):
    """Two rows to everybody."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if "SLOW" in self.path:
            time.sleep(SLOW)
        self.send_response(200)
        self.send_header("Content-Length", str(len(ROWS)))
        self.end_headers()
        self.wfile.write(ROWS)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def rival() -> Iterator[Rival]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Rival(MITHAQ, RunningService(f"http://127.0.0.1:{server.server_port}", os.getpid()), "/sparql")
        server.shutdown()


def timings(mithaq: list[float], oxigraph: list[float], rdflib_endpoint: list[float]) -> Timings:
    seconds = {MITHAQ: mithaq, OXIGRAPH: oxigraph, RDFLIB_ENDPOINT: rdflib_endpoint}
    answers = {MITHAQ: 900.0, OXIGRAPH: 100.0}
    rows = dict.fromkeys(seconds, 3)
    taken = {name: each for name, each in seconds.items() if each}
    return Timings(Question("one", "One", "ASK {}"), taken, answers=answers, rows=rows)


def measured_of(timings: Sequence[Timings]) -> Measured:
    return Measured(timings, timings, {MITHAQ: 0.7}, {MITHAQ: 3 * 2**20})


def test_there_are_twelve_queries_and_the_store_understands_them() -> None:
    asked = questions(TREATY)

    assert len(asked) == 12
    for question in asked:
        Store().query(question.text)
        assert "TREATY" not in question.text
        assert question.title


def test_query_is_written_anew_each_time_and_means_the_same() -> None:
    question = questions(TREATY)[0]

    texts = list(islice(question.unseen(), 50))

    assert len(set(texts)) == 50
    assert all(text.startswith(question.text) for text in texts)


def test_latency_is_the_median_of_the_looks_after_the_first(rival: Rival) -> None:
    measured = Timings(Question("one", "One", "ASK {}"))
    time_all([measured], [rival], repeat=5, limit=10.0)

    assert len(measured.seconds[MITHAQ]) == 5
    assert measured.latency(MITHAQ) == sorted(measured.seconds[MITHAQ])[2]
    assert measured.rows == {MITHAQ: 2}


def test_query_that_takes_too_long_counts_as_the_limit(rival: Rival) -> None:
    measured = [Timings(Question(word, word, f"ASK {{}} # {word}")) for word in ("one", "SLOW", "two")]

    time_all(measured, [rival], repeat=3, limit=SLOW / 2)

    assert [each.latency(MITHAQ) == SLOW / 2 for each in measured] == [False, True, False]
    assert len(measured[2].seconds[MITHAQ]) == 3
    assert "≥ 250.00 ms" in as_section({1000: measured_of(measured)}, "", SLOW / 2)


def test_answers_of_several_clients_are_counted(rival: Rival) -> None:
    measured = [Timings(Question("one", "One", "ASK {}"))]
    time_all(measured, [rival], repeat=1, limit=10.0)

    count_answers(measured, [rival], 0.3, 10.0)

    assert measured[0].answers[MITHAQ] > 10


def test_ratios_are_geometric_means_of_what_both_answer() -> None:
    measured = [timings([0.2], [0.1], [4.0]), timings([0.4], [0.05], [])]

    assert latency_ratio(measured, MITHAQ, OXIGRAPH) == pytest.approx(4.0)
    assert latency_ratio(measured, RDFLIB_ENDPOINT, MITHAQ) == pytest.approx(20.0)
    assert answer_ratio(measured, MITHAQ, OXIGRAPH) == pytest.approx(9.0)
    assert latency_ratio([], MITHAQ, OXIGRAPH) is None


def test_section_tells_of_each_query_and_of_all_together() -> None:
    section = as_section({100_000: measured_of([timings([0.2], [0.1], [])])}, "oxigraph 1.", 10.0)

    assert section.startswith(HEADING)
    assert "### 100k" in section
    assert "| One | 3 | 200.00 ms | 100.00 ms | – | 900/s | 100/s |" in section
    assert f"| latency, {MITHAQ} / {OXIGRAPH} | 2.00 × |" in section
    assert f"| latency, {MITHAQ} without a copy / {OXIGRAPH} | 2.00 × |" in section
    assert f"| {MITHAQ} | 0.70 s | 3 MiB |" in section


def test_different_numbers_of_rows_are_told() -> None:
    measured = timings([0.2], [0.1], [])
    measured.rows[OXIGRAPH] = 4

    assert "| 3 ≠ 4 |" in as_section({1000: measured_of([measured])}, "", 10.0)


def test_section_takes_the_place_of_the_old_one_and_leaves_the_others() -> None:
    page = "# Benchmark\n\n## Figures\n\nsome\n"

    first = put_section(page, f"{HEADING}\nold\n")
    second = put_section(f"{first}\n## More\n", f"{HEADING}\nnew\n")

    assert first.startswith(page)
    assert section_of(page, HEADING) == ""
    assert section_of(second, HEADING) == f"{HEADING}\nnew\n"
    assert second.endswith("## More\n")
    assert "old" not in second
