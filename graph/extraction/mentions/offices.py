"""Offices and those who hold them, as an article's words tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .records import Mention, Thing


@dataclass(frozen=True, slots=True)
class Office:
    """An office as an article titles it: its identifier, class and owner, and the place of its title.

    `body` is the place of the chamber or force that it presides over or commands, with its owner where that follows;
    `bare` marks a title without one, `adjective` is the place of what tells one of two who share a title («الروسي» in «الرئيسان الروسي فلان و…»),
    `possessive` one that refers back to its owner («وزير خارجيتها»). An identifier that begins
    with a question mark is that of a counterpart whose office another sentence tells.
    """

    identifier: str
    kind: str
    owner: Thing | None
    begin: int
    end: int
    quoted: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    referring: bool = False
    paired: bool = False
    bare: bool = False
    possessive: bool = False
    adjective: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name as printed, by its place in the folded text."""

    name: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Official:
    """One holder of one office; either may be left unsaid."""

    office: Office | None
    person: Person | None


def officials_in(mention: Mention) -> tuple[Official, ...]:
    """Give the officials of a mention that are told apart."""
    data = mention.data if isinstance(mention.data, tuple) else ()
    return tuple(each for each in data if isinstance(each, Official))
