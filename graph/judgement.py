"""The judgement of facts in their context: evidence rules, closure and shapes together, each finding with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import NamedNode, Quad

from .cases import Case, quoted
from .findings import Finding, in_order
from .namespaces import TYPE
from .reasoning import Closure, close
from .rules import judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .corpus import Corpus
    from .facts import Statement
    from .validation import Shapes


_Key: TypeAlias = tuple[object, object, object]
"""Subject, predicate and object, None where any will do."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """All findings, in order, and the closure that was made on the way."""

    findings: tuple[Finding, ...]
    closure: Closure


def judge_corpus(corpus: Corpus, shapes: Shapes) -> Judgement:
    """Judge a whole corpus as a build does."""
    return judge_facts(corpus, corpus.statements, shapes, adding=True)


def judge_facts(corpus: Corpus, judged: tuple[Statement, ...], shapes: Shapes, *, adding: bool) -> Judgement:
    """Judge those statements of a corpus that are new, against all of them together."""
    new = set(judged)
    background = tuple(statement for statement in corpus.statements if statement not in new)
    case = Case(judged, corpus.articles, corpus.terms, background, corpus.owners, adding)
    ontology = [statement.quad for statement in corpus.ontology]
    facts = [statement.quad for statement in corpus.statements]
    closure = close(ontology, facts)
    places = _Places(judged, background)
    broken = (*shapes.validate([*ontology, *facts, *closure.inferred]), *closure.findings())
    told = (*(places.placed(finding) for finding in broken), *corpus.remarks)
    with_words = [quoted(finding, corpus.articles, case.descriptions) for finding in told]
    return Judgement(tuple(in_order([*judge(case), *with_words])), closure)


class _Places:
    """Finds the statement that a shape's finding is about: a new one where there is one, else one that was there."""

    def __init__(self, judged: Iterable[Statement], background: Iterable[Statement]) -> None:
        self._indexes = (_by_terms(judged), _by_terms(background))

    def placed(self, finding: Finding) -> Finding:
        """Add the place of the statement that is nearest to what the finding is about."""
        focus, path, value = finding.focus, finding.path, finding.value
        wanted: list[_Key] = [(focus, path, value), (focus, path, None), (focus, None, value)]
        wanted += [(focus, TYPE, None), (focus, None, None), (None, None, focus)]
        wanted += [] if value is None else [(value, TYPE, None), (value, None, None)]
        found = next((index[key] for index in self._indexes for key in wanted if key in index), None)
        return finding if found is None else finding.at(found)


def _by_terms(statements: Iterable[Statement]) -> dict[_Key, Statement]:
    index: dict[_Key, Statement] = {}
    for statement in statements:
        for key in _keys(statement.quad):
            index.setdefault(key, statement)
    return index


def _keys(quad: Quad) -> list[_Key]:
    subject, predicate, object_ = quad.subject, quad.predicate, quad.object
    keys: list[_Key] = [(subject, predicate, object_), (subject, predicate, None), (subject, None, None)]
    keys.append((subject, None, object_))
    return [*keys, (None, None, object_)] if isinstance(object_, NamedNode) else keys
