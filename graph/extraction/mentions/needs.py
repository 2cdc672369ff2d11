"""What a text must hold for a pattern to match in it, read from the pattern itself: a text without it need not be searched.

The idea is that of the pre-filters of RE2: of each piece of an expression, either all the strings that it can match or what these have
in common. A need is a set of grams, of which every match holds one: a few letters in a row, or a kind of mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from .records import SIZE, Kind, first_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Need = frozenset[str]
_SHORT: Final = 3
_LONG: Final = 4
"""How many letters in a row a gram has."""
_STRINGS: Final = 150
"""How many strings of a piece are followed one by one."""
_NEEDS: Final = 3
_TOKEN: Final = re.compile(
    r"[^\W_]+(?![\w?*+{])|\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|N\{[^}]*\}|\d+|.)"
    r"|\[\^?(?:\\.|[^\]\\])+\]|\(\?P=\w+\)|\(\?(?:P<\w+>|<?[=!]|[:>])?|[*+?][?+]?|\{\d*,?\d*\}[?+]?|.",
    re.DOTALL,
)
_OPENING: Final = frozenset(["(", "(?:", "(?>"])
_LOOKING: Final = frozenset(["(?=", "(?!", "(?<=", "(?<!"])
_UNKNOWN: Final = "(?"
_EDGES: Final = frozenset(["^", "$", r"\b"])
_IN_CLASS: Final = re.compile(r"(\\u[0-9a-fA-F]{4}|\\.|[^\\])(?:-(\\u[0-9a-fA-F]{4}|\\.|[^\\]))?", re.DOTALL)
_FIRST: Final = chr(min(each.value for each in Kind))
_COMMON: Final = 0.3
_RARITY: Final = (1.0, 1.0, 1.0, 0.01, 0.002)
"""How often a kind of mention or a mark stands in a sentence, and a string of so many letters, roughly."""


def grams(text: str) -> frozenset[str]:
    """Give what a text holds: kinds of mention, marks and letters, and letters in a row.

    >>> {"ث", "ثم ", chr(Kind.POLITY.value)} <= grams("ثم " + chr(Kind.POLITY.value + 3))
    True
    """
    places = range(len(text))
    held = {first_of_kind(each) if each >= _FIRST else each for each in text}
    return frozenset(
        held.union([text[each : each + _SHORT] for each in places], [text[each : each + _LONG] for each in places])
    )


def needs_of(expression: str) -> tuple[Need, ...]:
    r"""Tell what every match of a regular expression holds: one gram of each need, the rarest need first.

    >>> [sorted(need) for need in needs_of(r"[وف]?(?P<verb>وقعت?|ابرم)\s+(?:ال)?معاهده(?! سلام)")]
    [['معاه'], ['ابرم', 'وقع']]
    """
    return tuple(sorted({*_group(expression).all_needs()}, key=_frequency))[:_NEEDS]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of an expression: all that it matches, where that is few, else what all of that holds."""

    strings: frozenset[str] | None
    needs: tuple[Need, ...] = ()

    def all_needs(self) -> tuple[Need, ...]:
        return self.needs if self.strings is None else (*self.needs, *_needs_in(self.strings))


_NOTHING: Final = _Piece(frozenset([""]))
_ANYTHING: Final = _Piece(None)


def _needs_in(strings: frozenset[str]) -> tuple[Need, ...]:
    """Give the grams of which each of some strings holds one, unless they are too common to tell anything."""
    if "" in strings:
        return ()
    least = [
        each for each in strings if not any(each[at:] in strings or each[:at] in strings for at in range(1, len(each)))
    ]
    need = frozenset(map(_gram, least))
    return (need,) if _frequency(need) < 1 else ()


def _gram(string: str) -> str:
    """Choose a gram of a string, behind the article, which says little; where it is too short for one, itself."""
    begin = string.find("ال") + 2 if string.startswith(("ال", "وال", "بال")) and len(string) > _LONG + 2 else 0
    return string[begin : begin + _LONG]


def _frequency(need: Need) -> float:
    return sum(_COMMON if len(each) == 1 and not each.isalnum() else _RARITY[len(each)] for each in need)


def _in_a_row(pieces: Sequence[_Piece]) -> _Piece:
    """Join pieces that stand one after the other, string by string as long as these are few."""
    if len(pieces) == 1:
        return pieces[0]
    needs: list[Need] = []
    strings, whole = frozenset([""]), True
    for piece in pieces:
        if piece.strings is not None and len(strings) * len(piece.strings) <= _STRINGS:
            strings = frozenset(map("".join, product(strings, piece.strings)))
        else:
            needs.extend((*_needs_in(strings), *piece.needs))
            strings, whole = piece.strings or frozenset([""]), False
    return _Piece(strings) if whole else _Piece(None, (*needs, *_needs_in(strings)))


def _either(pieces: Sequence[_Piece]) -> _Piece:
    """Join pieces of which one stands there."""
    strings = frozenset().union(*(piece.strings or () for piece in pieces))
    if len(strings) <= _STRINGS and all(piece.strings is not None for piece in pieces):
        return _Piece(strings)
    rarest = [min(piece.all_needs(), key=_frequency, default=None) for piece in pieces]
    return _Piece(None, (frozenset().union(*filter(None, rarest)),) if all(rarest) else ())


@lru_cache(maxsize=2048)
def _group(expression: str) -> _Piece:
    """Read an expression, or what stands between its brackets; patterns have many pieces in common."""
    return _Reader(_TOKEN.findall(expression)).alternatives()


@dataclass(slots=True)
class _Reader:
    """The tokens of an expression, read from the left."""

    tokens: list[str]
    place: int = 0

    def alternatives(self) -> _Piece:
        branches = [_in_a_row(tuple(self._sequence()))]
        while self._next("|"):
            branches.append(_in_a_row(tuple(self._sequence())))
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self) -> Iterator[_Piece]:
        while self.place < len(self.tokens) and self.tokens[self.place] != "|":
            yield self._repeated(self._piece())

    def _next(self, token: str) -> bool:
        found = self.place < len(self.tokens) and self.tokens[self.place] == token
        self.place += found
        return found

    def _piece(self) -> _Piece:
        first = self.tokens[self.place]
        self.place += 1
        if first.isalnum():
            return _Piece(frozenset([first]))
        if first in _OPENING or first.startswith("(?P<"):
            return _group(self._inside())
        if first in _LOOKING or first == _UNKNOWN:
            self._inside()
            return _NOTHING if first in _LOOKING else _ANYTHING
        if first.startswith("[") and len(first) > 1:
            return _class(first)
        if first in _EDGES:
            return _NOTHING
        return _ANYTHING if first == "." or first.startswith("(?P=") else _class(f"[{first}]")

    def _inside(self) -> str:
        """Go on behind the bracket that closes a group, and give what stands in it."""
        begin, depth = self.place, 1
        while depth:
            bracket = self.tokens[self.place]
            depth += (bracket[0] == "(" and bracket[-1] != ")") - (bracket == ")")
            self.place += 1
        return "".join(self.tokens[begin : self.place - 1])

    def _repeated(self, piece: _Piece) -> _Piece:
        times = self.tokens[self.place] if self.place < len(self.tokens) else ""
        if not (times[:1] in ("?", "*", "+") or (times[:1] == "{" and times[1:])):
            return piece
        self.place += 1
        if times[0] == "+" or (times[0] == "{" and times[1] not in "0,"):
            return _Piece(None, piece.all_needs())
        if times[0] == "?" and piece.strings is not None:
            return _Piece(piece.strings | {""})
        return _ANYTHING


def _class(written: str) -> _Piece:
    """Read a class of characters: its few characters, or the kinds of mention that it stands for."""
    if written.startswith("[^"):
        return _ANYTHING
    ranges = [(first, last or first) for first, last in _IN_CLASS.findall(written[1:-1])]
    if any(_is_class(first) or first == " " for first, _ in ranges):  # spaces come and go as words give way to mentions
        return _ANYTHING
    limits = [(_character(first), _character(last)) for first, last in ranges]
    if all(first >= _FIRST for first, _ in limits):
        return _Piece(None, (frozenset(kind for both in limits for kind in _kinds(*both)),))
    strings = frozenset(first for first, last in limits if first == last)
    return _Piece(strings) if len(strings) == len(limits) else _ANYTHING


def _is_class(token: str) -> bool:
    r"""Tell «\s», which stands for several characters, from an escaped one."""
    return token[0] == "\\" and token[1].isalnum() and not token.startswith("\\u")


def _kinds(first: str, last: str) -> Iterator[str]:
    return map(chr, range(ord(first_of_kind(first)), ord(last) + 1, SIZE))


def _character(token: str) -> str:
    return chr(int(token.removeprefix("\\u"), 16)) if token.startswith("\\u") else token[-1]
