"""Statements about what much is said of: fewer values of each property, and never a property or a kind less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from mithaq.server.readings import statements
from mithaq.server.readings.entities import read_entity
from mithaq.server.readings.sections import read_sections

if TYPE_CHECKING:
    from mithaq.graph import KnowledgeGraph

RUSSIA = NamedNode("https://w3id.org/mithaq/id/russia")


@pytest.fixture
def little_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the reading cut as it cuts a graph that says a thousand times as much."""
    for name, value in {"MOST_STATEMENTS": 40, "MOST_VALUES": 5, "_ROWS": 10, "_ROWS_OF_ONE": 2}.items():
        monkeypatch.setattr(statements, name, value)


def test_nothing_is_left_out_of_what_can_be_read_at_once(shipped_graph: KnowledgeGraph) -> None:
    for read in (statements.statements_about, statements.statements_with):
        found, cut = read(shipped_graph, RUSSIA)

        assert len(found) > 20
        assert cut == frozenset()


@pytest.mark.usefixtures("little_at_once")
@pytest.mark.parametrize("direction", ["statements_about", "statements_with"])
def test_each_property_keeps_as_many_values_as_it_may(shipped_graph: KnowledgeGraph, direction: str) -> None:
    pattern = {"statements_about": f"{RUSSIA} ?p ?v", "statements_with": f"?v ?p {RUSSIA}"}[direction]
    rows = shipped_graph.query(f"SELECT ?p (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?p").rows()
    counts = {str(name).strip("<>"): int(count.value) for name, count in rows}  # type: ignore[union-attr]

    found, cut = getattr(statements, direction)(shipped_graph, RUSSIA)

    kept = {name: sum(each == name for each, _ in found) for name in counts}
    assert kept == {name: min(count, 5) for name, count in counts.items()}
    assert cut == {name for name, count in counts.items() if count > 5}
    assert all(places.grounds for places in found.values())


@pytest.mark.usefixtures("little_at_once")
def test_page_of_what_much_is_said_of_has_its_kinds_and_sections(shipped_graph: KnowledgeGraph) -> None:
    reading = read_entity(shipped_graph, RUSSIA.value, "en", read_sections())

    assert {cell.text for cell in reading.kinds} >= {"polity"}
    assert {"Treaties and other instruments", "Officials"} <= {table.title for table in reading.sections}
