"""Transactions: facts judged and written together, or refused and nothing changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Store

from .amendment import draft_amendment
from .draft import Draft, draft_additions, draft_removal, quads_of_article
from .errors import NotInGraphError
from .judgement import Judgement, judge_draft
from .namespaces import ARTICLES, INFERRED_GRAPH, SENTENCE, SENTENCE_CLASS, TYPE
from .spans import Span
from .store import is_merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Triple

    from .engine import Engine
    from .report import ValidationReport
    from .store import Change, Revision, Writing
    from .submission import Submission


@dataclass(frozen=True, slots=True)
class Transaction:
    """What came of a transaction: the report, the revision that was written if one was, and how much it changed.

    `added` and `removed` count statements in named graphs, those that describe articles and their spans among them.
    """

    report: ValidationReport
    revision: Revision | None
    added: int
    removed: int
    inferred: int
    """How many inferred triples came, less those that went."""

    @property
    def refused(self) -> bool:
        """Tell whether the facts were refused; they may also conform and change nothing."""
        return not self.report.conforms


def add(writing: Writing, engine: Engine, submissions: Sequence[Submission], note: str) -> Transaction:
    """Add submissions together: all of them or none."""
    return _carry_out(writing, engine, draft_additions(writing.quads, engine.catalogue, submissions), note)


def retract(writing: Writing, engine: Engine, target: str, note: str) -> Transaction:
    """Take out an article, named by its name or IRI, or what one span of it states; raises NotInGraphError."""
    store = writing.quads
    return _carry_out(writing, engine, draft_removal(store, engine.catalogue, _taken_out(store, target)), note)


def amend(writing: Writing, engine: Engine, asked: Change, note: str) -> Transaction:
    """Add quads to named graphs and take others out."""
    return _carry_out(writing, engine, draft_amendment(writing.quads, engine.catalogue, asked), note)


def assess(store: Store, engine: Engine, submission: Submission) -> ValidationReport:
    """Judge a submission without adding it; facts without evidence are judged by the shapes and told the rest."""
    draft = draft_additions(store, engine.catalogue, [submission])
    return judge_draft(store, engine, draft, adding=len(draft.plain) < len(draft.judged)).report


def consequences(store: Store, engine: Engine, submission: Submission) -> frozenset[Triple]:
    """Tell what would follow from a submission that does not hold yet, without adding it."""
    draft = draft_additions(store, engine.catalogue, [submission])
    change = judge_draft(store, engine, draft, adding=len(draft.plain) < len(draft.judged)).change
    return frozenset(quad.triple for quad in change.added if quad.graph_name == INFERRED_GRAPH)


def _carry_out(writing: Writing, engine: Engine, draft: Draft, note: str) -> Transaction:
    judgement = judge_draft(writing.quads, engine, draft, adding=True)
    if not judgement.report.conforms or not judgement.change:
        return _transaction(judgement, None)
    return _transaction(judgement, writing.commit(judgement.change, note))


def _transaction(judgement: Judgement, revision: Revision | None) -> Transaction:
    added, removed = (_counted(each) for each in (judgement.change.added, judgement.change.removed))
    return Transaction(judgement.report, revision, added[0], removed[0], added[1] - removed[1])


def _counted(quads: frozenset[Quad]) -> tuple[int, int]:
    """Count asserted quads and inferred ones."""
    inferred = sum(quad.graph_name == INFERRED_GRAPH for quad in quads)
    return sum(map(is_merged, quads)) - inferred, inferred


def _taken_out(store: Store, target: str) -> frozenset[Quad]:
    iri = target if "://" in target else ARTICLES + target
    quads = frozenset(_span_quads(store, span) if (span := Span.from_iri(iri)) else _article_quads(store, iri))
    if not quads:
        raise NotInGraphError(target)
    return quads


def _article_quads(store: Store, iri: str) -> Iterator[Quad]:
    try:
        yield from quads_of_article(store, NamedNode(iri))
    except ValueError as error:
        raise NotInGraphError(iri) from error


def _span_quads(store: Store, span: Span) -> Iterator[Quad]:
    """Give what a span states, and its description unless it is a sentence, which others stand in."""
    node, article = NamedNode(span.iri), NamedNode(span.article)
    yield from store.quads_for_pattern(None, None, None, node)
    named = next(store.quads_for_pattern(None, SENTENCE, node, article), None)
    if named is None and Quad(node, TYPE, SENTENCE_CLASS, article) not in store:
        yield from store.quads_for_pattern(node, None, None, article)
