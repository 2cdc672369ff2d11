"""The terms that generated facts are made of: those of the ontology by their names, individuals, literals."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from mithaq.graph.namespaces import DCTERMS, INDIVIDUALS, MITHAQ, SKOS, TYPE, XSD

if TYPE_CHECKING:
    import datetime as dt


__all__ = [
    "CONCEPTS",
    "TERMS",
    "TRUE",
    "TYPE",
    "M",
    "arabic",
    "date",
    "english",
    "individual",
    "integer",
    "years",
]


class Vocabulary:
    """The terms of a namespace, each by its name.

    >>> Vocabulary("http://example.org/").party
    <NamedNode value=http://example.org/party>
    """

    def __init__(self, namespace: str) -> None:
        self._namespace = namespace

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        node = NamedNode(self._namespace + name)
        setattr(self, name, node)
        return node


M: Final = Vocabulary(MITHAQ)
TERMS: Final = Vocabulary(DCTERMS)
CONCEPTS: Final = Vocabulary(SKOS)
TYPES: Final = Vocabulary(XSD)

TRUE: Final = Literal("true", datatype=TYPES.boolean)


def individual(slug: str) -> NamedNode:
    """Name an individual.

    >>> individual("russia")
    <NamedNode value=https://w3id.org/mithaq/id/russia>
    """
    return NamedNode(INDIVIDUALS + slug)


def arabic(words: str) -> Literal:
    """Give Arabic words as a literal."""
    return Literal(words, language="ar")


def english(words: str) -> Literal:
    """Give English words as a literal."""
    return Literal(words, language="en")


@lru_cache(maxsize=4096)
def integer(number: int) -> Literal:
    """Give a number as a literal."""
    return Literal(str(number), datatype=TYPES.integer)


def date(day: dt.date) -> Literal:
    """Give a day as a literal."""
    return Literal(day.isoformat(), datatype=TYPES.date)


def years(number: int) -> Literal:
    """Give a number of years as a duration."""
    return Literal(f"P{number}Y", datatype=TYPES.yearMonthDuration)
