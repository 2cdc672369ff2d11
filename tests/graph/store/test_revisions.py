"""Revisions say what changed, as values and as files, and their digests depend on the content alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple

from mithaq.graph.store import Change, Revision, digest_of
from mithaq.graph.store.revisions import digest_after, generation_of, read_change, read_revision, write_patch

if TYPE_CHECKING:
    from pathlib import Path

NODES = st.sampled_from([NamedNode(f"http://e/{name}") for name in "abc"])
LITERALS = st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"])))
VALUES = st.one_of(NODES, LITERALS, st.builds(Triple, NODES, NODES, LITERALS))
QUADS = st.builds(Quad, NODES, NODES, VALUES, NODES)
SETS = st.frozensets(QUADS, max_size=6)


def change_between(before: frozenset[Quad], after: frozenset[Quad]) -> Change:
    return Change(added=after - before, removed=before - after)


@given(one=SETS, two=SETS)
def test_digest_after_a_change_is_the_digest_of_what_is_there_then(one: frozenset[Quad], two: frozenset[Quad]) -> None:
    assert digest_after(digest_of(one), change_between(one, two)) == digest_of(two)


@given(quads=SETS, data=st.data())
def test_digest_does_not_depend_on_the_order(quads: frozenset[Quad], data: st.DataObject) -> None:
    assert digest_of(data.draw(st.permutations(sorted(quads, key=str)))) == digest_of(quads)


@given(one=SETS, two=SETS)
def test_digest_tells_contents_apart(one: frozenset[Quad], two: frozenset[Quad]) -> None:
    assert (digest_of(one) == digest_of(two)) == (one == two)


@given(one=SETS, two=SETS, three=SETS)
def test_two_changes_together_are_the_change_from_first_to_last(
    one: frozenset[Quad], two: frozenset[Quad], three: frozenset[Quad]
) -> None:
    assert change_between(one, two).then(change_between(two, three)) == change_between(one, three)
    assert change_between(one, two).undone() == change_between(two, one)


@given(one=SETS, two=SETS, note=st.text(st.characters(exclude_categories=["Cs"])))
def test_file_gives_back_what_was_written(
    tmp_path_factory: object, one: frozenset[Quad], two: frozenset[Quad], note: str
) -> None:
    file: Path = tmp_path_factory.mktemp("revisions") / "1.patch"  # type: ignore[attr-defined]
    revision, change = Revision(7, "2026-01-31T12:00:00+00:00", note, digest_of(two)), change_between(one, two)
    stream = io.StringIO()
    write_patch(stream, revision, change, "00000003")
    file.write_text(stream.getvalue(), encoding="utf-8", newline="")

    assert read_revision(file) == revision
    assert read_change(file) == change
    assert generation_of(file) == "00000003"
