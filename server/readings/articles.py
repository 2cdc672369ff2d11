"""What the page of an article tells: its text cut where facts begin and end, and the facts beside it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pyoxigraph import Literal as LiteralTerm
from pyoxigraph import NamedNode

from mithaq.graph import NotInGraphError, Span

from ..iris import node_of
from ..result_tables import Cell, labels_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mithaq.graph import KnowledgeGraph, Language, Term

_TEXT: Final = """SELECT ?text ?headline ?publisher WHERE {{
  GRAPH {node} {{ {node} mithaq:text ?text }}
  OPTIONAL {{ {node} mithaq:headline ?headline }}
  OPTIONAL {{ {source} mithaq:publisherAsKnown ?publisher FILTER(LANG(?publisher) = "{language}") }}
}} LIMIT 1"""
_SENTENCES: Final = """SELECT ?span ?translation WHERE {{
  GRAPH {node} {{ ?span a mithaq:Sentence . OPTIONAL {{ ?span mithaq:translation ?translation }} }}
}}"""
_FACTS: Final = """SELECT ?span ?subject ?property ?value WHERE {{
  GRAPH {node} {{ ?span mithaq:inArticle {node} }}
  GRAPH ?span {{ ?subject ?property ?value }}
}} ORDER BY ?subject ?property ?value"""
_VOICES: Final = """SELECT ?span ?role ?agent WHERE {{
  VALUES ?role {{ mithaq:attributedTo mithaq:relayedBy }} GRAPH {node} {{ ?span ?role ?agent }}
}} ORDER BY ?span ?role ?agent"""

Token: TypeAlias = tuple[Literal["text", "begin", "end", "break", "again"], str]
"""A piece of the text, or the place of a passage that begins or ends here, or breaks off and goes on."""


@dataclass(frozen=True)
class Fact:
    """One statement of a span."""

    subject: Cell
    property: Cell
    value: Cell


@dataclass(frozen=True)
class Passage:
    """A span that states something: its place, its words, its facts, and who says and relays them."""

    begin: int
    end: int
    words: str
    facts: tuple[Fact, ...]
    said_by: tuple[Cell, ...] = ()
    relayed_by: tuple[Cell, ...] = ()

    @property
    def place(self) -> str:
        """The part of the span's IRI that tells its place."""
        return f"char={self.begin},{self.end}"


@dataclass(frozen=True)
class Paragraph:
    """A sentence or what stands between two: its text with the places where passages begin and end."""

    tokens: tuple[Token, ...]
    sentence: bool = False
    place: str | None = None
    translation: str | None = None


@dataclass(frozen=True)
class ArticleReading:
    """All that the page of one article tells."""

    iri: str
    headline: str | None
    publisher: str | None
    paragraphs: tuple[Paragraph, ...]
    passages: tuple[Passage, ...]


def read_article(graph: KnowledgeGraph, iri: str, language: Language) -> ArticleReading:
    """Read what the page of an article tells; raises NotInGraphError."""
    node = node_of(iri)
    found = next(
        graph.query(_TEXT.format(node=node, source=NamedNode(f"{iri}#source"), language=language)).rows(), None
    )
    if found is None:
        raise NotInGraphError(iri)
    text, headline, publisher = (each.value if isinstance(each, LiteralTerm) else None for each in found)
    passages = tuple(_passages(graph, node, text or "", language))
    paragraphs = tuple(_paragraphs(graph, node, text or "", passages))
    return ArticleReading(iri, headline, publisher, paragraphs, passages)


def _passages(graph: KnowledgeGraph, node: NamedNode, text: str, language: Language) -> Iterator[Passage]:
    rows = list(graph.query(_FACTS.format(node=node)).rows())
    voices = list(graph.query(_VOICES.format(node=node)).rows())
    iris = [term.value for row in (*rows, *voices) for term in row if isinstance(term, NamedNode)]
    labels = labels_of(graph, iris, language)
    facts: dict[str, list[Fact]] = {}
    for span, *statement in rows:
        if isinstance(span, NamedNode):
            facts.setdefault(span.value, []).append(Fact(*(shown(term, labels) for term in statement)))
    spans = [(place, each) for iri, each in facts.items() if (place := Span.from_iri(iri))]
    for span_, each in sorted(spans, key=lambda one: (one[0].begin, -one[0].end)):
        said_by, relayed_by = (_agents(voices, span_.iri, role, labels) for role in ("attributedTo", "relayedBy"))
        yield Passage(span_.begin, span_.end, text[span_.begin : span_.end], tuple(each), said_by, relayed_by)


def _agents(
    voices: Sequence[Sequence[Term | None]], span: str, role: str, labels: Mapping[str, LiteralTerm]
) -> tuple[Cell, ...]:
    fitting = (agent for where, name, agent in voices if str(where) == f"<{span}>" and str(name).endswith(f"#{role}>"))
    return tuple(shown(agent, labels) for agent in fitting)


def _paragraphs(graph: KnowledgeGraph, node: NamedNode, text: str, passages: Sequence[Passage]) -> Iterator[Paragraph]:
    at = 0
    for span, translation in sorted(_sentences(graph, node), key=lambda each: each[0].begin):
        if text[at : span.begin].strip():
            yield Paragraph(tuple(tokens(text, at, span.begin, passages)))
        place = f"char={span.begin},{span.end}"
        stands = any(passage.place == place for passage in passages)
        yield Paragraph(
            tuple(tokens(text, span.begin, span.end, passages)), True, None if stands else place, translation
        )
        at = span.end
    if text[at:].strip():
        yield Paragraph(tuple(tokens(text, at, len(text), passages)))


def _sentences(graph: KnowledgeGraph, node: NamedNode) -> Iterator[tuple[Span, str | None]]:
    for sentence, translation in graph.query(_SENTENCES.format(node=node)).rows():
        span = Span.from_iri(sentence.value) if isinstance(sentence, NamedNode) else None
        if span:
            yield span, translation.value if isinstance(translation, LiteralTerm) else None


def tokens(text: str, begin: int, end: int, passages: Sequence[Passage]) -> Iterator[Token]:
    """Cut a part of a text where passages begin and end, well nested: one that crosses another goes on after it.

    >>> list(tokens("abcd", 0, 4, [Passage(0, 2, "ab", ()), Passage(1, 3, "bc", ())]))
    [('begin', 'char=0,2'), ('text', 'a'), ('begin', 'char=1,3'), ('text', 'b'), ('break', 'char=1,3'),
     ('end', 'char=0,2'), ('again', 'char=1,3'), ('text', 'c'), ('end', 'char=1,3'), ('text', 'd')]
    """
    here = [each for each in passages if each.begin < end and each.end > begin]
    inside = {place for each in here for place in (each.begin, each.end) if begin < place < end}
    open_: list[Passage] = []
    for at, until in pairwise(sorted({begin, end, *inside})):
        yield from _ended(open_, at)
        for passage in here:
            if max(passage.begin, begin) == at:
                open_.append(passage)
                yield "begin" if passage.begin == at else "again", passage.place
        yield "text", text[at:until]
    for passage in reversed(open_):
        yield "end" if passage.end <= end else "break", passage.place


def _ended(open_: list[Passage], at: int) -> Iterator[Token]:
    """Close what ends at a place, and what was opened inside of that; the latter goes on."""
    first = next((index for index, passage in enumerate(open_) if passage.end <= at), len(open_))
    closed, open_[first:] = open_[first:], []
    for passage in reversed(closed):
        yield "end" if passage.end <= at else "break", passage.place
    for passage in closed:
        if passage.end > at:
            open_.append(passage)
            yield "again", passage.place
