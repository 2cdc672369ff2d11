"""What the graph already has keeps its name; in doubt both stay apart, with a note."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import Literal, NamedNode, Quad, Store

from mithaq.graph import KnowledgeGraph, read_submission
from mithaq.graph.extraction import FoldedNames, Known, resolve, write_trig
from mithaq.graph.extraction.facts.ledger import Name
from mithaq.graph.namespaces import INDIVIDUALS, MITHAQ, TYPE

from .conftest import extract_named, proposals_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from mithaq.graph import Proposals

MANY = 500


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


class Counted:
    """A store that counts the quads which are read from it."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.store, self.read = Store(), 0
        self.store.extend(quads)

    def quads_for_pattern(self, *pattern: Any) -> Iterator[Quad]:  # noqa: ANN401 - as the store has it
        for quad in self.store.quads_for_pattern(*pattern):
            self.read += 1
            yield quad

    def __contains__(self, quad: Quad) -> bool:
        return quad in self.store


def others() -> Iterator[Quad]:
    """Give many treaties, states, officials and signings that the article does not speak of."""
    for number in range(MANY):
        for kind, about, value in (
            ("Treaty", "party", NamedNode(f"{INDIVIDUALS}state-{number}")),
            ("State", "name", Literal(f"دولة {number}")),
            ("Person", "name", Literal(f"فلان الفلاني {number}")),
            ("Tenure", "holder", NamedNode(f"{INDIVIDUALS}person-{number}")),
            ("SigningEvent", "signedInstrument", NamedNode(f"{INDIVIDUALS}treaty-{number}")),
        ):
            node = NamedNode(f"{INDIVIDUALS}{kind.lower()}-{number}")
            yield Quad(node, TYPE, NamedNode(MITHAQ + kind))
            yield Quad(node, NamedNode(MITHAQ + about), value)


def test_what_a_store_has_besides_costs_nothing(shipped_graph: KnowledgeGraph) -> None:
    proposals = proposals_for(
        "قال الرئيس الروسي فلاديمير بوتين إن أبخازيا طلبت ذلك. "
        'وقعت روسيا وأوسيتيا الجنوبية في 8 مارس 2015 معاهدة "التحالف والتكامل".'
    )
    quads = {Quad(*each) for each in shipped_graph.query("CONSTRUCT WHERE { ?s ?p ?o }").triples()}
    small, large = Counted(quads), Counted(quads.union(others()))
    found = [resolve(proposals, Known(cast("Store", store), FoldedNames.of(store.store))) for store in (small, large)]

    assert found[0] == found[1]
    assert {"vladimir-putin", "treaty-alliance-integration-russia-south-ossetia"} <= names_in(found[1])
    assert 0 < large.read == small.read < MANY


def test_names_that_come_to_the_graph_are_known_from_then_on(shipped_store: Path, tmp_path: Path) -> None:
    shutil.copytree(shipped_store, tmp_path / "store")
    text = "اعترفت كينيا باستقلال كوسوفو."
    (tmp_path / "first.txt").write_text(text, encoding="utf-8")
    coded = write_trig(extract_named(text, "first")).replace("id:kenya", "id:republic-of-kenya")
    (tmp_path / "first.trig").write_text(coded, encoding="utf-8")

    with KnowledgeGraph.open(tmp_path / "store") as graph:
        before = names_in(resolved(graph, "وقعت كينيا معاهدة مع كوسوفو."))
        with graph.changing() as writer:
            assert writer.add([read_submission(tmp_path / "first.trig")]).revision
        with graph.renewed() as renewed:
            after = names_in(resolved(renewed, "وقعت كينيا معاهدة مع كوسوفو."))

    assert "kenya" in before - after
    assert "republic-of-kenya" in after
