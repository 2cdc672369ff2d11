"""Passages: words of an article that are being written, with what they state and the passages inside them."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import lru_cache
from typing import Self, TypeAlias

from pyoxigraph import Literal, NamedNode

Part: TypeAlias = "str | Passage"
Value: TypeAlias = "NamedNode | Literal | Passage"
"""A part of a fact; a passage stands for the span that it will be in the article."""
Fact: TypeAlias = tuple["NamedNode | Passage", NamedNode, Value]


@dataclass(frozen=True, slots=True)
class Curated:
    """What the reference graph says of a thing, once in a data set: its English label, and more facts."""

    node: NamedNode
    label: str
    facts: tuple[tuple[NamedNode, NamedNode], ...] = ()


class Passage:
    """Words with the passages inside them, the facts that they state, who says them and who passes them on."""

    __slots__ = ("curated", "facts", "parts", "relay", "speaker")

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self.parts = parts
        self.facts: list[Fact] = []
        self.curated: list[Curated] = []
        self.speaker: NamedNode | None = None
        self.relay: NamedNode | None = None

    def state(self, subject: NamedNode | Passage, *said: tuple[NamedNode, Value]) -> Self:
        """Let the passage state facts of a subject."""
        self.facts += [(subject, predicate, value) for predicate, value in said]
        return self

    def curate(self, curated: Curated) -> Self:
        """Bring along what the reference graph says of a thing that the passage names."""
        self.curated.append(curated)
        return self

    def attribute(self, speaker: NamedNode, relay: NamedNode | None = None) -> Self:
        """Say whose words these are, and who passes them on."""
        self.speaker, self.relay = speaker, relay
        return self

    @property
    def words(self) -> str:
        """The words, those of the passages inside them too."""
        return "".join(part if isinstance(part, str) else part.words for part in self.parts)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its English translation, and what it ends with."""

    passage: Passage
    translation: str
    stop: str = "."


def passage(template: str, **parts: Part) -> Passage:
    """Make a passage of a template with words or passages in its places.

    >>> passage("{first} و{second}", first="مصر", second="تونس").words
    'مصر وتونس'
    """
    pieces: list[Part] = []
    for words, place in _places(template):
        pieces += [words] if words else []
        pieces += [] if place is None else [parts[place]]
    return Passage(tuple(pieces))


@lru_cache(maxsize=512)
def _places(template: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((words, place) for words, place, _, _ in string.Formatter().parse(template))
