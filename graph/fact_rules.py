"""The evidence rules of facts: where they stand, whom they speak for, and in which terms."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode

from .cases import Case, find
from .facts import Statement, in_default_graph
from .namespaces import (
    LENGTH,
    MITHAQ,
    OWL,
    RDF,
    RDFS,
    REFERENCE_GRAPH,
    RESERVED_GRAPHS,
    SHA256,
    TEXT,
    TYPE,
    compact,
)
from .shortening import shortened
from .spans import Span, article_of
from .terms import iri_of, is_skolem, write_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .articles import Article
    from .findings import Finding

_AXIOMS: Final = frozenset(
    namespace + name
    for namespace, names in (
        (RDF, ("Property",)),
        (RDFS, ("Class", "Datatype", "domain", "range", "subClassOf", "subPropertyOf")),
    )
    for name in names
)
_ABOUT_INDIVIDUALS: Final = frozenset(
    {
        "NamedIndividual",
        "NegativePropertyAssertion",
        "Thing",
        "assertionProperty",
        "differentFrom",
        "sameAs",
        "sourceIndividual",
        "targetIndividual",
        "targetValue",
    }
)
"""What OWL's own vocabulary says of individuals; the rest is about classes and properties, or, as the lists of
owl:AllDifferent, read when the ontology is compiled: facts say owl:differentFrom of two."""

_RESERVED: Final = frozenset(graph.value for graph in RESERVED_GRAPHS)


def something_stated(case: Case) -> Iterator[Finding]:
    """Note it where there is nothing to judge, lest an empty file be taken for a good one."""
    if not case.adding and not case.statements:
        yield find("something-stated")


def known_article(case: Case) -> Iterator[Finding]:
    """Ask that the text of every article spoken of is known."""
    for graph, statement in case.one_per_graph:
        article = article_of(graph)
        if article is not None and article not in case.articles:
            yield find("known-article", statement, article=compact(article))


def graph_is_span(case: Case) -> Iterator[Finding]:
    """Ask that every graph of facts is a span of an article."""
    for graph, statement in case.one_per_graph:
        allowed = graph in _RESERVED or graph in (REFERENCE_GRAPH.value, article_of(graph))
        if not allowed and Span.from_iri(graph) is None:
            yield find("graph-is-span", statement, graph=compact(graph))


def reserved_graph(case: Case) -> Iterator[Finding]:
    """Ask that nobody writes to the graphs that the build writes, or takes out what it brought."""
    for graph, statement in case.one_per_graph:
        if graph in _RESERVED:
            yield find("reserved-graph", statement, graph=compact(graph))
    yield from (find("protected", statement) for statement in case.protected)


def evidence_missing(case: Case) -> Iterator[Finding]:
    """Ask that every fact names its evidence; where nothing is to be added, only note it."""
    without = [statement for statement in case.statements if in_default_graph(statement)]
    if case.adding:
        yield from (find("evidence-missing", statement) for statement in without)
    elif without:
        note = find("evidence-needed-to-add", count=len(without))
        yield note.at(without[0])


def no_axioms(case: Case) -> Iterator[Finding]:
    """Ask that facts are about individuals: the ontology stays as the build closed it."""
    for statement in case.statements:
        quad = statement.quad
        term = quad.object if quad.predicate == TYPE else quad.predicate
        if _is_of_axioms(iri_of(term)):
            yield find("no-axioms", statement, term=write_term(term))


def _is_of_axioms(iri: str) -> bool:
    return iri in _AXIOMS or (iri.startswith(OWL) and iri.removeprefix(OWL) not in _ABOUT_INDIVIDUALS)


def own_article(case: Case) -> Iterator[Finding]:
    """Ask that the file of an article speaks for that article alone."""
    for graph, statement in case.one_per_graph:
        own = case.owners.get(statement.file or "")
        article = article_of(graph)
        if own is not None and article is not None and article != own:
            yield find("own-article", statement, own=compact(own), article=compact(article))


def article_graph_describes_article(case: Case) -> Iterator[Finding]:
    """Ask that the graph of an article speaks of the article and its parts alone."""
    for statement in case.statements:
        subject = statement.quad.subject
        if statement.graph is None or article_of(statement.graph) != statement.graph or is_skolem(subject):
            continue
        if isinstance(subject, NamedNode) and article_of(subject.value) != statement.graph:
            yield find(
                "article-graph-describes-article",
                statement,
                article=compact(statement.graph),
                subject=write_term(subject),
            )


def article_checksum(case: Case) -> Iterator[Finding]:
    """Ask that text, length and checksum of an article are those of its file."""
    for statement in case.statements:
        article = case.articles.get(iri_of(statement.quad.subject))
        expected = _measured(article).get(statement.quad.predicate) if article else None
        if (
            expected is not None
            and isinstance(statement.quad.object, Literal)
            and statement.quad.object.value != expected
        ):
            yield find(
                "article-checksum",
                statement,
                property=write_term(statement.quad.predicate),
                found=shortened(statement.quad.object.value),
                expected=shortened(expected),
            )


def _measured(article: Article) -> Mapping[NamedNode, str]:
    return {TEXT: article.text, LENGTH: str(len(article.text)), SHA256: article.sha256}


def reference_sourced(case: Case) -> Iterator[Finding]:
    """Ask that every subject of the reference graph names its source."""
    told: set[object] = set()
    for statement in case.statements:
        subject = statement.quad.subject
        if statement.graph != REFERENCE_GRAPH.value or subject in case.sourced or subject in told or is_skolem(subject):
            continue
        told.add(subject)
        yield find("reference-sourced", statement, subject=write_term(subject))


def term_defined(case: Case) -> Iterator[Finding]:
    """Ask that every term of the project's namespace is defined in the ontology."""
    told: set[tuple[str, str | None]] = set()
    for statement in case.statements:
        for term in _terms_used(statement):
            if term not in case.terms and (term, statement.file) not in told:
                told.add((term, statement.file))
                yield find("term-defined", statement, term=compact(term), **_nearest(term, case.terms))


def _terms_used(statement: Statement) -> Iterator[str]:
    quad = statement.quad
    datatype = quad.object.datatype if isinstance(quad.object, Literal) else None
    for term in (quad.subject, quad.predicate, quad.object, datatype):
        if isinstance(term, NamedNode) and term.value.startswith(MITHAQ):
            yield term.value


def _nearest(term: str, terms: frozenset[str]) -> Mapping[str, str]:
    """Propose the defined term that is spelt most like an undefined one."""
    nearest = difflib.get_close_matches(
        term.removeprefix(MITHAQ), [each.removeprefix(MITHAQ) for each in sorted(terms)], 1
    )
    if not nearest:
        return {"nearest_en": "", "nearest_ar": ""}
    return {"nearest_en": f" Is mithaq:{nearest[0]} meant?", "nearest_ar": f" أهو المقصود mithaq:{nearest[0]}؟"}


def no_blank_nodes(case: Case) -> Iterator[Finding]:
    """Ask that no blank node is left."""
    for statement in case.statements:
        quad = statement.quad
        if any(isinstance(term, BlankNode) for term in (quad.subject, quad.object, quad.graph_name)):
            yield find("no-blank-nodes", statement)
