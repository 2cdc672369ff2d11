"""Triples that can be looked up by any of their parts: those of a store, or of a store with a change on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from .terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Triple: TypeAlias = tuple[Term, NamedNode, Term]
"""Subject, predicate, object; a plain tuple, since looking up terms in a record of Oxigraph's makes them anew."""

_MERGE = DefaultGraph()


def triple_of(quad: Quad) -> Triple:
    """Give the terms of a quad without its graph."""
    subject, predicate, object_, _ = quad
    return subject, predicate, object_


def quad_of(triple: Triple, graph: NamedNode | DefaultGraph = _MERGE) -> Quad:
    """Put a triple into a graph."""
    subject, predicate, object_ = triple
    return Quad(subject, predicate, object_, graph)  # type: ignore[arg-type]


class Triples(Protocol):
    """A set of triples."""

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        """Go through the triples that have these parts, None for any."""

    def __contains__(self, triple: Triple) -> bool:
        """Tell whether a triple is in the set."""


class StoredTriples:
    """The triples of a store's default graph; in a `with` block, the store is let go of at the end."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        del self._store  # whoever still refers to these triples keeps no file open

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        """Go through the triples that have these parts, None for any."""
        if isinstance(subject, Literal):
            return
        for found, relation, value, _ in self._store.quads_for_pattern(subject, predicate, object_, _MERGE):
            yield found, relation, value

    def __contains__(self, triple: Triple) -> bool:
        subject, predicate, object_ = triple
        return not isinstance(subject, Literal) and Quad(subject, predicate, object_, _MERGE) in self._store


class TriplesInMemory:
    """Triples in dictionaries."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._all: dict[Triple, None] = {}
        self._by_subject: dict[Term, dict[Triple, None]] = {}
        self._by_predicate: dict[Term, dict[Triple, None]] = {}
        self._by_object: dict[Term, dict[Triple, None]] = {}
        for triple in triples:
            self.add(triple)

    def add(self, triple: Triple) -> None:
        """Put a triple into the set."""
        if triple not in self._all:
            self._all[triple] = None
            for index, term in zip((self._by_subject, self._by_predicate, self._by_object), triple, strict=True):
                index.setdefault(term, {})[triple] = None

    def discard(self, triple: Triple) -> None:
        """Take a triple out of the set if it is there."""
        if triple in self._all:
            del self._all[triple]
            for index, term in zip((self._by_subject, self._by_predicate, self._by_object), triple, strict=True):
                del index[term][triple]

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        """Go through the triples that have these parts, None for any; the set may change meanwhile."""
        pattern = (subject, predicate, object_)
        indexes = (self._by_subject, self._by_predicate, self._by_object)
        candidates = [index.get(term, {}) for index, term in zip(indexes, pattern, strict=True) if term is not None]
        smallest = min(candidates, key=lambda each: len(each)) if candidates else self._all  # noqa: PLW0108 - for mypy
        for triple in tuple(smallest):
            if all(asked is None or asked == part for asked, part in zip(pattern, triple, strict=True)):
                yield triple

    def __contains__(self, triple: Triple) -> bool:
        return triple in self._all

    def __iter__(self) -> Iterator[Triple]:
        return iter(tuple(self._all))

    def __len__(self) -> int:
        return len(self._all)


class ChangedTriples:
    """A set of triples with a change on top, which leaves the set itself alone."""

    def __init__(self, base: Triples) -> None:
        self.base = base
        self.added = TriplesInMemory()
        self.removed = TriplesInMemory()

    def add(self, triple: Triple) -> bool:
        """Put a triple into the set; tell whether it was not there."""
        if triple in self:
            return False
        if triple in self.removed:
            self.removed.discard(triple)
        else:
            self.added.add(triple)
        return True

    def discard(self, triple: Triple) -> bool:
        """Take a triple out of the set; tell whether it was there."""
        if triple not in self:
            return False
        if triple in self.added:
            self.added.discard(triple)
        else:
            self.removed.add(triple)
        return True

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None) -> Iterator[Triple]:
        """Go through the triples that have these parts, None for any; the set may change meanwhile."""
        removed = self.removed
        for triple in self.base.match(subject, predicate, object_):
            if triple not in removed:
                yield triple
        yield from self.added.match(subject, predicate, object_)

    def __contains__(self, triple: Triple) -> bool:
        return triple in self.added or (triple not in self.removed and triple in self.base)
