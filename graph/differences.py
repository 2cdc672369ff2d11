"""Differences between revisions, written for people: each fact under the graph that it stands in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from .namespaces import EXACT, INFERRED_GRAPH, REVISION_GRAPH
from .shortening import shortened
from .terms import iri_of, write_term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from .store import Change

_LONGEST: Final = 160
"""Letters of a value: the text of an article would fill the screen. The patch has all of it."""


def lines_of(change: Change) -> Iterator[str]:
    """Write the asserted facts that came (+) and went (-), by graph, with its words where the change has them.

    Long values are cut short.
    """
    words = {iri_of(quad.subject): _value(quad) for quad in _all(change) if quad.predicate == EXACT}
    by_graph: dict[str, list[str]] = defaultdict(list)
    for sign, quads in (("-", change.removed), ("+", change.added)):
        for quad in quads:
            if quad.graph_name not in (INFERRED_GRAPH, REVISION_GRAPH):
                by_graph[iri_of(quad.graph_name)].append(f"{sign} {_written(quad)}")
    for graph, lines in sorted(by_graph.items()):
        yield f"{graph}  «{words[graph]}»" if graph in words else graph
        yield from sorted(lines, key=lambda line: (line[2:], line[0]))


def _all(change: Change) -> Iterator[Quad]:
    yield from change.removed
    yield from change.added


def _value(quad: Quad) -> str:
    return str(getattr(quad.object, "value", ""))


def _written(quad: Quad) -> str:
    subject, predicate, object_, _ = quad
    return f"{write_term(subject)} {write_term(predicate)} {shortened(write_term(object_), _LONGEST)}"
