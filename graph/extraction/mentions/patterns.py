"""Patterns that are not searched for in a text that cannot match them, and texts that know what they hold."""

from __future__ import annotations

import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Final, Generic, Self, TypeVar

from .needs import grams, needs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .needs import Need

Entry = TypeVar("Entry")
_END: Final = sys.maxsize


class Text(str):
    """A text that many patterns are searched for in, with what it holds, or once held before mentions took the place of words."""

    __slots__ = ("held",)
    held: frozenset[str]

    def __new__(cls, text: str, held: frozenset[str] | None = None) -> Self:
        """Take a text, and find what it holds where that is not known."""
        made = super().__new__(cls, text)
        made.held = grams(text) if held is None else held
        return made

    def rewritten(self, text: str, *, with_kinds: Iterable[str] = ()) -> Self:
        """Give another form of the text, in which mentions of some kinds, or blanks, stand for words."""
        return type(self)(text, self.held if self.held.issuperset(with_kinds) else self.held.union(with_kinds))


class Pattern:
    """A regular expression, and what a text must hold to match it.

    Only a search through a whole `Text` is spared; a piece of it, being a plain string, is searched as it is.
    """

    def __init__(self, written: str) -> None:
        self.written: Final = written

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, compiled once a text is searched: an article asks for half of all patterns."""
        return re.compile(self.written)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """The sets of grams of each of which every match holds one, the rarest first."""
        return needs_of(self.written)

    def can_match(self, text: str) -> bool:
        """Tell whether a text holds what every match holds."""
        return not (isinstance(text, Text) and any(map(text.held.isdisjoint, self.needs)))

    def finditer(self, text: str, begin: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """Go through the matches in a text."""
        return self.expression.finditer(text, begin, end) if self.can_match(text) else iter(())

    def search(self, text: str, begin: int = 0, end: int = _END) -> re.Match[str] | None:
        """Give the first match in a text."""
        return self.expression.search(text, begin, end) if self.can_match(text) else None

    def match(self, text: str, begin: int = 0, end: int = _END) -> re.Match[str] | None:
        """Give the match that begins at a place."""
        return self.expression.match(text, begin, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the match that is the whole of a text."""
        return self.expression.fullmatch(text)

    def sub(self, replacement: str, text: str) -> str:
        """Put something in the place of each match in a text."""
        return self.expression.sub(replacement, text)


class Sieve(Generic[Entry]):
    """Many entries with a pattern each, of which a text lets few through."""

    __slots__ = ("_entries",)

    def __init__(self, entries: Iterable[Entry], pattern_of: Callable[[Entry], Pattern]) -> None:
        self._entries: Final = tuple((next(iter(pattern_of(each).needs), None), each) for each in entries)

    def through(self, text: Text) -> list[Entry]:
        """Give the entries whose pattern a text may match, in their order."""
        held = text.held
        return [each for need, each in self._entries if need is None or not need.isdisjoint(held)]


class Patterns(Sieve[Pattern]):
    """Many patterns, of which a text lets few through."""

    __slots__ = ()

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        super().__init__(patterns, lambda each: each)

    def matches(self, text: Text) -> Iterator[re.Match[str]]:
        """Go through the matches of one pattern after the other."""
        for each in self.through(text):
            yield from each.finditer(text)
