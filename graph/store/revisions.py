"""Revisions: what each changed, as a record and as a file in the format RDF Patch.

A file begins with a header, a line each, and then has a line for each quad taken away (D) or added (A), the merged
default graph left out, since it follows from the rest (https://afs.github.io/rdf-patch/):

    H version 1 .
    H revision 42 .
    H time "2026-01-31T12:00:00+00:00" .
    H digest "5c2f…" .
    H note "add pact.trig" .
    H generation "00000002" .
    TX .
    D <s> <p> <o> <g> .
    A <s> <p> <o> <g> .
    TC .

The first revision of a store has no lines of quads: it is what the store holds without all later revisions.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from pyoxigraph import Quad, RdfFormat, parse

from ..namespaces import REVISION_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

_DIGEST_BITS: Final = 128


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a store: its number, counted from 1, when and why it came about, and the digest of its content."""

    number: int
    time: str
    note: str
    digest: str


@dataclass(frozen=True, slots=True)
class Change:
    """Quads of named graphs that were added and removed."""

    added: frozenset[Quad] = frozenset()
    removed: frozenset[Quad] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)

    def then(self, later: Change) -> Change:
        """Give the change that has the effect of this one and a later one together.

        Exact where each change adds only what was missing and removes only what was there.
        """
        return Change(
            added=(self.added - later.removed) | (later.added - self.removed),
            removed=(self.removed - later.added) | (later.removed - self.added),
        )

    def undone(self) -> Change:
        """Give the change back."""
        return Change(added=self.removed, removed=self.added)


def now() -> str:
    """Give the time of a revision that is made now."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def digest_of(quads: Iterable[Quad], before: str = "") -> str:
    """Digest a set of quads: the same for the same set, in any order; `before` is the digest of some more of them.

    The sum of the quads' digests, so that a small change of a large set costs little (Bellare and Micciancio,
    "A New Paradigm for Collision-Free Hashing", 1997).
    """
    return _written(int(before or "0", 16) + sum(map(_number_of, quads)))


def digest_after(before: str, change: Change) -> str:
    """Give the digest of a set after a change that adds only what was missing and removes only what was there."""
    return _written(int(digest_of(change.added, before), 16) - sum(map(_number_of, change.removed)))


def _written(number: int) -> str:
    return f"{number % (1 << _DIGEST_BITS):032x}"


def _number_of(quad: Quad) -> int:
    if quad.graph_name == REVISION_GRAPH:
        return 0
    return int.from_bytes(hashlib.blake2b(str(quad).encode(), digest_size=_DIGEST_BITS // 8).digest(), "big")


def write_patch(stream: TextIO, revision: Revision, change: Change | None, generation: str) -> None:
    """Write a revision of a generation; with no change where it is the first one."""
    header = {
        "version": 1,
        "revision": revision.number,
        "time": revision.time,
        "digest": revision.digest,
        "note": revision.note,
        "generation": generation,
    }
    stream.writelines(f"H {name} {json.dumps(value, ensure_ascii=False)} .\n" for name, value in header.items())
    if change is not None:
        stream.writelines(patch_lines(change))


def patch_lines(change: Change) -> Iterator[str]:
    """Write a change as a transaction of an RDF Patch, sorted."""
    yield "TX .\n"
    yield from (f"D {quad} .\n" for quad in sorted(change.removed, key=str))
    yield from (f"A {quad} .\n" for quad in sorted(change.added, key=str))
    yield "TC .\n"


def read_revision(path: Path) -> Revision:
    """Read the header of a file; raises OSError, ValueError."""
    values = _header(path)
    try:
        return Revision(int(str(values["revision"])), *(str(values[name]) for name in ("time", "note", "digest")))
    except KeyError as error:
        raise ValueError(f"{path}: the header lacks {error}") from error


def generation_of(path: Path) -> str:
    """Read which generation a file's revision belongs to; raises OSError, ValueError."""
    return str(_header(path).get("generation"))


def _header(path: Path) -> dict[str, object]:
    values: dict[str, object] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("H "):
                break
            name, _, value = line[2:].rstrip().removesuffix(" .").partition(" ")
            values[name] = json.loads(value)
    return values


def read_change(path: Path) -> Change:
    """Read the change of a file; raises OSError, ValueError."""
    lines: dict[str, list[str]] = {"A": [], "D": []}
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line[:2] in {"A ", "D "}:
                lines[line[0]].append(line[2:])
    return Change(added=_quads(lines["A"]), removed=_quads(lines["D"]))


def _quads(lines: list[str]) -> frozenset[Quad]:
    try:
        return frozenset(parse("".join(lines).encode(), format=RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise ValueError(str(error)) from error
