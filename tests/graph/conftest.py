"""The small graph, and ways to spoil a copy of its files."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

NOBODY = 65534


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
