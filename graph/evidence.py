"""Evidence: the words of the articles behind a triple, or the plain word that it was inferred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Store, Triple

from .namespaces import (
    ATTRIBUTED_TO,
    EXACT,
    INFERRED_GRAPH,
    RELAYED_BY,
    SENTENCE,
    SOURCE,
    TRANSLATION,
)
from .spans import Span, article_of
from .store import is_merged
from .terms import iri_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .terms import Term


@dataclass(frozen=True, slots=True)
class Evidence:
    """One ground of one triple.

    From an article: `span` with its exact `quote`, the `sentence` around it and its translation, whom the words are
    attributed to and who relayed them. Otherwise the graph tells: inferred, or stated in another graph (reference,
    ontology, the description of an article), with the `sources` that the reference graph names for the subject.
    """

    triple: Triple
    graph: str
    inferred: bool
    span: Span | None = None
    quote: str | None = None
    sentence: str | None = None
    translation: str | None = None
    attributed_to: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    sources: tuple[Term, ...] = ()

    @property
    def article(self) -> str | None:
        """The IRI of the article that the triple was taken from."""
        return article_of(self.graph)


def evidence(
    store: Store, subject: NamedNode | None, predicate: NamedNode | None, object_: Term | None
) -> list[Evidence]:
    """Give the grounds of all triples that fit a pattern, in the order of triples and of the articles' words."""
    quads = store.quads_for_pattern(subject, predicate, object_, None)
    return sorted((_evidence_of(store, quad) for quad in quads if is_merged(quad)), key=_order)


def _order(ground: Evidence) -> tuple[str, str, str, bool, str, int, int]:
    triple, span = ground.triple, ground.span
    offsets = (span.begin, span.end) if span else (0, 0)
    return (
        str(triple.subject),
        str(triple.predicate),
        str(triple.object),
        ground.inferred,
        ground.article or "~",
        *offsets,
    )


def _evidence_of(store: Store, quad: Quad) -> Evidence:
    graph = quad.graph_name
    assert isinstance(graph, NamedNode)  # noqa: S101 - no blank nodes in the store
    span = Span.from_iri(graph.value)
    if span is not None:
        return _words_of(store, quad.triple, span)
    sources = tuple(_values(store, quad.subject, SOURCE, graph))  # type: ignore[arg-type]
    return Evidence(quad.triple, graph.value, inferred=graph == INFERRED_GRAPH, sources=sources)


def _words_of(store: Store, triple: Triple, span: Span) -> Evidence:
    node, article = NamedNode(span.iri), NamedNode(span.article)
    sentences = sorted(_values(store, node, SENTENCE, article), key=_place) or [node]
    return Evidence(
        triple,
        span.iri,
        inferred=False,
        span=span,
        quote=_text(store, [node], EXACT, article),
        sentence=_text(store, sentences, EXACT, article),
        translation=_text(store, sentences, TRANSLATION, article),
        attributed_to=tuple(iri_of(each) for each in _values(store, node, ATTRIBUTED_TO, article)),
        relayed_by=tuple(iri_of(each) for each in _values(store, node, RELAYED_BY, article)),
    )


def _place(sentence: Term) -> tuple[int, int]:
    span = Span.from_iri(iri_of(sentence))
    return (span.begin, span.end) if span else (0, 0)


def _values(store: Store, subject: Term, predicate: NamedNode, graph: NamedNode) -> Iterator[Term]:
    quads = store.quads_for_pattern(subject, predicate, None, graph)  # type: ignore[arg-type]
    yield from sorted((quad.object for quad in quads if not isinstance(quad.object, Triple)), key=str)


def _text(store: Store, nodes: Iterable[Term], predicate: NamedNode, graph: NamedNode) -> str | None:
    """Give the text that each node has, one after the other: a span may lie across two sentences."""
    values = (next(_values(store, node, predicate, graph), None) for node in nodes)
    return " ".join(value.value for value in values if value is not None) or None
