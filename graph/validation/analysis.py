"""The analysis of queries: which scopes a query has, and what else decides how it can be answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import pyparsing
import rdflib
from pyoxigraph import Literal
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import translateGroupGraphPattern
from rdflib.plugins.sparql.parserutils import CompValue

from ..errors import ShapesError
from ..namespaces import RDF, XSD
from ..terms import from_rdflib
from .automata import Path, Sequence, Step, Way
from .paths import sparql_path
from .scopes import Node, Pattern, Patterns, Query, Scope, variables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_EXACT: Final = frozenset({XSD + "string", RDF + "langString"})
_EXPRESSIONS: Final = frozenset({"expr", "A", "condition"})
_CUTTING: Final = frozenset({"Slice", "AggregateJoin", "Group"})
_ANY_TRIPLE: Final = (Pattern("any subject", "any predicate", "any object"),)
_EVERYTHING: Final = Query((Scope(_ANY_TRIPLE),), frozenset(), plain=False)
"""The reading of a query that is not understood: any triple may matter to any focus node."""


def analyse(text: str, fixed: frozenset[str]) -> Query:
    """Analyse a query in which the variables `fixed` have their values from the start, and so in every group.

    A query that only the engine understands is read as looking at everything. Raises ShapesError for a prefix that
    nobody declares.
    """
    try:
        algebra = prepareQuery(text).algebra
    except pyparsing.ParseBaseException:
        return _EVERYTHING
    except Exception as error:  # rdflib raises nothing more exact
        raise ShapesError(str(error)) from error
    reading = _Reading(fixed)
    reading.read(algebra, None, frozenset(), _Names({name: name for name in fixed}))
    asks = algebra.name == "AskQuery"
    early = reading.early or not fixed <= {str(variable) for variable in algebra.PV or ()}
    return Query(tuple(reading.scopes), fixed, not reading.cuts, asks, early, reading.mentions)


class _Names(dict[str, str]):
    """The names that variables go by in one group: those of the group around it where it can see them, or new ones."""

    def __init__(self, fixed: Mapping[str, str], mark: str = "") -> None:
        super().__init__(fixed)
        self._fixed, self._mark = fixed, mark

    def __missing__(self, variable: str) -> str:
        self[variable] = f"{variable}{self._mark}"
        return self[variable]

    def inside(self, visible: frozenset[str], mark: object, *, hidden: frozenset[str] = frozenset()) -> _Names:
        """Give the names for a group inside this one, which sees some of its variables."""
        names = _Names({each: name for each, name in self._fixed.items() if each not in hidden}, f" {mark}")
        names |= {variable: name for variable, name in self.items() if name in visible and variable not in hidden}
        return names


@dataclass(slots=True)
class _Reading:
    fixed: frozenset[str]
    scopes: list[Scope] = field(default_factory=list)
    cuts: bool = False
    early: bool = False
    in_subquery: bool = False
    mentions: frozenset[Node] = frozenset()
    marks: Iterator[int] = field(default_factory=lambda: count(1))

    def read(self, group: CompValue, outside: Scope | None, visible: frozenset[str], names: _Names) -> Scope:
        """Note the scope of a group and those of the groups inside it; `visible` are variables with values by now."""
        scope = Scope(self._required(group, names), outside)
        asked, anywhere = _led_from(scope.patterns, frozenset() if self.in_subquery else self.fixed)
        self.mentions |= asked
        if anywhere:
            scope = Scope((*scope.own, *_ANY_TRIPLE), outside)
        self.scopes.append(scope)
        self._read_inside(group, scope, visible, names)
        return scope

    def _read_inside(self, part: CompValue, scope: Scope, visible: frozenset[str], names: _Names) -> None:
        self.cuts |= part.name in _CUTTING
        if part.name == "Join":
            self._read_inside(part.p1, scope, visible, names)
            self._read_inside(part.p2, scope, visible, names)
        elif part.name == "Union":
            self.read(part.p1, scope, visible, names)
            self.read(part.p2, scope, visible, names)
        elif part.name == "LeftJoin":
            self._read_inside(part.p1, scope, visible, names)
            seen = visible | variables_of(self._required(part.p1, names))
            inner = names.inside(seen, next(self.marks))
            optional = self.read(part.p2, scope, seen, inner)
            self._read_expressions([part.expr], optional, seen | variables_of(optional.own), inner)
        elif part.name == "Minus":
            self._read_inside(part.p1, scope, visible, names)
            seen = variables_of(self._required(part.p1, names))
            self.read(part.p2, scope, seen, names.inside(seen, next(self.marks)))
        elif part.name == "ToMultiSet":
            self._read_subquery(part.p, names)
        elif isinstance(part.p, CompValue) and part.name != "Graph":
            self._read_inside(part.p, scope, visible, names)
            seen = visible | variables_of(self._required(part.p, names))
            self._read_expressions([part[key] for key in part if key in _EXPRESSIONS], scope, seen, names)

    def _read_subquery(self, query: CompValue, names: _Names) -> None:
        if query.name == "values":
            return
        self.cuts = True
        project = query
        while project.PV is None:
            project = project.p
        hidden = frozenset(names) - {str(variable) for variable in project.PV}
        outside, self.in_subquery = self.in_subquery, True  # where Oxigraph binds nothing beforehand if it counts
        self.read(query, None, frozenset(), names.inside(frozenset(), next(self.marks), hidden=hidden))
        self.in_subquery = outside

    def _read_expressions(self, parts: Iterable[Any], scope: Scope, seen: frozenset[str], names: _Names) -> None:
        self.early |= not self.fixed.isdisjoint(_judged(parts) - seen)
        for exists in _exists(parts):
            graph = exists.graph
            group = graph if "part" not in graph else translateGroupGraphPattern(graph)
            self.read(group, scope, seen, names.inside(seen, next(self.marks)))

    def _required(self, part: CompValue, names: _Names) -> Patterns:
        """Give the patterns that every solution of a part of a query matches."""
        if part.name == "BGP":
            return tuple(pattern for triple in part.triples for pattern in self._patterns(triple, names))
        if part.name == "Join":
            return (*self._required(part.p1, names), *self._required(part.p2, names))
        if part.name in {"LeftJoin", "Minus"}:
            return self._required(part.p1, names)
        if part.name in {"Union", "Graph", "ToMultiSet"} or not isinstance(part.p, CompValue):
            return ()
        return self._required(part.p, names)

    def _patterns(self, triple: tuple[object, object, object], names: _Names) -> Iterator[Pattern]:
        subject, relation, object_ = triple
        start, end = self._node(subject, names), self._node(object_, names)
        if isinstance(relation, rdflib.Variable):
            yield Pattern(start, names[str(relation)], end)
        else:
            yield from self._path(start, sparql_path(relation), end, names)

    def _path(self, start: Node, path: Path, end: Node, names: _Names) -> Iterator[Pattern]:
        """Take a path apart as far as that gives patterns of single triples."""
        if isinstance(path, Step) and path.predicate is not None:
            yield Pattern(end, path.predicate, start) if path.inverse else Pattern(start, path.predicate, end)
        elif isinstance(path, Sequence):
            between = [names[f"({start} {path} {end}) {number}"] for number in range(1, len(path.parts))]
            for part, here, there in zip(path.parts, (start, *between), (*between, end), strict=True):
                yield from self._path(here, part, there, names)
        else:
            yield Pattern(start, Way(path), end)

    def _node(self, node: object, names: _Names) -> Node:
        """Read a node; a number or the like is any value, since equal ones may be written in many ways."""
        if isinstance(node, rdflib.Variable):
            return names[str(node)]
        if isinstance(node, rdflib.BNode):
            return names[f"_:{node}"]
        term = from_rdflib(node)  # type: ignore[arg-type]
        if isinstance(term, Literal) and term.datatype.value not in _EXACT:
            return names[f"{term}"]
        return term


def _led_from(patterns: Patterns, fixed: frozenset[str]) -> tuple[frozenset[Node], bool]:
    """Give the nodes that paths which may be empty start from and no other pattern finds, and whether any node is one.

    Oxigraph lets an empty path lead from a node to itself only if there is a triple about the node.
    """
    waiting = [each for each in patterns if isinstance(each.relation, Way) and each.relation.may_be_empty]
    found: frozenset[Node] = variables_of(tuple(each for each in patterns if each not in waiting))
    asked: frozenset[Node] = frozenset()
    while waiting:
        led = [each for each in waiting if found & {each.subject, each.object}]
        ends = frozenset({node for each in waiting for node in (each.subject, each.object) if _is_given(node, fixed)})
        if not led and not ends:
            return asked, True
        asked |= frozenset() if led else ends
        found = found.union(ends if not led else (), *(each.variables for each in led))
        waiting = [each for each in waiting if each not in led]
    return asked, False


def _is_given(node: Node, fixed: frozenset[str]) -> bool:
    return not isinstance(node, str) or node in fixed


def _exists(part: object) -> Iterator[CompValue]:
    """Find EXISTS and NOT EXISTS wherever they stand in an expression, but not inside each other."""
    if isinstance(part, CompValue):
        if part.name in {"Builtin_EXISTS", "Builtin_NOTEXISTS"}:
            yield part
        else:
            yield from _exists(list(part.values()))
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _exists(each)


def _judged(part: object) -> frozenset[str]:
    """Give the variables that an expression speaks of, but not those inside EXISTS."""
    if isinstance(part, rdflib.Variable):
        return frozenset({str(part)})
    if isinstance(part, CompValue) and not part.name.endswith("EXISTS"):
        part = list(part.values())
    return frozenset().union(*map(_judged, part)) if isinstance(part, list | tuple) else frozenset()
