"""States: the triples before and after a change, and the classes that nodes have in each."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import NamedNode

from ..namespaces import RDFS, TYPE
from ..triples import TriplesInMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from ..terms import Term
    from ..triples import Triple, Triples

SUBCLASS: Final = NamedNode(RDFS + "subClassOf")


class Remembered:
    """Triples of which few are looked up, and those often.

    All triples of a subject or an object are taken at once and kept, unless they are many: then those asked for are.
    `number` is how many are kept.
    """

    def __init__(self, triples: Triples) -> None:
        self.number = 0
        self._triples = triples
        self._by_subject: dict[Term, _ByPredicate | None] = {}
        self._by_object: dict[Term, _ByPredicate | None] = {}
        self._found: dict[tuple[Term | None, Term | None, Term | None], list[Triple]] = {}

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        """Go through the triples that have these parts, None for any."""
        known = None
        if subject is not None:
            known = self._about(subject)
        elif object_ is not None:
            known = self._leading_to(object_)
        if known is None:
            return self._looked_up(subject, predicate, object_)
        found = chain.from_iterable(known.values()) if predicate is None else iter(known.get(predicate, ()))
        return found if subject is None or object_ is None else (each for each in found if each[2] == object_)

    def __contains__(self, triple: Triple) -> bool:
        known = self._about(triple[0])
        return triple in self._triples if known is None else triple in known.get(triple[1], ())

    def _about(self, subject: Term) -> _ByPredicate | None:
        if subject not in self._by_subject:
            self._by_subject[subject] = self._unless_many(self._triples.match(subject, None, None), _MANY_OF_SUBJECT)
        return self._by_subject[subject]

    def _leading_to(self, object_: Term) -> _ByPredicate | None:
        if object_ not in self._by_object:
            self._by_object[object_] = self._unless_many(self._triples.match(None, None, object_), _MANY)
        return self._by_object[object_]

    def _looked_up(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        key = (subject, predicate, object_)
        if key in self._found:
            return iter(self._found[key])
        coming = self._triples.match(subject, predicate, object_)
        first = list(islice(coming, _MANY))
        if len(first) == _MANY:
            return chain(first, coming)
        self.number += len(first)
        self._found[key] = first
        return iter(first)

    def _unless_many(self, triples: Iterator[Triple], many: int) -> _ByPredicate | None:
        found = list(islice(triples, many))
        if len(found) == many:
            return None
        self.number += len(found)
        by_predicate: _ByPredicate = defaultdict(list)
        for triple in found:
            by_predicate[triple[1]].append(triple)
        return by_predicate


_MANY: Final = 12
_MANY_OF_SUBJECT: Final = 48
_ByPredicate: TypeAlias = "dict[NamedNode, list[Triple]]"


class State:
    """A set of triples, and the classes of its nodes as SHACL has them, each looked up once."""

    def __init__(self, triples: Triples) -> None:
        self.triples = triples
        self._classes: dict[Term, frozenset[Term]] = {}
        self._above: dict[Term, frozenset[Term]] = {}

    def classes(self, node: Term) -> frozenset[Term]:
        """Give the classes that a node is a SHACL instance of."""
        if node not in self._classes:
            stated = (triple[2] for triple in self.triples.match(node, TYPE, None))
            self._classes[node] = frozenset().union(*map(self._and_above, stated))
        return self._classes[node]

    def instances(self, class_: Term) -> Iterator[Term]:
        """Go through the SHACL instances of a class; some may come more than once."""
        for each in self.below(class_):
            for triple in self.triples.match(None, TYPE, each):
                yield triple[0]

    def below(self, class_: Term) -> set[Term]:
        """Give a class and all its subclasses."""
        return _closed(class_, lambda each: (triple[0] for triple in self.triples.match(None, SUBCLASS, each)))

    def _and_above(self, class_: Term) -> frozenset[Term]:
        if class_ not in self._above:
            above = _closed(class_, lambda each: (triple[2] for triple in self.triples.match(each, SUBCLASS, None)))
            self._above[class_] = frozenset(above)
        return self._above[class_]


def about(node: Term, triples: Triples) -> Iterator[Triple]:
    """Go through the triples that a node is the subject or the object of."""
    return chain(triples.match(node, None, None), triples.match(None, None, node))


def _closed(start: Term, following: Callable[[Term], Iterable[Term]]) -> set[Term]:
    found, waiting = {start}, [start]
    while waiting:
        new = [each for each in following(waiting.pop()) if each not in found]
        found.update(new)
        waiting += new
    return found


class Change:
    """The triples after a change, those that it added and those that it removed.

    `added` are in `after` and were not there before; `removed` were there before and are not in `after`.
    """

    def __init__(self, after: Triples, added: Collection[Triple], removed: Collection[Triple]) -> None:
        self.triples = (*added, *removed)
        self.triples_after = after
        now = Remembered(after)
        self.after = State(now)
        self.before = State(_Differing(now, without=added, also=removed))
        self.kept = _Differing(now, without=added)
        self.either = _Differing(now, also=removed) if removed else now

    @cached_property
    def moved(self) -> Mapping[Term, frozenset[Term]]:
        """For each class the nodes that the change made its instances, or no longer its instances."""
        moved: dict[Term, set[Term]] = defaultdict(set)
        for node in self._retyped():
            for class_ in self.before.classes(node) ^ self.after.classes(node):
                moved[class_].add(node)
        return {class_: frozenset(nodes) for class_, nodes in moved.items()}

    @cached_property
    def appeared(self) -> frozenset[Term]:
        """The nodes of which there were no triples before the change, or are none after it."""
        nodes = {node for subject, _, object_ in self.triples for node in (subject, object_)}
        states = (self.before.triples, self.after.triples)
        return frozenset(node for node in nodes if not all(any(about(node, triples)) for triples in states))

    def _retyped(self) -> Iterator[Term]:
        """Go through the nodes whose types changed, themselves or because one of their classes did."""
        yield from dict.fromkeys(triple[0] for triple in self.triples if triple[1] == TYPE)
        for triple in self.triples:
            if triple[1] == SUBCLASS:
                yield from State(self.either).instances(triple[0])


class _Differing:
    """Triples without some, and with some more."""

    def __init__(self, triples: Triples, *, without: Iterable[Triple] = (), also: Iterable[Triple] = ()) -> None:
        self._triples, self._without, self._also = triples, frozenset(without), TriplesInMemory(also)

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        """Go through the triples that have these parts, None for any."""
        for triple in self._triples.match(subject, predicate, object_):
            if triple not in self._without:
                yield triple
        if self._also:
            yield from self._also.match(subject, predicate, object_)

    def __contains__(self, triple: Triple) -> bool:
        return triple in self._also or (triple not in self._without and triple in self._triples)
