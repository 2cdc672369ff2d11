"""The engine of a generation: what its ontology and shapes come to, and what stays the same from commit to commit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import NamedNode, RdfFormat, Store, parse

from . import validation
from .namespaces import ONTOLOGY_GRAPH, SHAPES_GRAPH, TYPE
from .reasoning import Rules
from .reference import Catalogue
from .store import CATALOGUE, CLOSED_ONTOLOGY
from .terms import iri_of
from .triples import triple_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .triples import Triple


class Opened(Protocol):
    """A generation that is open, for reading or for writing."""

    @property
    def quads(self) -> Store:
        """The quads of the store."""

    def read(self, name: str) -> bytes:
        """Read a file that the build left beside the quads."""


@dataclass(frozen=True)
class Engine:
    """Rules, shapes, the terms that the ontology defines, and the catalogue of the reference graph."""

    rules: Rules
    shapes: validation.Shapes
    terms: frozenset[str]
    catalogue: Catalogue

    @staticmethod
    def of(generation: Opened) -> Engine:
        """Read the engine of a generation: some hundredths of a second, since the build closed its ontology."""
        quads = generation.quads
        stated = [triple_of(quad) for quad in quads.quads_for_pattern(None, None, None, ONTOLOGY_GRAPH)]
        return Engine(
            rules=Rules.from_closed_ontology(_triples(generation.read(CLOSED_ONTOLOGY)), stated),
            shapes=validation.Shapes.from_quads(quads.quads_for_pattern(None, None, None, SHAPES_GRAPH)),
            terms=frozenset(iri_of(subject) for subject, predicate, _ in stated if predicate == TYPE),
            catalogue=Catalogue.from_text(generation.read(CATALOGUE)),
        )


def _triples(text: bytes) -> Iterator[Triple]:
    for subject, predicate, object_, _ in parse(text, format=RdfFormat.N_TRIPLES):
        assert isinstance(predicate, NamedNode)  # noqa: S101 - as in any graph
        yield subject, predicate, object_
