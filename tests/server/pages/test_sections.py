"""Sections of pages: rows say a thing once, with all values and all the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from mithaq.server.readings.sections import fill, read_sections

if TYPE_CHECKING:
    from mithaq.graph import KnowledgeGraph
    from mithaq.server.readings.sections import Section

RUSSIA = NamedNode("https://w3id.org/mithaq/id/russia")


def test_values_that_belong_together_stand_in_one_row(shipped_graph: KnowledgeGraph) -> None:
    section = next(each for each in read_sections() if each.title.en == "Recognition given")
    table = fill(section, shipped_graph, "en", RUSSIA)

    assert [[cell.text for cell in polity] for (polity, _), _ in table.rows] == [["Abkhazia"], ["South Ossetia"]]
    assert [len(dates) for (_, dates), _ in table.rows] == [2, 2]
    assert all(len(words) == 3 for _, words in table.rows)


@pytest.mark.parametrize("section", read_sections(), ids=lambda section: section.title.en)
def test_section_has_its_titles_in_both_languages_and_asks_for_its_columns(
    shipped_graph: KnowledgeGraph, section: Section
) -> None:
    result = shipped_graph.query(section.query.replace("$this", str(RUSSIA)))

    assert section.title.en
    assert section.title.ar
    assert {name for name, _ in section.columns} | {"words", "span"} == set(result.variables)
    assert section.several < {name for name, _ in section.columns}
