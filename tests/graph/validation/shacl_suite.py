"""The W3C's test suite for SHACL, core and SPARQL: its cases read, judged, and compared as it asks.

The suite is not part of this repository. Get it from https://github.com/w3c/data-shapes (data-shapes-test-suite/tests).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote, urlsplit

import pyoxigraph
import pyshacl
import rdflib
from pyoxigraph import RdfFormat
from rdflib import RDF, SH, Namespace
from rdflib.compare import isomorphic

from mithaq.graph import ShapesError
from mithaq.graph.terms import to_rdflib_graph
from mithaq.graph.triples import TriplesInMemory, triple_of
from mithaq.graph.validation import Shapes
from mithaq.graph.validation.paths import shacl_path
from mithaq.graph.validation.results import _filled
from mithaq.graph.validation.shapes import _faults_told
from mithaq.graph.validation.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad
    from rdflib.term import Node

    from mithaq.graph.terms import Term
    from mithaq.graph.triples import Triple
    from mithaq.graph.validation.checks import Check
    from mithaq.graph.validation.data_graph import DataGraph
    from mithaq.graph.validation.prepared import Result

Found: TypeAlias = "dict[tuple[Check, Term], list[Result]]"

MF: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT: Final = Namespace("http://www.w3.org/ns/shacl-test#")
_COMPARED: Final = (
    *(SH.focusNode, SH.value, SH.resultPath, SH.resultSeverity),
    *(SH.sourceShape, SH.sourceConstraint, SH.sourceConstraintComponent),
)
_STEP: Final = 5


class Way(StrEnum):
    """A way to judge: pySHACL alone, or ours of all data at once or of data that come little by little."""

    PYSHACL = "pySHACL alone"
    FULL = "all at once"
    INCREMENTAL = "step by step"


@dataclass(frozen=True)
class Case:
    """One test: the files of its data and its shapes, and the file and node that describe it."""

    name: str
    file: Path
    node: Node
    data: Path
    shapes: Path

    def passes(self, way: Way) -> bool:
        """Tell whether the results are those expected."""
        expected = _graph(self.file).value(self.node, MF.result)
        report = _pyshacl_report(self) if way is Way.PYSHACL else _our_report(self, way)
        if report is None or expected is None or expected == SHT.Failure:
            return report is None and expected == SHT.Failure
        wanted = _comparable(_graph(self.file), expected)
        return isomorphic(_without_others(report, wanted), wanted)


def cases(folder: Path) -> list[Case]:
    """List the tests under a folder that holds the suite's manifest.ttl."""
    return sorted(_cases(folder / "manifest.ttl", folder), key=lambda case: case.name)


def _cases(manifest: Path, root: Path) -> Iterator[Case]:
    graph = _graph(manifest)
    for included in graph.objects(None, MF.include):
        yield from _cases(_path(included), root)
    for listed in graph.objects(None, MF.entries):
        for node in graph.items(listed):
            action = graph.value(node, MF.action)
            data, shapes = (_path(graph.value(action, part)) for part in (SHT.dataGraph, SHT.shapesGraph))
            name = f"{manifest.parent.relative_to(root)}/{str(node).rpartition('/')[2]}"
            yield Case(name, manifest, node, data, shapes)


def _path(iri: Node | None) -> Path:
    return Path(unquote(urlsplit(str(iri)).path))


@cache
def _quads(file: Path) -> list[Quad]:
    return list(pyoxigraph.parse(path=str(file), format=RdfFormat.TURTLE, base_iri=file.as_uri()))


def _graph(file: Path) -> rdflib.Graph:
    return to_rdflib_graph(_quads(file))


def _pyshacl_report(case: Case) -> rdflib.Graph | None:
    """Let pySHACL judge; None if it cannot."""
    normalize = rdflib.NORMALIZE_LITERALS
    try:
        _, report, _ = pyshacl.validate(_graph(case.data), shacl_graph=_graph(case.shapes), advanced=True)
    except Exception:  # noqa: BLE001 - rdflib raises nothing more exact
        return None
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
    if not isinstance(report, rdflib.Graph):
        return None
    return _comparable(report, next(report.subjects(RDF.type, SH.ValidationReport)))


def _our_report(case: Case, way: Way) -> rdflib.Graph | None:
    """Let our shapes judge; None if they cannot be used."""
    data = [triple_of(each) for each in _quads(case.data)]
    report = rdflib.Graph()
    try:
        shapes = Shapes.from_quads(_quads(case.shapes))
        for result in _at_once(shapes, data) if way is Way.FULL else _step_by_step(shapes, data):
            _write(result, report, shapes.graph)
    except ShapesError:
        return None
    return report


def _at_once(shapes: Shapes, triples: Iterable[Triple]) -> Iterator[Result]:
    merged = TriplesInMemory(triples)
    data, state = shapes._data(merged), State(merged)
    with _faults_told():
        for check in shapes._index.checks:
            yield from _results(check, check.all_nodes(state), data)


def _results(check: Check, nodes: Iterable[Term], data: DataGraph) -> list[Result]:
    return [result for _, result, _ in check.results(data, [data.node(node) for node in nodes])]


def _step_by_step(shapes: Shapes, triples: Sequence[Triple]) -> Iterator[Result]:
    """Add triples to an empty graph, a few at a time, and judge each time what that affects."""
    merged = TriplesInMemory()
    found = _found(shapes, merged, {check: set(check.all_nodes(State(merged))) for check in shapes._index.checks})
    for start in range(0, len(triples), _STEP):
        added = [each for each in dict.fromkeys(triples[start : start + _STEP]) if each not in merged]
        for triple in added:
            merged.add(triple)
        affected = shapes.affected(merged, added)
        kept = {key: results for key, results in found.items() if key[1] not in affected.get(key[0], ())}
        found = {**kept, **_found(shapes, merged, affected)}
    return (result for results in found.values() for result in results)


def _found(shapes: Shapes, merged: TriplesInMemory, nodes: Mapping[Check, set[Term]]) -> Found:
    data, state = shapes._data(merged), State(merged)
    with _faults_told():
        return {
            (check, node): _results(check, [node], data)
            for check, some in nodes.items()
            for node in some
            if check.is_about(node, state)
        }


def _write(result: Result, report: rdflib.Graph, shapes: rdflib.Graph) -> None:
    node, shape = rdflib.BNode(), result.constraint.shape
    path = None if result.path is None else _path_in_words(shapes, result.path)
    parts = (result.focus, result.value, path, shape.severity, shape.node, result.source, result.component)
    for predicate, value in zip(_COMPARED, parts, strict=True):
        if value is not None:
            report.add((node, predicate, value))
    for message in _filled(result):
        report.add((node, SH.resultMessage, message))


def _comparable(graph: rdflib.Graph, report: Node) -> rdflib.Graph:
    """Take out of a graph what is compared of the results of a report."""
    taken = rdflib.Graph()
    for result in graph.objects(report, SH.result):
        for predicate in (*_COMPARED, SH.resultMessage):
            for value in graph.objects(result, predicate):
                taken.add((result, predicate, _path_in_words(graph, value) if predicate == SH.resultPath else value))
    return taken


def _without_others(report: rdflib.Graph, wanted: rdflib.Graph) -> rdflib.Graph:
    """Leave out messages that nobody wants: most tests ask for none."""
    kept = rdflib.Graph()
    for subject, predicate, value in report:
        if predicate != SH.resultMessage or (None, predicate, value) in wanted:
            kept.add((subject, predicate, value))
    return kept


def _path_in_words(graph: rdflib.Graph, path: Node) -> rdflib.Literal:
    """Write a path as a literal, since its blank nodes may be shared between results or copied for each."""
    return rdflib.Literal(str(shacl_path(graph, path)))
