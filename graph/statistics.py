"""Statistics: how much of what a graph holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode, QuerySolutions, Store

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


_PER_GRAPH: Final = "SELECT ?graph (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
_DESCRIBED: Final = f"SELECT DISTINCT ?graph ?node ?class {{ GRAPH ?graph {{ ?node {TYPE} ?class }} }}"
_CLASSES: Final = f"""SELECT ?class (COUNT(*) AS ?count) {{
    ?individual {TYPE} ?class FILTER(STRSTARTS(STR(?individual), "{INDIVIDUALS}") && STRSTARTS(STR(?class), "{MITHAQ}"))
}} GROUP BY ?class"""
_INDIVIDUALS: Final = f"""SELECT (COUNT(DISTINCT ?s) AS ?count) {{
    ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{INDIVIDUALS}"))
}}"""
_MERGED: Final = "SELECT (COUNT(*) AS ?count) { ?s ?p ?o }"
_OWN: Final = {
    REFERENCE_GRAPH: "reference",
    ONTOLOGY_GRAPH: "ontology",
    SHAPES_GRAPH: "shapes",
    INFERRED_GRAPH: "inferred",
}


def count(store: Store) -> Statistics:
    """Count what a store holds."""
    by_kind: Counter[str] = Counter()
    for graph, number in _rows(store, _PER_GRAPH):
        by_kind[_kind(graph)] += int(number.value)
    described = {(iri_of(node), kind) for graph, node, kind in _rows(store, _DESCRIBED) if _is_part(node, graph)}
    classes = {iri_of(each): int(number.value) for each, number in _rows(store, _CLASSES)}
    ((individuals,),) = _rows(store, _INDIVIDUALS)
    ((merged,),) = _rows(store, _MERGED)
    return Statistics(
        articles=sum(kind == ARTICLE for _, kind in described),
        sentences=sum(kind == SENTENCE_CLASS for _, kind in described),
        spans=len({iri for iri, _ in described if Span.from_iri(iri)}),
        facts=by_kind["span"],
        reference=by_kind["reference"],
        ontology=by_kind["ontology"],
        shapes=by_kind["shapes"],
        asserted=int(merged.value) - by_kind["inferred"],
        inferred=by_kind["inferred"],
        triples=int(merged.value),
        individuals=int(individuals.value),
        classes=tuple(sorted(classes.items(), key=lambda item: (-item[1], item[0]))),
    )


def _rows(store: Store, query: str) -> Iterable[tuple[Any, ...]]:
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 - a SELECT
    return (tuple(solution) for solution in solutions)


def _kind(graph: NamedNode) -> str:
    return _OWN.get(graph) or ("span" if Span.from_iri(graph.value) else "article")


def _is_part(node: object, graph: NamedNode) -> bool:
    """Tell whether something is an article or a part of it, and the graph its article's own."""
    return article_of(iri_of(node)) == graph.value
