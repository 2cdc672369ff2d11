"""Targets: which nodes a shape is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode
from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from pyshacl.target import SPARQLTargetType
from rdflib import RDF, SH

from ..errors import ShapesError
from ..terms import Term, from_rdflib
from .answering import answer_from, looked_at
from .scopes import THIS, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rdflib.term import Node

    from ..triples import Triples
    from .answering import Queries
    from .prepared import PreparedShape
    from .states import State


@dataclass(frozen=True, slots=True, eq=False)
class TargetQuery:
    """A query that selects the nodes that a shape is about."""

    text: str
    values: Mapping[str, Node]
    query: Query

    def selects(self, node: Term, triples: Triples) -> bool:
        """Tell whether a node is selected."""
        return node in self.selected(triples, node if self.query.plain else None)

    def selected(self, triples: Triples, node: Term | None = None) -> set[Term]:
        """Give the selected nodes; where a node is given, look only at what may select that one."""
        values = {name: (from_rdflib(value),) for name, value in self.values.items()}
        part = looked_at(self.query, values if node is None else {**values, THIS: (node,)}, triples)
        rows = answer_from(part or (), self.query, self.text, self.values).bindings
        return {from_rdflib(value) for row in rows for name, value in row.items() if str(name) == THIS}


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """The nodes that a shape is about: named ones, instances, subjects and objects of properties, selected ones."""

    nodes: frozenset[Term]
    classes: frozenset[Term]
    subjects_of: frozenset[NamedNode]
    objects_of: frozenset[NamedNode]
    queries: tuple[TargetQuery, ...]

    @classmethod
    def of(cls, shape: PreparedShape, queries: Queries) -> Targets:
        """Read the targets of a shape."""
        nodes, classes, implicit, objects_of, subjects_of = shape.target()  # type: ignore[no-untyped-call]
        return cls(
            frozenset(map(from_rdflib, nodes)),
            frozenset(map(from_rdflib, (*classes, *implicit))),
            frozenset(NamedNode(str(each)) for each in subjects_of),
            frozenset(NamedNode(str(each)) for each in objects_of),
            tuple(_target_query(shape, target, queries) for target in shape.sg.graph.objects(shape.node, SH.target)),
        )

    @property
    def described(self) -> tuple[object, ...]:
        """What makes these targets the same as others."""
        return (self.nodes, self.classes, self.subjects_of, self.objects_of, self.queries)

    def __bool__(self) -> bool:
        return any((self.nodes, self.classes, self.subjects_of, self.objects_of, self.queries))

    def hold(self, node: Term, state: State) -> bool:
        """Tell whether a node is among them."""
        if node in self.nodes or not self.classes.isdisjoint(state.classes(node)):
            return True
        match = state.triples.match
        return (
            any(_has_any(match(node, each, None)) for each in self.subjects_of)
            or any(_has_any(match(None, each, node)) for each in self.objects_of)
            or any(each.selects(node, state.triples) for each in self.queries)
        )

    def all(self, state: State) -> Iterator[Term]:
        """Go through all of them; some may come more than once."""
        yield from self.nodes
        for class_ in self.classes:
            yield from state.instances(class_)
        for predicate in self.subjects_of:
            yield from (triple[0] for triple in state.triples.match(None, predicate, None))
        for predicate in self.objects_of:
            yield from (triple[2] for triple in state.triples.match(None, predicate, None))
        for query in self.queries:
            yield from query.selected(state.triples)


def all_nodes(targets: Iterable[Targets], state: State) -> Iterator[Term]:
    """Go through the nodes of several targets, each once."""
    return iter(dict.fromkeys(node for each in targets for node in each.all(state)))


def _has_any(triples: Iterable[object]) -> bool:
    return next(iter(triples), None) is not None


def _target_query(shape: PreparedShape, target: Node, queries: Queries) -> TargetQuery:
    """Read a query that stands in a target, or in a type of targets whose parameters the target gives."""
    graph = shape.sg.graph
    select = graph.value(target, SH.select)
    values: dict[str, Any] = {}
    if select is not None:
        helper: Any = SPARQLQueryHelper(shape, target, str(select))  # type: ignore[no-untyped-call]
        helper.collect_prefixes()
    else:
        type_ = next((each for each in graph.objects(target, RDF.type) if (each, SH.select, None) in graph), None)
        if type_ is None:
            raise ShapesError(f"the target {target} of {shape.node} selects nothing: give it a sh:select")
        target_type: Any = SPARQLTargetType(type_, shape.sg)  # type: ignore[no-untyped-call]
        helper = target_type.bind(shape, target).query_helper
        values = helper.param_bind_map
    text = helper.apply_prefixes(helper.select_text)
    return TargetQuery(text, values, queries.analysed(text, values))
