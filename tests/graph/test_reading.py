"""Statistics, labels and summaries tell what a graph holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mithaq.graph.namespaces import INDIVIDUALS, MITHAQ

if TYPE_CHECKING:
    from pathlib import Path

    from mithaq.graph import KnowledgeGraph, Language


def test_statistics_agree_with_queries(graph: KnowledgeGraph) -> None:
    def counted(pattern: str) -> int:
        (row,) = graph.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}").rows()
        assert row[0] is not None
        return int(row[0].value)

    stats = graph.stats()

    assert stats.articles == counted("?a a mithaq:Article")
    assert stats.sentences == counted("?s a mithaq:Sentence")
    assert stats.spans == counted("?s mithaq:exact ?words")
    assert stats.triples == counted("?s ?p ?o")
    assert stats.inferred == counted("GRAPH <https://w3id.org/mithaq/graph/inferred> { ?s ?p ?o }")
    assert stats.reference == counted("GRAPH <https://w3id.org/mithaq/graph/reference> { ?s ?p ?o }")
    assert stats.facts == counted('GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), "#char="))')
    assert stats.asserted + stats.inferred == stats.triples
    assert dict(stats.classes)[MITHAQ + "Polity"] == 4


@pytest.mark.parametrize(
    ("iri", "language", "label"),
    [
        (INDIVIDUALS + "russia", "en", '"Russia"@en'),
        (INDIVIDUALS + "russia", "ar", '"روسيا"@ar'),
        (INDIVIDUALS + "bagapsh", "en", '"باغابش"@ar'),
        (INDIVIDUALS + "pact-friendship", "ar", '"معاهدة صداقة"@ar'),
        (MITHAQ + "Polity", "ar", '"كيان"@ar'),
    ],
)
def test_label_is_the_best_there_is(graph: KnowledgeGraph, iri: str, language: Language, label: str) -> None:
    assert str(graph.labels([iri], language)[iri]) == label


def test_what_has_no_label_is_left_out(graph: KnowledgeGraph) -> None:
    assert graph.labels([INDIVIDUALS + "recognition", INDIVIDUALS + "nobody"], "en") == {}


def test_articles_are_summarised_in_order(graph: KnowledgeGraph) -> None:
    accord, pact, weather = graph.articles()

    assert (accord.name, pact.name, weather.name) == ("accord", "pact", "weather")
    assert pact.iri == "https://w3id.org/mithaq/article/pact"
    assert (pact.length, pact.sentences, pact.facts) == (89, 2, 16)
    assert pact.publisher is not None
    assert pact.publisher.said_in("ar") == "صحيفة"
    assert accord.publisher is None
    assert (weather.sentences, weather.facts) == (0, 0)


def test_text_is_found_by_name_and_by_iri(graph: KnowledgeGraph) -> None:
    assert graph.text_of("pact") == graph.text_of("https://w3id.org/mithaq/article/pact")
    assert graph.text_of("nowhere") is None
    assert graph.text_of("no name") is None


def test_graph_knows_its_store_and_whether_it_is_current(graph: KnowledgeGraph, small_store: Path) -> None:
    assert graph.store == small_store
    assert graph.is_current()
