"""Cases: what the evidence rules judge and may know, and how a rule makes its findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import NamedNode

from .findings import Finding
from .namespaces import REFERENCE_GRAPH, SENTENCE, SOURCE
from .rule_table import RULE_TABLE
from .spans import Span, article_of, enclosing
from .terms import Term, iri_of

if TYPE_CHECKING:
    from .articles import Article
    from .facts import Statement

Fields: TypeAlias = Mapping[NamedNode, tuple[Term, ...]]
"""What is said of one span: its properties, each with its values."""

NO_FIELDS: Final[Fields] = MappingProxyType({})


@dataclass(frozen=True)
class Case:
    """What the rules judge, and what they may know.

    `statements` are judged, `background` is what the graph holds already; `articles` are the known texts by IRI;
    `terms` are the defined terms of the ontology; `owners` tells for a file which article alone it may speak for.
    With `adding`, a fact without evidence is refused; without, it is only noted. `protected` are statements that
    somebody wants to take out and nobody may.
    """

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]
    terms: frozenset[str]
    background: tuple[Statement, ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    adding: bool = True
    protected: tuple[Statement, ...] = ()

    @cached_property
    def descriptions(self) -> Mapping[str, Fields]:
        """What the graphs of articles say of spans: for each span its properties and their values."""
        return describe_spans((*self.background, *self.statements))

    @cached_property
    def one_per_graph(self) -> tuple[tuple[str, Statement], ...]:
        """Each named graph with its first statement in each file, so that a fault of the graph is told once."""
        firsts: dict[tuple[str, str | None], Statement] = {}
        for statement in self.statements:
            if statement.graph is not None:
                firsts.setdefault((statement.graph, statement.file), statement)
        return tuple((graph, statement) for (graph, _), statement in firsts.items())

    @cached_property
    def judged_spans(self) -> tuple[tuple[Span, Statement, Fields], ...]:
        """The spans that the judged statements describe, each with its first statement and its fields."""
        firsts: dict[str, Statement] = {}
        for statement in self.statements:
            subject = iri_of(statement.quad.subject)
            if "#char=" in subject and statement.graph == article_of(subject):
                firsts.setdefault(subject, statement)
        spans = ((Span.from_iri(iri), statement) for iri, statement in firsts.items())
        return tuple((span, first, self.descriptions[span.iri]) for span, first in spans if span)

    @cached_property
    def sourced(self) -> frozenset[Term]:
        """The subjects of the reference graph that name their source."""
        reference = REFERENCE_GRAPH.value
        return frozenset(
            each.quad.subject  # type: ignore[misc]
            for each in (*self.background, *self.statements)
            if each.graph == reference and each.quad.predicate == SOURCE
        )

    def words_of(self, span: Span | None) -> str | None:
        """Give the words of a span that fits a known article."""
        article = self.articles.get(span.article) if span else None
        return span.cut(article.text) if span and article and span.fits(len(article.text)) else None


def describe_spans(statements: Iterable[Statement]) -> Mapping[str, Fields]:
    """Gather what the graphs of articles say of each of their spans."""
    fields: dict[str, dict[NamedNode, tuple[Term, ...]]] = defaultdict(dict)
    for statement in statements:
        subject, predicate = iri_of(statement.quad.subject), statement.quad.predicate
        if "#char=" in subject and statement.graph == article_of(subject):
            known = fields[subject].get(predicate, ())
            fields[subject][predicate] = (*known, statement.quad.object)  # type: ignore[arg-type]
    return fields


def find(rule: str, statement: Statement | None = None, /, **values: object) -> Finding:
    """Make the finding of a rule about a statement, its texts filled with values."""
    entry = RULE_TABLE[rule]
    finding = Finding(entry.severity, entry.iri, entry.message.filled(**values), entry.advice.filled(**values))
    if statement is None:
        return finding
    quad = statement.quad
    about = replace(finding, focus=quad.subject, path=quad.predicate, value=quad.object)  # type: ignore[arg-type]
    return about.at(statement)


def quoted(finding: Finding, articles: Mapping[str, Article], descriptions: Mapping[str, Fields]) -> Finding:
    """Add to a finding the words of its evidence, or of the span that it is about, and the sentence around them."""
    span = Span.from_iri(finding.graph or "") or Span.from_iri(iri_of(finding.focus))
    article = articles.get(span.article) if span else None
    if span is None or article is None:
        return finding
    names = descriptions.get(span.iri, NO_FIELDS).get(SENTENCE, ())
    around = enclosing(Span.from_iri(iri_of(name)) for name in names)
    return finding.quoting(span.cut(article.text) or None, around.cut(article.text) if around else None)
