"""The consequences of a draft: how the merged triples change with it, what follows, and what contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .namespaces import INFERRED_GRAPH
from .reasoning import add_to, remove_from
from .store import Change, is_asserted, merged
from .triples import ChangedTriples, StoredTriples, Triple, quad_of, triple_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from .contradictions import Contradiction
    from .draft import Draft
    from .reasoning import Rules


@dataclass(frozen=True)
class Outcome:
    """The triples as they would be, the change of the named graphs with the inferred one, and the contradictions."""

    triples: ChangedTriples
    change: Change
    contradictions: tuple[Contradiction, ...]


def work_out(store: Store, stored: StoredTriples, rules: Rules, draft: Draft) -> Outcome:
    """Let the consequences of a draft follow; `stored` are the triples of the store as it is."""
    stated = frozenset(map(triple_of, (*merged(draft.change.added), *draft.plain)))
    gone = {triple_of(quad) for quad in merged(draft.change.removed)} - stated
    triples = ChangedTriples(stored)

    def asserted(triple: Triple) -> bool:
        return triple in stated or is_asserted(store, quad_of(triple), draft.change)

    lost = [triple for triple in gone if not asserted(triple)]
    for triple in lost:
        triples.discard(triple)
    left = remove_from(rules, triples, lost, asserted)
    came = add_to(rules, triples, [triple for triple in stated if triples.add(triple)])
    touched = {*triples.added, *triples.removed, *stated, *lost}
    inferred = _change_of_inferred(store, {each for each in touched if each in triples and not asserted(each)}, touched)
    return Outcome(triples, draft.change.then(inferred), (*left.contradictions, *came.contradictions))


def _change_of_inferred(store: Store, inferred: Iterable[Triple], touched: Iterable[Triple]) -> Change:
    """Compare what is to be inferred, among the triples touched, with what the inferred graph holds of them."""
    now = frozenset(quad_of(triple, INFERRED_GRAPH) for triple in inferred)
    before = frozenset(quad for each in touched if (quad := quad_of(each, INFERRED_GRAPH)) in store)
    return Change(added=now - before, removed=before - now)
