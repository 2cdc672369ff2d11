"""A snapshot holds its files whatever a writer does, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from mithaq.graph.store.snapshots import open_snapshot, remove_abandoned

if TYPE_CHECKING:
    from pathlib import Path

PREDICATE, GRAPH = NamedNode("http://example.org/p"), NamedNode("http://example.org/g")
READER = """
import sys, time
from pathlib import Path
from mithaq.graph.store.snapshots import open_snapshot
snapshot = open_snapshot(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def more(number: int) -> list[Quad]:
    return [
        Quad(NamedNode(f"http://example.org/{number}-{each}"), PREDICATE, Literal("x"), GRAPH) for each in range(50)
    ]


@pytest.fixture
def quads(tmp_path: Path) -> Path:
    store = Store(str(tmp_path / "quads"))
    for number in range(3):
        store.extend(more(number))
        store.flush()
    return tmp_path / "quads"


def links(quads: Path) -> list[Path]:
    return list(quads.with_name("snapshots").iterdir())


def test_snapshot_reads_on_when_its_files_are_replaced(quads: Path) -> None:
    snapshot = open_snapshot(quads)
    before = {file.name for file in quads.glob("*.sst")}
    writer = Store(str(quads))
    for number in range(3, 40):
        writer.extend(more(number))
        writer.flush()
    writer.optimize()

    assert before - {file.name for file in quads.glob("*.sst")}
    assert len(snapshot.quads) == 150
    assert set(snapshot.quads) == {quad for number in range(3) for quad in more(number)}
    with_new = open_snapshot(quads)
    assert len(with_new.quads) == 2000


def test_snapshot_sees_what_stands_only_in_the_log(quads: Path) -> None:
    writer = Store(str(quads))
    writer.extend(more(9))

    assert len(open_snapshot(quads).quads) == 200


def test_nothing_is_left_when_it_is_closed_or_forgotten(quads: Path) -> None:
    open_snapshot(quads).close()
    forgotten = open_snapshot(quads)
    assert len(links(quads)) == 1
    del forgotten

    assert links(quads) == []


def test_writer_removes_what_a_killed_reader_left_and_no_other(quads: Path) -> None:
    kept = open_snapshot(quads)
    with subprocess.Popen([sys.executable, "-c", READER, str(quads)], stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"open\n"
        remove_abandoned(quads)
        assert len(links(quads)) == 2
        reader.kill()

    remove_abandoned(quads)

    assert len(links(quads)) == 1
    assert len(kept.quads) == 150


def test_reader_removes_what_killed_readers_left(quads: Path) -> None:
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", READER, quads], stdout=subprocess.PIPE) as reader:
            assert reader.stdout is not None
            reader.stdout.readline()
            reader.kill()

    with_links = open_snapshot(quads)

    assert len(links(quads)) == 1
    assert len(with_links.quads) == 150


def test_readers_that_tidy_all_the_time_take_nothing_from_one_that_begins(quads: Path) -> None:
    tidying = "import sys; from pathlib import Path; from mithaq.graph.store.snapshots import remove_abandoned\n"
    tidying += "print(flush=True)\nwhile True: remove_abandoned(Path(sys.argv[1]))"
    command = [sys.executable, "-c", tidying, str(quads)]
    open_snapshot(quads).close()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            for _ in range(100):
                snapshot = open_snapshot(quads)
                assert snapshot._folder is not None
                assert (snapshot._folder / "CURRENT").is_file()
                snapshot.close()
        finally:
            process.kill()


def test_quads_are_read_where_no_links_can_be_made(quads: Path) -> None:
    quads.with_name("snapshots").write_text("in the way", encoding="utf-8")

    assert len(open_snapshot(quads).quads) == 150
