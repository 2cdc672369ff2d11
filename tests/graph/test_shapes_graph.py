"""Oxigraph answers the SPARQL constraints of the shipped shapes as rdflib does."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import Quad
from rdflib import RDF, SH

from mithaq.graph import ServiceRefusedError, parse_facts, parse_facts_bytes, shipped_files
from mithaq.graph.reasoning import close
from mithaq.graph.shapes_graph import graph_for_shapes
from mithaq.graph.terms import to_rdflib_blank, to_rdflib_graph

EXAMPLES = Path(__file__).parents[1] / "shapes"
SHAPES = to_rdflib_graph(
    (each.quad for file in shipped_files().shapes_files() for each in parse_facts(file).statements), to_rdflib_blank
)
ONTOLOGY = [each.quad for file in shipped_files().ontology_files() for each in parse_facts(file).statements]
WITH_SPARQL = sorted(str(shape).rpartition("/")[2] for shape in SHAPES.subjects(SH.sparql) if "/shape/" in str(shape))
FILES = [file for name in WITH_SPARQL for file in sorted(EXAMPLES.glob(f"*/{name}.*.ttl"))]


def results(data: rdflib.Graph, shape: str) -> set[tuple[object, ...]]:
    _, report, text = pyshacl.validate(data, shacl_graph=SHAPES, use_shapes=[shape], inplace=True)
    assert isinstance(report, rdflib.Graph), text
    parts = (SH.focusNode, SH.resultPath, SH.value, SH.resultSeverity)
    return {
        tuple(report.value(result, part) for part in parts) for result in report.subjects(RDF.type, SH.ValidationResult)
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_both_engines_give_the_same_results(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", rdflib.NORMALIZE_LITERALS)  # set back what pySHACL changes
    quads = [*ONTOLOGY, *(each.quad for each in parse_facts(file).statements)]
    shape = f"https://w3id.org/mithaq/shape/{file.name.partition('.')[0]}"

    invalid = file.suffixes[-2] == ".invalid"
    if invalid and not results(graph_for_shapes(quads), shape):  # the constraint asks for what is inferred
        inferred = close(ONTOLOGY, [each.quad for each in parse_facts(file).statements]).inferred
        quads += (Quad(triple.subject, triple.predicate, triple.object) for triple in inferred)
    answered = results(graph_for_shapes(quads), shape)

    assert answered == results(to_rdflib_graph(quads), shape)
    assert bool(answered) == invalid


def test_there_are_constraints_in_sparql_to_compare() -> None:
    assert len(FILES) >= len(WITH_SPARQL) > 0


def test_constraint_that_would_send_a_request_is_refused() -> None:
    graph = graph_for_shapes([])

    with pytest.raises(ServiceRefusedError):
        graph.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_variable_bound_beforehand_is_bound_everywhere() -> None:
    facts = parse_facts_bytes(
        b"<http://e/a> <http://e/p> <http://e/b> . <http://e/c> a <http://e/C> .", "turtle", "f.ttl"
    )
    graph = graph_for_shapes(each.quad for each in facts.statements)
    query = "SELECT $this ?other { ?other a ?type FILTER NOT EXISTS { $this <http://e/p> ?other } }"

    (row,) = graph.query(query, initBindings={"this": rdflib.URIRef("http://e/a")})

    assert tuple(row) == (rdflib.URIRef("http://e/a"), rdflib.URIRef("http://e/c"))  # type: ignore[arg-type]


def test_duration_of_years_is_added_to_a_date() -> None:
    text = b"""@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <http://e/t> <http://e/start> "1983-03-19"^^xsd:date ; <http://e/term> "P20Y"^^xsd:yearMonthDuration ."""
    graph = graph_for_shapes(each.quad for each in parse_facts_bytes(text, "turtle", "f.ttl").statements)

    (row,) = graph.query(
        "SELECT ?end { ?t <http://e/start> ?start ; <http://e/term> ?term BIND(?start + ?term AS ?end) }"
    )

    assert str(row[0]) == "2003-03-19"  # type: ignore[index]


def test_question_is_answered_with_yes_or_no() -> None:
    graph = graph_for_shapes([])

    assert graph.query("ASK {}").askAnswer is True
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is False


@pytest.mark.parametrize("term", ['"P1Y"^^xsd:yearMonthDuration', '("P1Y"^^xsd:yearMonthDuration)', "xsd:x(?d)"])
def test_sum_of_any_writing_is_left_to_rdflib(term: str) -> None:
    store = graph_for_shapes([]).store

    with pytest.raises(NotImplementedError):
        store.query(f"SELECT * {{ ?t ?p ?d BIND(?d + {term} AS ?end) }}", {}, {}, "")
