"""The evidence rules of spans: what a description of a span says is what the article says there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .cases import NO_FIELDS, Case, find
from .namespaces import BEGIN, BOILERPLATE_HEADLINE, END, EXACT, IN_ARTICLE, SENTENCE, SENTENCE_CLASS, TYPE, compact
from .shortening import shortened
from .spans import Span
from .terms import Term, iri_of, write_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .articles import Article
    from .findings import Finding

_REQUIRED: Final = (IN_ARTICLE, BEGIN, END, EXACT, SENTENCE)
_STANDING_ALONE: Final = frozenset({SENTENCE_CLASS, BOILERPLATE_HEADLINE})


def span_declared(case: Case) -> Iterator[Finding]:
    """Ask that the span which names a graph of facts is described by its article."""
    for graph, statement in case.one_per_graph:
        span = Span.from_iri(graph)
        if span and span.article in case.articles and EXACT not in case.descriptions.get(graph, NO_FIELDS):
            yield find("span-declared", statement, span=compact(graph))


def span_complete(case: Case) -> Iterator[Finding]:
    """Ask that a span is described completely, each thing once."""
    for span, statement, fields in case.judged_spans:
        stands_alone = _STANDING_ALONE & set(fields.get(TYPE, ()))
        for required in _REQUIRED:
            count = len(set(fields.get(required, ())))
            several_allowed = required == SENTENCE  # a span over two sentences names both
            none_allowed = required == SENTENCE and stands_alone
            if (count == 0 and not none_allowed) or (count > 1 and not several_allowed):
                yield find(
                    "span-complete", statement, span=compact(span.iri), property=write_term(required), count=count
                )


def span_offsets(case: Case) -> Iterator[Finding]:
    """Ask that a span's description says what its IRI says."""
    for span, statement, fields in case.judged_spans:
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


def span_bounds(case: Case) -> Iterator[Finding]:
    """Ask that a span lies within the text and holds at least one character."""
    graphs = ((Span.from_iri(graph), statement) for graph, statement in case.one_per_graph)
    described = ((span, statement) for span, statement, _ in case.judged_spans)
    told: set[Span] = set()
    for span, statement in (*described, *graphs):
        article = case.articles.get(span.article) if span else None
        if span and article and not span.fits(len(article.text)) and span not in told:
            told.add(span)
            yield find("span-bounds", statement, span=compact(span.iri), length=len(article.text))


def span_exact(case: Case) -> Iterator[Finding]:
    """Ask that a span quotes the text letter for letter."""
    for span, statement, fields in case.judged_spans:
        words = case.words_of(span)
        for exact in fields.get(EXACT, ()):
            if words is not None and exact.value != words:
                article = case.articles[span.article]
                yield find(
                    "span-exact",
                    statement,
                    span=compact(span.iri),
                    found=shortened(exact.value),
                    expected=shortened(words),
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


def span_sentence(case: Case) -> Iterator[Finding]:
    """Ask that a span lies within the sentences that it names."""
    for span, statement, fields in case.judged_spans:
        names = fields.get(SENTENCE, ())
        sentences = [_sentence_named(case, name) for name in names]
        if names and not _enclosed(span, sentences):
            written = ", ".join(sorted(write_term(name) for name in names))
            yield find("span-sentence", statement, span=compact(span.iri), sentence=written)


def _sentence_named(case: Case, name: Term) -> Span | None:
    """Give the span of a sentence that is described as one."""
    described = SENTENCE_CLASS in case.descriptions.get(iri_of(name), NO_FIELDS).get(TYPE, ())
    return Span.from_iri(iri_of(name)) if described else None


def _enclosed(span: Span, sentences: Sequence[Span | None]) -> bool:
    """Tell whether a span begins in the first of its sentences, ends in the last, and touches each of them."""
    known = sorted(sentence for sentence in sentences if sentence is not None and sentence.article == span.article)
    touched = all(sentence.begin < span.end and span.begin < sentence.end for sentence in known)
    return len(known) == len(sentences) and touched and known[0].begin <= span.begin and span.end <= known[-1].end
