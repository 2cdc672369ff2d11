"""Ranges of rows: what a client asks for in the header Range, by a unit of our own (RFC 9110, 14.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

UNIT: Final = "rows"
"""The name of the unit, which the header Accept-Ranges announces."""
_ASKED: Final = re.compile(rf"{UNIT}=[ \t,]*([0-9]{{1,20}})-([0-9]{{1,20}})?[ \t,]*", re.IGNORECASE)


@dataclass(frozen=True)
class RowRange:
    """The rows from a first to a last, counted from 0; without a last, all that come after the first."""

    first: int
    last: int | None = None

    def end(self, most: int) -> int:
        """Give the number of the row before which it ends, where there are so many rows at most."""
        return most if self.last is None else min(self.last + 1, most)


def range_asked(header: str) -> RowRange | None:
    """Read the header Range; None where it is to be ignored: another unit, several ranges, or none that makes sense.

    >>> range_asked("rows=100-199")
    RowRange(first=100, last=199)
    >>> range_asked("bytes=0-99"), range_asked("rows=2-1"), range_asked("rows=0-1,5-6"), range_asked("rows=-5")
    (None, None, None, None)
    """
    if (found := _ASKED.fullmatch(header.strip())) is None:
        return None
    asked = RowRange(int(found[1]), int(found[2]) if found[2] else None)
    return None if asked.last is not None and asked.last < asked.first else asked


def content_range(first: int, end: int, whole: int | None) -> str:
    """Write the header Content-Range; the whole is not known where nobody went on to its end.

    >>> content_range(100, 200, None), content_range(100, 150, 150)
    ('rows 100-199/*', 'rows 100-149/150')
    """
    return f"{UNIT} {first}-{end - 1}/{'*' if whole is None else whole}"


def no_content_range(whole: int) -> str:
    """Write the header Content-Range of an answer that has no such rows.

    >>> no_content_range(150)
    'rows */150'
    """
    return f"{UNIT} */{whole}"
