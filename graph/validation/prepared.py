"""Shapes as pySHACL has them, with the constraints of each made once, where pySHACL makes them for each focus node."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
from pyshacl.constraints.sparql.sparql_based_constraint_components import BoundShapeValidatorComponent
from pyshacl.constraints.sparql.sparql_based_constraints import SPARQLBasedConstraint
from pyshacl.errors import ConstraintLoadWarning, ReportableRuntimeError
from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph
from rdflib import OWL, SH, BNode, URIRef
from rdflib.paths import MulPath

from .automata import Way
from .paths import shacl_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from rdflib import Graph
    from rdflib.term import Node

    from .data_graph import DataGraph

Constraint: TypeAlias = Any
"""A constraint of pySHACL's, which types few of them."""

Report: TypeAlias = "tuple[str, Result, list[object]]"
"""A result as pySHACL hands it on: a text, the result, and it again with those it stands on and pySHACL's remarks."""

CUSTOM: Final = ""
"""The kind of the constraints whose component the shapes graph defines."""

_EXECUTOR: Final = SHACLExecutor()
_SOME: Final = URIRef("urn:some")


def kind_of(constraint: Constraint) -> str:
    """Give the kind of a constraint, such as Class, MinCount or SPARQL."""
    return str(constraint.constraint_name()).removesuffix("ConstraintComponent")


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """A result: which constraint is broken, by which focus node and value, where it stands and what it says."""

    constraint: Constraint
    data: DataGraph
    focus: Node
    value: Node | None
    path: Node | None
    component: Node
    source: Node | None
    messages: tuple[Node, ...]
    values: Any


class PreparedShapes(ShapesGraph):
    """The shapes of a graph, which several threads may use."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph)
        declared = MulPath(OWL.imports, "+") / SH.declare
        for ontology in set(graph.subjects(OWL.imports)):
            for declaration in set(graph.objects(ontology, declared)):
                graph.add((ontology, SH.declare, declaration))  # pySHACL 0.40 looks into no imported ontology

    def _build_node_shape_cache(self) -> None:
        super()._build_node_shape_cache()  # type: ignore[no-untyped-call]
        known: dict[Any, Any] = self._node_shape_cache
        self._node_shape_cache = {
            node: PreparedShape(self, node, p=shape.is_property_shape, path=shape.path())
            for node, shape in known.items()
        }

    def shape(self, node: Node) -> PreparedShape | None:
        """Give the shape that a node is, if it is one."""
        known: Mapping[Any, Any] = self._node_shape_cache
        shape: PreparedShape | None = known.get(node)
        return shape


class PreparedShape(Shape):
    """A shape that keeps its constraints."""

    @cached_property
    def way(self) -> Way:
        """The path of a property shape."""
        assert isinstance(self._path, URIRef | BNode)  # noqa: S101 - what pySHACL sees to
        return Way(shacl_path(self.sg.graph, self._path))

    def value_nodes(self, target_graph: DataGraph, focus: Iterable[Any], *_options: object) -> dict[Any, set[Any]]:
        """Give the value nodes of each focus node, without reading the path anew for each as pySHACL does."""
        if not self.is_property_shape:
            return {each: {each} for each in focus}
        return {each: target_graph.values(each, self.way) for each in focus}

    @cached_property
    def constraints(self) -> tuple[Constraint, ...]:
        """The constraints of the shape, those of components that the shapes graph defines at the end."""
        made: dict[object, Constraint] = {}
        for predicate in self.sg.graph.predicates(self.node):
            component = CONSTRAINT_PARAMETERS_MAP.get(predicate)
            if component is not None and component not in made:
                with suppress(ConstraintLoadWarning):
                    made[component] = _quiet(component)(self)
        custom: Iterable[Any] = self.find_custom_constraints()  # type: ignore[no-untyped-call]
        return (*made.values(), *(_Bound(each, self) for each in custom))

    def validate(  # type: ignore[override]  # with pySHACL's options as they always are here
        self,
        executor: SHACLExecutor,  # noqa: ARG002
        target_graph: DataGraph,
        focus: Node | Iterable[Node] = (),
        _evaluation_path: list[Any] | None = None,
    ) -> tuple[bool, list[Report]]:
        """Judge focus nodes, as pySHACL asks it of the shapes inside others; tell whether all conform, and why not."""
        if self.deactivated:
            return True, []
        foci: list[Any] = [focus] if isinstance(focus, str) else list(focus)  # type: ignore[arg-type]  # terms are str
        return self.judge(target_graph, foci, self.constraints, _evaluation_path or [])

    def judge(
        self, data: DataGraph, foci: list[Any], constraints: Iterable[Constraint], around: Iterable[Any] = ()
    ) -> tuple[bool, list[Report]]:
        """Judge focus nodes by some of the shape's constraints; `around` are the shapes and constraints around it."""
        path = [*around, self]
        if len(path) // 2 >= _EXECUTOR.max_validation_depth:
            raise ReportableRuntimeError(f"{self.node} is nested too deep in other shapes")
        conforms, results = True, []
        values = self.value_nodes(data, foci) if foci else {}
        for constraint in constraints:
            for portion in _portions(constraint, values):
                fits, found = constraint.evaluate(_EXECUTOR, data, portion, [*path, constraint])
                conforms &= fits
                results += found
        return conforms, results


def _portions(constraint: Constraint, values: Mapping[Any, set[Any]]) -> Iterator[Mapping[Any, Iterable[Any]]]:
    """Give custom constraints one value at a time: pySHACL 0.40 hands messages on from one to the next."""
    if kind_of(constraint) == CUSTOM:
        yield from ({focus: (value,)} for focus, its in values.items() for value in its)
    else:
        yield values


@cache
def _quiet(component: type) -> Constraint:
    """Derive a component that notes its results: most are of shapes inside others and are never told to anyone."""
    if component is SPARQLBasedConstraint:
        return _Queries
    return type(component.__name__, (_Quiet, component), {"__slots__": ()})


class _Quiet:
    __slots__ = ()

    def make_v_result(  # noqa: PLR0917 - what pySHACL calls it with
        self,
        datagraph: DataGraph,
        focus_node: Node,
        value_node: Node | None = None,
        result_path: Node | None = None,
        constraint_component: Node | None = None,
        source_constraint: Node | None = None,
        extra_messages: Iterable[Node] | None = None,
        bound_vars: Any = None,  # noqa: ANN401 - several forms
    ) -> Report:
        constraint: Constraint = self
        result = Result(
            constraint,
            datagraph,
            focus_node,
            value_node,
            result_path or (constraint.shape.path() if constraint.shape.is_property_shape else None),
            constraint_component or constraint.shacl_constraint_component,
            source_constraint,
            tuple(extra_messages or ()),
            bound_vars,
        )
        return "", result, [result]


class _Bound(_Quiet, BoundShapeValidatorComponent):  # type: ignore[misc]  # what is quiet comes first
    """A constraint of a component that the shapes graph defines in SPARQL."""

    def __init__(self, custom: Any, shape: Shape) -> None:  # noqa: ANN401 - pySHACL gives no type
        made = custom.make_validator_for_shape(shape)
        super().__init__(made.constraint, shape, made.validator)
        self.query_helper.__class__ = _Helper


class _Queries(_Quiet, SPARQLBasedConstraint):  # type: ignore[misc]  # what is quiet comes first
    """The queries that a shape asks."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape)
        for helper in self.sparql_constraints:
            helper.__class__ = _Helper

    def evaluate(  # type: ignore[override]  # of our graph
        self, executor: SHACLExecutor, target_graph: DataGraph, focus_value_nodes: Mapping[Any, Any], path: list[Any]
    ) -> tuple[bool, list[Report]]:
        """Ask the queries of those focus nodes for which they may have an answer."""
        helpers: list[Any] = [each for each in self.sparql_constraints if not each.deactivated]
        suspects = {node for each in helpers for node in each.suspects(target_graph, focus_value_nodes)}
        found: tuple[bool, list[Report]] = super().evaluate(
            executor, target_graph, {node: its for node, its in focus_value_nodes.items() if node in suspects}, path
        )
        return found


class _Helper(SPARQLQueryHelper):
    """Gives variables their values.

    pySHACL 0.40 searches the text of the query for its variables, and for what SHACL forbids, anew for each focus node,
    and leaves out values that Python takes for false, such as 0 and "".
    """

    def pre_bind_variables(
        self, thisnode: Node, valuenode: Node | None = None, extravars: Iterable[str] | None = None
    ) -> tuple[dict[str, Node | None], str]:
        """Give the values of variables, and the text of the query."""
        with_value = valuenode is not None
        known: dict[bool, tuple[dict[str, Node], str]] = self.__dict__.setdefault("known", {})
        if with_value not in known:
            found = super().pre_bind_variables(_SOME, _SOME if with_value else None, extravars)  # type: ignore[no-untyped-call]
            known[with_value] = found
        values, text = known[with_value]
        given = {"this": thisnode, "value": valuenode}
        return {name: given.get(name, value) for name, value in values.items()}, text

    def suspects(self, data: DataGraph, nodes: Collection[Node]) -> Collection[Node]:
        """Leave out focus nodes for which the query has no answer; maybe not all."""
        values, text = self.pre_bind_variables(_SOME)
        if values.keys() != {"this"}:
            return nodes
        return data.suspects(self.apply_prefixes(text), nodes)  # type: ignore[no-untyped-call]
