"""What the start page tells of the graph: its size, and the articles it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from mithaq.graph import Text, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mithaq.graph import ArticleSummary, KnowledgeGraph

_SPANS = "SELECT (COUNT(*) AS ?count) { ?span mithaq:inArticle ?article }"
_INFERRED = "SELECT (COUNT(*) AS ?count) { GRAPH <https://w3id.org/mithaq/graph/inferred> { ?s ?p ?o } }"
_OPENINGS = "SELECT ?article (SUBSTR(?text, 1, 200) AS ?opening) WHERE { ?article mithaq:text ?text }"
_LONGEST_TITLE = 80


@dataclass(frozen=True)
class ArticleEntry:
    """One article in the list: its headline or opening words, and all that it can be found by."""

    summary: ArticleSummary
    title: str
    key: str


@dataclass(frozen=True)
class Overview:
    """What there is to tell of one revision: its articles, and counts as in the statistics, without the slow ones."""

    articles: tuple[ArticleEntry, ...]
    sentences: int
    spans: int
    facts: int
    inferred: int


def overview_of(graph: KnowledgeGraph) -> Overview:
    """Read the overview of a graph."""
    articles = tuple(_entries(graph))
    sentences, facts = (sum(getattr(each.summary, name) for each in articles) for name in ("sentences", "facts"))
    return Overview(articles, sentences, _counted(graph, _SPANS), facts, _counted(graph, _INFERRED))


def _counted(graph: KnowledgeGraph, query: str) -> int:
    ((count,),) = graph.query(query).rows()
    return int(count.value) if isinstance(count, Literal) else 0


def _entries(graph: KnowledgeGraph) -> Iterator[ArticleEntry]:
    rows = graph.query(_OPENINGS).rows()
    openings = {article.value: opening.value for article, opening in rows if article and opening}
    for summary in graph.articles():
        title = summary.headline or shorten(openings.get(summary.iri, summary.name), _LONGEST_TITLE, placeholder="…")
        publisher = summary.publisher or Text(en="", ar="")
        yield ArticleEntry(summary, title, search_key(f"{title} {publisher.ar} {publisher.en} {summary.name}"))


def find_articles(entries: Iterable[ArticleEntry], sought: str) -> list[ArticleEntry]:
    """Find the articles that have all words of a text in their titles, publishers or names, in any spelling."""
    words = search_key(sought).split()
    return [entry for entry in entries if all(word in entry.key for word in words)]
