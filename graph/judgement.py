"""The judgement of facts in their context: evidence rules, reasoning, shapes, and the place of each finding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import DefaultGraph, NamedNode

from .cases import Case, quoted
from .consequences import work_out
from .contradictions import finding_of
from .facts import Statement
from .findings import Finding, in_order
from .namespaces import ARTICLE, INFERRED_GRAPH, TYPE
from .report import ValidationReport
from .rules import judge
from .spans import article_of
from .terms import Term, iri_of
from .triples import StoredTriples, triple_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Store

    from .consequences import Outcome
    from .draft import Draft
    from .engine import Engine
    from .store import Change
    from .validation import Shapes

_Key: TypeAlias = tuple[Term | None, Term | None, Term | None]
"""Subject, predicate and object, None where any will do."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found, and the change of all named graphs that was judged."""

    report: ValidationReport
    change: Change


def judge_draft(store: Store, engine: Engine, draft: Draft, *, adding: bool) -> Judgement:
    """Judge a draft in the context of a store: only what can be different after it is looked at."""
    case = Case(
        draft.judged,
        draft.articles,
        engine.terms,
        background=draft.background,
        owners=draft.owners,
        adding=adding,
        protected=draft.protected,
    )
    places = Places(draft.judged, store)
    with StoredTriples(store) as before:
        outcome = work_out(store, before, engine.rules, draft)
        broken = _broken_shapes(store, before, engine.shapes, draft, outcome)
    found = (*broken, *map(finding_of, outcome.contradictions))
    with_words = [quoted(places.placed(finding), draft.articles, case.descriptions) for finding in found]
    return Judgement(ValidationReport(tuple(in_order([*judge(case), *with_words]))), outcome.change)


def _broken_shapes(
    store: Store, before: StoredTriples, shapes: Shapes, draft: Draft, outcome: Outcome
) -> list[Finding]:
    """Apply the shapes to all that can be judged differently, and leave out what they found there before."""
    triples = outcome.triples
    affected = shapes.affected(triples, set(triples.added), set(triples.removed), _described_again(before, draft))
    found = shapes.judged(triples, affected)
    if not found:
        return []
    places = Places((), store)
    known = (places.placed(each) for each in shapes.judged(before, affected))
    old = {each.identity for each in known if article_of(each.graph or "") not in draft.replaced}
    return [finding for finding in found if finding.identity not in old]


def _described_again(before: StoredTriples, draft: Draft) -> set[Term]:
    """Give the articles that come again, and what they speak of: they are told what they were told at first."""
    known = {iri for iri in draft.replaced if (NamedNode(iri), TYPE, ARTICLE) in before}
    again = (each.quad.subject for each in draft.judged if known and article_of(each.graph or "") in known)
    return {*map(NamedNode, known), *again}  # type: ignore[arg-type]


class Places:
    """Finds the statement that a finding is about: a new one where there is one, else one that the store holds."""

    def __init__(self, judged: Iterable[Statement], store: Store) -> None:
        self._judged, self._store = judged, store

    @cached_property
    def _new(self) -> dict[_Key, Statement]:
        found: dict[_Key, Statement] = {}
        for statement in self._judged:
            for key in _keys(statement.quad):
                found.setdefault(key, statement)
        return found

    def placed(self, finding: Finding) -> Finding:
        """Add the place of the statement that is nearest to what the finding is about."""
        focus, path, value = finding.focus, finding.path, finding.value
        wanted: list[_Key] = [(focus, path, value), (focus, path, None), (focus, None, value)]
        wanted += [(focus, TYPE, None), (focus, None, None), (None, None, focus)]
        wanted += [] if value is None else [(value, TYPE, None), (value, None, None)]
        new = (self._new[key] for key in wanted if key in self._new)
        old = (statement for key in wanted for statement in self._stored(key))
        found = next(new, None) or next(old, None)
        return finding if found is None else finding.at(found)

    def _stored(self, key: _Key) -> Iterator[Statement]:
        subject, predicate, object_ = key
        if not isinstance(subject, NamedNode | None) or not isinstance(predicate, NamedNode | None):
            return
        for quad in self._store.quads_for_pattern(subject, predicate, object_, None):
            if quad.graph_name not in (DefaultGraph(), INFERRED_GRAPH):
                yield Statement(quad)


def _keys(quad: Quad) -> list[_Key]:
    subject, predicate, object_ = triple_of(quad)
    keys: list[_Key] = [(subject, predicate, object_), (subject, predicate, None), (subject, None, None)]
    keys.append((subject, None, object_))
    return [*keys, (None, None, object_)] if iri_of(object_) else keys
