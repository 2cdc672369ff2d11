"""What the shapes say of examples, closed under the ontology: one closure and one validation for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import owlrl
import pyshacl
import rdflib
from rdflib import OWL, RDF, SH, Graph, URIRef
from rdflib.term import Literal, Node

VIOLATION: Final = SH.Violation


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
    data = Graph()
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
