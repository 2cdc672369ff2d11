"""Automata: the ways along triples that a path of SHACL or SPARQL, or a whole shape, goes from a node."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from ..terms import Term
    from ..triples import Triple, Triples

State: TypeAlias = int
START: State = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A step along one triple, from its subject to its object or the other way; any predicate where none is named."""

    predicate: NamedNode | None
    inverse: bool = False

    @property
    def back(self) -> Step:
        """The same step the other way."""
        return Step(self.predicate, not self.inverse)

    def fits(self, triple: Triple) -> bool:
        """Tell whether the step can be taken along a triple."""
        return self.predicate is None or self.predicate == triple[1]

    def ends(self, triple: Triple) -> tuple[Term, Term]:
        """Give the node that the step comes from and the one that it leads to."""
        return (triple[2], triple[0]) if self.inverse else (triple[0], triple[2])

    def from_node(self, node: Term, triples: Triples) -> Iterator[Triple]:
        """Go through the triples along which the step leads away from a node."""
        return triples.match(None, self.predicate, node) if self.inverse else triples.match(node, self.predicate, None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """One path after the other."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Any of several paths."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A path that may be gone more than once (`often`), or not at all (`perhaps`)."""

    part: Path
    often: bool
    perhaps: bool


Path: TypeAlias = Step | Sequence | Alternative | Repeated


class Automaton:
    """States and the steps between them; a move without a step changes the state and stays at the node."""

    def __init__(self) -> None:
        self._onward: list[list[tuple[Step | None, State]]] = [[]]
        self._backward: list[list[tuple[Step | None, State]]] = [[]]

    def state(self) -> State:
        """Make a new state."""
        self._onward.append([])
        self._backward.append([])
        return len(self._onward) - 1

    def move(self, source: State, step: Step | None, goal: State) -> None:
        """Let a step, or none, lead from one state to another."""
        if source == goal and step is None:
            return
        self._onward[source].append((step, goal))
        self._backward[goal].append((None if step is None else step.back, source))

    def add(self, path: Path, source: State) -> State:
        """Let a path lead away from a state; give the state that it ends in."""
        if isinstance(path, Step):
            goal = self.state()
            self.move(source, path, goal)
            return goal
        if isinstance(path, Sequence):
            return reduce(lambda state, part: self.add(part, state), path.parts, source)
        if isinstance(path, Alternative):
            goal = self.state()
            for part in path.parts:
                self.move(self.add(part, source), None, goal)
            return goal
        return self._add_repeated(path, source)

    def _add_repeated(self, path: Repeated, source: State) -> State:
        entry, goal = self.state(), self.state()
        self.move(source, None, entry)
        end = self.add(path.part, entry)
        self.move(end, None, goal)
        if path.often:
            self.move(end, None, entry)
        if path.perhaps:
            self.move(entry, None, goal)
        return goal

    def steps(self) -> Iterator[tuple[State, Step, State]]:
        """Go through all steps with the states that they lead from and to."""
        for source, moves in enumerate(self._onward):
            for step, goal in moves:
                if step is not None:
                    yield source, step, goal

    def walk(
        self, triples: Triples, node: Term, source: State, goal: State, *, backward: bool = False
    ) -> Iterator[tuple[Term, Triple | None]]:
        """Give each node that is reached in the goal state, and each triple on the way there or elsewhere.

        A node comes with None, a triple with the node that it leads to.
        """
        moves = self._backward if backward else self._onward
        seen = {(node, source)}
        if source == goal:
            yield node, None
        going = [_onward(moves[source], node, triples)]
        while going:
            for there, state, triple in going[-1]:
                if triple is not None:
                    yield there, triple
                if (there, state) not in seen:
                    seen.add((there, state))
                    if state == goal:
                        yield there, None
                    going.append(_onward(moves[state], there, triples))
                    break
            else:
                going.pop()

    def nodes(
        self, triples: Triples, node: Term, source: State, goal: State, *, backward: bool = False
    ) -> Iterator[Term]:
        """Give each node that is reached in the goal state."""
        if source == goal and not (self._backward if backward else self._onward)[source]:
            return iter((node,))
        return (found for found, triple in self.walk(triples, node, source, goal, backward=backward) if triple is None)


def _onward(
    moves: list[tuple[Step | None, State]], node: Term, triples: Triples
) -> Iterator[tuple[Term, State, Triple | None]]:
    """Go through the nodes and states that moves lead to, each with the triple on the way, as they are asked for."""
    for step, state in moves:
        if step is None:
            yield node, state, None
        else:
            for triple in step.from_node(node, triples):
                yield step.ends(triple)[1], state, triple


class Way:
    """The relation between two nodes that a path describes; where it may be empty, any node is in it with itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._automaton = Automaton()
        self._end = self._automaton.add(path, START)
        self.may_be_empty = _may_be_empty(path)
        self.predicates = frozenset(step.predicate for _, step, _ in self._automaton.steps())

    def ends(self, start: Term, triples: Triples) -> Iterator[Term]:
        """Go through the nodes that the path leads to; some may come more than once."""
        return self._automaton.nodes(triples, start, START, self._end)

    def starts(self, end: Term, triples: Triples) -> Iterator[Term]:
        """Go through the nodes that the path leads from; some may come more than once."""
        return self._automaton.nodes(triples, end, self._end, START, backward=True)

    def triples(self, start: Term, triples: Triples) -> Iterator[Triple]:
        """Go through the triples that the path may lead along."""
        return (triple for _, triple in self._automaton.walk(triples, start, START, self._end) if triple is not None)

    def along(self, triple: Triple, triples: Triples) -> Iterator[tuple[Term, None, Term]]:
        """Go through the ends between which the path can lead along a triple."""
        for source, step, goal in self._automaton.steps():
            if step.fits(triple):
                before, after = step.ends(triple)
                starts = self._automaton.nodes(triples, before, source, START, backward=True)
                ends = list(self._automaton.nodes(triples, after, goal, self._end))
                yield from ((start, None, end) for start in starts for end in ends)


def _may_be_empty(path: Path) -> bool:
    if isinstance(path, Repeated):
        return path.perhaps or _may_be_empty(path.part)
    if isinstance(path, Step):
        return False
    return (all if isinstance(path, Sequence) else any)(map(_may_be_empty, path.parts))
