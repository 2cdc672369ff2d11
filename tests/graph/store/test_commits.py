"""A commit is there as a whole or not at all, whatever stops the writer, and its merge is right."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from mithaq.graph import StoreBusyError, StoreError, StoreMissingError
from mithaq.graph.namespaces import INFERRED_GRAPH, REVISION_GRAPH, SHAPES_GRAPH, UNMERGED_GRAPHS
from mithaq.graph.store import (
    Change,
    digest_of,
    generations,
    is_current,
    merged,
    open_store,
    replacing,
    revisions,
    writing,
)
from mithaq.graph.store.snapshots import open_snapshot

if TYPE_CHECKING:
    from pathlib import Path

NODES = [NamedNode(f"http://e/{name}") for name in "ab"]
GRAPHS = [NamedNode("http://e/g"), NamedNode("http://e/h"), INFERRED_GRAPH, SHAPES_GRAPH]
QUADS = st.builds(Quad, st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from(GRAPHS))
SETS = st.frozensets(QUADS, max_size=8)
KILLS = 200


def build(store: Path, quads: frozenset[Quad] = frozenset()) -> None:
    with replacing(store) as generation:
        revision = generation.first_revision("build", digest_of(quads))
        generation.write(quads, merged(quads), revision, {"closed.nt": "", "catalogue.nt": ""})
        generation.accept(revision)


def content(quads: Store) -> frozenset[Quad]:
    return frozenset(quad for quad in quads if quad.graph_name not in (DefaultGraph(), REVISION_GRAPH))


def merge_of(quads: Store) -> set[Quad]:
    return set(quads.quads_for_pattern(None, None, None, DefaultGraph()))


@given(states=st.lists(SETS, min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_after_each_commit_the_store_holds_what_it_should(
    tmp_path_factory: pytest.TempPathFactory, states: list[frozenset[Quad]]
) -> None:
    store = tmp_path_factory.mktemp("commits") / "store"
    build(store, states[0])
    for before, after in pairwise(states):
        with writing(store) as session:
            session.commit(Change(added=after - before, removed=before - after), "next")
        with open_store(store) as generation:
            assert content(generation.quads) == after
            assert merge_of(generation.quads) == set(merged(after))
            assert generation.revision.digest == digest_of(after)
    assert [each.number for each in revisions(store)] == list(range(len(states), 0, -1))


def test_reader_is_never_given_less_than_was_committed_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    (quads,) = tmp_path.glob("generations/*/quads")
    late = [open_snapshot(quads)]  # as if a writer had moved the quads while they were linked
    with writing(tmp_path) as session:
        session.commit(Change(added=frozenset({Quad(NODES[0], NODES[0], NODES[1], GRAPHS[0])})), "one")
    monkeypatch.setattr(generations, "open_snapshot", lambda path: late.pop() if late else open_snapshot(path))

    with open_store(tmp_path) as reader:
        assert reader.revision.number == 2
    assert not late


def test_reader_has_what_is_left_when_the_machine_lost_power(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)
    (quads,) = tmp_path.glob("generations/*/quads")
    before = shutil.copytree(quads, tmp_path / "before" / "quads")
    with writing(tmp_path) as session:
        session.commit(Change(added=frozenset({Quad(NODES[0], NODES[0], NODES[1], GRAPHS[0])})), "one")
    monkeypatch.setattr(generations, "open_snapshot", lambda _: open_snapshot(before))

    with open_store(tmp_path) as reader:
        assert reader.revision.number == 1
        assert is_current(tmp_path, reader)  # there is nothing newer to open, until somebody writes


def test_reader_keeps_what_it_opened_and_learns_that_it_is_old(tmp_path: Path) -> None:
    build(tmp_path)
    quad = Quad(NODES[0], NODES[0], NODES[1], GRAPHS[0])

    with open_store(tmp_path) as reader:
        with writing(tmp_path) as session:
            session.commit(Change(added=frozenset({quad})), "one")
        assert content(reader.quads) == frozenset()
        assert not is_current(tmp_path, reader)
    with open_store(tmp_path) as reader:
        assert content(reader.quads) == {quad}
        assert is_current(tmp_path, reader)


def test_any_string_can_be_committed(tmp_path: Path) -> None:
    build(tmp_path)
    texts = [chr(code) for code in range(0x30)] + ["\\u0041", "\\", "\u2028", "\ufeff", "\U0001f600", "<< >>", "}"]
    quads = frozenset(Quad(NODES[0], NODES[0], Literal(f"a{text}b"), GRAPHS[0]) for text in texts)

    with writing(tmp_path) as session:
        session.commit(Change(added=quads), "strings")
        assert content(session.quads) == quads
        session.commit(Change(removed=quads), "none")
        assert content(session.quads) == frozenset()


def test_second_writer_is_refused_or_waits(tmp_path: Path) -> None:
    build(tmp_path)
    with writing(tmp_path) as session:
        with pytest.raises(StoreBusyError, match="another process is writing"), writing(tmp_path):
            pass
        with pytest.raises(StoreBusyError), replacing(tmp_path):
            pass
        session.commit(Change(added=frozenset({Quad(NODES[0], NODES[0], NODES[0], GRAPHS[0])})), "one")
    with writing(tmp_path) as session:
        assert session.revision.number == 2


def test_store_that_was_never_built_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError), writing(tmp_path / "store"):
        pass
    assert not (tmp_path / "store").exists()


def test_commit_that_the_quads_missed_is_made_up_for_by_the_next_writer(tmp_path: Path) -> None:
    build(tmp_path / "store")
    build(tmp_path / "twin")
    quad = Quad(NODES[0], NODES[0], NODES[1], GRAPHS[0])
    with writing(tmp_path / "twin") as session:
        session.commit(Change(added=frozenset({quad})), "one")
    name = "revisions/00000002.patch"
    (tmp_path / "store" / name).write_bytes((tmp_path / "twin" / name).read_bytes())

    with writing(tmp_path / "store") as session:
        assert session.revision.number == 2
        assert content(session.quads) == {quad}
    with open_store(tmp_path / "store") as generation:
        assert is_current(tmp_path / "store", generation)


def test_file_of_a_build_that_never_became_current_is_dropped(tmp_path: Path) -> None:
    build(tmp_path)
    stray = tmp_path / "revisions" / "00000002.patch"
    stray.write_text('H revision 2 .\nH generation "00000009" .\nTX .\nTC .\n', encoding="utf-8")

    with writing(tmp_path) as session:
        assert session.revision.number == 1
    assert not stray.exists()


def test_failed_write_leaves_store_and_history_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)

    def fail(*_: object) -> object:
        raise OSError(28, "No space left on device")

    def commit_on_a_full_disk() -> None:
        with writing(tmp_path) as session:
            monkeypatch.setattr(os, "fsync", fail)
            session.commit(Change(added=frozenset({Quad(NODES[0], NODES[0], NODES[1], GRAPHS[0])})), "one")

    with pytest.raises(StoreError, match="No space left"):
        commit_on_a_full_disk()
    monkeypatch.undo()

    with writing(tmp_path) as session:
        assert session.revision.number == 1
        assert content(session.quads) == frozenset()


WRITERS = """
import os, signal, sys, time
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from mithaq.graph.namespaces import INFERRED_GRAPH
from mithaq.graph.store import Change, writing

nodes = [NamedNode("http://e/a"), NamedNode("http://e/b")]
graphs = [NamedNode("http://e/g"), NamedNode("http://e/h"), INFERRED_GRAPH]

def quads_of(number):
    return [Quad(nodes[0], nodes[1], Literal(f"{number} {each}"), graphs[each % 3]) for each in range(30)]

def commit_for_ever(store):
    with writing(store) as session:
        print("open", flush=True)
        while True:
            number = session.revision.number + 1
            removed = frozenset(quad for quad in quads_of(number - 3) if quad in session.quads)
            print(session.commit(Change(frozenset(quads_of(number)), removed), "next").number, flush=True)

for line in sys.stdin:
    opened, told = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(told, 1)
        commit_for_ever(Path(sys.argv[1]))
    os.close(told)
    with os.fdopen(opened) as lines:
        assert lines.readline() == "open\\n"
        time.sleep(float(line))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged = [int(each) for each in lines if each.endswith("\\n")]
    print(max(acknowledged, default=0), flush=True)
"""
"""Starts a writer for each line, kills it after as many seconds as the line says, and tells what it acknowledged."""


def test_killed_writer_loses_no_commit_and_leaves_none_in_part(tmp_path: Path) -> None:
    """The writer commits as fast as it can and is killed at a random moment, two hundred times."""
    build(tmp_path)
    moments = random.Random(7)  # noqa: S311 - no secret
    newest = 1
    command = [sys.executable, "-c", WRITERS, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writers:
        for _ in range(KILLS):
            acknowledged = _commit_until_killed(writers, moments.uniform(0.0, 0.06))
            with open_store(tmp_path) as generation:
                assert generation.revision.number >= max(newest, acknowledged) - 1  # the rest waits to be made up for
            with writing(tmp_path) as session:
                newest = session.revision.number
                assert newest >= acknowledged
                held = content(session.quads)
                assert session.revision.digest == digest_of(held)
                assert held == _expected(newest)
                assert merge_of(session.quads) == set(
                    merged(each for each in held if each.graph_name not in UNMERGED_GRAPHS)
                )
    assert newest > KILLS / 2


def _commit_until_killed(writers: subprocess.Popen[str], seconds: float) -> int:
    """Let a process commit for a while; give the last revision that it told of."""
    assert writers.stdin is not None
    assert writers.stdout is not None
    writers.stdin.write(f"{seconds}\n")
    writers.stdin.flush()
    return int(writers.stdout.readline())


def _expected(newest: int) -> frozenset[Quad]:
    return frozenset(
        Quad(NODES[0], NODES[1], Literal(f"{number} {each}"), GRAPHS[each % 3])
        for number in range(max(newest - 2, 2), newest + 1)
        for each in range(30)
    )
