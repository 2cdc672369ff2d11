"""What the graph already has keeps its name; in doubt both stay apart, with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph.extraction.facts.ledger import Name

from .conftest import proposals_for

if TYPE_CHECKING:
    from mithaq.graph import KnowledgeGraph, Proposals


def resolved(graph: KnowledgeGraph, text: str) -> Proposals:
    return next(iter(graph.resolve([proposals_for(text)])))


def names_in(proposals: Proposals) -> set[str]:
    return {
        node.local for claim in proposals.claims for node in (claim.subject, claim.object) if isinstance(node, Name)
    }


def test_a_person_of_the_same_name_and_office_keeps_his_name(shipped_graph: KnowledgeGraph) -> None:
    found = names_in(resolved(shipped_graph, "قال الرئيس الروسي فلاديمير بوتين إن أبخازيا طلبت ذلك."))

    assert {"vladimir-putin", "president-of-russia", "tenure-putin-president-of-russia"} <= found


def test_a_person_of_the_same_name_and_another_office_is_a_doubt(shipped_graph: KnowledgeGraph) -> None:
    proposals = resolved(shipped_graph, "قال وزير الزراعة الكندي فلاديمير بوتين إن روسيا طلبت ذلك.")

    assert "vladimir-putin" not in names_in(proposals)
    assert any("possibly same" in english and "id:vladimir-putin" in english for _, english, _ in proposals.notes)


def test_a_treaty_with_the_same_parties_title_and_date_is_the_same(shipped_graph: KnowledgeGraph) -> None:
    text = 'وقعت روسيا وأوسيتيا الجنوبية في 8 مارس 2015 معاهدة "التحالف والتكامل".'

    found = names_in(resolved(shipped_graph, text))

    assert {"treaty-alliance-integration-russia-south-ossetia", "signing-treaty-alliance-integration"} <= found


def test_a_treaty_of_another_year_is_another_one(shipped_graph: KnowledgeGraph) -> None:
    proposals = resolved(shipped_graph, 'وقعت روسيا وأوسيتيا الجنوبية في 8 مارس 2019 معاهدة "التحالف والتكامل".')

    assert "treaty-alliance-integration-russia-south-ossetia" not in names_in(proposals)
    assert not proposals.notes


def test_a_treaty_without_a_date_is_a_doubt(shipped_graph: KnowledgeGraph) -> None:
    proposals = resolved(shipped_graph, 'وقعت روسيا وأوسيتيا الجنوبية معاهدة "التحالف والتكامل".')

    assert "treaty-alliance-integration-russia-south-ossetia" not in names_in(proposals)
    assert len(proposals.notes) == 1


def test_an_article_read_again_names_all_alike() -> None:
    text = "وقعت روسيا معاهدة صداقة مع الصين في 16 يوليو 2001."

    assert names_in(proposals_for(text)) == names_in(proposals_for(text))
