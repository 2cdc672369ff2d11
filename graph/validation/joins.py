"""Joins: the nodes and triples that patterns which hold together can match, found by looking triples up.

Each variable has a set of candidates, and each pattern is followed once, from what is known of its ends: that gives the
triples it can match, and these narrow the candidates. What comes out is all that any solution uses, and may be a little
more; it costs no more than the triples looked at, where going through all solutions would cost their number.

The pattern to be followed next is one with both ends known, or else the one with the fewest matches, and that is found
out by a race: of each that could be next a few matches are taken in turn, until one has no more. So a node with very
many triples costs nothing as long as another pattern leads around it. A node that a pattern starts from counts like a
match, since it takes a look-up even if nothing is found.
"""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import NamedNode

from .automata import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from ..terms import Term
    from ..triples import Triple, Triples
    from .scopes import Node, Pattern

Candidates: TypeAlias = "dict[str, set[Term]]"
"""The values that variables can have, as far as that is known."""

_Match: TypeAlias = "tuple[Term, Term | None, Term]"
"""Subject, predicate and object of what a pattern matches; a path has no predicate."""

_FIRST_ROUND = 8


class Join:
    """Patterns that hold together, followed from some values on."""

    def __init__(self, patterns: Iterable[Pattern], values: Mapping[str, Iterable[Term]], triples: Triples) -> None:
        self.candidates: Candidates = {name: set(some) for name, some in values.items()}
        self._waiting = list(patterns)
        self._triples = triples
        self._matches: list[tuple[Pattern, list[_Match]]] = []

    def solve(self, narrow: Callable[[Candidates], bool] | None = None) -> bool:
        """Follow all patterns; tell whether each has a match. `narrow` may take candidates away, or end it all."""
        while self._waiting:
            if narrow is not None and not narrow(self.candidates):
                return False
            pattern, matches = self._next()
            self._waiting.remove(pattern)
            self._matches.append((pattern, matches))
            self.candidates |= _values(pattern, matches)
            if not matches:
                return False
        return narrow is None or narrow(self.candidates)

    def triples(self) -> Iterator[Triple]:
        """Go through the triples that the patterns match."""
        for pattern, matches in self._matches:
            for subject, predicate, object_ in matches:
                if self._is_candidate(pattern.subject, subject) and self._is_candidate(pattern.object, object_):
                    if isinstance(pattern.relation, Way):
                        yield from pattern.relation.triples(subject, self._triples)
                    else:
                        yield subject, predicate, object_  # type: ignore[misc]

    def _is_candidate(self, node: Node, term: Term) -> bool:
        return not isinstance(node, str) or term in self.candidates[node]

    def _known(self, node: Node) -> Collection[Term] | None:
        return self.candidates.get(node) if isinstance(node, str) else (node,)

    def _next(self) -> tuple[Pattern, list[_Match]]:
        racing: list[_Runner] = []
        for pattern in self._waiting:
            subjects, objects = self._known(pattern.subject), self._known(pattern.object)
            if subjects is not None and objects is not None:
                return self._between(pattern, subjects, objects)
            if subjects is not None:
                racing.append(_Runner(pattern, self._from_subjects(pattern, subjects), len(subjects)))
            elif objects is not None:
                racing.append(_Runner(pattern, self._from_objects(pattern, objects), len(objects)))
        return _race(racing or [_Runner(self._waiting[0], self._anywhere(self._waiting[0]))])

    def _between(
        self, pattern: Pattern, subjects: Collection[Term], objects: Collection[Term]
    ) -> tuple[Pattern, list[_Match]]:
        if len(subjects) * len(objects) <= len(subjects) + len(objects) and isinstance(pattern.relation, NamedNode):
            asked = ((subject, pattern.relation, object_) for subject in subjects for object_ in objects)
            return pattern, [match for match in asked if match in self._triples]
        onward = (each for each in self._from_subjects(pattern, subjects) if each is None or each[2] in objects)
        backward = (each for each in self._from_objects(pattern, objects) if each is None or each[0] in subjects)
        return _race([_Runner(pattern, onward, len(subjects)), _Runner(pattern, backward, len(objects))])

    def _from_subjects(self, pattern: Pattern, subjects: Collection[Term]) -> Iterator[_Match | None]:
        for subject in tuple(subjects):
            yield None
            if isinstance(pattern.relation, Way):
                yield from ((subject, None, each) for each in pattern.relation.ends(subject, self._triples))
            else:
                yield from self._found(pattern, subject, None)

    def _from_objects(self, pattern: Pattern, objects: Collection[Term]) -> Iterator[_Match | None]:
        for object_ in tuple(objects):
            yield None
            if isinstance(pattern.relation, Way):
                yield from ((each, None, object_) for each in pattern.relation.starts(object_, self._triples))
            else:
                yield from self._found(pattern, None, object_)

    def _anywhere(self, pattern: Pattern) -> Iterator[_Match | None]:
        if isinstance(pattern.relation, Way):
            ends = ((subject, object_) for subject, _, object_ in self._triples.match(None, None, None))
            yield from self._from_subjects(pattern, {node for pair in ends for node in pair})
        else:
            yield from self._found(pattern, None, None)

    def _found(self, pattern: Pattern, subject: Term | None, object_: Term | None) -> Iterator[_Match]:
        predicates = self._known(pattern.relation)  # type: ignore[arg-type]
        for predicate in (None,) if predicates is None else tuple(predicates):
            found = self._triples.match(subject, predicate, object_)  # type: ignore[arg-type]
            yield from filter(pattern.fits, found) if pattern.repeats else found


class _Runner:
    """A pattern that may be followed next, with the matches found so far and those to come, None for each start."""

    def __init__(self, pattern: Pattern, coming: Iterator[_Match | None], starts: int = 0) -> None:
        self.pattern, self.starts, self.found = pattern, starts, list[_Match]()
        self._coming, self._size = coming, _FIRST_ROUND

    def finishes(self) -> bool:
        """Take some more matches, twice as many each time; tell whether there were no more."""
        more = list(islice(self._coming, self._size))
        self.found += filter(None, more)
        finished = len(more) < self._size
        self._size *= 2
        return finished


def _race(runners: list[_Runner]) -> tuple[Pattern, list[_Match]]:
    for runner in cycle(sorted(runners, key=lambda each: each.starts)):
        if runner.finishes():
            return runner.pattern, runner.found
    raise AssertionError("a race without runners")


def touched(pattern: Pattern, changed: Iterable[Triple], triples: Triples) -> Candidates:
    """Give the values for which a pattern can match one of some triples, or a path can go along it."""
    if isinstance(pattern.relation, Way):
        return _values(pattern, [pair for triple in changed for pair in pattern.relation.along(triple, triples)])
    return _values(pattern, [match for match in changed if pattern.fits(match)])


def _values(pattern: Pattern, matches: Sequence[_Match]) -> Candidates:
    """Give the values that the variables of a pattern have in some matches, if there are any."""
    values: Candidates = {}
    for place, end in enumerate((pattern.subject, pattern.relation, pattern.object)):
        if isinstance(end, str) and matches:
            values[end] = {match[place] for match in matches}  # type: ignore[misc]  # a path has no variable between
    return values


def matching(pattern: Pattern) -> frozenset[tuple[Term | None, Term | None]]:
    """Give the predicates, with the objects, of triples that a pattern may match, None for any."""
    if isinstance(pattern.relation, Way):
        return frozenset((predicate, None) for predicate in pattern.relation.predicates)
    ends = (pattern.relation, pattern.object)
    return frozenset({tuple(None if isinstance(end, str) else end for end in ends)})  # type: ignore[arg-type]
