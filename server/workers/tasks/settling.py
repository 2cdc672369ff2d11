"""The task of settling a store whose writer was stopped, so that what readers see from then on stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mithaq.graph import KnowledgeGraph, Revision

from ..sources import Opened
from .facts import PATIENCE
from .records import Inquiry


@dataclass(frozen=True)
class Settle(Inquiry[Opened, Revision]):
    """Let the store take up what was committed and not published: whoever opens it for writing does that."""

    kind: ClassVar[str] = "settle"

    def find(self, graph: Opened) -> Revision:
        """Open it for writing, and give the revision that it is at."""
        if isinstance(graph, KnowledgeGraph):
            with KnowledgeGraph.writing(graph.store, patience=PATIENCE) as writer:
                return writer.revision
        return graph.revision
