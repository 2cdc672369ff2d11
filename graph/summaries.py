"""Summaries of the articles: what each is, where it was printed, how much was taken from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from .corpus import articles_of
from .languages import Text
from .namespaces import MITHAQ, SENTENCE_CLASS, TYPE
from .spans import Span, article_of


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article: its length in characters, its headline and publisher as far as known, its sentences and facts."""

    iri: str
    name: str
    length: int
    headline: str | None
    publisher: Text | None
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
            headline=_printed(store, article.iri, "headline"),
            publisher=_text(store, f"{article.iri}#source", "publisherAsKnown"),
            sentences=sentences[article.iri],
            facts=facts[article.iri],
        )
        for article in articles_of(store)
    ]


def _printed(store: Store, subject: str, name: str) -> str | None:
    return next(iter(_literals(store, subject, name).values()), None)


def _text(store: Store, subject: str, name: str) -> Text | None:
    values = _literals(store, subject, name)
    return Text(en=values.get("en", ""), ar=values.get("ar", "")) if values else None


def _literals(store: Store, subject: str, name: str) -> dict[str, str]:
    """Give the literals of a property by language, the first of each in the order of the alphabet."""
    quads = store.quads_for_pattern(NamedNode(subject), NamedNode(MITHAQ + name), None, DefaultGraph())
    found = sorted(
        (each.language or "en", each.value) for each in (quad.object for quad in quads) if isinstance(each, Literal)
    )
    return dict(reversed(found))
