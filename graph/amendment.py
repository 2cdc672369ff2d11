"""Amendments: quads that are to come and to go, as SPARQL updates and graph store requests have them, made a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Store

from .articles import Article
from .corpus import article_in
from .draft import Draft, quads_of_article, said_by_reference, with_reference
from .facts import Statement, in_default_graph
from .namespaces import REFERENCE_GRAPH, RESERVED_GRAPHS, REVISION_GRAPH
from .reference import Catalogue, notes_about, notes_by
from .spans import article_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .store import Change


def draft_amendment(store: Store, catalogue: Catalogue, asked: Change) -> Draft:
    """Work out what adding some quads and taking out others would change.

    The articles that they touch are judged as a whole, as they would be then: what is taken out may leave a fact
    without its evidence.
    """
    touched = frozenset(filter(None, map(_article_of, asked.added | asked.removed)))
    protected = frozenset(quad for quad in asked.removed if _is_protected(quad, catalogue))
    old = asked.removed - asked.added - protected
    kept = frozenset(_kept(store, touched, old))
    articles = _articles_in(kept | asked.added, touched)
    described = (quad for article in articles.values() for quad in article.describe())
    new = frozenset((*asked.added, *described, *notes_by(touched, asked.added - asked.removed)))
    change = with_reference(store, catalogue, new, old | {note for quad in old for note in notes_about(store, quad)})
    referred = (quad for quad in (*change.added, *change.removed) if quad.graph_name == REFERENCE_GRAPH)
    left = (each for quad in referred for each in said_by_reference(store, quad) if each not in change.removed)
    judged = tuple(Statement(quad) for quad in dict.fromkeys((*asked.added, *kept, *left)))
    return Draft(
        change=change,
        judged=judged,
        articles=articles,
        plain=tuple(each.quad for each in judged if in_default_graph(each)),
        protected=tuple(map(Statement, protected)),
    )


def _article_of(quad: Quad) -> str | None:
    return article_of(quad.graph_name.value) if isinstance(quad.graph_name, NamedNode) else None


def _is_protected(quad: Quad, catalogue: Catalogue) -> bool:
    """Tell whether a statement comes from the build alone, or from the curated files."""
    if quad.graph_name == REFERENCE_GRAPH:
        return isinstance(quad.subject, NamedNode) and quad in catalogue.by_subject.get(quad.subject, ())
    return not isinstance(quad.graph_name, NamedNode) or quad.graph_name in RESERVED_GRAPHS


def _kept(store: Store, articles: Iterable[str], old: frozenset[Quad]) -> Iterator[Quad]:
    """Give what is left of some articles."""
    for iri in articles:
        for quad in quads_of_article(store, NamedNode(iri)):
            if quad not in old and quad.graph_name != REVISION_GRAPH:
                yield quad


def _articles_in(quads: frozenset[Quad], names: Iterable[str]) -> Mapping[str, Article]:
    """Read articles from what there would be of them; their checksums are taken from their texts."""
    there = Store()
    there.bulk_extend(quads)
    found = (article_in(there, NamedNode(iri)) for iri in names)
    return {each.iri: Article.from_bytes(each.name, each.text.encode()) for each in found if each is not None}
