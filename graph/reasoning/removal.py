"""What no longer follows when facts are taken back: delete and rederive, with a look for another proof before deleting.

See Motik, Nenov, Piro, Horrocks: Incremental Update of Datalog Materialisation: the Backward/Forward Algorithm
(AAAI 2015). Without that look, one of a thousand statements that make Russia a polity would take down all that follows
from its being one, to put it back at once.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from ..triples import TriplesInMemory
from .addition import discretion
from .lookups import Lookups
from .proving import Prover
from .records import Consequences
from .saturation import saturate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import NamedNode

    from ..terms import Term
    from ..triples import ChangedTriples, Triple, Triples
    from .ontology import Rules


def remove_from(
    rules: Rules, changed: ChangedTriples, removed: Iterable[Triple], is_asserted: Callable[[Triple], bool]
) -> Consequences:
    """Take from triples what follows from nothing that is left, once `removed` are not asserted any more.

    `removed` are taken out as well, if they are still there, but for those that follow from what is left.
    `is_asserted` tells of the triples after the change, those that are added with it among them.
    """
    removal = _Removal(rules, changed, dict.fromkeys(removed), is_asserted)
    removal.withdraw()
    removal.restore()
    return removal.result()


class _Before:
    """The triples as they were before they became fewer."""

    def __init__(self, now: Triples, gone: TriplesInMemory) -> None:
        self._now = now
        self._gone = gone

    def match(self, subject: Term | None, predicate: NamedNode | None, object_: Term | None, /) -> Iterator[Triple]:
        yield from self._now.match(subject, predicate, object_)
        yield from self._gone.match(subject, predicate, object_)

    def __contains__(self, triple: Triple, /) -> bool:
        return triple in self._gone or triple in self._now


class _Removal:
    def __init__(
        self, rules: Rules, changed: ChangedTriples, removed: dict[Triple, None], is_asserted: Callable[[Triple], bool]
    ) -> None:
        self._rules = rules
        self._changed = changed
        self._removed = removed
        self._gone = TriplesInMemory(removed)
        for triple in removed:
            changed.discard(triple)
        self._before = _Before(changed, self._gone)
        self._prover = Prover(rules, changed, lambda triple: triple not in removed and is_asserted(triple))
        may_say = discretion(rules, changed)
        self._follow = [triple for triple in removed if self._prover.has_proof(triple) and may_say(triple)]

    def withdraw(self) -> None:
        """Take out whatever was concluded from what is gone and is found to have no other proof."""
        program = self._rules.program
        keys = program.keys_in(self._before)
        still_there = set(self._follow)
        queue = deque(triple for triple in self._removed if triple not in still_there)
        while queue:
            triple = queue.popleft()
            for firing in program.set_off_by(triple, keys):
                for conclusion in firing.conclusions(triple, self._before, self._is_in_doubt):
                    if not self._prover.has_proof(conclusion):
                        self._changed.discard(conclusion)
                        self._gone.add(conclusion)
                        queue.append(conclusion)

    def _is_in_doubt(self, triple: Triple) -> bool:
        return triple not in self._gone and triple not in self._prover.proven and triple in self._changed

    def restore(self) -> None:
        """Put back what follows from what is left, and what follows from that."""
        back = [*self._follow]
        lookups = Lookups(self._changed)
        may_say = discretion(self._rules, lookups)
        undecided = (triple for triple in self._prover.undecided if may_say(triple))
        back += [triple for triple in undecided if any(True for _ in self._prover.ways(triple))]
        for triple in back:
            self._changed.add(triple)
        saturate(self._rules.program, lookups, back, may_say)

    def result(self) -> Consequences:
        """Give what changed."""
        gone = [triple for triple in self._gone if triple not in self._removed and triple not in self._changed]
        return Consequences(tuple(triple for triple in self._removed if triple in self._changed), tuple(gone))
