"""Property paths as SHACL and SPARQL write them, read into one form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode
from rdflib import RDF, SH, URIRef
from rdflib.paths import (
    AlternativePath,
    InvPath,
    MulPath,
    NegatedPath,
    OneOrMore,
    SequencePath,
    ZeroOrMore,
    ZeroOrOne,
)

from ..errors import ShapesError
from .automata import Alternative, Path, Repeated, Sequence, Step

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SHACL_REPEATS = {
    SH.zeroOrMorePath: (True, True),
    SH.oneOrMorePath: (True, False),
    SH.zeroOrOnePath: (False, True),
}
_SPARQL_REPEATS = {ZeroOrMore: (True, True), OneOrMore: (True, False), ZeroOrOne: (False, True)}


def shacl_path(shapes: Graph, path: Node, *, inverse: bool = False) -> Path:
    """Read a path of the shapes graph; raises ShapesError where it is none."""
    if isinstance(path, URIRef):
        return Step(NamedNode(str(path)), inverse)
    if shapes.value(path, RDF.first) is not None:
        parts = tuple(shacl_path(shapes, part, inverse=inverse) for part in shapes.items(path))
        return Sequence(parts[::-1] if inverse else parts)
    if (inner := shapes.value(path, SH.inversePath)) is not None:
        return shacl_path(shapes, inner, inverse=not inverse)
    if (options := shapes.value(path, SH.alternativePath)) is not None:
        return Alternative(tuple(shacl_path(shapes, option, inverse=inverse) for option in shapes.items(options)))
    for predicate, (often, perhaps) in _SHACL_REPEATS.items():
        if (inner := shapes.value(path, predicate)) is not None:
            return Repeated(shacl_path(shapes, inner, inverse=inverse), often, perhaps)
    raise ShapesError(f"{path} is not a property path")


def sparql_path(path: object, *, inverse: bool = False) -> Path:
    """Read a path of a parsed query; a negated set of predicates is read as any predicate either way."""
    if isinstance(path, InvPath):
        return sparql_path(path.arg, inverse=not inverse)
    if isinstance(path, SequencePath):
        parts = tuple(sparql_path(part, inverse=inverse) for part in path.args)
        return Sequence(parts[::-1] if inverse else parts)
    if isinstance(path, AlternativePath):
        return Alternative(tuple(sparql_path(part, inverse=inverse) for part in path.args))
    if isinstance(path, MulPath):
        often, perhaps = _SPARQL_REPEATS[path.mod]
        return Repeated(sparql_path(path.path, inverse=inverse), often, perhaps)
    if isinstance(path, NegatedPath):
        return Alternative((Step(None), Step(None, inverse=True)))
    return Step(NamedNode(str(path)), inverse)
