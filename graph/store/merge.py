"""The default graph: exactly the triples of the named graphs, each once, the shapes and the store's own notes aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad, Store

from ..namespaces import INFERRED_GRAPH, UNMERGED_GRAPHS
from ..terms import in_merge
from .revisions import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MERGE = DefaultGraph()


def merged(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Give the quads of the default graph that go with quads of named graphs; one may come more than once."""
    return (in_merge(quad) for quad in quads if quad.graph_name not in UNMERGED_GRAPHS)


def is_merged(quad: Quad) -> bool:
    """Tell whether a quad stands in a named graph whose triples the default graph holds too."""
    return quad.graph_name != _MERGE and quad.graph_name not in UNMERGED_GRAPHS


def change_of_merge(store: Store, change: Change) -> Change:
    """Work out how the default graph changes with the named graphs of a store."""
    added = frozenset(merged(change.added))
    gone = (each for each in frozenset(merged(change.removed)) - added if not _holds(store, each, change.removed))
    return Change(added=frozenset(each for each in added if each not in store), removed=frozenset(gone))


def is_asserted(store: Store, triple: Quad, change: Change) -> bool:
    """Tell whether a triple stands in a merged graph other than the inferred one once a store has changed.

    Graph names in `triple` do not matter; `change.added` is not looked through: its quads are asserted anyway.
    """
    return _holds(store, triple, change.removed, inferred=False)


def _holds(store: Store, quad: Quad, removed: frozenset[Quad], *, inferred: bool = True) -> bool:
    """Tell whether a merged graph holds the triple of a quad when some quads are gone."""
    for other in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None):
        counts = is_merged(other) and (inferred or other.graph_name != INFERRED_GRAPH)
        if counts and other not in removed:
            return True
    return False
