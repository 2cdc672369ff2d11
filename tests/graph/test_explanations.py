"""A triple is explained by the shortest proof, down to the sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from mithaq.graph import KnowledgeGraph, TermError
from mithaq.graph.namespaces import INFERRED_GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator

RECOGNIZES = ("id:russia", "mithaq:recognizes", "id:abkhazia")
INFERRED = f"SELECT ?s ?p ?o {{ GRAPH {INFERRED_GRAPH} {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o"


@pytest.fixture(scope="module")
def graph(shipped_store: object) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(shipped_store) as opened:  # type: ignore[arg-type]
        yield opened


def test_inferred_triple_is_led_back_to_its_sentences(graph: KnowledgeGraph) -> None:
    told = graph.explain(*RECOGNIZES).to_text()

    assert told.splitlines()[:3] == [
        "id:russia mithaq:recognizes id:abkhazia",
        "  follows by prp-spo2",
        "  given mithaq:recognizes owl:propertyChainAxiom ( mithaq:recognizerOf mithaq:recognized )",
    ]
    assert "«اعترفت موسكو باستقلالهما عن جورجيا»" in told
    assert "يلزم بالقاعدة prp-spo2" in graph.explain(*RECOGNIZES).to_text("ar")


def test_stated_triple_is_explained_by_its_sentences_alone(graph: KnowledgeGraph) -> None:
    explanation = graph.explain("id:recognition-of-abkhazia-by-russia", "mithaq:recognizer", "id:russia")

    assert explanation.holds
    assert explanation.proof.steps == ()
    assert "follows" not in explanation.to_text()
    assert "«اعترفت موسكو باستقلالهما عن جورجيا»" in explanation.to_text()


def test_triple_that_does_not_hold_is_not_explained(graph: KnowledgeGraph) -> None:
    explanation = graph.explain("id:georgia", "mithaq:recognizes", "id:abkhazia")

    assert not explanation.holds
    assert explanation.to_text() == "The graph holds no such triple.\n"
    assert json.loads(explanation.to_json())["outcome"] == "unfounded"


def test_every_inferred_triple_has_an_explanation(graph: KnowledgeGraph) -> None:
    """All premises are conclusions of later steps, or stated."""
    rows = list(graph.query(INFERRED).rows())
    assert len(rows) > 500
    for subject, predicate, object_ in rows[::10]:
        assert subject is not None
        assert predicate is not None
        assert object_ is not None
        explanation = graph.explain(subject, predicate, object_)
        assert explanation.holds, (subject, predicate, object_)
        conclusions = {step.conclusion for step in explanation.proof.steps}
        assert (subject, predicate, object_) in conclusions
        for step in explanation.proof.steps:
            assert all(premise in conclusions or premise in explanation.grounds for premise in step.premises)


def test_json_and_turtle_tell_the_same_proof(graph: KnowledgeGraph) -> None:
    explanation = graph.explain(*RECOGNIZES)

    document = json.loads(explanation.to_json())
    quads = list(parse(explanation.to_turtle().encode(), format=RdfFormat.TURTLE))

    assert [step["rules"] for step in document["steps"]] == [list(each.rules) for each in explanation.proof.steps]
    assert document["stated"][0]["grounds"][0]["quote"]
    rules = {str(quad.object) for quad in quads if str(quad.predicate).endswith("conformsTo>")}
    assert rules == {
        f"<https://www.w3.org/TR/owl2-profiles/#{rule}>" for each in explanation.proof.steps for rule in each.rules
    }


def test_predicate_must_be_an_iri(graph: KnowledgeGraph) -> None:
    with pytest.raises(TermError, match="are IRIs"):
        graph.explain("id:russia", '"recognizes"', "id:abkhazia")
