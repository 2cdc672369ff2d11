"""A limit of rows: solutions are counted as the store writes them, and cut after the last that is allowed.

The store writes solutions many times faster than they could be gone through here. So what it writes is looked at, and
rows are counted by what stands between them, which can stand nowhere else.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tasks.records import Outlet


class EnoughError(Exception):
    """Raised into the store while it writes, when the last row that is allowed was followed by another."""


class RowLimit(ABC):
    """A stream that passes on what the store writes, up to a number of rows; raises EnoughError at one more."""

    mark: bytes
    """What stands at each row."""
    tail: bytes
    """What makes the answer whole where it is cut; in the place of $ it says so."""

    def __init__(self, outlet: Outlet, most: int) -> None:
        self._outlet, self._most = outlet, most
        self._seen = self._passed = 0
        self._cut = 0
        self._carried = b""

    def write(self, data: bytes, /) -> int:
        """Pass bytes on, and count."""
        self._outlet.write(data)
        looked_at = self._carried + data
        begin = self._passed - len(self._carried)
        for place in self._marks_in(looked_at):
            self._count(begin + place)
        self._passed += len(data)
        self._carried = looked_at[-(len(self.mark) - 1) :] if len(self.mark) > 1 else b""
        return len(data)

    def flush(self) -> None:  # noqa: B027 - there is nothing to do for any format
        """Do nothing: nobody reads the answer before its end."""

    def finish(self, said: str) -> None:
        """Make a whole answer of what was written before EnoughError, and say in it what it is, if the format can."""
        self._outlet.truncate(self._cut)
        self._outlet.write(self.tail.replace(b"$", said.encode()))

    def _marks_in(self, data: bytes) -> list[int]:
        """Give the places of marks, where there may be more rows than are allowed; otherwise only count them."""
        number = data.count(self.mark)
        if self._seen + number < self._most:
            self._seen += number
            return []
        return _places(data, self.mark)

    @abstractmethod
    def _count(self, place: int) -> None:
        """Count one mark at its place in the whole answer; raises EnoughError."""


class _JsonRows(RowLimit):
    """`{…},{"…`: a quotation mark inside a string is escaped, so that this stands between rows only."""

    mark = b'},{"'
    tail = b"]}}"  # strict readers take no other member

    def _count(self, place: int) -> None:
        self._seen += 1
        if self._seen == self._most:
            self._cut = place + 1
            raise EnoughError


class _XmlRows(RowLimit):
    mark = b"<result>"
    tail = b"</results><!-- truncated: $ --></sparql>"

    def _count(self, place: int) -> None:
        self._seen += 1
        if self._seen > self._most:
            self._cut = place
            raise EnoughError


class _LineRows(RowLimit):
    """Lines, of which the first has the names of the columns."""

    mark = b"\n"
    tail = b""

    def _count(self, place: int) -> None:
        self._seen += 1
        if self._seen == self._most + 1:
            self._cut = place + 1
        elif self._seen > self._most + 1:
            raise EnoughError


class _CsvRows(_LineRows):
    """Lines whose values may hold line ends too, between quotation marks."""

    def __init__(self, outlet: Outlet, most: int) -> None:
        super().__init__(outlet, most)
        self._quoted = False

    def _marks_in(self, data: bytes) -> list[int]:
        if b'"' not in data and not self._quoted:
            return super()._marks_in(data)
        places, begin = [], 0
        for part in data.split(b'"'):
            if not self._quoted:
                places += [begin + place for place in _places(part, self.mark)]
            begin += len(part) + 1
            self._quoted = not self._quoted
        self._quoted = not self._quoted  # there is one part more than there are quotation marks
        return places


def _places(data: bytes, mark: bytes) -> list[int]:
    places, place = [], data.find(mark)
    while place >= 0:
        places.append(place)
        place = data.find(mark, place + len(mark))
    return places


ROW_LIMITS: Final[dict[str, Callable[[Outlet, int], RowLimit]]] = {
    "json": _JsonRows,
    "xml": _XmlRows,
    "csv": _CsvRows,
    "tsv": _LineRows,
}
"""By the format of the solutions."""
