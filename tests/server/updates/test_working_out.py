"""What an update would change, worked out without writing, is what the store's own update changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from mithaq.graph import PlainGraph
from mithaq.server.amending import Reading, worked_out
from mithaq.server.update_texts import read_update

if TYPE_CHECKING:
    from pathlib import Path

    from mithaq.graph import KnowledgeGraph

E = "http://example.org/"
GRAPHS = [f"<{E}g{each}>" for each in range(3)]
THINGS = [f"<{E}{each}>" for each in "abc"]
TRIPLE = st.tuples(*[st.sampled_from(THINGS)] * 3).map(" ".join)
BLOCK = st.builds(
    lambda graph, triples: f"GRAPH {graph} {{ {' . '.join(triples)} }}",
    st.sampled_from(GRAPHS),
    st.lists(TRIPLE, min_size=1, max_size=4),
)
DATA = st.lists(BLOCK, min_size=1, max_size=3).map(" ".join)
GRAPH_OPERATION = st.one_of(
    DATA.map(lambda data: f"INSERT DATA {{ {data} }}"),
    DATA.map(lambda data: f"DELETE DATA {{ {data} }}"),
    st.sampled_from(GRAPHS).map(lambda graph: f"CLEAR SILENT GRAPH {graph}"),
    st.sampled_from(GRAPHS).map(lambda graph: f"DROP SILENT GRAPH {graph}"),
    st.builds(
        lambda word, source, target: f"{word} SILENT GRAPH {source} TO {target}",
        st.sampled_from(["COPY", "MOVE", "ADD"]),
        st.sampled_from(GRAPHS),
        st.sampled_from(GRAPHS),
    ),
)
PATTERN_OPERATION = st.sampled_from(
    [
        "DELETE WHERE { GRAPH ?g { ?s <http://example.org/a> ?o } }",
        f"DELETE {{ GRAPH {GRAPHS[0]} {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o . ?o ?q ?s }} }}",
        (
            f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} INSERT {{ GRAPH {GRAPHS[0]} {{ ?o ?p ?s }} }} "
            "WHERE { GRAPH ?g { ?s ?p ?o } }"
        ),
        f"WITH {GRAPHS[1]} DELETE {{ ?s ?p ?o }} INSERT {{ ?s ?p {THINGS[0]} }} WHERE {{ ?s ?p ?o . ?o ?q ?r }}",
        (
            f"INSERT {{ GRAPH {GRAPHS[2]} {{ ?s ?p ?o }} }} USING {GRAPHS[0]} USING NAMED {GRAPHS[1]} "
            "WHERE { ?s ?p ?o OPTIONAL { GRAPH ?g { ?o ?q ?r } } FILTER(!BOUND(?r)) }"
        ),
        f"INSERT {{ GRAPH ?g {{ {THINGS[0]} ?p ?n }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} OPTIONAL {{ ?s ?p ?n }} }}",
        f"WITH {GRAPHS[0]} INSERT {{ ?s ?p ?s }} WHERE {{ GRAPH {GRAPHS[1]} {{ ?s ?p ?o }} }}",
    ]
)
UPDATE = st.lists(GRAPH_OPERATION | PATTERN_OPERATION, min_size=1, max_size=4).map(" ;\n".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    PlainGraph.make(folder)
    return folder


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=DATA, update=UPDATE)
def test_it_changes_what_the_store_changes(folder: Path, before: str, update: str) -> None:
    with PlainGraph.writing(folder) as writer:
        writer.update(f"DROP ALL ; INSERT DATA {{ {before} }}")
    graph = cast("KnowledgeGraph", PlainGraph.open(folder))  # nothing but queries is asked of it
    native = Store()
    native.extend(_quads(graph))
    native.update(update)

    change = worked_out(read_update(update), graph, Reading(None, (), (), 1000))

    assert (_quads(graph) - change.removed) | change.added == set(native)


def _quads(graph: KnowledgeGraph) -> set[Quad]:
    rows = graph.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }").rows()
    return {Quad(*row) for row in rows}  # type: ignore[arg-type]


def test_blank_nodes_are_named(folder: Path) -> None:
    graph = cast("KnowledgeGraph", PlainGraph.open(folder))
    text = f"INSERT DATA {{ GRAPH {GRAPHS[0]} {{ _:b <{E}p> [ <{E}q> 1 ] }} }}"

    first, second = (worked_out(read_update(text), graph, Reading(None, (), (), 1000)).added for _ in range(2))

    assert first == second
    assert all(isinstance(quad.subject, NamedNode) for quad in first)
