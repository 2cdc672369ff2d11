"""The states of the world, a fixed table, and the people in it: what they are called in both languages."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .vocabulary import M, individual

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that articles name: its IRI, what it is, and its names."""

    node: NamedNode
    kind: NamedNode
    arabic: str
    english: str

    @staticmethod
    def of(kind: NamedNode, slug: str, arabic: str, english: str) -> Thing:
        """Make a thing whose IRI ends in a slug."""
        return Thing(individual(slug), kind, arabic, english)


@dataclass(frozen=True, slots=True)
class State:
    """A state: its names, its capital, what its head is called, and how its people are called.

    `feminine` tells the gender of its Arabic name, which verbs agree with.
    """

    slug: str
    polity: Thing
    feminine: bool
    head: str
    capital: Thing
    names: str

    @property
    def node(self) -> NamedNode:
        """The IRI of the state."""
        return self.polity.node

    @property
    def english(self) -> str:
        """The English name of the state."""
        return self.polity.english

    @property
    def arabic(self) -> str:
        """The Arabic name of the state."""
        return self.polity.arabic


def read_states() -> tuple[State, ...]:
    """Read the table of states, those first that articles speak of most."""
    return tuple(_state(row) for row in _rows("states.csv"))


def _state(row: Mapping[str, str]) -> State:
    slug = row["slug"]
    return State(
        slug=slug,
        polity=Thing.of(M.Polity, slug, row["arabic"], row["english"]),
        feminine=row["gender"] == "f",
        head=row["head"],
        capital=Thing.of(M.City, f"capital-of-{slug}", row["capital_arabic"], row["capital_english"]),
        names=row["names"],
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Names:
    """Invents people: a given name, a family name, and where they have been taken another given name between them."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for row in _rows("people.csv"):
            self._names.setdefault((row["names"], row["part"]), []).append((row["arabic"], row["english"]))
        self._taken: dict[str, int] = {}

    def invent(self, names: str, rng: random.Random) -> Thing:
        """Invent a person with names such as people have in a part of the world."""
        given, family = self._names[names, "given"], self._names[names, "family"]
        chosen = [rng.choice(given), rng.choice(family)]
        if _slug(chosen) in self._taken:
            chosen.insert(1, rng.choice(given))
        slug = _slug(chosen)
        self._taken[slug] = number = self._taken.get(slug, 0) + 1
        arabic, english = (" ".join(pair[language] for pair in chosen) for language in (0, 1))
        return Thing.of(M.Person, slug if number == 1 else f"{slug}-{number}", arabic, english)


def _slug(names: list[tuple[str, str]]) -> str:
    return "-".join(re.sub(r"[^a-z]+", "-", english.lower()) for _, english in names)
