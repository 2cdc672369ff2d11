"""The check of a whole store: evidence rules, the discipline of its graphs, and the hygiene queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from .cases import Case, find, quoted
from .corpus import Corpus, corpus_of
from .facts import Statement
from .findings import Finding, in_order
from .hygiene import hygiene_queries
from .languages import Text
from .namespaces import INFERRED_GRAPH, compact
from .rules import judge
from .store import is_merged
from .terms import in_merge, write_term

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(store: Store) -> list[Finding]:
    """Give everything in a store that breaks a rule which the shapes cannot say."""
    corpus = corpus_of(store)
    case = Case(corpus.statements, corpus.articles, corpus.terms)
    findings = [
        *judge(case),
        *_default_graph_is_merge(store),
        *_inferred_apart(store),
        *_blank_nodes_elsewhere(corpus),
        *(finding for each in hygiene_queries() for finding in each.run(store)),
    ]
    return in_order([quoted(finding, corpus.articles, case.descriptions) for finding in findings])


def _default_graph_is_merge(store: Store) -> Iterator[Finding]:
    """Compare the default graph with the named graphs, the shapes aside: it is exactly their merge."""
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        if not any(is_merged(each) for each in _same_triple(store, quad)):
            yield _not_merged(quad, Text(en="it alone holds {triple}", ar="انفرد بالثلاثية {triple}"))
    for quad in store:
        if is_merged(quad) and in_merge(quad) not in store:
            yield _not_merged(quad, Text(en="it lacks {triple}", ar="تنقصه الثلاثية {triple}"))


def _same_triple(store: Store, quad: Quad) -> Iterator[Quad]:
    yield from store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)


def _not_merged(quad: Quad, problem: Text) -> Finding:
    triple = " ".join(write_term(term) for term in (quad.subject, quad.predicate, quad.object))
    told = problem.filled(triple=triple)
    return find("default-graph-is-merge", Statement(quad), problem_en=told.en, problem_ar=told.ar)


def _inferred_apart(store: Store) -> Iterator[Finding]:
    for quad in store.quads_for_pattern(None, None, None, INFERRED_GRAPH):
        for other in _same_triple(store, quad):
            if other.graph_name not in (DefaultGraph(), INFERRED_GRAPH) and isinstance(other.graph_name, NamedNode):
                yield find("inferred-apart", Statement(quad), graph=compact(other.graph_name.value))


def _blank_nodes_elsewhere(corpus: Corpus) -> Iterator[Finding]:
    for statement in (*corpus.ontology, *corpus.shapes):
        if any(isinstance(term, BlankNode) for term in (statement.quad.subject, statement.quad.object)):
            yield find("no-blank-nodes", statement)
