"""Pictures of many things: as many as can be read are chosen, and what is left out is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph import Text
from mithaq.server.readings.choosing import best_connected
from mithaq.server.readings.sections import READABLE, Section, fill, read_overviews

if TYPE_CHECKING:
    from mithaq.graph import KnowledgeGraph

NAMED = Text(en="", ar="")
EVERYTHING = Section(
    "", NAMED, (("from", NAMED), ("to", NAMED)),
    "SELECT ?from ?to ?words ?span { GRAPH ?span { ?from ?p ?to FILTER(isIRI(?to)) } ?span mithaq:exact ?words }",
    shown=("from", "to"),
)  # fmt: skip


def test_picture_of_a_large_graph_shows_as_many_things_as_can_be_read(shipped_graph: KnowledgeGraph) -> None:
    table = fill(EVERYTHING, shipped_graph, "en")
    things = {cell.iri for row, _ in table.rows for values in row for cell in values}

    assert len(things) == READABLE
    assert table.left_out > 0


def test_picture_of_a_small_graph_leaves_nothing_out(shipped_graph: KnowledgeGraph) -> None:
    assert [fill(each, shipped_graph, "ar").left_out for each in read_overviews()] == [0, 0, 0]


def test_things_with_many_neighbours_on_both_sides_are_chosen() -> None:
    star = [("hub", f"leaf {number}") for number in range(50)]
    ring = [(f"node {number}", f"node {(number + step) % 10}") for number in range(10) for step in (1, 2)]

    assert best_connected([*star, *ring], 10) == {f"node {number}" for number in range(10)}
