"""Answers to the queries of shapes: by Oxigraph, from the triples that each query can look at for the values given.

rdflib joins the patterns of a query in an order that takes no account of what a shape binds beforehand: on the shipped
articles the SPARQL constraints took it a hundred seconds, and take Oxigraph a fifth of one.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import rdflib
from pyoxigraph import Literal, QueryBoolean, QuerySolutions, Store, Variable
from pyoxigraph import Triple as OxigraphTriple
from rdflib.query import Result

from ..errors import ShapesError
from ..queries import refuse_service
from ..terms import from_rdflib, to_rdflib, to_rdflib_graph
from ..triples import quad_of
from .analysis import analyse
from .joins import Join
from .scopes import THIS, Query, Scope
from .screening import can_be_screened
from .states import about

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from rdflib.term import Node

    from ..terms import Term
    from ..triples import Triple, Triples

_FEW: Final = 3
"""So many nodes are quicker judged one by one."""


class Queries:
    """The queries of shapes, each analysed once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, frozenset[str]], Query] = {}
        self._screened: dict[str, bool] = {}

    def analysed(self, text: str, values: Iterable[str]) -> Query:
        """Analyse a query in which some variables have values; raises ServiceRefusedError."""
        key = (text, frozenset(values))
        if key not in self._known:
            refuse_service(text)
            self._known[key] = analyse(*key)
        return self._known[key]

    def can_be_screened(self, text: str) -> bool:
        """Tell whether a query of focus nodes can be asked for many of them at once."""
        if text not in self._screened:
            self._screened[text] = can_be_screened(text, self.analysed(text, (THIS,)))
        return self._screened[text]


class Answers:
    """Answers queries about triples."""

    def __init__(self, triples: Triples, queries: Queries) -> None:
        self._triples, self._queries = triples, queries

    def answer(self, text: str, values: Mapping[str, Node]) -> Result:
        """Answer a query in which some variables have their values from the start."""
        query = self._queries.analysed(text, values)
        part = looked_at(query, {name: (from_rdflib(value),) for name, value in values.items()}, self._triples)
        return _no_result(query) if part is None else answer_from(part, query, text, values)

    def suspects(self, text: str, nodes: Collection[Term]) -> Collection[Term]:
        """Leave out nodes for which a query that pre-binds nothing but the focus node has no answer; maybe not all."""
        if len(nodes) <= _FEW or not self._queries.can_be_screened(text):
            return nodes
        part = looked_at(self._queries.analysed(text, (THIS,)), {THIS: nodes}, self._triples)
        found = set() if part is None else _found(THIS, _store_of(part), text)
        return [node for node in nodes if node in found or isinstance(node, Literal)]  # which a store may rewrite


def looked_at(query: Query, values: Mapping[str, Collection[Term]], triples: Triples) -> dict[Triple, None] | None:
    """Give triples that suffice to answer a query about some values; None where it has no solution."""
    found: dict[Triple, None] = {}
    known: dict[Scope | None, Mapping[str, Iterable[Term]]] = {None: values}
    for scope in query.scopes:
        if scope.outside not in known:
            continue
        join = Join(scope.own, known[scope.outside], triples)
        if join.solve():
            known[scope] = join.candidates
            found.update(dict.fromkeys(join.triples()))
        elif query.plain and scope is query.scopes[0]:
            return None
    for node in query.mentions:
        for term in values.get(node, ()) if isinstance(node, str) else (node,):
            found.update(dict.fromkeys(islice(about(term, triples), 1)))
    return found


def answer_from(part: Iterable[Triple], query: Query, text: str, values: Mapping[str, Node]) -> Result:
    """Answer a query from a few triples."""
    if not _suits_oxigraph(query):
        graph = to_rdflib_graph(OxigraphTriple(*triple) for triple in part)  # type: ignore[arg-type]
        return graph.query(text, initBindings=dict(values))  # type: ignore[arg-type]
    return _by_oxigraph(_store_of(part), text, values)


def _store_of(part: Iterable[Triple]) -> Store:
    store = Store()
    store.extend(map(quad_of, part))
    return store


def _suits_oxigraph(query: Query) -> bool:
    """Tell whether Oxigraph answers as SHACL wants it.

    It gives values only to variables that a query selects, and takes them for unbound where no pattern binds them.
    """
    return not (query.asks or query.early)


def _found(variable: str, store: Store, text: str) -> set[Term]:
    """Give the values of a variable in all answers to a query."""
    answer = store.query(text)
    assert isinstance(answer, QuerySolutions)  # noqa: S101 - it has variables
    return {row[variable] for row in answer}


def _by_oxigraph(store: Store, text: str, values: Mapping[str, Node]) -> Result:
    substitutions = {Variable(name): from_rdflib(value) for name, value in values.items()}
    answer = store.query(text, substitutions=substitutions)  # type: ignore[arg-type]
    if isinstance(answer, QueryBoolean):
        return _yes_or_no(bool(answer))
    if not isinstance(answer, QuerySolutions):
        raise ShapesError("a constraint asks with SELECT or ASK")
    names = [rdflib.Variable(variable.value) for variable in answer.variables]
    result = Result("SELECT")
    result.vars = list(names)
    result.bindings = [
        {name: to_rdflib(term) for name, term in zip(names, row, strict=True) if term is not None} for row in answer
    ]
    return result


def _no_result(query: Query) -> Result:
    if query.asks:
        return _yes_or_no(False)
    result = Result("SELECT")
    result.vars, result.bindings = [], []
    return result


def _yes_or_no(answer: bool) -> Result:
    result = Result("ASK")
    result.askAnswer = answer
    return result
