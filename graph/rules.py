"""The evidence rules together: values in, findings out. Each tells where a fact has lost its way back to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import fact_rules, span_rules, word_rules
from .cases import Case, quoted
from .findings import Finding, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_RULES: Final[tuple[Callable[[Case], Iterator[Finding]], ...]] = (
    fact_rules.something_stated,
    fact_rules.known_article,
    fact_rules.graph_is_span,
    fact_rules.reserved_graph,
    fact_rules.evidence_missing,
    fact_rules.no_axioms,
    fact_rules.own_article,
    fact_rules.article_graph_describes_article,
    fact_rules.article_checksum,
    span_rules.span_declared,
    span_rules.span_complete,
    span_rules.span_offsets,
    span_rules.span_bounds,
    span_rules.span_exact,
    span_rules.span_sentence,
    word_rules.printed_in_span,
    word_rules.boilerplate_grounds_nothing,
    fact_rules.reference_sourced,
    fact_rules.term_defined,
    fact_rules.no_blank_nodes,
)


def judge(case: Case) -> list[Finding]:
    """Apply every rule to a case; the findings come in order, each with its place and the words of its evidence."""
    found = (finding for rule in _RULES for finding in rule(case))
    return in_order([quoted(finding, case.articles, case.descriptions) for finding in found])
