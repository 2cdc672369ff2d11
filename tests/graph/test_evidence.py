"""Every triple leads to the words that say it, or says that it was inferred."""

from __future__ import annotations

import pytest

from mithaq.graph import KnowledgeGraph, TermError
from mithaq.graph.namespaces import ARTICLES, INFERRED_GRAPH, REFERENCE_GRAPH


def test_fact_leads_to_its_words_and_sentence(graph: KnowledgeGraph) -> None:
    (ground,) = graph.evidence("id:pact-friendship", "mithaq:titleAsReported")

    assert ground.quote == "معاهدة صداقة"
    assert ground.span is not None
    assert (ground.span.begin, ground.span.end) == (11, 23)
    assert ground.article == ARTICLES + "pact"
    assert ground.sentence == "وقعت روسيا معاهدة صداقة مع أبخازيا."
    assert ground.translation == "Russia signed a treaty of friendship with Abkhazia."
    assert not ground.inferred


def test_attribution_of_the_words_is_told(graph: KnowledgeGraph) -> None:
    (ground,) = graph.evidence("id:recognition", "mithaq:recognizer")

    assert ground.attributed_to == ("https://w3id.org/mithaq/id/bagapsh",)
    assert ground.relayed_by == ()


def test_sentence_is_its_own_sentence(graph: KnowledgeGraph) -> None:
    (ground, _) = graph.evidence("id:accord", "mithaq:party")

    assert ground.quote == ground.sentence == "وقعت أرمينيا اتفاقا مع جورجيا."
    assert ground.translation is None


def test_inferred_triple_says_so_and_quotes_nothing(graph: KnowledgeGraph) -> None:
    (ground,) = graph.evidence("id:russia", "mithaq:recognizes", "id:abkhazia")

    assert ground.inferred
    assert ground.graph == INFERRED_GRAPH.value
    assert ground.span is None
    assert ground.quote is None
    assert ground.article is None


def test_reference_triple_names_its_source(graph: KnowledgeGraph) -> None:
    (ground,) = graph.evidence("id:russia", "skos:prefLabel", '"Russia"@en')

    assert ground.graph == REFERENCE_GRAPH.value
    assert [source.value for source in ground.sources] == ["A list of states"]


def test_pattern_may_leave_out_anything(graph: KnowledgeGraph) -> None:
    by_object = graph.evidence(None, "mithaq:party", "id:russia")
    all_of_subject = graph.evidence("id:pact-friendship")

    assert [ground.quote for ground in by_object] == ["وقعت روسيا معاهدة صداقة مع أبخازيا"]
    assert {ground.triple.predicate.value.rpartition("#")[2] for ground in all_of_subject} >= {"party", "type"}
    assert len({ground.graph for ground in all_of_subject}) == 3


def test_grounds_come_in_order_and_without_the_merge(graph: KnowledgeGraph) -> None:
    grounds = graph.evidence(None, "mithaq:name")

    assert [str(ground.triple.subject) for ground in grounds] == sorted(
        str(ground.triple.subject) for ground in grounds
    )
    assert len(grounds) == 5


def test_nothing_known_gives_nothing(graph: KnowledgeGraph) -> None:
    assert graph.evidence("id:nobody") == []


@pytest.mark.parametrize("pattern", [("russia",), ('"russia"',), ("id:russia", '"name"')])
def test_what_is_no_term_is_refused(graph: KnowledgeGraph, pattern: tuple[str, ...]) -> None:
    with pytest.raises(TermError):
        graph.evidence(*pattern)
