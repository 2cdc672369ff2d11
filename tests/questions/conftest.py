"""The graph that every competency question is put to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def graph(shipped_store: Path) -> Iterator[KnowledgeGraph]:
    """The graph of the shipped articles, opened once for all questions."""
    with KnowledgeGraph.open(shipped_store) as opened:
        yield opened


@pytest.fixture(scope="session")
def known_iris(graph: KnowledgeGraph) -> frozenset[str]:
    """Everything of which the graph says something: terms, individuals, articles."""
    rows = graph.query("SELECT DISTINCT ?thing WHERE { ?thing ?property ?value FILTER(isIRI(?thing)) }").rows()
    return frozenset(thing.value for (thing,) in rows if thing is not None)
