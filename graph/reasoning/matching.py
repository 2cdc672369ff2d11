"""Matching: how what a rule asks is found among triples, so that what is known narrows the search first.

The parts of a rule are numbered slots: a constant fills its slot from the start, a variable once it is found, and an
empty slot is just what a look-up takes for any term. Terms may be terms or numbers that stand for them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from pyoxigraph import Literal

from .datatypes import have_different_values, is_value
from .rules import Atom, Kind, Part, Variable

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from ..terms import Term


N = TypeVar("N", bound=Hashable)
"""A term, or a number that stands for one."""

Found: TypeAlias = tuple[N, N, N]
Node: TypeAlias = Any
"""A term, where terms stand for themselves: that predicates are names is known, but not to the types of this module."""

Fact: TypeAlias = Found[Node]
Slots: TypeAlias = list[N | None]
Places: TypeAlias = tuple[int, int, int]
"""The slots of subject, predicate and object."""


class Searchable(Protocol[N]):
    """Triples that can be looked up by any of their parts."""

    def match(self, subject: N | None, predicate: N | None, object_: N | None, /) -> Iterator[Found[N]]:
        """Go through the triples that have these parts, None for any."""

    def __contains__(self, triple: Found[N], /) -> bool:
        """Tell whether a triple is there."""


class Step(Protocol[N]):
    """One step of a search."""

    def solutions(self, slots: Slots[N], triples: Searchable[N], /) -> Iterator[None]:
        """Fill slots in each way that fits, and empty them again."""


@dataclass(frozen=True, slots=True)
class Question(Generic[N]):
    """What a rule asks of terms, by their slots; `decode` tells what stands for which term."""

    kind: Kind
    asked: tuple[int, ...]
    datatype: NamedNode | None
    decode: Callable[[N], object]

    def holds(self, slots: Slots[N]) -> bool:
        """Answer it."""
        terms = [self.decode(slots[slot]) for slot in self.asked]  # type: ignore[arg-type]
        literals = [term for term in terms if isinstance(term, Literal)]
        if len(literals) < len(terms):
            return False
        if self.datatype is None:
            return have_different_values(*literals)
        return is_value(literals[0], self.datatype) is (self.kind is Kind.VALUE)


@dataclass(frozen=True, slots=True)
class _Tested(Generic[N]):
    """A question all of whose terms are known."""

    question: Question[N]

    def solutions(self, slots: Slots[N], triples: Searchable[N], /) -> Iterator[None]:  # noqa: ARG002 - as any step
        if self.question.holds(slots):
            yield


@dataclass(frozen=True, slots=True)
class _Check(Generic[N]):
    """A triple all of whose parts are known."""

    places: Places

    def solutions(self, slots: Slots[N], triples: Searchable[N], /) -> Iterator[None]:
        if _filled(self.places, slots) in triples:
            yield


@dataclass(frozen=True, slots=True)
class _Search(Generic[N]):
    """A triple some of whose parts are not known."""

    places: Places
    free: tuple[tuple[int, int], ...]

    def solutions(self, slots: Slots[N], triples: Searchable[N], /) -> Iterator[None]:
        subject, predicate, object_ = self.places
        for found in triples.match(slots[subject], slots[predicate], slots[object_]):
            for part, slot in self.free:
                slots[slot] = found[part]
            if _filled(self.places, slots) == found:  # not where one variable stands for two different terms
                yield
            for _, slot in self.free:
                slots[slot] = None


@dataclass(frozen=True, slots=True)
class _Race(Generic[N]):
    """Several triples that share the one part that is not known: the shortest of their lists tells what it may be.

    No list is gone through further than the shortest is long, as one of the known parts may stand in ever so many
    triples.
    """

    searches: tuple[tuple[Places, int], ...]
    slot: int

    def solutions(self, slots: Slots[N], triples: Searchable[N], /) -> Iterator[None]:
        candidates, shortest = self._shortest(slots, triples)
        others = [places for places, _ in self.searches if places != shortest]
        for candidate in candidates:
            slots[self.slot] = candidate
            if all(_filled(places, slots) in triples for places in others):
                yield
        slots[self.slot] = None

    def _shortest(self, slots: Slots[N], triples: Searchable[N]) -> tuple[list[N], Places]:
        running = [
            (triples.match(slots[places[0]], slots[places[1]], slots[places[2]]), part, places, list[N]())
            for places, part in self.searches
        ]
        while True:
            for search, part, places, candidates in running:
                found = next(search, None)
                if found is None:
                    return candidates, places
                candidates.append(found[part])


def _filled(places: Places, slots: Slots[N]) -> Found[N]:
    subject, predicate, object_ = places
    return slots[subject], slots[predicate], slots[object_]  # type: ignore[return-value]


def plan(
    atoms: Iterable[Places],
    questions: Iterable[Question[N]],
    known: Collection[int],
    rank: Callable[[Places], int] = lambda _: 0,
) -> Iterator[tuple[Step[N], frozenset[int]]]:
    """Order what a rule asks: what can be answered at once first, then the search that has most to go by.

    Gives each step with the slots that are known after it. `rank` tells, of patterns that are as well known as each
    other, which one to look for first.
    """
    waiting, asking, now = list(dict.fromkeys(atoms)), list(questions), frozenset(known)
    while waiting or asking:
        for question in [each for each in asking if now.issuperset(each.asked)]:
            asking.remove(question)
            yield _Tested(question), now
        for atom in [each for each in waiting if now.issuperset(each)]:
            waiting.remove(atom)
            yield _Check(atom), now
        if waiting:
            search: tuple[Step[N], list[Places]] = _next_search(waiting, now, rank)
            step, answered = search
            now = now.union(*answered)
            waiting = [each for each in waiting if each not in answered]
            yield step, now


def _next_search(
    waiting: Sequence[Places], known: frozenset[int], rank: Callable[[Places], int]
) -> tuple[Step[N], list[Places]]:
    free = {atom: tuple((part, slot) for part, slot in enumerate(atom) if slot not in known) for atom in waiting}
    best = min(waiting, key=lambda atom: (len(free[atom]), rank(atom)))
    slots = [slot for _, slot in free[best]]
    rivals = [atom for atom in waiting if [slot for _, slot in free[atom]] == slots]
    if len(slots) == 1 and len(rivals) > 1:
        return _Race(tuple((atom, free[atom][0][0]) for atom in rivals), slots[0]), rivals
    return _Search(best, free[best]), [best]


def solve(steps: Sequence[Step[N]], slots: Slots[N], triples: Searchable[N], start: int = 0) -> Iterator[None]:
    """Go through all ways to take the steps, the slots filled accordingly at each."""
    if start == len(steps):
        yield
        return
    for _ in steps[start].solutions(slots, triples):
        yield from solve(steps, slots, triples, start + 1)


def number_slots(atoms: Iterable[Atom]) -> dict[Part, int]:
    """Give each part of some patterns a slot."""
    slots: dict[Part, int] = {}
    for atom in atoms:
        for part in atom:
            slots.setdefault(part, len(slots))
    return slots


def places_of(atom: Atom, slots: Mapping[Part, int]) -> Places:
    """Give the slots of a pattern."""
    return slots[atom.subject], slots[atom.predicate], slots[atom.object]


def answers(atoms: Sequence[Atom], triples: Searchable[Node]) -> Iterator[dict[Variable, Term]]:
    """Find patterns among triples: for each way to do so what the variables stand for."""
    slots = number_slots(atoms)
    filled: Slots[Node] = [None if isinstance(part, Variable) else part for part in slots]
    known = {slot for part, slot in slots.items() if not isinstance(part, Variable)}
    planned: Iterator[tuple[Step[Node], frozenset[int]]] = plan([places_of(atom, slots) for atom in atoms], (), known)
    for _ in solve([step for step, _ in planned], filled, triples):
        yield {part: filled[slot] for part, slot in slots.items() if isinstance(part, Variable)}  # type: ignore[misc]
