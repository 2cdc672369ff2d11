"""Explanation: the shortest proof of a triple, down to what is stated.

The search goes backwards over the rules, from the triple to all premises that it may follow from, and to theirs, first
where a short proof can still be hoped for: the search for lightest derivations of Felzenszwalb and McAllester (The
Generalized A* Architecture, JAIR 2007). Going round in a circle never pays.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from heapq import heappop, heappush
from itertools import count, islice
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from .records import Outcome, Proof, ProofStep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..triples import Triple, Triples
    from .matching import Node
    from .ontology import Rules
    from .program import Firing

EFFORT: Final = 20_000
"""How many ways to conclude something are looked at, unless another number is asked for."""

_AT_ONCE: Final = 16
"""How many ways to conclude one triple are looked at before it is another one's turn."""

_ALIKE: Final = 200
"""Of how many equally short proofs the first in order is taken: there may be ever so many more."""


def explain(
    rules: Rules,
    triples: Triples,
    is_asserted: Callable[[Triple], bool],
    triple: Triple,
    *,
    effort: int = EFFORT,
) -> Proof:
    """Find the shortest proof of a triple: the fewest rule applications, then the first in lexical order.

    A premise of two steps counts twice.
    """
    if is_asserted(triple):
        return Proof(triple, Outcome.STATED)
    if triple not in triples:
        return Proof(triple, Outcome.UNFOUNDED)
    search = _Search(rules, triples, is_asserted, triple)
    return Proof(triple, search.run(effort), tuple(search.steps()))


class _Way(NamedTuple):
    """A step, and those of its premises that are not stated."""

    step: ProofStep
    unproven: tuple[Triple, ...]


class _Search:
    """What was come across on the way from a triple to what is stated.

    The cost of a triple is the number of rule applications in its shortest proof so far. What is outside of it is the
    least number of all others that a proof of the goal needs if it goes through this triple. A triple is open while
    there may be more ways to conclude it.
    """

    def __init__(self, rules: Rules, triples: Triples, is_asserted: Callable[[Triple], bool], goal: Triple) -> None:
        self._rules = rules
        self._triples = triples
        self._is_asserted = is_asserted
        self._goal = goal
        self._keys = rules.program.keys_in(triples)
        self._stated: dict[Triple, bool] = {}
        self._costs: dict[Triple, float] = {}
        self._outside: dict[Triple, int] = {}
        self._ways: dict[Triple, list[_Way]] = defaultdict(list)
        self._uses: dict[Triple, list[_Way]] = defaultdict(list)
        self._at_once: Counter[Triple] = Counter()
        self._open: dict[Triple, Iterator[ProofStep]] = {}
        self._open_by_outside: Counter[int] = Counter()
        self._agenda: list[tuple[int, int, Triple]] = []
        self._turns = count()

    def run(self, effort: int) -> Outcome:
        """Look for proofs as long as there may be a shorter one, or one that is as short and comes first."""
        self._reach(self._goal, 0)
        while self._open and effort > 0 and self._least <= self._costs.get(self._goal, inf):
            if self._least == self._costs.get(self._goal):
                effort = min(effort, _ALIKE)
            effort -= self._look_further(min(effort, _AT_ONCE))
        if self._goal not in self._costs:
            return Outcome.UNFINISHED if self._open else Outcome.UNFOUNDED
        return Outcome.PROVEN if self._costs[self._goal] <= self._least else Outcome.PERHAPS_LONGER

    @property
    def _least(self) -> float:
        """The least cost of a proof that is still to be found."""
        return 1 + min((outside for outside, number in self._open_by_outside.items() if number), default=inf)

    def _look_further(self, most: int) -> int:
        """Look at some more ways to conclude the triple whose turn it is; tell how many there were."""
        turn, _, triple = heappop(self._agenda)
        steps = list(islice(self._open.get(triple, ()), most))
        for step in steps:
            self._weigh(step)
        if triple in self._open:
            if len(steps) < most or self._at_once[triple] >= _ALIKE:
                del self._open[triple]
                self._open_by_outside[self._outside[triple]] -= 1
            else:
                heappush(self._agenda, (turn + 1, next(self._turns), triple))
        return len(steps)

    def _weigh(self, step: ProofStep) -> None:
        """Take in a way to conclude something."""
        unproven = tuple(premise for premise in dict.fromkeys(step.premises) if not self._is_stated(premise))
        way = _Way(step, unproven)
        self._ways[step.conclusion].append(way)
        self._at_once[step.conclusion] += not unproven
        for premise in unproven:
            self._uses[premise].append(way)
            self._reach(premise, self._outside[step.conclusion] + len(unproven))
        self._pass_on(way)

    def _pass_on(self, way: _Way) -> None:
        """Find out what a way costs, and what is proven at less cost now that there is this way."""
        cheaper = [way]
        while cheaper:
            way = cheaper.pop()
            cost, conclusion = self._cost(way), way.step.conclusion
            if cost < self._costs.get(conclusion, inf):
                self._costs[conclusion] = cost
                cheaper += self._uses[conclusion]

    def _cost(self, way: _Way) -> float:
        return 1 + sum(self._costs.get(premise, inf) for premise in way.unproven)

    def _reach(self, triple: Triple, outside: int) -> None:
        """Put a triple on the agenda, or further up if a proof through it may be shorter than was known."""
        waiting = [(triple, outside)]
        while waiting:
            triple, outside = waiting.pop()
            before = self._outside.get(triple)
            if before is None or outside < before:
                self._outside[triple] = outside
                self._schedule(triple, before)
                for _, unproven in self._ways.get(triple, ()):
                    waiting += [(premise, outside + len(unproven)) for premise in unproven]

    def _schedule(self, triple: Triple, before: int | None) -> None:
        if before is None:
            self._open[triple] = self._steps(triple)
        elif triple in self._open:
            self._open_by_outside[before] -= 1
        if triple in self._open:
            self._open_by_outside[self._outside[triple]] += 1
            heappush(self._agenda, (self._outside[triple], next(self._turns), triple))

    def _steps(self, triple: Triple) -> Iterator[ProofStep]:
        """Go through the ways to conclude a triple, by each rule in turn."""
        if triple in self._rules.inferences:
            yield ProofStep(triple, "ontology", ("ontology",), (), ())
        turns = deque(self._steps_by(firing, triple) for firing in self._rules.program.concluding(triple, self._keys))
        while turns:
            step = next(turns[0], None)
            if step is None:
                turns.popleft()
            else:
                yield step
                turns.rotate(-1)

    def _steps_by(self, firing: Firing[Node], triple: Triple) -> Iterator[ProofStep]:
        rule = firing.rule
        for premises in firing.premises(triple, self._triples):
            yield ProofStep(triple, rule.name, rule.names, rule.axioms, premises)

    def _is_stated(self, triple: Triple) -> bool:
        known = self._stated.get(triple)
        if known is None:
            known = self._stated[triple] = self._is_asserted(triple)
        return known

    def steps(self) -> list[ProofStep]:
        """Give the steps of the proof that was found, the longest way from what is stated first."""
        chosen: dict[Triple, ProofStep] = {}
        waiting = [self._goal] if self._goal in self._costs else []
        while waiting:
            triple = waiting.pop()
            if triple not in chosen:
                chosen[triple], unproven = self._best(triple)
                waiting += unproven
        return sorted(chosen.values(), key=lambda step: (-self._costs[step.conclusion], str(step.conclusion)))

    def _best(self, triple: Triple) -> _Way:
        """Choose one of the cheapest ways to conclude a triple, by the words in which it is told."""
        cheapest = (way for way in self._ways[triple] if self._cost(way) == self._costs[triple])
        return min(cheapest, key=lambda way: (way.step.rules, str(way.step.premises), str(way.step.axioms)))
