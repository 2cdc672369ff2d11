"""Windows of rows: of solutions that the store writes, the rows from one to another are passed on, as a whole answer.

The store writes solutions many times faster than they could be gone through here. So what it writes is looked at, and
rows are counted by what stands between them. What is not asked for is never kept, and after the last row the store is
told that it is enough.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .tasks.records import Outlet


class EnoughError(Exception):
    """Raised into the store while it writes, when the last row that is wanted was followed by another."""


class RowWindow:
    """A stream that passes on some rows of what the store writes; raises EnoughError at the first row after them.

    An answer is a head, rows with something between them, and a tail. Bytes at the end of what was written are held
    until what comes next tells what they are.
    """

    head_end: ClassVar[bytes]
    """What the head ends with, and what stands nowhere in it."""
    row: ClassVar[bytes] = b""
    """What a row begins with, and the tail does not."""
    mark: ClassVar[bytes]
    """What stands where one row ends and the next begins."""
    row_ends: ClassVar[int]
    """How many bytes of the mark belong to the row that ends."""
    next_begins: ClassVar[int]
    """How many bytes of the mark do not belong to the row that begins."""
    held: ClassVar[int]
    """How many bytes must follow the first of a mark until it is known for one."""
    tail: ClassVar[bytes] = b""
    """What makes the answer whole where it is cut; in the place of $ stands a remark."""
    remark: ClassVar[bytes] = b""

    def __init__(self, outlet: Outlet, first: int, end: int) -> None:
        self._outlet, self._first, self._end = outlet, first, end
        self._after_head = self._enough = False
        self._passing = first == 0
        self._held = b""
        self.seen = 0

    def write(self, data: bytes, /) -> int:
        """Pass on what of the bytes belongs to the rows that are wanted, and count all rows."""
        if self._enough:  # whoever writes through a buffer hands it out once more when it is given up
            return len(data)
        held = self._held + data
        if not self._after_head:
            held = self._without_head(held)
        if self._after_head:
            held = held[self._go_through(held) :]
        self._held = held
        return len(data)

    def flush(self) -> None:
        """Do nothing: nobody reads the answer before its end."""

    def close(self) -> None:
        """Pass on what is held: the store has written all, so that this is the end of the last row, and the tail."""
        if self._passing:
            self._outlet.write(self._held)

    def finish(self, said: str | None) -> None:
        """Make a whole answer of what was passed on before EnoughError, and remark in it what it is, if it can."""
        remark = b"" if said is None else self.remark.replace(b"$", said.encode())
        self._outlet.write(self.tail.replace(b"$", remark))

    def _without_head(self, held: bytes) -> bytes:
        """Pass on the head, when it is there with the begin of what comes after it."""
        place = held.find(self.head_end)
        end = place + len(self.head_end)
        if place < 0 or len(held) < end + max(1, len(self.row)):
            return held
        self._after_head = True
        self._outlet.write(held[:end])
        self.seen = int(held.startswith(self.row, end))
        return held[end:]

    def _go_through(self, held: bytes) -> int:
        """Count rows, pass on what is wanted, and tell how many bytes were gone through."""
        text = self._legible(held)
        end = self._settled(text)
        number = text.count(self.mark, 0, end + len(self.mark) - 1)
        if self.seen + number > (self._end if self._passing else min(self._first, self._end)):
            self._cut(held, end, _places(text, self.mark, end))
        else:
            self.seen += number
            if self._passing:
                self._outlet.write(held[:end])
        return end

    def _cut(self, held: bytes, end: int, places: Iterator[int]) -> None:
        """Pass on the rows that are wanted of bytes where the first of them begins, or one too many."""
        begin = 0
        for place in places:
            if self.seen >= self._end:
                if self._passing:
                    self._outlet.write(held[begin : place + self.row_ends])
                self._enough = True
                raise EnoughError
            if self.seen == self._first:
                begin, self._passing = place + self.next_begins, True
            self.seen += 1
        if self._passing:
            self._outlet.write(held[begin:end])

    def _legible(self, held: bytes) -> bytes:
        """Give the bytes with others in the place of those that look like a mark and are none."""
        return held

    def _settled(self, text: bytes) -> int:
        """Tell how many bytes can be gone through without what comes next."""
        return max(0, len(text) - self.held)


class _QuotedRows(RowWindow):
    """Rows whose values stand between quotation marks, and may look like anything there."""

    def __init__(self, outlet: Outlet, first: int, end: int) -> None:
        super().__init__(outlet, first, end)
        self._quoted = False

    def _settled(self, text: bytes) -> int:
        """Keep in mind whether what comes next is a value."""
        end = self._whole(text, super()._settled(text))
        if text.count(b'"', 0, end) % 2:
            self._quoted = not self._quoted
        return end

    def _whole(self, _text: bytes, end: int) -> int:
        """Part nothing that must stay together."""
        return end

    def _without_values(self, text: bytes) -> bytes:
        """Give the bytes with no mark between quotation marks."""
        parts = text.split(b'"')
        for number in range(0 if self._quoted else 1, len(parts), 2):
            parts[number] = parts[number].replace(self.mark[:1], b"_")
        return b'"'.join(parts)


class _JsonRows(_QuotedRows):
    """`{…},{…}`: after that mark stands a name in quotation marks, unless the row is empty, or it is in a value."""

    head_end = b'"bindings":['
    row = b"{"
    mark = b"},{"
    row_ends, next_begins, held = 1, 2, 4
    tail = b"]}}"  # strict readers take no other member
    _doubtful: Final = re.compile(rb'\},\{(?!"[^},])')

    def _legible(self, held: bytes) -> bytes:
        text = held
        if b"\\" in held:  # no quotation marks are left but those around values
            text = held.replace(b"\\\\", b"\\_").replace(b'\\"', b"\\_")
        return self._without_values(text) if self._doubtful.search(text) else text

    def _whole(self, text: bytes, end: int) -> int:
        """Part neither a mark nor an escape."""
        place = text.find(self.mark, max(0, end - 2), end + 2)
        end = end if place < 0 else place
        return end - 1 if end and text.startswith(b"\\", end - 1) else end


class _XmlRows(RowWindow):
    head_end = b"<results>"
    row = b"<result>"
    mark = b"><result>"
    row_ends, next_begins, held = 1, 1, 8
    tail = b"</results>$</sparql>"
    remark = b"<!-- truncated: $ -->"


class _TurtleRows(RowWindow):
    """Lines too, after a head of several; in terms line ends are escaped."""

    head_end = b"a rs:ResultSet ;\n"
    row = b" "
    mark = b"\n  rs:solution ["
    row_ends, next_begins, held = 1, 1, 15
    tail = b".\n$"
    remark = b"# truncated: $\n"


class _LineRows(RowWindow):
    """Lines, of which the first has the names of the columns."""

    head_end = mark = b"\n"
    row_ends, next_begins, held = 1, 1, 1


class _CsvRows(_QuotedRows, _LineRows):
    """Lines whose values may hold line ends too, between quotation marks."""

    def _legible(self, held: bytes) -> bytes:
        return self._without_values(held) if self._quoted or b'"' in held else held


def _places(data: bytes, mark: bytes, end: int) -> Iterator[int]:
    place = data.find(mark)
    while 0 <= place < end:
        yield place
        place = data.find(mark, place + 1)


ROW_WINDOWS: Final[dict[str, Callable[[Outlet, int, int], RowWindow]]] = {
    "json": _JsonRows,
    "xml": _XmlRows,
    "csv": _CsvRows,
    "tsv": _LineRows,
    "turtle": _TurtleRows,
}
"""By the format of the solutions: where they go, the number of the first row, and that of the row after the last."""
