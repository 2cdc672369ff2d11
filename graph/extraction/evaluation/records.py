"""Facts of one article as they are compared: triples with the span that states them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from ...facts import parse_facts
from ...namespaces import EXACT, INDIVIDUALS, MITHAQ, TYPE
from ...spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


_SENTENCE: Final = NamedNode(MITHAQ + "Sentence")


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One triple in one span; subject and object as IRIs or as literals in N-Triples, the predicate by its local name."""

    span: Span
    subject: str
    predicate: str
    object: str


@dataclass(frozen=True)
class FactSet:
    """What a file states about one or more articles."""

    facts: frozenset[Fact]
    sentences: Mapping[Span, str]

    @cached_property
    def types(self) -> Mapping[str, frozenset[str]]:
        """Give the classes of each individual and span node, by local name."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts:
            if fact.predicate == "type":
                found[fact.subject].add(fact.object.removeprefix(MITHAQ))
        return {node: frozenset(classes) for node, classes in found.items()}

    def sentence_of(self, span: Span) -> str:
        """Give the sentence that a span lies in, or begins in."""
        inside = (
            words
            for each, words in self.sentences.items()
            if each.article == span.article and each.begin <= span.begin < each.end
        )
        return next(inside, "")


def read_facts(path: Path) -> FactSet:
    """Read the facts of a file that stand in graphs of spans; raises ParseError."""
    facts = set()
    texts: dict[Span, str] = {}
    classed: set[Span] = set()
    for statement in parse_facts(path).statements:
        quad, span = statement.quad, Span.from_iri(statement.graph or "")
        if not isinstance(quad.subject, NamedNode):
            continue
        if span is not None:
            facts.add(Fact(span, quad.subject.value, _local(quad.predicate), _written(quad.object)))
        described = Span.from_iri(quad.subject.value)
        if described and quad.predicate == EXACT and isinstance(quad.object, Literal):
            texts[described] = quad.object.value
        elif described and quad.predicate == TYPE and quad.object == _SENTENCE:
            classed.add(described)
    return FactSet(frozenset(facts), {span: words for span, words in texts.items() if span in classed})


def _local(predicate: NamedNode) -> str:
    return "type" if predicate == TYPE else predicate.value.removeprefix(MITHAQ)


def _written(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def is_individual(node: str) -> bool:
    """Tell an individual from a class, a code, a span or a literal."""
    return node.startswith(INDIVIDUALS)
