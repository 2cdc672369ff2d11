"""What the start page tells of the graph: its size, and the articles it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mithaq.graph import ArticleSummary, KnowledgeGraph

    from .texts import PageTexts

_FACTS_OF_ARTICLE = """SELECT ?quote ?subject ?property ?value WHERE {{
  ?span mithaq:inArticle <{article}> ; mithaq:exact ?quote ; mithaq:begin ?begin .
  GRAPH ?span {{ ?subject ?property ?value }}
}}
ORDER BY ?begin ?subject ?property"""


@dataclass(frozen=True)
class ArticleEntry:
    """One article in the list, and the query that shows its facts beside their quotes."""

    summary: ArticleSummary
    query: str


@dataclass(frozen=True)
class Overview:
    """The sizes of the graph under their labels, and its articles."""

    sizes: tuple[tuple[str, int], ...]
    articles: tuple[ArticleEntry, ...]


def read_overview(graph: KnowledgeGraph, texts: PageTexts) -> Overview:
    """Read what the start page tells."""
    statistics = graph.stats()
    sizes = (
        (texts.articles, statistics.articles),
        (texts.sentences, statistics.sentences),
        (texts.spans, statistics.spans),
        (texts.facts, statistics.facts),
        (texts.inferred, statistics.inferred),
    )
    entries = (ArticleEntry(each, _FACTS_OF_ARTICLE.format(article=each.iri)) for each in graph.articles())
    return Overview(sizes, tuple(entries))
