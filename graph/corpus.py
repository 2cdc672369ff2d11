"""The corpus: everything that a graph is made of, as records, read from files or back from a store."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Store

from .articles import Article, ArticleFolder, read_folder
from .cases import find
from .facts import Facts, Statement, parse_facts
from .namespaces import (
    ARTICLE,
    ARTICLES,
    INFERRED_GRAPH,
    ONTOLOGY_GRAPH,
    REFERENCE_GRAPH,
    REVISION_GRAPH,
    SHA256,
    SHAPES_GRAPH,
    TEXT,
    TYPE,
)
from .reference import Catalogue, notes_on
from .spans import article_of
from .terms import iri_of, write_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .findings import Finding
    from .shipped import BuildFiles


@dataclass(frozen=True)
class Corpus:
    """Ontology, shapes, the known articles by IRI, and all statements with evidence or a source.

    `owners` tells for a file of facts which article it may speak for; `remarks` are findings made while reading;
    `catalogue` is all that the reference graph can say, `notes` tell which article's file put what into it.
    """

    ontology: tuple[Statement, ...]
    shapes: tuple[Statement, ...]
    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    owners: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Finding, ...] = ()
    catalogue: Catalogue = field(default_factory=Catalogue)
    notes: tuple[Quad, ...] = ()

    @cached_property
    def terms(self) -> frozenset[str]:
        """The IRIs that the ontology gives a type, and so defines."""
        return frozenset(iri_of(each.quad.subject) for each in self.ontology if each.quad.predicate == TYPE)

    def quads(self) -> Iterator[Quad]:
        """Go through everything that is stated, in its named graph."""
        for statements in (self.ontology, self.shapes, self.statements):
            yield from (statement.quad for statement in statements)
        yield from self.notes


def read_corpus(files: BuildFiles) -> Corpus:
    """Read everything that a build is made of; raises ParseError and ArticleError."""
    folder = read_folder(files.articles)
    articles = {article.iri: article for article in folder.articles}
    facts = [parse_facts(path) for path in folder.facts]
    sources, remarks = _sources(folder, articles)
    catalogue = Catalogue.of(each.quad for each in _statements_in(REFERENCE_GRAPH, files.reference_files()))
    told = (
        *(statement for each in facts for statement in each.statements),
        *(Statement(quad) for article in folder.articles for quad in article.describe()),
        *sources,
    )
    return Corpus(
        ontology=_statements_in(ONTOLOGY_GRAPH, files.ontology_files()),
        shapes=_statements_in(SHAPES_GRAPH, files.shapes_files()),
        articles=articles,
        statements=(*(Statement(quad) for quad in catalogue.about(each.quad for each in told)), *told),
        owners={each.file: ARTICLES + each.scope for each in facts},
        remarks=remarks,
        catalogue=catalogue,
        notes=tuple(note for each in facts for note in notes_on(each, articles)),
    )


def _statements_in(graph: NamedNode, files: Iterable[Path]) -> tuple[Statement, ...]:
    return tuple(statement.placed_in(graph) for file in files for statement in parse_facts(file).statements)


def _sources(
    folder: ArticleFolder, articles: Mapping[str, Article]
) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    if folder.sources is None:
        return (), ()
    return place_sources(parse_facts(folder.sources), articles)


def place_sources(sources: Facts, articles: Mapping[str, Article]) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Put what is known of each article's publication into the article's graph; remark on what belongs to none."""
    placed: list[Statement] = []
    remarks: dict[object, Finding] = {}
    for statement in sources.statements:
        subject = statement.quad.subject
        article = article_of(iri_of(subject))
        if article is not None and article in articles:
            placed.append(statement.placed_in(NamedNode(article)))
        elif subject not in remarks:
            remarks[subject] = find("source-of-article", statement, subject=write_term(subject))
    return tuple(placed), tuple(remarks.values())


def corpus_of(store: Store) -> Corpus:
    """Read the corpus back from a store, without what was inferred and without the merge."""
    parts: dict[NamedNode, list[Statement]] = {ONTOLOGY_GRAPH: [], SHAPES_GRAPH: []}
    statements: list[Statement] = []
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode) and graph not in (INFERRED_GRAPH, REVISION_GRAPH):
            found = (Statement(quad) for quad in store.quads_for_pattern(None, None, None, graph))
            parts.get(graph, statements).extend(found)
    return Corpus(
        ontology=tuple(parts[ONTOLOGY_GRAPH]),
        shapes=tuple(parts[SHAPES_GRAPH]),
        articles={article.iri: article for article in articles_of(store)},
        statements=tuple(statements),
    )


def articles_of(store: Store) -> Iterator[Article]:
    """Give the articles of a store, in the order of their names."""
    nodes = {quad.subject for quad in store.quads_for_pattern(None, TYPE, ARTICLE)}
    for node in sorted((node for node in nodes if isinstance(node, NamedNode)), key=str):
        if article := article_in(store, node):
            yield article


def article_in(store: Store, node: NamedNode) -> Article | None:
    """Give one article of a store, if it is there."""
    text, sha256 = (_literal(store, node, predicate) for predicate in (TEXT, SHA256))
    if text is None or sha256 is None:
        return None
    return Article(node.value.removeprefix(ARTICLES), text, sha256)


def _literal(store: Store, node: NamedNode, predicate: NamedNode) -> str | None:
    values = (quad.object for quad in store.quads_for_pattern(node, predicate, None, node))
    return next((value.value for value in values if isinstance(value, Literal)), None)
