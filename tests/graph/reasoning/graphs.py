"""A graph for tests: what is asserted in it, and what the reasoner made of each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph.reasoning import add_to, remove_from
from mithaq.graph.triples import ChangedTriples, TriplesInMemory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mithaq.graph.reasoning import Consequences, Rules
    from mithaq.graph.triples import Triple


class ReasonedGraph:
    """Asserted triples and what follows, kept up with one change after the other, as a transaction does it."""

    def __init__(self, rules: Rules, ontology: Iterable[Triple]) -> None:
        self.rules = rules
        self.asserted = set(ontology)
        self.triples = TriplesInMemory([*self.asserted, *rules.ontology_inferences])

    @property
    def inferred(self) -> set[Triple]:
        """What is there and not asserted."""
        return set(self.triples) - self.asserted

    def add(self, triples: Iterable[Triple]) -> Consequences:
        """Assert triples."""
        changed = ChangedTriples(self.triples)
        added = [triple for triple in dict.fromkeys(triples) if changed.add(triple)]
        self.asserted |= set(triples)
        consequences = add_to(self.rules, changed, added)
        assert set(changed.added) == {*added, *consequences.inferred}
        assert not set(changed.removed)
        self._take_over(changed)
        return consequences

    def remove(self, triples: Iterable[Triple]) -> Consequences:
        """Take asserted triples back."""
        changed = ChangedTriples(self.triples)
        removed = [triple for triple in dict.fromkeys(triples) if triple in self.asserted]
        self.asserted -= set(removed)
        consequences = remove_from(self.rules, changed, removed, self.asserted.__contains__)
        assert set(changed.removed) == (set(removed) - set(consequences.inferred)) | set(consequences.withdrawn)
        assert not set(changed.added)
        self._take_over(changed)
        return consequences

    def replace(self, old: Iterable[Triple], new: Iterable[Triple]) -> None:
        """Take triples back and assert others, as one change."""
        changed = ChangedTriples(self.triples)
        removed = [triple for triple in dict.fromkeys(old) if triple in self.asserted and triple not in set(new)]
        added = [triple for triple in dict.fromkeys(new) if changed.add(triple)]
        self.asserted = (self.asserted - set(removed)) | set(new)
        remove_from(self.rules, changed, removed, self.asserted.__contains__)
        add_to(self.rules, changed, added)
        self._take_over(changed)

    def _take_over(self, changed: ChangedTriples) -> None:
        for triple in changed.removed:
            self.triples.discard(triple)
        for triple in changed.added:
            self.triples.add(triple)
