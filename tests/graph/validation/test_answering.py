"""The queries of shapes are answered as rdflib answers them, from the few triples that they can look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH

from mithaq.graph import parse_facts, shipped_files
from mithaq.graph.reasoning import close_all, compile_ontology
from mithaq.graph.terms import Term, from_rdflib, to_rdflib_graph
from mithaq.graph.triples import quad_of, triple_of
from mithaq.graph.validation import Shapes

if TYPE_CHECKING:
    from pyoxigraph import Quad

EXAMPLES = Path(__file__).parents[2] / "shapes"
SHAPES = Shapes.from_quads(
    each.quad for file in shipped_files().shapes_files() for each in parse_facts(file).statements
)
ONTOLOGY = [each.quad for file in shipped_files().ontology_files() for each in parse_facts(file).statements]
RULES = compile_ontology(map(triple_of, ONTOLOGY))
WITH_SPARQL = sorted(
    str(shape).rpartition("/")[2] for shape in SHAPES.graph.subjects(SH.sparql) if "/shape/" in str(shape)
)
FILES = [file for name in WITH_SPARQL for file in sorted(EXAMPLES.glob(f"*/{name}.*.ttl"))]


def plain_results(quads: list[Quad], shape: str) -> set[tuple[Term | None, ...]]:
    data = to_rdflib_graph(quads)
    _, report, text = pyshacl.validate(data, shacl_graph=SHAPES.graph, use_shapes=[shape], inplace=True)
    assert isinstance(report, rdflib.Graph), text
    return {
        tuple(
            None if (value := report.value(result, part)) is None else from_rdflib(value)
            for part in (SH.focusNode, SH.resultPath, SH.value)
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def our_results(quads: list[Quad], shape: str) -> set[tuple[Term | None, ...]]:
    return {(each.focus, each.path, each.value) for each in SHAPES.validate(quads) if each.rule == shape}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_both_engines_give_the_same_results(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", rdflib.NORMALIZE_LITERALS)  # set back what pySHACL changes
    facts = [each.quad for each in parse_facts(file).statements]
    shape = f"https://w3id.org/mithaq/shape/{file.name.partition('.')[0]}"

    quads = [*ONTOLOGY, *facts]
    invalid = file.suffixes[-2] == ".invalid"
    if invalid and not our_results(quads, shape):  # the constraint asks for what is inferred
        quads += map(quad_of, close_all(RULES, map(triple_of, quads)).inferred)
    answered = our_results(quads, shape)

    assert answered == plain_results(quads, shape)
    assert bool(answered) == invalid


def test_there_are_constraints_in_sparql_to_compare() -> None:
    assert len(FILES) >= len(WITH_SPARQL) > 0
