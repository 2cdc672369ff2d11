"""The files of the suites: graphs, and results in any of the formats that the suites write them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat, RdfFormat, parse

from .comparing import result_in_graph, solutions_of

if TYPE_CHECKING:
    from pathlib import Path

    from .comparing import Result

_FORMATS: Final = {
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".rdf": RdfFormat.RDF_XML,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
}
RESULT_FORMATS: Final = {
    ".srj": QueryResultsFormat.JSON,
    ".srx": QueryResultsFormat.XML,
    ".tsv": QueryResultsFormat.TSV,
    ".csv": QueryResultsFormat.CSV,
}


def read_graph(file: Path, base: str, name: str | None = None) -> list[Quad]:
    """Read a file of triples into a graph, None for the default graph."""
    graph = DefaultGraph() if name is None else NamedNode(name)
    return [
        Quad(quad.subject, quad.predicate, quad.object, graph)
        for quad in quads_in(file.read_bytes(), _FORMATS[file.suffix], base)
    ]


def read_dataset(file: Path, base: str) -> list[Quad]:
    """Read a file of quads."""
    return list(quads_in(file.read_bytes(), _FORMATS[file.suffix], base))


def quads_in(content: bytes, format_: RdfFormat, base: str) -> list[Quad]:
    """Parse a document; its blank nodes get names that no other document has. Raises SyntaxError."""
    return list(parse(content, format_, base_iri=base, rename_blank_nodes=True))


def read_result(file: Path, base: str) -> Result:
    """Read an expected result: a result document by its ending, or a graph, which may hold a result set."""
    format_ = RESULT_FORMATS.get(file.suffix)
    if format_ is not None:
        return solutions_of(file.read_bytes(), format_)
    return result_in_graph(read_graph(file, base))


def media_type(file: Path) -> str:
    """Tell the media type of a file of triples or quads."""
    return _FORMATS[file.suffix].media_type
