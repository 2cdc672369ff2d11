"""Who is measured: services that are started on the same data, each on a port of its own."""

from __future__ import annotations

import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, RdfFormat, Store, serialize

from mithaq.graph import KnowledgeGraph
from mithaq.graph.namespaces import REVISION_GRAPH, SHAPES_GRAPH
from mithaq.server.settings import MEBIBYTE, usual_for_copies

from ...server.services import (
    RunningService,
    free_port,
    serve_mithaq,
    serve_oxigraph,
    wait_for_copy,
    wait_until_listening,
)
from ..dataset import write_folder
from .timing import Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

MITHAQ: Final = "Mithaq"
OXIGRAPH: Final = "oxigraph serve"
RDFLIB_ENDPOINT: Final = "rdflib-endpoint"
_ANY_TREATY: Final = (
    "SELECT ?treaty { ?treaty a mithaq:BilateralTreaty ; mithaq:party ?party } ORDER BY ?treaty LIMIT 1"
)
_UNTIL_LOADED: Final = 900.0


@dataclass(frozen=True)
class Commands:
    """The commands of the others; nothing where one is not asked for."""

    oxigraph: str
    rdflib_endpoint: str | None


@dataclass(frozen=True)
class Data:
    """A data set as each of the services wants it, and a treaty in it."""

    store: Path
    oxigraph: Path
    file: Path
    treaty: str


@dataclass(frozen=True)
class Rival:
    """A service that is up: its name, where it answers queries, its processes, and the seconds until it answered."""

    name: str
    service: RunningService
    path: str
    started: float = 0.0

    @property
    def netloc(self) -> str:
        """Its host and port."""
        return self.service.netloc


def prepare(folder: Path, size: int, seed: int) -> Data:
    """Build a store of so many triples in a folder, unless it is there, and give what is in it to the others.

    Oxigraph gets a copy of the same files. rdflib-endpoint merges all named graphs itself, so it gets those alone.
    """
    store, oxigraph, file = folder / "store", folder / "oxigraph", folder / "named.nq"
    if not file.exists():
        for left in (folder / "articles", store, oxigraph):  # by a run that was broken off
            shutil.rmtree(left, ignore_errors=True)
        write_folder(folder / "articles", size, seed)
        build = KnowledgeGraph.build(store, folder / "articles")
        assert build.written, build.report.to_text("en")
        (quads,) = store.glob("generations/*/quads")
        shutil.copytree(quads, oxigraph)
        left_out = (DefaultGraph(), SHAPES_GRAPH, REVISION_GRAPH)  # the last has triple terms, which rdflib cannot read
        named = (quad for quad in Store(str(oxigraph)) if quad.graph_name not in left_out)
        draft = file.with_suffix(".draft")
        serialize(named, draft, RdfFormat.N_QUADS)
        draft.rename(file)
    with KnowledgeGraph.open(store) as graph:
        (treaty,) = next(iter(graph.query(_ANY_TREATY)))
    return Data(store, oxigraph, file, str(treaty)[1:-1])


@contextmanager
def rivals(data: Data, oxigraph_command: str, *, copies: bool) -> Iterator[list[Rival]]:
    """Run Mithaq, with or without copies of its store in memory, and Oxigraph for the time of a block."""
    room = usual_for_copies() // MEBIBYTE if copies else 0
    with (
        _started(MITHAQ, "/sparql", serve_mithaq(data.store, "--copies", str(room))) as mithaq,
        _started(OXIGRAPH, "/query", serve_oxigraph(oxigraph_command, data.oxigraph)) as oxigraph,
    ):
        if copies:
            wait_for_copy(mithaq.service, _UNTIL_LOADED)
        yield [mithaq, oxigraph]


@contextmanager
def rdflib_endpoint(command: str, file: Path) -> Iterator[Rival]:
    """Run rdflib-endpoint for the time of a block, which begins when it has read the file."""
    with _started(RDFLIB_ENDPOINT, "/", _serve_rdflib_endpoint(command, file)) as rival:
        yield rival


@contextmanager
def _started(name: str, path: str, serving: AbstractContextManager[RunningService]) -> Iterator[Rival]:
    """Start a service, and see how long it is until its first query is answered."""
    begun = time.perf_counter()
    with serving as service:
        Client(Rival(name, service, path), _UNTIL_LOADED).ask("ASK {}")
        yield Rival(name, service, path, time.perf_counter() - begun)


@contextmanager
def _serve_rdflib_endpoint(command: str, file: Path) -> Iterator[RunningService]:
    port = free_port()
    arguments = [command, "serve", "--host", "127.0.0.1", "--port", str(port), str(file)]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until_listening(port, process, _UNTIL_LOADED)
            yield RunningService(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.kill()
