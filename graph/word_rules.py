"""The evidence rules of words: what is said to be printed is printed there, and on the article's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from .cases import Case, find
from .namespaces import BOILERPLATE_HEADLINE, MITHAQ, TYPE, compact
from .shortening import shortened
from .spans import Span, article_of
from .terms import iri_of, write_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .facts import Statement
    from .findings import Finding

_AS_PRINTED: Final = frozenset(
    MITHAQ + name
    for name in (
        "name",
        "titleAsReported",
        "rawText",
        "gist",
        "officeTitle",
        "subjectMatter",
        "contentAsReported",
        "conditionText",
        "territorialScope",
        "lengthAsReported",
        "membershipCriterion",
        "question",
        "taskContent",
        "triggeringAct",
        "countsAs",
        "contestedTerm",
        "characterization",
        "headline",
        "dateline",
    )
)
"""Properties whose value is printed in the article, letter for letter, within the span that states it."""

_DATE_GROUNDS: Final = frozenset(
    MITHAQ + name for name in ("basisSpan", "eventDate", "eventStart", "statementDate", "tenureStart", "tenureEnd")
)


def printed_in_span(case: Case) -> Iterator[Finding]:
    """Ask that what is said to be printed is printed in the words that state it."""
    for statement in case.statements:
        quad = statement.quad
        if quad.predicate.value not in _AS_PRINTED or not isinstance(quad.object, Literal):
            continue
        words = _words_stating(case, statement)
        if words is not None and quad.object.value not in words:
            yield find(
                "printed-in-span",
                statement,
                property=write_term(quad.predicate),
                found=shortened(quad.object.value),
                quote=shortened(words),
            )


def _words_stating(case: Case, statement: Statement) -> str | None:
    """Give the words that state a fact: those of its graph; in the graph of an article those of the span described."""
    graph = statement.graph or ""
    span = Span.from_iri(graph) or (Span.from_iri(iri_of(statement.quad.subject)) if article_of(graph) else None)
    if span is None and graph in case.articles:
        return case.articles[graph].text
    return case.words_of(span)


def boilerplate_grounds_nothing(case: Case) -> Iterator[Finding]:
    """Ask that no fact and no date rests on the headline of another article."""
    boilerplate = [
        span
        for iri, fields in case.descriptions.items()
        if BOILERPLATE_HEADLINE in fields.get(TYPE, ()) and (span := Span.from_iri(iri))
    ]
    for graph, statement in case.one_per_graph if boilerplate else ():
        if _lies_in(graph, boilerplate):
            yield find("boilerplate-grounds-nothing", statement, span=compact(graph))
    for statement in case.statements if boilerplate else ():
        ground = iri_of(statement.quad.object)
        if statement.quad.predicate.value in _DATE_GROUNDS and _lies_in(ground, boilerplate):
            yield find("boilerplate-grounds-nothing", statement, span=compact(ground))


def _lies_in(iri: str, spans: Iterable[Span]) -> bool:
    inner = Span.from_iri(iri)
    return inner is not None and any(outer.contains(inner) for outer in spans)
