"""Proving: whether a triple follows, by some chain of rules, from what is asserted."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final

from ..namespaces import TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..terms import Term
    from ..triples import Triple, Triples
    from .ontology import Rules

_EFFORT: Final = 500
"""How many steps a search for the proof of one triple may take."""

_FEW_RULES: Final = 4
"""If more rules than this can conclude something, it is first looked at what kinds of triples its subject stands in."""

_FEW: Final = 8
"""That is only done for things that stand in no more triples than this, and known to be so after as many."""


class Prover:
    """Looks for proofs among triples that become fewer, and remembers what it found.

    That something has a proof stays true, since a proof rests on asserted triples; that it has none stays true as well
    while no triples come back.
    """

    def __init__(self, rules: Rules, triples: Triples, is_asserted: Callable[[Triple], bool]) -> None:
        self._rules = rules
        self._triples = triples
        self._is_asserted = is_asserted
        self._keys = rules.program.keys_in(triples)
        self._outlines: dict[Term, frozenset[object] | None] = {}
        self.proven: set[Triple] = set()
        self.refuted: set[Triple] = set()
        self.undecided: list[Triple] = []
        """Triples for which the effort did not suffice."""

    def has_proof(self, triple: Triple) -> bool:
        """Tell whether a triple is found to have a proof."""
        if triple not in self.proven and triple not in self.refuted:
            search = _Search(self, triple)
            if search.run():
                self.proven |= search.proven
                self.refuted |= set() if triple in self.proven else search.seen - search.proven
            else:
                self.undecided.append(triple)
        return triple in self.proven

    def needs_none(self, triple: Triple) -> bool:
        """Tell whether a triple is asserted, or follows within the ontology."""
        return triple in self._rules.inferences or self._is_asserted(triple)

    def ways(self, triple: Triple) -> Iterator[tuple[Triple, ...]]:
        """Go through the premises from which one rule concludes a triple."""
        firings = self._rules.program.concluding(triple, self._keys)
        outline = self._outline(triple[0]) if len(firings) > _FEW_RULES else None
        for firing in firings:
            if outline is None or firing.asked_of_subject <= outline:
                yield from firing.premises(triple, self._triples)

    def _outline(self, term: Term) -> frozenset[object] | None:
        """Give what rules may ask of a term, if it stands in few triples."""
        if term not in self._outlines:
            out = list(islice(self._triples.match(term, None, None), _FEW + 1))
            into = list(islice(self._triples.match(None, None, term), _FEW + 1)) if len(out) <= _FEW else out
            few = max(len(out), len(into)) <= _FEW
            asked = {(True, p, o if p == TYPE else None) for _, p, o in out} | {(False, p, None) for _, p, _ in into}
            self._outlines[term] = frozenset(asked) if few else None
        return self._outlines[term]


class _Search:
    """One search for a proof: what it came across, and which premise each way that it tried waits for.

    Where nothing more is to be tried, whatever was come across and is not proven has no proof: all ways to conclude it
    wait for something else of that kind.
    """

    def __init__(self, prover: Prover, goal: Triple) -> None:
        self._prover = prover
        self._goal = goal
        self._open: list[tuple[Triple, Iterator[tuple[Triple, ...]]]] = []
        self._waiting: dict[Triple, list[tuple[Triple, tuple[Triple, ...]]]] = defaultdict(list)
        self.seen: set[Triple] = set()
        self.proven: set[Triple] = set()

    def run(self) -> bool:
        """Search until the goal is proven or cannot be; tell whether the effort sufficed for that."""
        self._look_at(self._goal)
        steps = 0
        while self._open and self._goal not in self.proven:
            if steps == _EFFORT:
                return False
            steps += 1
            triple, ways = self._open[-1]
            premises = None if triple in self.proven else next(ways, None)
            if premises is None:
                self._open.pop()
            else:
                self._try([(triple, premises)])
        return True

    def _look_at(self, triple: Triple) -> None:
        self.seen.add(triple)
        if triple in self._prover.proven or self._prover.needs_none(triple):
            self.proven.add(triple)
        elif triple not in self._prover.refuted:
            self._open.append((triple, self._prover.ways(triple)))

    def _try(self, ways: list[tuple[Triple, tuple[Triple, ...]]]) -> None:
        """Prove what all premises are proven of, and try again what waited for that."""
        while ways:
            triple, premises = ways.pop()
            missing = self._missing(premises)
            if missing is not None:
                self._waiting[missing].append((triple, premises))
            elif triple not in self.proven:
                self.proven.add(triple)
                ways += self._waiting.pop(triple, ())

    def _missing(self, premises: tuple[Triple, ...]) -> Triple | None:
        for premise in premises:
            if premise not in self.seen:
                self._look_at(premise)
            if premise not in self.proven:
                return premise
        return None
