"""The evidence rules: values in, findings out. Each tells where a fact has lost its way back to the text."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode

from .facts import Statement, in_default_graph
from .findings import Finding, in_order
from .namespaces import (
    BEGIN,
    BOILERPLATE_HEADLINE,
    END,
    EXACT,
    IN_ARTICLE,
    LENGTH,
    MITHAQ,
    REFERENCE_GRAPH,
    RESERVED_GRAPHS,
    SENTENCE,
    SENTENCE_CLASS,
    SHA256,
    SOURCE,
    TEXT,
    TYPE,
    compact,
)
from .rule_table import AS_PRINTED, RULE_TABLE
from .spans import Span, article_of, enclosing
from .terms import Term, iri_of, is_skolem, write_term

if TYPE_CHECKING:
    from .articles import Article

Fields = Mapping[NamedNode, tuple[Term, ...]]
_NO_FIELDS: Final[Fields] = MappingProxyType({})
_REQUIRED: Final = (IN_ARTICLE, BEGIN, END, EXACT, SENTENCE)
_STANDING_ALONE: Final = frozenset({SENTENCE_CLASS, BOILERPLATE_HEADLINE})
_DATE_GROUNDS: Final = frozenset(
    MITHAQ + name for name in ("basisSpan", "eventDate", "eventStart", "statementDate", "tenureStart", "tenureEnd")
)
_RESERVED: Final = frozenset(graph.value for graph in RESERVED_GRAPHS)


@dataclass(frozen=True)
class Case:
    """What the rules judge, and what they may know.

    `statements` are judged, `background` is what the graph holds already; `articles` are the known texts by IRI;
    `terms` are the defined terms of the ontology; `owners` tells for a file which article alone it may speak for.
    With `adding`, a fact without evidence is refused; without, it is only noted.
    """

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]
    terms: frozenset[str]
    background: tuple[Statement, ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    adding: bool = True

    @cached_property
    def descriptions(self) -> Mapping[str, Fields]:
        """What the graphs of articles say of spans: for each span its properties and their values."""
        return describe_spans((*self.background, *self.statements))

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


def judge(case: Case) -> list[Finding]:
    """Apply every rule to a case; the findings come in order, each with its place and the words of its evidence."""
    found = (finding for rule in _CHECKS for finding in rule(case))
    return in_order([_with_quote(finding, case) for finding in found])


def find(rule: str, statement: Statement | None = None, /, **values: object) -> Finding:
    """Make the finding of a rule about a statement, its texts filled with values."""
    entry = RULE_TABLE[rule]
    finding = Finding(entry.severity, entry.iri, entry.message.filled(**values), entry.advice.filled(**values))
    if statement is None:
        return finding
    quad = statement.quad
    placed = finding.at(statement)
    return Finding(
        placed.severity,
        placed.rule,
        placed.message,
        placed.advice,
        focus=quad.subject,  # type: ignore[arg-type]
        path=quad.predicate,
        value=quad.object,  # type: ignore[arg-type]
        graph=placed.graph,
        file=placed.file,
        line=placed.line,
    )


def quoted(finding: Finding, articles: Mapping[str, Article], descriptions: Mapping[str, Fields]) -> Finding:
    """Add to a finding the words of its evidence and the sentence around them."""
    span = Span.from_iri(finding.graph) if finding.graph else None
    article = articles.get(span.article) if span else None
    if span is None or article is None:
        return finding
    names = descriptions.get(span.iri, _NO_FIELDS).get(SENTENCE, ())
    around = enclosing(Span.from_iri(iri_of(name)) for name in names)
    words = span.cut(article.text) or None
    return finding.quoting(words, around.cut(article.text) if around else None)


def _with_quote(finding: Finding, case: Case) -> Finding:
    return quoted(finding, case.articles, case.descriptions)


def _one_per_graph(case: Case) -> Iterator[tuple[str, Statement]]:
    """Give each named graph with its first statement, so that a fault of the graph is told once."""
    firsts: dict[tuple[str, str | None], Statement] = {}
    for statement in case.statements:
        if statement.graph is not None:
            firsts.setdefault((statement.graph, statement.file), statement)
    yield from ((graph, statement) for (graph, _), statement in firsts.items())


def _known_article(case: Case) -> Iterator[Finding]:
    for graph, statement in _one_per_graph(case):
        article = article_of(graph)
        if article is not None and article not in case.articles:
            yield find("known-article", statement, article=compact(article))


def _graph_is_span(case: Case) -> Iterator[Finding]:
    for graph, statement in _one_per_graph(case):
        allowed = graph in _RESERVED or graph in (REFERENCE_GRAPH.value, article_of(graph))
        if not allowed and Span.from_iri(graph) is None:
            yield find("graph-is-span", statement, graph=compact(graph))


def _reserved_graph(case: Case) -> Iterator[Finding]:
    for graph, statement in _one_per_graph(case):
        if graph in _RESERVED:
            yield find("reserved-graph", statement, graph=compact(graph))


def _evidence_missing(case: Case) -> Iterator[Finding]:
    without = [statement for statement in case.statements if in_default_graph(statement)]
    if case.adding:
        yield from (find("evidence-missing", statement) for statement in without)
    elif without:
        note = find("evidence-needed-to-add", count=len(without))
        yield note.at(without[0])


def _own_article(case: Case) -> Iterator[Finding]:
    for graph, statement in _one_per_graph(case):
        own = case.owners.get(statement.file or "")
        article = article_of(graph)
        if own is not None and article is not None and article != own:
            yield find("own-article", statement, own=compact(own), article=compact(article))


def _article_graph_describes_article(case: Case) -> Iterator[Finding]:
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


def _article_checksum(case: Case) -> Iterator[Finding]:
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
                found=_short(statement.quad.object.value),
                expected=_short(expected),
            )


def _measured(article: Article) -> Mapping[NamedNode, str]:
    return {TEXT: article.text, LENGTH: str(len(article.text)), SHA256: article.sha256}


def _short(text: str, longest: int = 80) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _span_declared(case: Case) -> Iterator[Finding]:
    for graph, statement in _one_per_graph(case):
        span = Span.from_iri(graph)
        if span and span.article in case.articles and EXACT not in case.descriptions.get(graph, _NO_FIELDS):
            yield find("span-declared", statement, span=compact(graph))


def _judged_spans(case: Case) -> Iterator[tuple[Span, Statement, Fields]]:
    """Give each span that the judged statements describe, with its first statement and its fields."""
    firsts: dict[str, Statement] = {}
    for statement in case.statements:
        subject = iri_of(statement.quad.subject)
        if "#char=" in subject and statement.graph == article_of(subject):
            firsts.setdefault(subject, statement)
    for iri, statement in firsts.items():
        if span := Span.from_iri(iri):
            yield span, statement, case.descriptions[iri]


def _span_complete(case: Case) -> Iterator[Finding]:
    for span, statement, fields in _judged_spans(case):
        stands_alone = _STANDING_ALONE & set(fields.get(TYPE, ()))
        for required in _REQUIRED:
            count = len(set(fields.get(required, ())))
            several_allowed = required == SENTENCE  # a span over two sentences names both
            none_allowed = required == SENTENCE and stands_alone
            if (count == 0 and not none_allowed) or (count > 1 and not several_allowed):
                yield find(
                    "span-complete", statement, span=compact(span.iri), property=write_term(required), count=count
                )


def _span_offsets(case: Case) -> Iterator[Finding]:
    for span, statement, fields in _judged_spans(case):
        expected = {BEGIN: str(span.begin), END: str(span.end), IN_ARTICLE: span.article}
        for name, right in expected.items():
            for value in fields.get(name, ()):
                if value.value != right:
                    yield find(
                        "span-offsets",
                        statement,
                        span=compact(span.iri),
                        property=write_term(name),
                        found=write_term(value),
                        expected=right,
                    )


def _span_bounds(case: Case) -> Iterator[Finding]:
    graphs = ((Span.from_iri(graph), statement) for graph, statement in _one_per_graph(case))
    described = ((span, statement) for span, statement, _ in _judged_spans(case))
    told: set[Span] = set()
    for span, statement in (*described, *graphs):
        article = case.articles.get(span.article) if span else None
        if span and article and not span.fits(len(article.text)) and span not in told:
            told.add(span)
            yield find("span-bounds", statement, span=compact(span.iri), length=len(article.text))


def _span_exact(case: Case) -> Iterator[Finding]:
    for span, statement, fields in _judged_spans(case):
        words = case.words_of(span)
        for exact in fields.get(EXACT, ()):
            if words is not None and exact.value != words:
                article = case.articles[span.article]
                yield find(
                    "span-exact",
                    statement,
                    span=compact(span.iri),
                    found=_short(exact.value),
                    expected=_short(words),
                    **_elsewhere(article, exact.value),
                )


def _elsewhere(article: Article, words: str) -> Mapping[str, str]:
    """Say where the words do stand in the article, if they do."""
    begin = article.text.find(words) if words else -1
    if begin < 0:
        return {"elsewhere_en": "", "elsewhere_ar": ""}
    place = f"#char={begin},{begin + len(words)}"
    return {
        "elsewhere_en": f" These words stand at {place}.",
        "elsewhere_ar": f" هذه الكلمات موضعها \N{LEFT-TO-RIGHT MARK}{place}.",
    }


def _span_sentence(case: Case) -> Iterator[Finding]:
    for span, statement, fields in _judged_spans(case):
        names = fields.get(SENTENCE, ())
        sentences = [_sentence_named(case, name) for name in names]
        if names and not _enclosed(span, sentences):
            written = ", ".join(sorted(write_term(name) for name in names))
            yield find("span-sentence", statement, span=compact(span.iri), sentence=written)


def _sentence_named(case: Case, name: Term) -> Span | None:
    """Give the span of a sentence that is described as one."""
    described = SENTENCE_CLASS in case.descriptions.get(iri_of(name), _NO_FIELDS).get(TYPE, ())
    return Span.from_iri(iri_of(name)) if described else None


def _enclosed(span: Span, sentences: Sequence[Span | None]) -> bool:
    """Tell whether a span begins in the first of its sentences, ends in the last, and touches each of them."""
    known = sorted(sentence for sentence in sentences if sentence is not None and sentence.article == span.article)
    touched = all(sentence.begin < span.end and span.begin < sentence.end for sentence in known)
    return len(known) == len(sentences) and touched and known[0].begin <= span.begin and span.end <= known[-1].end


def _printed_in_span(case: Case) -> Iterator[Finding]:
    for statement in case.statements:
        quad = statement.quad
        if quad.predicate.value not in AS_PRINTED or not isinstance(quad.object, Literal):
            continue
        words = case.words_of(Span.from_iri(statement.graph or ""))
        if words is not None and quad.object.value not in words:
            yield find(
                "printed-in-span",
                statement,
                property=write_term(quad.predicate),
                found=_short(quad.object.value),
                quote=_short(words),
            )


def _boilerplate_grounds_nothing(case: Case) -> Iterator[Finding]:
    boilerplate = [
        span
        for iri, fields in case.descriptions.items()
        if BOILERPLATE_HEADLINE in fields.get(TYPE, ()) and (span := Span.from_iri(iri))
    ]
    for graph, statement in _one_per_graph(case) if boilerplate else ():
        if _lies_in(graph, boilerplate):
            yield find("boilerplate-grounds-nothing", statement, span=compact(graph))
    for statement in case.statements if boilerplate else ():
        ground = iri_of(statement.quad.object)
        if statement.quad.predicate.value in _DATE_GROUNDS and _lies_in(ground, boilerplate):
            yield find("boilerplate-grounds-nothing", statement, span=compact(ground))


def _lies_in(iri: str, spans: Iterable[Span]) -> bool:
    inner = Span.from_iri(iri)
    return inner is not None and any(outer.contains(inner) for outer in spans)


def _reference_sourced(case: Case) -> Iterator[Finding]:
    told: set[object] = set()
    for statement in case.statements:
        subject = statement.quad.subject
        if statement.graph != REFERENCE_GRAPH.value or subject in case.sourced or subject in told or is_skolem(subject):
            continue
        told.add(subject)
        yield find("reference-sourced", statement, subject=write_term(subject))


def _term_defined(case: Case) -> Iterator[Finding]:
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


def _no_blank_nodes(case: Case) -> Iterator[Finding]:
    for statement in case.statements:
        quad = statement.quad
        if any(isinstance(term, BlankNode) for term in (quad.subject, quad.object, quad.graph_name)):
            yield find("no-blank-nodes", statement)


_CHECKS: Final[tuple[Callable[[Case], Iterator[Finding]], ...]] = (
    _known_article,
    _graph_is_span,
    _reserved_graph,
    _evidence_missing,
    _own_article,
    _article_graph_describes_article,
    _article_checksum,
    _span_declared,
    _span_complete,
    _span_offsets,
    _span_bounds,
    _span_exact,
    _span_sentence,
    _printed_in_span,
    _boilerplate_grounds_nothing,
    _reference_sourced,
    _term_defined,
    _no_blank_nodes,
)
