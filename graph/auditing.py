"""The audit of a whole store: what a check finds, every shape over everything, and the closure worked out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cases import find
from .checking import check
from .contradictions import finding_of
from .facts import Statement
from .findings import Finding, in_order
from .languages import Text
from .namespaces import INFERRED_GRAPH, ONTOLOGY_GRAPH
from .reasoning import close_all, compile_ontology
from .report import ValidationReport
from .store import is_merged
from .terms import write_term
from .triples import StoredTriples, Triple, quad_of, triple_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from .engine import Engine


def audit(store: Store, engine: Engine) -> ValidationReport:
    """Judge everything that a store holds, without relying on what was worked out when it was written."""
    findings = [*check(store), *engine.shapes.validate_all(StoredTriples(store)), *_closure(store)]
    return ValidationReport(tuple(in_order(findings)))


def _closure(store: Store) -> Iterator[Finding]:
    """Compare the inferred graph with what follows from all that is stated; tell of contradictions."""
    rules = compile_ontology(triple_of(quad) for quad in store.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH))
    stated = {triple_of(quad) for quad in store if is_merged(quad) and quad.graph_name != INFERRED_GRAPH}
    closure = close_all(rules, stated)
    follows = {*closure.inferred} - stated
    inferred = {triple_of(quad) for quad in store.quads_for_pattern(None, None, None, INFERRED_GRAPH)}
    yield from map(finding_of, closure.contradictions)
    for triple in follows - inferred:
        yield _not_closed(triple, Text(en="it lacks {triple}", ar="تنقصه الثلاثية {triple}"))
    for triple in inferred - follows:
        yield _not_closed(triple, Text(en="it holds {triple}", ar="يحوي الثلاثية {triple}"))


def _not_closed(triple: Triple, problem: Text) -> Finding:
    told = problem.filled(triple=" ".join(map(write_term, triple)))
    return find("closure-exact", Statement(quad_of(triple, INFERRED_GRAPH)), problem_en=told.en, problem_ar=told.ar)
