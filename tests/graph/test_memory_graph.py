"""A copy in memory holds what the store holds, revision by revision, and knows when it cannot follow."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.graph import (
    BuildFiles,
    KnowledgeGraph,
    MemoryGraph,
    StoreTooLargeError,
    read_submission,
)
from mithaq.graph.store import memory

from ..conftest import SMALL, files_in

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = "SELECT ?s ?p ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
ENOUGH = 2**30
NAMES = ("accord", "pact")


@pytest.fixture
def store(tmp_path: Path, small_files: BuildFiles) -> Path:
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written
    return tmp_path / "store"


def poured(store: Path) -> io.BytesIO:
    stream = io.BytesIO()
    MemoryGraph.pour(store, stream, ENOUGH)
    stream.seek(0)
    return stream


def copy_of(store: Path) -> MemoryGraph:
    return MemoryGraph.read(store, poured(store))


def content(graph: MemoryGraph | KnowledgeGraph) -> list[str]:
    return sorted(map(str, graph.query(EVERYTHING)))


def assert_same(copy: MemoryGraph, store: Path) -> None:
    with KnowledgeGraph.open(store) as graph:
        assert copy.revision == graph.revision
        assert content(copy) == content(graph)


def put(store: Path, files: BuildFiles, name: str) -> None:
    with KnowledgeGraph.writing(store) as graph:
        graph.add([read_submission(files.articles / f"{name}.trig")])


def take(store: Path, name: str) -> None:
    with KnowledgeGraph.writing(store) as graph:
        graph.retract(name)


def small_files_of(folder: Path) -> BuildFiles:
    return files_in(shutil.copytree(SMALL, folder / "small"))


def test_copy_holds_what_the_store_holds(shipped_store: Path) -> None:
    assert_same(copy_of(shipped_store), shipped_store)


def test_copy_answers_as_the_store_does(shipped_store: Path) -> None:
    question = (
        "SELECT ?treaty (COUNT(?party) AS ?parties) { ?treaty mithaq:party ?party } GROUP BY ?treaty ORDER BY ?treaty"
    )
    with KnowledgeGraph.open(shipped_store) as graph:
        found = [str(row) for row in graph.query(question)]
    assert found
    assert [str(row) for row in copy_of(shipped_store).query(question)] == found


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.tuples(st.booleans(), st.sampled_from(NAMES), st.booleans()), min_size=1, max_size=6))
def test_copy_follows_any_revisions(
    steps: list[tuple[bool, str, bool]], tmp_path_factory: pytest.TempPathFactory, small_store: Path
) -> None:
    folder = tmp_path_factory.mktemp("followed")
    store = shutil.copytree(small_store, folder / "store")
    files = small_files_of(folder)
    copy = copy_of(store)
    present = set(NAMES)
    for taking, name, following in steps:
        if taking and name in present:
            take(store, name)
            present.remove(name)
        elif not taking:
            put(store, files, name)
            present.add(name)
        if following:
            assert copy.follow()
            assert_same(copy, store)
    assert copy.follow()
    assert_same(copy, store)


def test_copy_does_not_follow_a_build(store: Path, small_files: BuildFiles) -> None:
    copy = copy_of(store)
    assert copy.follow()
    assert KnowledgeGraph.build(store, files=small_files).written
    assert not copy.follow()
    assert copy_of(store).follow()


def test_copy_does_not_follow_a_store_that_was_made_anew(store: Path, small_files: BuildFiles) -> None:
    take(store, "pact")
    copy = copy_of(store)
    shutil.rmtree(store)
    assert KnowledgeGraph.build(store, files=small_files).written
    assert not copy.follow()
    put(store, small_files, "pact")
    assert not copy.follow()


def test_copy_does_not_follow_what_would_keep_others_waiting(store: Path) -> None:
    copy = copy_of(store)
    with KnowledgeGraph.writing(store) as graph:
        graph.retract("pact", note="x" * (memory.MOST_AT_ONCE + 1))
    assert not copy.follow()


def test_copy_follows_as_much_as_is_allowed(store: Path) -> None:
    copy = copy_of(store)
    with KnowledgeGraph.writing(store) as graph:
        graph.retract("pact", note="x" * (memory.MOST_AT_ONCE + 1))
    assert copy.follow(3 * memory.MOST_AT_ONCE)
    assert_same(copy, store)


def test_copy_that_is_ahead_of_the_pointer_has_nothing_to_follow(store: Path) -> None:
    before = (store / "current").read_text(encoding="ascii")
    take(store, "pact")
    copy = copy_of(store)
    (store / "current").write_text(before, encoding="ascii")  # as where a writer was stopped before it moved it
    assert copy.follow()
    assert copy.revision.number == 2


@pytest.mark.parametrize(("old", "new"), [("TX .", "TX .\nA <broken"), ('"00000001"', '"00000009"'), ("\nD ", "\n# ")])
def test_copy_does_not_follow_a_damaged_patch(store: Path, old: str, new: str) -> None:
    copy = copy_of(store)
    take(store, "pact")
    patch = store / "revisions" / "00000002.patch"
    text = patch.read_text(encoding="utf-8")
    assert old in text
    patch.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert not copy.follow()


def test_copy_is_old_when_much_was_put_in_and_taken_out(store: Path, small_files: BuildFiles) -> None:
    copy = copy_of(store)
    for _ in range(5):
        with KnowledgeGraph.writing(store) as graph:
            graph.retract("pact", note="x" * (memory.MOST_AT_ONCE - 100_000))
        assert not copy.is_old
        assert copy.follow()
        put(store, small_files, "pact")
        assert copy.follow()
    assert copy.is_old
    assert not copy_of(store).is_old


def test_store_that_is_too_large_is_not_poured(store: Path) -> None:
    with pytest.raises(StoreTooLargeError):
        MemoryGraph.pour(store, io.BytesIO(), 4000)


def test_what_was_poured_in_part_is_no_copy(store: Path) -> None:
    whole = poured(store).getvalue()
    with pytest.raises((ValueError, OSError)):
        MemoryGraph.read(store, io.BytesIO(whole[: len(whole) // 2]))
