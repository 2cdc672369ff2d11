"""What tests of several folders share: the store of the shipped articles, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped-store") / "store"
    build = KnowledgeGraph.build(folder)
    assert build.written, build.report.to_text("en")
    return folder


@pytest.fixture
def shipped_graph(shipped_store: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(shipped_store) as graph:
        yield graph
