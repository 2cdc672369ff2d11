"""What the start page tells of the graph: its size, and the articles it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mithaq.graph import ArticleSummary, KnowledgeGraph, Statistics

_OPENINGS = "SELECT ?article (SUBSTR(?text, 1, 200) AS ?opening) WHERE { ?article mithaq:text ?text }"
_LONGEST_TITLE = 80


@dataclass(frozen=True)
class ArticleEntry:
    """One article in the list: its headline or opening words."""

    summary: ArticleSummary
    title: str


@dataclass(frozen=True)
class Overview:
    """What there is to tell of one revision: its counts and its articles."""

    revision: str
    statistics: Statistics
    articles: tuple[ArticleEntry, ...]


def overview_of(graph: KnowledgeGraph) -> Overview:
    """Read the overview of a graph."""
    return Overview(graph.revision.digest, graph.stats(), tuple(_entries(graph)))


def _entries(graph: KnowledgeGraph) -> Iterator[ArticleEntry]:
    rows = graph.query(_OPENINGS).rows()
    openings = {article.value: opening.value for article, opening in rows if article and opening}
    for summary in graph.articles():
        opening = shorten(openings.get(summary.iri, summary.name), _LONGEST_TITLE, placeholder="…")
        yield ArticleEntry(summary, summary.headline or opening)
