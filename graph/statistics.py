"""Statistics: how much of what a graph holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode, QuerySolutions, Store

from .namespaces import (
    ARTICLE,
    EXACT,
    INDIVIDUALS,
    INFERRED_GRAPH,
    MITHAQ,
    ONTOLOGY_GRAPH,
    REFERENCE_GRAPH,
    SENTENCE_CLASS,
    SHAPES_GRAPH,
    TYPE,
)
from .spans import Span
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


def _spans_with(description: str) -> str:
    """Ask for the number of spans that their articles' graphs describe in such a way."""
    return f"""SELECT (COUNT(DISTINCT ?span) AS ?count) {{
        GRAPH ?article {{ ?span {description} }} FILTER(STRSTARTS(STR(?span), CONCAT(STR(?article), "#char=")))
    }}"""


_PER_GRAPH: Final = "SELECT ?graph (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
_ARTICLES: Final = f"SELECT (COUNT(*) AS ?count) {{ GRAPH ?article {{ ?article {TYPE} {ARTICLE} }} }}"
_SENTENCES: Final = _spans_with(f"{TYPE} {SENTENCE_CLASS}")
_SPANS: Final = _spans_with(f"{EXACT} ?words")
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


def count(store: Store, merge: Store | None = None) -> Statistics:
    """Count what a store holds; where its default graph is also in memory, `merge`, that is quicker to count."""
    default = merge or store
    by_kind: Counter[str] = Counter()
    for graph, number in _rows(store, _PER_GRAPH):
        by_kind[_kind(graph)] += int(number.value)
    classes = {iri_of(each): int(number.value) for each, number in _rows(default, _CLASSES)}
    triples = _number(default, _MERGED)
    return Statistics(
        articles=_number(store, _ARTICLES),
        sentences=_number(store, _SENTENCES),
        spans=_number(store, _SPANS),
        facts=by_kind["span"],
        reference=by_kind["reference"],
        ontology=by_kind["ontology"],
        shapes=by_kind["shapes"],
        asserted=triples - by_kind["inferred"],
        inferred=by_kind["inferred"],
        triples=triples,
        individuals=_number(default, _INDIVIDUALS),
        classes=tuple(sorted(classes.items(), key=lambda item: (-item[1], item[0]))),
    )


def _number(store: Store, query: str) -> int:
    ((number,),) = _rows(store, query)
    return int(number.value)


def _rows(store: Store, query: str) -> Iterable[tuple[Any, ...]]:
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 - a SELECT
    return (tuple(solution) for solution in solutions)


def _kind(graph: NamedNode) -> str:
    return _OWN.get(graph) or ("span" if Span.from_iri(graph.value) else "article")
