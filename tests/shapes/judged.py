"""What the shapes say of examples, closed under the ontology: one closure and one validation for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import owlrl
import pyshacl
import rdflib
from rdflib import OWL, RDF, SH, Graph, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as QueryResult
from rdflib.term import Literal, Node

VIOLATION: Final = SH.Violation


@cache
def _prepared(text: str) -> Query:
    return prepareQuery(text)


class _Data(Graph):
    """A graph that parses each query once, where pySHACL has the same one parsed again for every focus node."""

    def query(self, query_object: str | Query, *arguments: Any, **settings: Any) -> QueryResult:  # noqa: ANN401
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *arguments, **settings)


@dataclass(frozen=True, slots=True)
class Result:
    """One result of the validation."""

    focus: str
    shape: Node
    severity: Node


def judge(facts: Iterable[Graph], ontology: Graph, shapes: Graph) -> list[Result]:
    """Close the facts together under the ontology and validate them.

    Every example speaks only of individuals of its own, so that what is found of one cannot come from another.
    """
    data = _Data()
    for graph in (ontology, *facts):
        data += graph
    owlrl.OWLRL_Semantics(data, False, False).closure()
    for subject, predicate, object_ in list(data):
        if isinstance(subject, Literal) or (predicate == OWL.sameAs and subject == object_):
            data.remove((subject, predicate, object_))
    return validate(data, shapes)


def validate(data: Graph, shapes: Graph) -> list[Result]:
    """Validate a graph as it is; rdflib's setting for literals, which pySHACL changes, is set back."""
    normalize = rdflib.NORMALIZE_LITERALS
    try:
        _, report, text = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
    assert isinstance(report, Graph), text
    return [
        Result(
            str(report.value(result, SH.focusNode)),
            _only(report, result, SH.sourceShape),
            _only(report, result, SH.resultSeverity),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]


def _only(report: Graph, result: Node, predicate: URIRef) -> Node:
    value = report.value(result, predicate)
    assert value is not None
    return value
