"""Layout: sentences put one after the other, so that every passage gets its offsets, and the quads that come of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from mithaq.graph.namespaces import ARTICLES, REFERENCE_GRAPH

from .passages import Passage
from .vocabulary import CONCEPTS, TERMS, TRUE, TYPE, M, arabic, date, english, integer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from .passages import Curated, Fact, Sentence, Value

_NEWSPAPER: Final = arabic("صحيفة متخيلة")
_SOURCE: Final = english("The generator of the benchmark of Mithaq")


def article_node(name: str) -> NamedNode:
    """Name an article.

    >>> article_node("a").value
    'https://w3id.org/mithaq/article/a'
    """
    return NamedNode(ARTICLES + name)


def lay_out(name: str, sentences: Iterable[Sentence], day: dt.date, curated: set[NamedNode]) -> tuple[str, list[Quad]]:
    """Give the text of an article and its quads.

    What is `curated` already is left out of the reference graph; what this article brings there is added to it.
    """
    layout = _Layout(name)
    for sentence in sentences:
        layout.add(sentence)
    return layout.text, [*layout.description(day), *layout.facts(), *layout.reference(curated)]


class _Layout:
    """The text so far, and where its sentences and passages stand."""

    def __init__(self, name: str) -> None:
        self._article = article_node(name)
        self._curation = NamedNode(f"{self._article.value}#curation")
        self._words: list[str] = []
        self._length = 0
        self._sentences: list[tuple[NamedNode, int, int, str]] = []
        self._spans: dict[tuple[int, int], list[Passage]] = {}
        self._nodes: dict[Passage, NamedNode] = {}

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._words)

    def add(self, sentence: Sentence) -> None:
        """Put a sentence after the others."""
        if self._length:
            self._write("\n" if len(self._sentences) == 1 else " ")
        begin = self._length
        self._put(sentence.passage)
        self._write(sentence.stop)
        self._sentences.append((self._span(begin, self._length), begin, self._length, sentence.translation))

    def _write(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)

    def _put(self, passage: Passage) -> None:
        begin = self._length
        for part in passage.parts:
            if isinstance(part, str):
                self._write(part)
            else:
                self._put(part)
        self._spans.setdefault((begin, self._length), []).append(passage)
        self._nodes[passage] = self._span(begin, self._length)

    def _span(self, begin: int, end: int) -> NamedNode:
        return NamedNode(f"{self._article.value}#char={begin},{end}")

    def _stating(self) -> Iterator[tuple[int, int, list[Passage]]]:
        """Go through the spans that state something, in reading order, wider ones first."""
        for (begin, end), passages in sorted(self._spans.items(), key=lambda item: (item[0][0], -item[0][1])):
            if any(passage.facts for passage in passages):
                yield begin, end, passages

    def description(self, day: dt.date) -> Iterator[Quad]:
        """Describe the article, where it was printed, its sentences and its spans, in the graph of the article."""
        article, source = self._article, NamedNode(f"{self._article.value}#source")
        said: list[Fact] = [
            (article, TYPE, M.Article),
            (article, M.length, integer(self._length)),
            (article, M.sha256, Literal(hashlib.sha256(self.text.encode()).hexdigest())),
            (source, TYPE, M.SourceRecord),
            (source, M.sourceOf, article),
            (source, M.knowledgeBasis, M.outsideSource),
            (source, M.publicationDateKnown, TRUE),
            (source, M.publisherAsKnown, _NEWSPAPER),
            (self._curation, TYPE, M.Curation),
            (self._curation, M.ofArticle, article),
            (self._curation, TERMS.created, date(day)),
        ]
        for node, begin, end, translation in self._sentences:
            said += self._described(node, M.Sentence, begin, end)
            said.append((node, M.translation, english(translation)))
        said += self._described_spans()
        return self._quads(said, article)

    def _described_spans(self) -> Iterator[Fact]:
        whole = {node for node, _, _, _ in self._sentences}
        sentences = iter(self._sentences)
        sentence, _, last, _ = next(sentences)
        for begin, end, passages in self._stating():
            while begin >= last:
                sentence, _, last, _ = next(sentences)
            node = self._nodes[passages[0]]
            if node not in whole:
                yield from self._described(node, M.TextSpan, begin, end)
                yield node, M.sentence, sentence
            for passage in passages:
                yield from _attributed(node, passage)

    def _described(self, node: NamedNode, kind: NamedNode, begin: int, end: int) -> list[Fact]:
        return [
            (node, TYPE, kind),
            (node, M.begin, integer(begin)),
            (node, M.end, integer(end)),
            (node, M.exact, Literal(self.text[begin:end])),
            (node, M.inArticle, self._article),
            (node, M.takenBy, self._curation),
        ]

    def facts(self) -> Iterator[Quad]:
        """Give what each span states, in the graph of the span."""
        for _, _, passages in self._stating():
            yield from self._quads((fact for each in passages for fact in each.facts), self._nodes[passages[0]])

    def reference(self, curated: set[NamedNode]) -> Iterator[Quad]:
        """Give what the reference graph says of things named here for the first time."""
        for thing in self._curated():
            if thing.node not in curated:
                curated.add(thing.node)
                said: list[Fact] = [(thing.node, predicate, value) for predicate, value in thing.facts]
                said += [(thing.node, CONCEPTS.prefLabel, english(thing.label)), (thing.node, TERMS.source, _SOURCE)]
                yield from self._quads(said, REFERENCE_GRAPH)

    def _curated(self) -> Iterator[Curated]:
        return (thing for _, _, passages in self._stating() for each in passages for thing in each.curated)

    def _quads(self, facts: Iterable[Fact], graph: NamedNode) -> Iterator[Quad]:
        """Make quads of facts, each once."""
        resolved = dict.fromkeys((self._node(one), predicate, self._term(other)) for one, predicate, other in facts)
        return (Quad(subject, predicate, value, graph) for subject, predicate, value in resolved)

    def _node(self, value: NamedNode | Passage) -> NamedNode:
        return self._nodes[value] if isinstance(value, Passage) else value

    def _term(self, value: Value) -> NamedNode | Literal:
        return self._nodes[value] if isinstance(value, Passage) else value


def _attributed(node: NamedNode, passage: Passage) -> Iterator[Fact]:
    if passage.speaker is not None:
        yield node, M.attributedTo, passage.speaker
    if passage.relay is not None:
        yield node, M.relayedBy, passage.relay
