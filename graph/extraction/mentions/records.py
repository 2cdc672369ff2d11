"""Mentions and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """Kinds of mention; each has a range of private characters that stand for it in a skeleton."""

    POLITY = 0xE000
    ADJECTIVE = 0xE200
    ORGANIZATION = 0xE400
    OFFICIAL = 0xE600
    DATE = 0xE800
    INSTRUMENT = 0xEA00
    BODY = 0xEC00
    FORCE = 0xEE00
    PLACE = 0xF000
    GROUP = 0xF200
    PEOPLE = 0xF400
    PERSON = 0xF600

    @property
    def characters(self) -> str:
        """The range of characters, as a regular expression writes it."""
        return f"{chr(self.value)}-{chr(self.value + SIZE - 1)}"


SIZE = 0x200
"""How many mentions of one kind a sentence can hold."""


def first_of_kind(character: str) -> str:
    """Give the first of the characters that stand for the same kind of mention, which tells the kind."""
    return chr(ord(character) - ord(character) % SIZE)


class Form(Enum):
    """By what kind of words something is mentioned."""

    NAME = "name"
    CAPITAL = "capital"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    DESIGNATION = "designation"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is named: the last part of its IRI, and its class in the ontology."""

    identifier: str
    kind: str
    english: str = ""
    arabic: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the folded text that stand for one thing or several."""

    begin: int
    end: int
    kind: Kind
    form: Form
    things: tuple[Thing, ...]
    parts: tuple[Mention, ...] = ()
    data: object = field(default=None, compare=False)
