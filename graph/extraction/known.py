"""What a graph has of the individuals that an article speaks of, asked one by one: the cost is that of the article.

Spellings vary, so names are compared folded, which no index of a store does: the names alone are read through, once for
a run, and what comes to the graph meanwhile is added to them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from ..folding import folded
from ..namespaces import INDIVIDUALS, INFERRED_GRAPH, MITHAQ, SKOS, TYPE
from .facts.ledger import TYPE as CLASS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

_MERGE: Final = DefaultGraph()
_LABEL: Final = "prefLabel"
_PREDICATES: Final = {CLASS: TYPE, _LABEL: NamedNode(SKOS + _LABEL)}
"""What has another namespace than the properties of the ontology, by the name that it goes by here."""
NAMING: Final = ("name", _LABEL)


class Sayings(Protocol):
    """What is said of individuals: of each the values of each property, all by local names, texts folded."""

    def get(self, individual: str, predicate: str) -> set[str]:
        """Give the values of a property."""

    def having(self, predicate: str, value: str) -> list[str]:
        """Give the individuals that have a value of a property, in the order of their names."""


@dataclass(slots=True)
class Told:
    """What one article says."""

    values: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))

    def of_class(self, classes: frozenset[str]) -> list[str]:
        """Give the individuals of some classes, in the order of their names."""
        return sorted(each for each, facts in self.values.items() if facts[CLASS] & classes)

    def get(self, individual: str, predicate: str) -> set[str]:
        """Give the values of a property."""
        return self.values[individual][predicate] if individual in self.values else set()

    def having(self, predicate: str, value: str) -> list[str]:
        """Give the individuals that have a value of a property, in the order of their names."""
        return sorted(each for each in self.values if value in self.get(each, predicate))


class FoldedNames:
    """Which individuals have been seen to carry a name; a graph that is asked may have lost the name since."""

    def __init__(self) -> None:
        self._carriers: dict[str, set[str]] = defaultdict(set)

    @classmethod
    def of(cls, store: Store) -> FoldedNames:
        """Read the names that a store holds."""
        names = cls()
        for predicate in NAMING:
            names.learn(store.quads_for_pattern(None, _predicate(predicate), None, _MERGE))
        return names

    def learn(self, quads: Iterable[Quad]) -> None:
        """Add the names that stand in quads."""
        predicates = {_predicate(each) for each in NAMING}
        for quad in quads:
            if quad.predicate in predicates and isinstance(quad.subject, NamedNode):
                self._carriers[_value(quad.object)].add(_local(quad.subject))

    def carriers(self, name: str) -> set[str]:
        """Give the individuals that were seen to carry a folded name."""
        return self._carriers.get(name, set())


@dataclass(frozen=True, slots=True)
class Known:
    """What a store states, what is inferred left out."""

    store: Store
    names: FoldedNames

    def get(self, individual: str, predicate: str) -> set[str]:
        """Give the values of a property."""
        return {_value(quad.object) for quad in self._stated(_node(individual), predicate, None)}

    def having(self, predicate: str, value: str) -> list[str]:
        """Give the individuals that have an individual as a value of a property, in the order of their names."""
        subjects = (quad.subject for quad in self._stated(None, predicate, _node(value)))
        return sorted(_local(each) for each in subjects if isinstance(each, NamedNode))

    def named(self, name: str) -> list[str]:
        """Give the individuals that carry a folded name, in their order."""
        return sorted(
            each for each in self.names.carriers(name) if any(name in self.get(each, predicate) for predicate in NAMING)
        )

    def _stated(self, subject: NamedNode | None, predicate: str, value: NamedNode | None) -> Iterator[Quad]:
        """Go through the triples of the merge, where each stands once, however many articles state it."""
        for quad in self.store.quads_for_pattern(subject, _predicate(predicate), value, _MERGE):
            if Quad(quad.subject, quad.predicate, quad.object, INFERRED_GRAPH) not in self.store:
                yield quad


def _predicate(name: str) -> NamedNode:
    return _PREDICATES.get(name) or NamedNode(MITHAQ + name)


def _node(local: str) -> NamedNode:
    return NamedNode(local if ":" in local else INDIVIDUALS + local)


def _local(node: NamedNode) -> str:
    return node.value.removeprefix(INDIVIDUALS)


def _value(term: object) -> str:
    if isinstance(term, NamedNode):
        return _local(term).removeprefix(MITHAQ)
    return folded(term.value) if isinstance(term, Literal) else ""
