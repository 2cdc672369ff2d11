"""Sentences of a folded text, line by line, with the marks that close them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .furniture import LineKind, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or a line of furniture, by its place in the folded text."""

    begin: int
    end: int
    kind: LineKind


_END: Final = re.compile(r'[.؟!…]+["\')\]]*(?=\s|$|(?<=[.؟!]")|(?<=\.)[^\d\s."\')،])')
_ABBREVIATED: Final = re.compile(r"(?:^|[\s(])(?:د|م|ا|ص|ج|ه|ق|ت|ط|س|ب|مج|عدد|رقم|[A-Za-z])$")
_LONGEST: Final = 4000


def sentences_of(text: str) -> tuple[Stretch, ...]:
    """Part a folded page into sentences and lines of furniture, in reading order.

    >>> [(each.begin, each.end) for each in sentences_of("وقعت روسيا معاهده. وقال د. احمد كذا.")]
    [(0, 18), (19, 36)]
    """
    return tuple(stretch for line in lines_of(text) for stretch in _parted(text, line.begin, line.end, line.kind))


def _parted(text: str, begin: int, end: int, kind: LineKind) -> Iterator[Stretch]:
    if kind is not LineKind.BODY:
        yield Stretch(begin, end, kind)
        return
    start = begin
    for match in _END.finditer(text, begin, end):
        if match[0] == "." and _ABBREVIATED.search(text, max(start, match.start() - 6), match.start()):
            continue
        yield from _trimmed(text, start, match.end(), kind)
        start = match.end()
    yield from _trimmed(text, start, end, kind)


def _trimmed(text: str, begin: int, end: int, kind: LineKind) -> Iterator[Stretch]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    for first in range(begin, end, _LONGEST):
        last = min(first + _LONGEST, end)
        if text[first:last].strip():
            yield Stretch(first, last, kind)
