"""The reference graph: what is known from elsewhere of things that the articles speak of, and who added it.

It holds what the files of articles put there, and of the curated catalogue what is said of things that an article
speaks of. So that an article can be taken out again, the store notes which article's file added what.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from .namespaces import ARTICLES, HAS_PART, REFERENCE_GRAPH, REVISION_GRAPH
from .spans import article_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from .facts import Facts


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that the reference graph can say, by subject."""

    by_subject: Mapping[NamedNode, tuple[Quad, ...]] = field(default_factory=dict)

    @staticmethod
    def of(quads: Iterable[Quad]) -> Catalogue:
        """Make a catalogue of quads in the reference graph."""
        by_subject: dict[NamedNode, list[Quad]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.subject, NamedNode):
                by_subject[quad.subject].append(quad)
        return Catalogue({subject: tuple(about) for subject, about in by_subject.items()})

    @staticmethod
    def from_text(text: bytes) -> Catalogue:
        """Read a catalogue that was written as N-Triples."""
        parsed = parse(text, format=RdfFormat.N_TRIPLES)
        return Catalogue.of(Quad(each.subject, each.predicate, each.object, REFERENCE_GRAPH) for each in parsed)

    def to_text(self) -> str:
        """Write the catalogue as N-Triples, sorted."""
        triples = (quad.triple for about in self.by_subject.values() for quad in about)
        return (serialize(sorted(triples, key=str), format=RdfFormat.N_TRIPLES) or b"").decode()

    def about(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Give what the catalogue says of everything that some quads speak of."""
        for name in self.known(quads):
            yield from self.by_subject[name]

    def known(self, quads: Iterable[Quad]) -> set[NamedNode]:
        """Give what some quads speak of, as far as the catalogue knows it."""
        return {term for quad in quads for term in (quad.subject, quad.object) if term in self.by_subject}  # type: ignore[misc]


def notes_on(facts: Facts, known: Collection[str]) -> Iterator[Quad]:
    """Note what a file puts into the reference graph: for the articles that it speaks for, else for nobody.

    `known` are the articles whose text is there.
    """
    own = ARTICLES + facts.scope
    spoken_for = {iri for each in facts.statements if (iri := article_of(each.graph or "")) is not None}
    yield from notes_by(({own} if own in known else set()) | spoken_for, (each.quad for each in facts.statements))


def notes_by(articles: Collection[str], quads: Iterable[Quad]) -> Iterator[Quad]:
    """Note what of some quads goes into the reference graph: for articles, else for nobody."""
    speakers = [NamedNode(iri) for iri in articles] or [REFERENCE_GRAPH]
    for quad in quads:
        if quad.graph_name == REFERENCE_GRAPH:
            yield from (_added_by(speaker, quad) for speaker in speakers)


def notes_about(store: Store, quad: Quad) -> Iterator[Quad]:
    """Give the notes of who put a quad into the reference graph."""
    if quad.graph_name == REFERENCE_GRAPH:
        yield from store.quads_for_pattern(None, HAS_PART, quad.triple, REVISION_GRAPH)


def _added_by(article: NamedNode, quad: Quad) -> Quad:
    """Note that an article's file put a quad into the reference graph."""
    return Quad(article, HAS_PART, quad.triple, REVISION_GRAPH)


def notes_of(store: Store, article: NamedNode) -> Iterator[Quad]:
    """Give the notes of what an article's file put into the reference graph."""
    yield from store.quads_for_pattern(article, HAS_PART, None, REVISION_GRAPH)


def referred_to(quad: Quad) -> Iterator[Quad]:
    """Give the quad of the reference graph that a note speaks of; nothing where it is no note."""
    if quad.graph_name == REVISION_GRAPH and isinstance(quad.object, Triple):
        yield Quad(quad.object.subject, quad.object.predicate, quad.object.object, REFERENCE_GRAPH)


def is_spoken_of(store: Store, name: NamedNode, gone: frozenset[Quad]) -> bool:
    """Tell whether an article of the store, or what its file put into the reference graph, speaks of a thing."""
    return any(_speaks(store, quad, gone) for quad in _mentions(store, name))


def _mentions(store: Store, name: NamedNode) -> Iterator[Quad]:
    yield from store.quads_for_pattern(name, None, None)
    yield from store.quads_for_pattern(None, None, name)


def _speaks(store: Store, quad: Quad, gone: frozenset[Quad]) -> bool:
    if quad in gone or not isinstance(quad.graph_name, NamedNode):
        return False
    if quad.graph_name == REFERENCE_GRAPH:
        return is_added(store, quad, gone)
    return article_of(quad.graph_name.value) is not None


def is_added(store: Store, quad: Quad, gone: frozenset[Quad]) -> bool:
    """Tell whether the file of an article, apart from notes that are gone, put a quad into the reference graph."""
    return any(note not in gone for note in notes_about(store, quad))
