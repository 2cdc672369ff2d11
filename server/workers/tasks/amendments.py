"""What tasks that amend the knowledge graph have in common: a change is worked out, judged, written or refused."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from .facts import PATIENCE, Change, headers_of
from .records import Head

if TYPE_CHECKING:
    from mithaq.graph import Change as QuadChange
    from mithaq.graph import KnowledgeGraph

    from .records import Outlet


@dataclass(frozen=True)
class Amendment(Change):
    """Quads that are to come and to go; where it conforms the answer has no body."""

    kind: ClassVar[str] = "amendment"

    def change_of(self, graph: KnowledgeGraph) -> QuadChange:
        """Work out what it changes of the newest revision, which nobody else changes meanwhile."""
        raise NotImplementedError

    def done_status(self, _graph: KnowledgeGraph) -> HTTPStatus:
        """Tell the status of an answer that says it is done."""
        return HTTPStatus.NO_CONTENT

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Carry it out, unless the graph has moved on or what comes of it would not conform."""
        with graph.changing(patience=PATIENCE) as writer:
            self._require_revision(writer.revision)
            newest = graph if graph.revision.digest == writer.revision.digest else graph.renewed()
            status, change = self.done_status(newest), self.change_of(newest)
            done = writer.amend(change.added, change.removed, note=self.note)
            revision = done.revision or writer.revision
        if done.refused:
            self._write(done, revision, outlet)
        else:
            outlet.begin(Head("", headers_of(revision), status))  # without a body, and so without a type of it
