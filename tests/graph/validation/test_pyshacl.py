"""Judging everything gives what pySHACL gives by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, reject, settings
from pyoxigraph import Triple as OxigraphTriple
from rdflib import RDF, SH

from mithaq.graph import ShapesError
from mithaq.graph.terms import from_rdflib, to_rdflib_graph

from .generated import graphs, shapes

if TYPE_CHECKING:
    from mithaq.graph.terms import Term
    from mithaq.graph.triples import Triple
    from mithaq.graph.validation import Shapes

    Found = set[tuple[Term | None, ...]]


def found_by_pyshacl(shapes: Shapes, triples: list[Triple]) -> Found:
    data = to_rdflib_graph(OxigraphTriple(*triple) for triple in triples)  # type: ignore[arg-type]
    normalize = rdflib.NORMALIZE_LITERALS
    try:
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes.graph)
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
    if not isinstance(report, rdflib.Graph):  # shapes that speak of themselves may be nested too deep for pySHACL
        reject()
    parts = (SH.focusNode, SH.value, SH.sourceConstraintComponent)
    return {
        tuple(None if (value := report.value(result, part)) is None else from_rdflib(value) for part in parts)
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def found_by_us(shapes: Shapes, triples: list[Triple]) -> Found:
    try:
        findings = shapes.validate(OxigraphTriple(*triple) for triple in triples)  # type: ignore[arg-type]
    except ShapesError:
        reject()
    return {(each.focus, each.value, from_rdflib(rdflib.URIRef(str(each.component)))) for each in findings}


@pytest.mark.filterwarnings("ignore::pyshacl.errors.ShapeRecursionWarning")
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(shapes(), graphs(5, 25))
def test_findings_are_those_of_pyshacl(shapes: Shapes, triples: list[Triple]) -> None:
    assert found_by_us(shapes, triples) == found_by_pyshacl(shapes, triples)
