"""Checks: what is asked of which nodes, each with all that the answer can depend on.

A node shape that asks for properties is taken apart: each property shape is a check by itself, about the nodes that the
node shape is about, and the shape's other constraints are one. What comes out is the same, since SHACL hands the
results of a property shape on as they are; but a property shape is judged for many focus nodes at once, and only for
those for which something changed that it reads itself. Shapes that speak of themselves stay whole: how deep pySHACL
follows them depends on where it starts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, SH
from rdflib.paths import MulPath

from .prepared import kind_of
from .reads import Reads, reads_of
from .targets import Targets, all_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from ..terms import Term
    from .answering import Queries
    from .data_graph import DataGraph
    from .prepared import Constraint, PreparedShape, PreparedShapes, Report
    from .states import State

_LISTED = (SH["and"] | SH["or"] | SH.xone) / MulPath(RDF.rest, "*") / RDF.first
_OTHER_SHAPE = SH.property | SH.node | SH["not"] | SH.qualifiedValueShape | _LISTED


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """Constraints of a shape that are judged together, the nodes that they are about, and what they read."""

    shape: PreparedShape
    constraints: tuple[Constraint, ...]
    targets: tuple[Targets, ...]
    reads: Reads

    def is_about(self, node: Term, state: State) -> bool:
        """Tell whether a node is to be judged."""
        return any(targets.hold(node, state) for targets in self.targets)

    def all_nodes(self, state: State) -> Iterator[Term]:
        """Go through all nodes that are to be judged, each once."""
        return all_nodes(self.targets, state)

    def results(self, data: DataGraph, nodes: list[Node]) -> list[Report]:
        """Judge nodes; give pySHACL's results."""
        return self.shape.judge(data, nodes, self.constraints)[1]


def checks_of(shapes: PreparedShapes, queries: Queries) -> tuple[Check, ...]:
    """Take the shapes of a graph apart."""
    whole: dict[PreparedShape, list[Targets]] = defaultdict(list)
    own: list[tuple[PreparedShape, tuple[Constraint, ...], tuple[Targets, ...]]] = []
    endless, known = _endless(shapes), dict[object, Targets]()
    for shape in shapes.shapes:
        targets = Targets.of(shape, queries)
        targets = known.setdefault(targets.described, targets)
        if shape.deactivated or not targets:
            continue
        properties = None if shape.is_property_shape or shape.node in endless else _properties(shape, shapes)
        if properties is None:
            whole[shape].append(targets)
            continue
        for each in properties:
            whole[each].append(targets)
        others = tuple(each for each in shape.constraints if kind_of(each) != "Property")
        own += [(shape, others, (targets,))] if others else []
    parts = [*((shape, shape.constraints, tuple(dict.fromkeys(targets))) for shape, targets in whole.items()), *own]
    return tuple(
        Check(shape, constraints, targets, reads_of(shape, constraints, shapes, queries))
        for shape, constraints, targets in parts
    )


def _properties(shape: PreparedShape, shapes: PreparedShapes) -> list[PreparedShape] | None:
    """Give the property shapes of a node shape; None where one is faulty, which pySHACL tells when it comes to it."""
    properties = []
    for node in shapes.graph.objects(shape.node, SH.property):
        each = shapes.shape(node)
        if each is None or not each.is_property_shape:
            return None
        properties += [] if each.deactivated else [each]
    return properties


def _endless(shapes: PreparedShapes) -> set[Node]:
    """Give the shapes that speak of themselves, or of a shape that does."""
    spoken_of = {shape.node: set(shapes.graph.objects(shape.node, _OTHER_SHAPE)) for shape in shapes.shapes}
    inside: dict[Node, set[Node]] = {}
    for node, direct in spoken_of.items():
        inside[node], waiting = set(direct), list(direct)
        while waiting:
            new = spoken_of.get(waiting.pop(), set()) - inside[node]
            inside[node] |= new
            waiting += new
    circular = {node for node, others in inside.items() if node in others}
    return {node for node, others in inside.items() if others & circular}
