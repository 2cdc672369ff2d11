"""A build replaces the store as a whole or not at all, and the store says clearly what is wrong with its folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mithaq.graph import (
    StoreBusyError,
    StoreError,
    StoreForeignError,
    StoreMissingError,
    StoreVersionError,
)
from mithaq.graph.store import Generation, NewGeneration, merged, open_store, replacing

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager


SUBJECT, PREDICATE, GRAPH = NamedNode("urn:s"), NamedNode("urn:p"), NamedNode("urn:g")


def write(store: Path, value: str) -> None:
    with replacing(store) as generation:
        fill(generation, value)


def fill(generation: NewGeneration, value: str) -> None:
    revision = generation.first_revision(value, value)
    quads = [Quad(SUBJECT, PREDICATE, Literal(value), GRAPH)]
    generation.write(quads, merged(quads), revision, {"closed.nt": "", "catalogue.nt": ""})
    generation.accept(revision)


def value_in(generation: Generation) -> str:
    (quad,) = generation.quads.quads_for_pattern(SUBJECT, PREDICATE, None, GRAPH)
    return quad.object.value  # type: ignore[union-attr]


def current_value(store: Path) -> str:
    with open_store(store) as generation:
        return value_in(generation)


def generations(store: Path) -> list[str]:
    return sorted(folder.name for folder in (store / "generations").iterdir())


def snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "store", "one")

    with open_store(tmp_path / "store") as generation:
        assert value_in(generation) == "one"
        assert (generation.revision.number, generation.revision.note) == (1, "one")


def test_new_generation_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    write(tmp_path, "one")
    write(tmp_path, "two")

    assert current_value(tmp_path) == "two"
    assert len(generations(tmp_path)) == 1


def test_reader_keeps_what_it_opened_while_others_are_written(tmp_path: Path) -> None:
    write(tmp_path, "one")
    reader = open_store(tmp_path)

    write(tmp_path, "two")
    write(tmp_path, "three")

    assert value_in(reader) == "one"
    assert len(generations(tmp_path)) == 2
    reader.close()
    write(tmp_path, "four")
    assert len(generations(tmp_path)) == 1


def test_error_while_writing_leaves_the_current_generation(tmp_path: Path) -> None:
    write(tmp_path, "one")

    def write_and_fail() -> None:
        with replacing(tmp_path) as generation:
            fill(generation, "two")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()

    assert current_value(tmp_path) == "one"
    assert len(generations(tmp_path)) == 1


def test_generation_that_is_given_up_leaves_the_current_one(tmp_path: Path) -> None:
    write(tmp_path, "one")

    with replacing(tmp_path) as generation:
        revision = generation.first_revision("two", "two")
        generation.write([], [], revision, {})

    assert current_value(tmp_path) == "one"


def test_leftover_of_a_killed_build_is_removed_by_the_next(tmp_path: Path) -> None:
    write(tmp_path, "one")
    leftover = tmp_path / "generations" / "00000002"
    (leftover / "quads").mkdir(parents=True)
    (leftover / "quads" / "half").write_bytes(b"half")

    assert current_value(tmp_path) == "one"
    write(tmp_path, "two")

    assert not (tmp_path / "generations" / "00000002" / "quads" / "half").exists()
    assert current_value(tmp_path) == "two"


def test_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with replacing(tmp_path) as generation:
        with pytest.raises(StoreBusyError, match="another process is writing"):
            write(tmp_path, "two")
        fill(generation, "one")

    assert current_value(tmp_path) == "one"


@pytest.mark.parametrize("make", [lambda _: None, lambda path: path.mkdir()])
def test_missing_store_says_how_to_build_one(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "store")

    with pytest.raises(StoreMissingError, match=f"mithaq build --store {tmp_path / 'store'}"):
        open_store(tmp_path / "store")


def test_store_whose_first_build_failed_is_missing(tmp_path: Path) -> None:
    with replacing(tmp_path):
        pass

    with pytest.raises(StoreMissingError):
        open_store(tmp_path)


def test_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("my only copy", encoding="utf-8")
    before = snapshot(tmp_path)

    with pytest.raises(StoreForeignError, match="not a Mithaq store"):
        write(tmp_path, "one")
    with pytest.raises(StoreForeignError):
        open_store(tmp_path)

    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("marker", [json.dumps({"layout": 99}), json.dumps(["layout"]), "", "no json"])
def test_store_of_another_version_is_not_touched(tmp_path: Path, marker: str) -> None:
    write(tmp_path, "one")
    (tmp_path / "mithaq-store.json").write_text(marker, encoding="utf-8")
    before = snapshot(tmp_path)

    with pytest.raises(StoreVersionError, match="a store of layout"):
        write(tmp_path, "two")
    with pytest.raises(StoreVersionError):
        open_store(tmp_path)

    assert snapshot(tmp_path) == before


def test_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file", encoding="utf-8")

    with pytest.raises(StoreError):
        write(tmp_path / "store", "one")
    with pytest.raises(StoreError):
        open_store(tmp_path / "store")

    assert (tmp_path / "store").read_text(encoding="utf-8") == "a file"


def test_folder_without_permission_to_write_is_an_error_that_says_so(
    tmp_path: Path, without_privileges: Callable[[], AbstractContextManager[None]]
) -> None:
    write(tmp_path / "store", "one")
    for folder in [tmp_path, *tmp_path.parents]:
        if folder.owner() == tmp_path.owner() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    for path in [tmp_path / "store", *(tmp_path / "store").rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)

    with without_privileges():
        with pytest.raises(StoreError, match="cannot be written"):
            write(tmp_path / "store", "two")
        assert current_value(tmp_path / "store") == "one"

    for path in [tmp_path / "store", *(tmp_path / "store").rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_damaged_quads_are_said_to_be_damaged(tmp_path: Path) -> None:
    write(tmp_path, "one")
    (current,) = tmp_path.glob("generations/*/quads/CURRENT")
    current.write_text("MANIFEST-999999\n", encoding="ascii")

    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path)


def test_opening_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "one")
    before = snapshot(tmp_path)

    open_store(tmp_path).close()

    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"\xff 1\n", b"../elsewhere 1\n", b"00000001\n"])
def test_damaged_pointer_is_said_to_be_damaged_and_left_alone(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "one")
    (tmp_path / "current").write_bytes(content)
    before = snapshot(tmp_path)

    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="damaged"):
        write(tmp_path, "two")

    assert snapshot(tmp_path) == before
