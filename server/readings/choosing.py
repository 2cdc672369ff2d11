"""Choose what a picture shows of a large graph: the things with the most to show, so that it stays readable."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def best_connected(rows: Sequence[tuple[T | None, ...]], most: int) -> set[T]:
    """Give at most so many things of rows: a row counts for as much as the less frequent of its things.

    >>> rows = [("hub", "a"), ("hub", "other hub"), ("other hub", "b"), ("c", "d"), ("hub", None)]
    >>> sorted(best_connected(rows, 3))
    ['a', 'hub', 'other hub']
    """
    weights = Counter(thing for row in rows for thing in row if thing is not None)
    chosen: set[T] = set()
    for row in sorted(dict.fromkeys(rows), key=lambda row: (_rank(row, weights), str(row))):
        together = chosen | {thing for thing in row if thing is not None}
        if len(together) <= most:
            chosen = together
    return chosen


def _rank(row: tuple[T | None, ...], weights: Counter[T]) -> list[int]:
    return sorted((-weights[thing] for thing in row if thing is not None), reverse=True)
