"""Summaries of the articles: what each is, where it was printed, how much was taken from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from .corpus import articles_of
from .namespaces import MITHAQ, SENTENCE_CLASS, TYPE
from .spans import Span, article_of


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article: its length in characters, its headline and publisher as far as known, its sentences and facts."""

    iri: str
    name: str
    length: int
    headline: str | None
    publisher: str | None
    sentences: int
    facts: int


def summaries(store: Store) -> list[ArticleSummary]:
    """Summarise every article of a store, in the order of names."""
    facts: Counter[str | None] = Counter()
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode) and Span.from_iri(graph.value):
            facts[article_of(graph.value)] += sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
    sentences = Counter(
        article_of(quad.subject.value)
        for quad in store.quads_for_pattern(None, TYPE, SENTENCE_CLASS, DefaultGraph())
        if isinstance(quad.subject, NamedNode)
    )
    return [
        ArticleSummary(
            iri=article.iri,
            name=article.name,
            length=len(article.text),
            headline=_literal(store, article.iri, "headline"),
            publisher=_literal(store, f"{article.iri}#source", "publisherAsKnown"),
            sentences=sentences[article.iri],
            facts=facts[article.iri],
        )
        for article in articles_of(store)
    ]


def _literal(store: Store, subject: str, name: str) -> str | None:
    quads = store.quads_for_pattern(NamedNode(subject), NamedNode(MITHAQ + name), None, DefaultGraph())
    values = sorted((quad.object for quad in quads if isinstance(quad.object, Literal)), key=_arabic_first)
    return values[0].value if values else None


def _arabic_first(literal: Literal) -> tuple[bool, str]:
    return literal.language != "ar", literal.value
