"""A small corpus of two short articles and one without facts, its built store, and ways to spoil a copy of it."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import BuildFiles, KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

SMALL = Path(__file__).parent / "data" / "small"
NOBODY = 65534


def files_in(folder: Path) -> BuildFiles:
    return BuildFiles(folder / "ontology", folder / "shapes", folder / "articles")


@pytest.fixture
def small_files(tmp_path: Path) -> BuildFiles:
    """The small corpus in a folder of its own, to be changed at will."""
    shutil.copytree(SMALL, tmp_path / "small")
    return files_in(tmp_path / "small")


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("small-store") / "store"
    build = KnowledgeGraph.build(store, files=files_in(SMALL))
    assert build.written, build.report.to_text("en")
    return store


@pytest.fixture
def graph(small_store: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(small_store) as opened:
        yield opened


@pytest.fixture
def edit() -> Callable[[Path, str, str], None]:
    """Replace the only occurrence of some text in a file."""

    def replace_once(file: Path, old: str, new: str) -> None:
        text = file.read_bytes().decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
        file.write_bytes(text.replace(old, new).encode())

    return replace_once


@pytest.fixture
def without_privileges() -> Callable[[], AbstractContextManager[None]]:
    """Give up the right of root to write everywhere, so that a folder without write permission refuses."""

    @contextmanager
    def as_nobody() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return as_nobody
