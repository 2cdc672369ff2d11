"""What a shape reads: every triple that its judgement of a focus node may look at, as ways from the focus node.

Property paths are ways, and whatever is asked of a value is asked at the end of a way: that it be in a class, that it
conform to another shape, whose ways lead on from there, that a query about it have no answer. A shape that speaks of
itself, however indirectly, makes a way that leads back into itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode
from pyshacl.errors import ReportableRuntimeError
from rdflib import SH, URIRef

from ..terms import Term, from_rdflib
from .automata import START, Automaton, State, Step
from .prepared import CUSTOM, kind_of
from .scopes import THIS, Pattern, Query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from .answering import Queries
    from .prepared import Constraint, PreparedShape, PreparedShapes

_OF_THE_VALUES_ALONE: Final = (
    *("Datatype", "HasValue", "In", "LanguageIn", "NodeKind", "Pattern", "UniqueLang"),
    *("MaxCount", "MaxExclusive", "MaxInclusive", "MaxLength"),
    *("MinCount", "MinExclusive", "MinInclusive", "MinLength"),
)
_OF_ANOTHER_PROPERTY: Final = ("Disjoint", "Equals", "LessThan", "LessThanOrEquals")
_OF_OTHER_SHAPES: Final = ("And", "Node", "Not", "Or", "Property", "QualifiedValueShape", "Xone")
_SHAPE: Final = (SH.node, SH.property, SH["not"], SH.qualifiedValueShape)
_SHAPES: Final = (SH["and"], SH["or"], SH.xone)
_ANYTHING: Final = URIRef("urn:anything")


@dataclass(slots=True)
class Reads:
    """The ways from a focus node; the classes asked for and the queries asked at their ends.

    `values` is the state at the end of the shape's own path; `to_values` are the steps on the way there where it has
    several. Where `everything` is set, a constraint is not understood, and any triple may matter.
    """

    automaton: Automaton = field(default_factory=Automaton)
    values: State = START
    to_values: frozenset[tuple[State, Step, State]] = frozenset()
    classes: list[tuple[State, Term]] = field(default_factory=list)
    queries: list[tuple[State, Query]] = field(default_factory=list)
    everything: bool = False


def reads_of(
    shape: PreparedShape, constraints: Iterable[Constraint], shapes: PreparedShapes, queries: Queries
) -> Reads:
    """Find out what some constraints of a shape read."""
    reads = Reads()
    if shape.is_property_shape:
        reads.values = reads.automaton.add(shape.way.path, START)
        if not isinstance(shape.way.path, Step):
            reads.to_values = frozenset(reads.automaton.steps())
    reading = _Reading(reads, shapes, queries)
    for constraint in constraints:
        reading.read(shape, constraint, START, reads.values)
    return reads


class _Reading:
    def __init__(self, reads: Reads, shapes: PreparedShapes, queries: Queries) -> None:
        self.reads = reads
        self._shapes, self._queries = shapes, queries
        self._entries: dict[Node, State] = {}
        self._nowhere = reads.automaton.state()

    def read(self, shape: PreparedShape, constraint: Constraint, focus: State, values: State) -> None:
        """Read a constraint of a shape, whose focus nodes are reached in one state and their values in another."""
        kind = kind_of(constraint)
        if kind == "Class":
            self.reads.classes += [(values, from_rdflib(class_)) for class_ in constraint.class_rules]
        elif kind in _OF_ANOTHER_PROPERTY:
            self._step(focus, *(NamedNode(str(other)) for other in constraint.property_compare_set))
        elif kind == "Closed":
            self._step(values, *((None,) if constraint.is_closed else ()))
        elif kind in _OF_OTHER_SHAPES:
            self._enter(self._others(shape, constraint), values)
        elif kind == "SPARQL":
            self.reads.queries += [(focus, query) for query in self._asked(constraint)]
        elif kind == CUSTOM:
            self.reads.queries += [(focus, query) for query in self._asked_of_values(shape, constraint)]
        elif kind not in _OF_THE_VALUES_ALONE:
            self.reads.everything = True

    def _step(self, state: State, *predicates: NamedNode | None) -> None:
        for predicate in predicates:
            self.reads.automaton.move(state, Step(predicate), self._nowhere)

    def _enter(self, nodes: Iterable[Node], values: State) -> None:
        """Lead on into other shapes; one that does not exist is an error when it is judged, not here."""
        for node in nodes:
            shape = self._shapes.shape(node)
            if shape is not None and not shape.deactivated:
                self.reads.automaton.move(values, None, self._entry(shape))

    def _entry(self, shape: PreparedShape) -> State:
        if shape.node not in self._entries:
            focus = self._entries[shape.node] = self.reads.automaton.state()
            values = self.reads.automaton.add(shape.way.path, focus) if shape.is_property_shape else focus
            for constraint in shape.constraints:
                self.read(shape, constraint, focus, values)
        return self._entries[shape.node]

    def _others(self, shape: PreparedShape, constraint: Constraint) -> Iterator[Node]:
        graph = self._shapes.graph
        for parameter in constraint.constraint_parameters():
            for value in graph.objects(shape.node, parameter):
                if parameter in _SHAPE:
                    yield value
                elif parameter in _SHAPES:
                    yield from graph.items(value)
        if kind_of(constraint) == "QualifiedValueShape" and constraint.is_disjoint:
            for around in graph.subjects(SH.property, shape.node):
                yield from graph.objects(around, SH.property / SH.qualifiedValueShape)

    def _asked(self, constraint: Constraint) -> Iterator[Query]:
        for helper in constraint.sparql_constraints:
            if not helper.deactivated:
                for values, text in _bound(helper):
                    yield self._queries.analysed(helper.apply_prefixes(text), values)

    def _asked_of_values(self, shape: PreparedShape, constraint: Constraint) -> Iterator[Query]:
        """Analyse the query of a custom constraint, in which `value` is at the end of the shape's path."""
        helper = constraint.query_helper
        parameters: dict[str, Any] = helper.param_bind_map
        for values, text in _bound(helper, valuenode=_ANYTHING, extravars=parameters.keys()):
            query = self._queries.analysed(helper.apply_prefixes(text), {**values, **parameters})
            terms = {name: from_rdflib(value) for name, value in parameters.items()}
            if shape.is_property_shape:
                way = Pattern(THIS, shape.way, "value")
                yield query.with_values(terms, also=(way,))
            else:
                yield query.with_values({**terms, "value": THIS})


def _bound(helper: Any, **settings: Any) -> Iterator[tuple[dict[str, Any], str]]:  # noqa: ANN401 - pySHACL's
    """Give the variables with values and the text of a query; nothing for one that is refused when it is asked."""
    try:
        yield helper.pre_bind_variables(_ANYTHING, **settings)
    except (ReportableRuntimeError, NotImplementedError):
        return
