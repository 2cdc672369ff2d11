"""Inputs: a data set on disk in the syntaxes that measurements read, made once for all of them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, serialize

from mithaq.graph import parse_facts, shipped_files
from mithaq.graph.namespaces import ONTOLOGY_GRAPH, SHAPES_GRAPH
from mithaq.graph.terms import in_merge

from .dataset import articles_of_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import NamedNode, Quad

    from .generator import GeneratedArticle

_FACTS: Final = "facts.json"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a data set holds: `triples` in named graphs as it was asked for, `merged` ones in the default graph."""

    size: int
    seed: int
    articles: int
    triples: int
    merged: int


@dataclass(frozen=True)
class Inputs:
    """A data set in a folder.

    `triples.nt` is the merge of the articles, with their texts, and the ontology: what a reasoner and a validator
    work on. `quads.nq` holds the same as named graphs, the shapes too, and as the default graph.
    """

    folder: Path
    counts: Counts

    @staticmethod
    def in_folder(folder: Path) -> Inputs:
        """Take up a data set that was made before."""
        return Inputs(folder, Counts(**json.loads((folder / _FACTS).read_text(encoding="utf-8"))))

    @property
    def triples(self) -> Path:
        """The file of the merge, in N-Triples."""
        return self.folder / "triples.nt"

    @property
    def quads(self) -> Path:
        """The file of the named graphs and the default graph, in N-Quads."""
        return self.folder / "quads.nq"

    @property
    def store(self) -> Path:
        """A folder for a store; a measurement that makes one removes it again."""
        return self.folder / "store"


def prepare(folder: Path, size: int, seed: int) -> Inputs:
    """Generate a data set and write it to a new folder."""
    folder.mkdir(parents=True)
    generated = list(articles_of_size(size, seed))
    named = dict.fromkeys([*_shipped(), *_articles(generated)])
    merge = dict.fromkeys(in_merge(quad) for quad in named if quad.graph_name != SHAPES_GRAPH)
    triples = sum(len(article.quads) for article in generated)
    counts = Counts(size, seed, len(generated), triples, len(merge))
    (folder / _FACTS).write_text(json.dumps(asdict(counts)), encoding="utf-8")
    inputs = Inputs(folder, counts)
    serialize((quad.triple for quad in merge), inputs.triples, RdfFormat.N_TRIPLES)
    serialize([*named, *merge], inputs.quads, RdfFormat.N_QUADS)
    return inputs


def _articles(generated: Iterable[GeneratedArticle]) -> Iterator[Quad]:
    for article in generated:
        yield from article.quads
        yield from article.article.describe()


def _shipped() -> Iterator[Quad]:
    files = shipped_files()
    yield from _placed(files.ontology_files(), ONTOLOGY_GRAPH)
    yield from _placed(files.shapes_files(), SHAPES_GRAPH)


def _placed(files: Iterable[Path], graph: NamedNode) -> Iterator[Quad]:
    return (statement.placed_in(graph).quad for file in files for statement in parse_facts(file).statements)
