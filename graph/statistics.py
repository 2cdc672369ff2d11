"""Statistics: how much of what a graph holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad

from .namespaces import (
    ARTICLE,
    INDIVIDUALS,
    INFERRED_GRAPH,
    MITHAQ,
    ONTOLOGY_GRAPH,
    REFERENCE_GRAPH,
    SENTENCE_CLASS,
    SHAPES_GRAPH,
    TYPE,
)
from .spans import Span, article_of
from .terms import iri_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a graph.

    `facts` are the triples in graphs of spans (one for each span that states it), `asserted` the different triples of
    all graphs but the inferred one and the shapes, `triples` those of the merged default graph; `classes` counts
    individuals by the class that is stated or inferred, the most numerous first.
    """

    articles: int
    sentences: int
    spans: int
    facts: int
    reference: int
    ontology: int
    shapes: int
    asserted: int
    inferred: int
    triples: int
    individuals: int
    classes: tuple[tuple[str, int], ...]


def count(quads: Iterable[Quad]) -> Statistics:
    """Count the quads of a whole store."""
    quads = list(quads)
    by_kind = Counter(_kind(quad) for quad in quads)
    described = {(iri_of(quad.subject), quad.object) for quad in quads if _describes_text(quad)}
    merged = [quad for quad in quads if quad.graph_name == DefaultGraph()]
    classes = Counter(
        iri_of(quad.object) for quad in merged if quad.predicate == TYPE and _is_individual(quad) and _is_class(quad)
    )
    return Statistics(
        articles=sum(kind == ARTICLE for _, kind in described),
        sentences=sum(kind == SENTENCE_CLASS for _, kind in described),
        spans=len({iri for iri, _ in described if Span.from_iri(iri)}),
        facts=by_kind["span"],
        reference=by_kind["reference"],
        ontology=by_kind["ontology"],
        shapes=by_kind["shapes"],
        asserted=len(merged) - by_kind["inferred"],
        inferred=by_kind["inferred"],
        triples=len(merged),
        individuals=len({quad.subject for quad in merged if _is_individual(quad)}),
        classes=tuple(sorted(classes.items(), key=lambda item: (-item[1], item[0]))),
    )


def _kind(quad: Quad) -> str:
    graph = quad.graph_name
    if not isinstance(graph, NamedNode):
        return "merge"
    own = {REFERENCE_GRAPH: "reference", ONTOLOGY_GRAPH: "ontology", SHAPES_GRAPH: "shapes", INFERRED_GRAPH: "inferred"}
    return own.get(graph) or ("span" if Span.from_iri(graph.value) else "article")


def _describes_text(quad: Quad) -> bool:
    """Tell whether a quad gives the type of an article or of a span in the article's own graph."""
    return quad.predicate == TYPE and article_of(iri_of(quad.subject)) == iri_of(quad.graph_name)


def _is_individual(quad: Quad) -> bool:
    return iri_of(quad.subject).startswith(INDIVIDUALS)


def _is_class(quad: Quad) -> bool:
    return iri_of(quad.object).startswith(MITHAQ)
