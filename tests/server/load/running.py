"""Running a load: a store is built, served, put under load, and looked at when all is over."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from mithaq.graph import KnowledgeGraph

from ...benchmark.generator import articles
from ..services import serve_mithaq, wait_for_copy
from .clients import Killer, Load, Reader, Tally, Writer
from .oracle import Oracle
from .questions import ARTICLE

if TYPE_CHECKING:
    import threading
    from pathlib import Path

    from ..services import RunningService

_TOKEN: Final = "load-and-nothing-else"
_READERS: Final = 3
_WARM: Final = 120
"""Samples, of two in a second, until each worker has done everything once."""
_STEADY: Final = 1.25
_SLACK: Final = 64 * 2**20


@dataclass
class Outcome:
    """How a load went."""

    tally: Tally
    memory: list[int] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """What went wrong: answers, what is stored at the end, and memory that grew."""
        grown = [] if self.steady else [f"memory grew: {self.memory}"]
        return [*self.tally.wrong, *self.left, *grown]

    @property
    def steady(self) -> bool:
        """Whether the last third of the samples of memory, once all is warm, is not far above the first."""
        warm = self.memory[_WARM:]
        third = len(warm) // 3
        if not third:
            return True
        first, last = (statistics.median(each) for each in (warm[:third], warm[-third:]))
        return last <= first * _STEADY + _SLACK


def run_load(
    folder: Path, seconds: float, *, number: int = 40, most: int = 100_000, seed: int = 1, copies: int = 0
) -> Outcome:
    """Put a service on a new store under load for some time, with at most so many requests of each client.

    It may take so many MiB for copies of the store in memory.
    """
    store, oracle = folder / "store", Oracle(islice(articles(seed), number))
    (folder / "articles").mkdir()
    build = KnowledgeGraph.build(store, folder / "articles")
    assert build.written, build.report.to_text("en")
    outcome = Outcome(Tally())
    with serve_mithaq(store, "--copies", str(copies), token=_TOKEN) as service:
        if copies:
            wait_for_copy(service)
        load = Load(service, oracle, outcome.tally, time.monotonic() + seconds, most, _TOKEN)
        clients: list[threading.Thread] = [Reader(load, seed + each) for each in range(_READERS)]
        clients += [Writer(load, seed), Killer(load, seed)]
        for client in clients:
            client.start()
        _watch(load, service, outcome)
        for client in clients:
            client.join()
    outcome.left = _left(store, oracle)
    return outcome


def _watch(load: Load, service: RunningService, outcome: Outcome) -> None:
    while not load.over:
        time.sleep(0.5)
        outcome.memory.append(service.memory())


def _left(store: Path, oracle: Oracle) -> list[str]:
    """Say what is wrong with the store that is left: it holds the articles that it must, and passes its own check."""
    with KnowledgeGraph.open(store) as graph:
        found: dict[str, set[object]] = {name: set() for name in oracle.articles}
        for row in graph.query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"):
            name = str(row[0])[1:-1].removeprefix(ARTICLE).partition("#")[0]
            found.setdefault(name, set()).add(tuple(row))
        broken = [str(finding) for finding in graph.check() if finding.severity == "Violation"]
    damaged = [name for name in oracle.articles if found[name] != _quads(oracle, name)]
    return [f"{name} is not stored as it should be" for name in damaged] + broken


def _quads(oracle: Oracle, name: str) -> set[object]:
    if name not in oracle.present():
        return set()
    return {(quad.graph_name, quad.subject, quad.predicate, quad.object) for quad in oracle.quads(name)}
