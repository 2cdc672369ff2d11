"""The graph that the shapes are applied to: rdflib's in memory, with Oxigraph answering the SPARQL constraints.

rdflib joins the patterns of a query in an order that takes no account of what a shape binds beforehand: on the shipped
articles the SPARQL constraints took it a hundred seconds, and take Oxigraph a fifth of one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import rdflib
from pyoxigraph import DefaultGraph, Quad, QueryBoolean, QuerySolutions, Store, Variable
from rdflib.plugins.stores.memory import Memory
from rdflib.query import Result

from .errors import ShapesError
from .queries import refuse_service
from .terms import from_rdflib, to_rdflib, to_rdflib_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Triple
    from rdflib.term import Node


def graph_for_shapes(triples: Iterable[Quad | Triple]) -> rdflib.Graph:
    """Put triples into a graph for pySHACL, whatever their named graph."""
    merged = {Quad(each.subject, each.predicate, each.object, DefaultGraph()) for each in triples}
    quads = Store()
    quads.extend(merged)
    graph = rdflib.Graph(store=_AnsweredByOxigraph(quads), bind_namespaces="none")
    return to_rdflib_graph(merged, graph=graph)


_ADDS: Final = re.compile(r"""[+-]\s*(?:[?$("']|[\w:]+\()""")


class _AnsweredByOxigraph(Memory):
    """A store of rdflib's whose queries another store answers, which holds the same triples."""

    def __init__(self, quads: Store) -> None:
        super().__init__()
        self._quads = quads

    def query(  # type: ignore[override]
        self,
        query: str,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's name
        initBindings: Mapping[str, Node],  # noqa: N803 - rdflib's name
        queryGraph: str,  # noqa: ARG002, N803 - rdflib's name; there is but one graph
        **_options: object,
    ) -> Result:
        """Answer a query in which some variables have their values from the start.

        Raises NotImplementedError, on which rdflib answers by itself, where the query adds or subtracts: Oxigraph adds
        no duration of years to a date.
        """
        refuse_service(query)
        if _ADDS.search(query):
            raise NotImplementedError
        answer = self._quads.query(
            query,
            prefixes={prefix: str(namespace) for prefix, namespace in initNs.items()},
            substitutions={Variable(str(name)): from_rdflib(value) for name, value in initBindings.items()},
        )
        return _result(answer)


def _result(answer: object) -> Result:
    if isinstance(answer, QueryBoolean):
        result = Result("ASK")
        result.askAnswer = bool(answer)
        return result
    if not isinstance(answer, QuerySolutions):
        raise ShapesError("a constraint asks with SELECT or ASK")
    result = Result("SELECT")
    names = [rdflib.Variable(variable.value) for variable in answer.variables]
    result.vars = list(names)
    result.bindings = [
        {name: to_rdflib(term) for name, term in zip(names, row, strict=True) if term is not None} for row in answer
    ]
    return result
