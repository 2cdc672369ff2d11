"""Read the tables in `graph/data`: tab-parted rows under lines of comment that say where they come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA: Final = Path(__file__).resolve().parents[2] / "data"


def rows_of(name: str) -> Iterator[tuple[str, ...]]:
    """Go through the rows of a table, each as its fields."""
    for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


def alternatives(field: str) -> tuple[str, ...]:
    """Part a field with several values.

    >>> alternatives("روسي|روسية")
    ('روسي', 'روسية')
    """
    return tuple(each for each in field.split("|") if each)
