"""What the pages find out: the overview of the graph, and the result of a query as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from mithaq.graph import KnowledgeGraph

from ...overviews import Overview, overview_of
from ...result_tables import ResultTable, read_result
from .records import Inquiry, Readable

if TYPE_CHECKING:
    from mithaq.graph import Language


@dataclass(frozen=True)
class GraphOverview(Inquiry[KnowledgeGraph, Overview]):
    """Tell the size of the graph and its articles."""

    kind: ClassVar[str] = "overview"

    def find(self, graph: KnowledgeGraph) -> Overview:
        """Read the overview."""
        return overview_of(graph)


@dataclass(frozen=True)
class QueryTable(Inquiry[Readable, ResultTable]):
    """Answer a query as a table for a page in one language."""

    kind: ClassVar[str] = "query"
    text: str
    language: Language

    def find(self, graph: Readable) -> ResultTable:
        """Read the table."""
        return read_result(graph.query(self.text), graph, self.language)
