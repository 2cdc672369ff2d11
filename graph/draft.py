"""Drafts: how the named graphs of a store would change, worked out from submissions or from what is to be taken out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Store

from .corpus import article_in, place_sources
from .facts import Statement, in_default_graph
from .namespaces import REFERENCE_GRAPH
from .reference import Catalogue, is_added, is_spoken_of, notes_of, notes_on, referred_to
from .spans import Span, article_of
from .store import Change
from .terms import iri_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .articles import Article
    from .submission import Submission


@dataclass(frozen=True)
class Draft:
    """A change of named graphs, the inferred one left out, and what there is to judge of it.

    `judged` are the statements that came in, `background` what the store holds already of the articles and references
    that they touch, `articles` the known texts by IRI, `replaced` the articles whose place they take. `owners` tells
    for a file which article it may speak for. `plain` are triples without a graph, which can be judged but not added;
    `protected` are statements that were to go and may not.
    """

    change: Change
    judged: tuple[Statement, ...] = ()
    background: tuple[Statement, ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)
    replaced: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    plain: tuple[Quad, ...] = ()
    protected: tuple[Statement, ...] = ()


def draft_additions(store: Store, catalogue: Catalogue, submissions: Iterable[Submission]) -> Draft:
    """Work out what submissions would change: an article that they describe takes the place of what was there of it."""
    parts = [_Part.of(store, submission) for submission in submissions]
    replaced = frozenset(iri for part in parts for iri in part.replaced)
    articles = {iri: article for part in parts for iri, article in part.articles.items()}
    judged = tuple(dict.fromkeys(statement for part in parts for statement in part.judged))
    new = frozenset(quad for part in parts for quad in part.quads)
    old = frozenset(quad for iri in replaced for quad in quads_of_article(store, NamedNode(iri)))
    touched = {article_of(each.graph or "") for each in judged} | replaced
    kept = (quad for iri in touched - replaced if iri for quad in quads_of_article(store, NamedNode(iri)))
    referred = (
        quad for each in judged if each.graph == REFERENCE_GRAPH.value for quad in said_by_reference(store, each.quad)
    )
    return Draft(
        change=with_reference(store, catalogue, new, old),
        judged=judged,
        background=tuple(Statement(quad) for quad in dict.fromkeys((*kept, *referred, *new)) if quad not in old - new),
        articles=articles,
        replaced=replaced,
        owners={part.file: part.own for part in parts if part.own in articles},
        plain=tuple(each.quad for each in judged if in_default_graph(each)),
    )


def draft_removal(store: Store, catalogue: Catalogue, old: frozenset[Quad]) -> Draft:
    """Work out what taking quads of articles out would change."""
    change = with_reference(store, catalogue, frozenset(), old)
    left = (
        each for quad in change.removed if quad.graph_name == REFERENCE_GRAPH for each in said_by_reference(store, quad)
    )
    judged = tuple(Statement(quad) for quad in dict.fromkeys(left) if quad not in change.removed)
    return Draft(change, judged=judged)


def quads_of_article(store: Store, article: NamedNode) -> Iterator[Quad]:
    """Give all that a store holds of an article: its own graph, the graphs of its spans, its notes of references."""
    yield from store.quads_for_pattern(None, None, None, article)
    for span in spans_of_article(store, article):
        yield from store.quads_for_pattern(None, None, None, span)
    yield from notes_of(store, article)


def spans_of_article(store: Store, article: NamedNode) -> Iterator[NamedNode]:
    """Give the spans that the graph of an article describes."""
    subjects = (quad.subject for quad in store.quads_for_pattern(None, None, None, article))
    for subject in dict.fromkeys(subjects):
        if isinstance(subject, NamedNode) and Span.from_iri(subject.value):
            yield subject


@dataclass(frozen=True)
class _Part:
    """What one submission brings: the articles that it replaces, those it speaks of, its statements and its quads."""

    file: str
    own: str
    replaced: frozenset[str]
    articles: Mapping[str, Article]
    judged: tuple[Statement, ...]
    quads: tuple[Quad, ...]

    @staticmethod
    def of(store: Store, submission: Submission) -> _Part:
        facts, own = submission.facts, submission.namesake
        brought = {submission.article.iri: submission.article} if submission.article else {}
        placed = place_sources(submission.sources, brought)[0] if submission.sources else ()
        spoken_for = {iri for each in facts.statements if (iri := article_of(each.graph or "")) is not None}
        replaced = frozenset(_described(facts.statements) | brought.keys() | ({own} & spoken_for))
        articles = {**_known(store, spoken_for), **brought}
        judged = (*facts.statements, *placed)
        texts = [quad for iri in replaced if iri in articles for quad in articles[iri].describe()]
        published = [] if placed else [quad for iri in replaced for quad in _publication(store, NamedNode(iri))]
        named = [each.quad for each in judged if not in_default_graph(each)]
        notes = notes_on(facts, brought)
        return _Part(facts.file, own, replaced, articles, judged, (*named, *texts, *published, *notes))


def _described(statements: Iterable[Statement]) -> set[str]:
    """Give the articles whose own node is described in their own graph."""
    own = ((each.graph or "", iri_of(each.quad.subject)) for each in statements)
    return {graph for graph, subject in own if graph and graph == subject == article_of(graph)}


def _known(store: Store, iris: Iterable[str]) -> dict[str, Article]:
    found = ((iri, article_in(store, NamedNode(iri))) for iri in iris)
    return {iri: article for iri, article in found if article is not None}


def _publication(store: Store, article: NamedNode) -> Iterator[Quad]:
    """Give what the store knows of an article's publication."""
    yield from store.quads_for_pattern(NamedNode(article.value + "#source"), None, None, article)


def said_by_reference(store: Store, quad: Quad) -> Iterator[Quad]:
    """Give what the reference graph says of the subject of a quad."""
    yield from store.quads_for_pattern(quad.subject, None, None, REFERENCE_GRAPH)


def with_reference(store: Store, catalogue: Catalogue, new: frozenset[Quad], old: frozenset[Quad]) -> Change:
    """Let the reference graph follow: what new quads speak of comes in, what nobody speaks of any more goes."""
    gone = old - new
    added = new | frozenset(catalogue.about(new))
    referred = frozenset(each for note in gone for each in referred_to(note))
    names = catalogue.known([*gone, *referred])
    silent = {name for name in names if not is_spoken_of(store, name, gone)}
    curated = {quad for name in names - silent for quad in catalogue.by_subject[name]}
    dropped = {*(quad for name in silent for quad in catalogue.by_subject[name]), *(referred - curated)}
    removed = gone | frozenset(quad for quad in dropped if not is_added(store, quad, gone))
    return Change(
        added=frozenset(quad for quad in added if quad not in store),
        removed=frozenset(quad for quad in removed - added if quad in store),
    )
