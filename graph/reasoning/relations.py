"""Relations: triples of numbers in memory, by predicate and by class, indexed by their parts once that is asked for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

Pair: TypeAlias = tuple[int, int]
_NOTHING: frozenset[int] = frozenset()


class Relation:
    """The subjects and objects of one predicate."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.pairs = set(pairs)
        self._forth: dict[int, set[int]] | None = None
        self._back: dict[int, set[int]] | None = None

    def update(self, new: AbstractSet[Pair]) -> None:
        """Put pairs to it."""
        self.pairs |= new
        for index, turned in ((self._forth, False), (self._back, True)):
            if index is not None:
                _put(index, new, turned=turned)

    def objects(self, subject: int) -> AbstractSet[int]:
        """Give the objects of a subject."""
        if self._forth is None:
            self._forth = defaultdict(set)
            _put(self._forth, self.pairs, turned=False)
        return self._forth.get(subject, _NOTHING)

    def subjects(self, object_: int) -> AbstractSet[int]:
        """Give the subjects of an object."""
        if self._back is None:
            self._back = defaultdict(set)
            _put(self._back, self.pairs, turned=True)
        return self._back.get(object_, _NOTHING)


def _put(index: dict[int, set[int]], pairs: Iterable[Pair], *, turned: bool) -> None:
    for subject, object_ in pairs:
        if turned:
            index[object_].add(subject)
        else:
            index[subject].add(object_)


class Relations:
    """Triples of numbers; `type_` is the number of rdf:type, whose triples are kept as classes with their members."""

    def __init__(self, type_: int) -> None:
        self.type = type_
        self.by_predicate: dict[int, Relation] = defaultdict(Relation)
        self.by_class: dict[int, set[int]] = defaultdict(set)

    def relation(self, predicate: int) -> Relation:
        """Give the relation of a predicate, an empty one where there is none."""
        return self.by_predicate.get(predicate) or Relation()

    def members(self, class_: int) -> AbstractSet[int]:
        """Give the members of a class."""
        return self.by_class.get(class_, _NOTHING)

    def __contains__(self, triple: tuple[int, int, int]) -> bool:
        subject, predicate, object_ = triple
        if predicate == self.type:
            return subject in self.by_class.get(object_, _NOTHING)
        relation = self.by_predicate.get(predicate)
        return relation is not None and (subject, object_) in relation.pairs

    def match(
        self, subject: int | None, predicate: int | None, object_: int | None, /
    ) -> Iterator[tuple[int, int, int]]:
        """Go through the triples that have these parts, None for any; the triples may not change meanwhile."""
        if predicate is None:
            for each in (self.type, *self.by_predicate):
                yield from self.match(subject, each, object_)
        elif predicate == self.type:
            yield from self._types(subject, object_)
        elif (relation := self.by_predicate.get(predicate)) is not None:
            for found, value in _pairs(relation, subject, object_):
                yield found, predicate, value

    def _types(self, subject: int | None, object_: int | None) -> Iterator[tuple[int, int, int]]:
        classes = self.by_class if object_ is None else (object_,)
        for class_ in classes:
            members = self.by_class.get(class_, _NOTHING)
            if subject is None:
                for member in members:
                    yield member, self.type, class_
            elif subject in members:
                yield subject, self.type, class_


def _pairs(relation: Relation, subject: int | None, object_: int | None) -> Iterator[Pair]:
    if subject is not None and object_ is not None:
        if (subject, object_) in relation.pairs:
            yield subject, object_
    elif subject is not None:
        for value in relation.objects(subject):
            yield subject, value
    elif object_ is not None:
        for found in relation.subjects(object_):
            yield found, object_
    else:
        yield from relation.pairs
