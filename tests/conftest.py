"""What tests of several folders share: the stores of the shipped articles and of a small corpus, built once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import BuildFiles, KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = Path(__file__).parent / "graph" / "data" / "small"


def files_in(folder: Path) -> BuildFiles:
    return BuildFiles(folder / "ontology", folder / "shapes", folder / "articles")


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("shipped-store") / "store"
    build = KnowledgeGraph.build(store)
    assert build.written, build.report.to_text("en")
    return store


@pytest.fixture
def shipped_graph(shipped_store: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(shipped_store) as graph:
        yield graph


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two short articles and one without facts, under a small ontology and shapes."""
    store = tmp_path_factory.mktemp("small-store") / "store"
    build = KnowledgeGraph.build(store, files=files_in(SMALL))
    assert build.written, build.report.to_text("en")
    return store


@pytest.fixture
def small_files(tmp_path: Path) -> BuildFiles:
    """The small corpus in a folder of its own, to be changed at will."""
    shutil.copytree(SMALL, tmp_path / "small")
    return files_in(tmp_path / "small")
