"""The twelve queries, read from their files."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER: Final = Path(__file__).parent / "queries"
_TREATY: Final = "<TREATY>"


@dataclass(frozen=True)
class Question:
    """A query: what it asks, in words, and its text."""

    name: str
    title: str
    text: str

    def unseen(self) -> Iterator[str]:
        """Write the query again and again, never twice with the same letters, so that no cache knows it."""
        for number in itertools.count():
            yield f"{self.text}# {number}"


def questions(treaty: str) -> list[Question]:
    """Read the queries, which ask of this treaty where they ask of one."""
    return [_question(file, treaty) for file in sorted(_FOLDER.glob("*.rq"))]


def _question(file: Path, treaty: str) -> Question:
    text = file.read_text(encoding="utf-8")
    return Question(file.stem, text.partition("\n")[0].removeprefix("# "), text.replace(_TREATY, f"<{treaty}>"))
