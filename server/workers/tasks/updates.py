"""The tasks of SPARQL updates."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from mithaq.graph import PREFIXES, PlainWriter, QueryFailedError, Revision, judge_update

from ...amending import Reading, worked_out
from ...federation import with_services_answered
from ...loading import with_files_loaded
from ...problems import Problem, ProblemError
from ...query_limits import DEFAULT_LIMITS, QueryLimits
from ...update_texts import read_update
from .amendments import Amendment
from .records import Inquiry

if TYPE_CHECKING:
    from mithaq.graph import Change, KnowledgeGraph


@dataclass(frozen=True)
class PlainUpdate(Inquiry[PlainWriter, Revision]):
    """Carry out an update of a plain store."""

    kind: ClassVar[str] = "update"
    text: str
    using_graphs: tuple[str, ...] = ()
    using_named_graphs: tuple[str, ...] = ()
    base: str | None = None
    limits: QueryLimits = DEFAULT_LIMITS

    def find(self, graph: PlainWriter) -> Revision:
        """Carry it out as a whole, and give what the store is then; raises QueryError and ProblemError."""
        self.limits.require(self.text, "update")
        text = self._native() if self._needs_reading() else self.text
        try:
            graph.update(text, base=self.base)
        except QueryFailedError as error:
            title = "The graphs are not as the update has it"
            problem = Problem(HTTPStatus.CONFLICT, "update-failed", title, error.reason)
            raise ProblemError(problem) from error
        return graph.revision

    def _needs_reading(self) -> bool:
        """Tell whether the text is more than the store itself may have; most large ones are not."""
        lower = self.text.lower()
        return bool(self.using_graphs or self.using_named_graphs or "load" in lower or "service" in lower)

    def _native(self) -> str:
        text = with_services_answered(self.text, {}, self.limits.fetching)
        update = read_update(with_files_loaded(text, self.limits.fetching))
        if update.loads or update.refused_at is not None:
            judge_update(update.harmless(), base=self.base)
            update.require_nothing_fetched()
        return update.with_dataset(self.using_graphs, self.using_named_graphs)


@dataclass(frozen=True)
class GraphUpdate(Amendment):
    """Carry out an update of the knowledge graph, if what comes of it conforms."""

    kind: ClassVar[str] = "update"
    text: str = ""
    using_graphs: tuple[str, ...] = ()
    using_named_graphs: tuple[str, ...] = ()
    base: str | None = None
    limits: QueryLimits = DEFAULT_LIMITS

    def change_of(self, graph: KnowledgeGraph) -> Change:
        """Work out what it changes; raises QueryError and ProblemError."""
        self.limits.require(self.text, "update")
        update = read_update(with_services_answered(self.text, PREFIXES, self.limits.fetching))
        judge_update(update.harmless(), base=self.base, prefixes=PREFIXES)
        update.require_nothing_fetched()
        reading = Reading(self.base, self.using_graphs, self.using_named_graphs, self.limits.most_rows)
        return worked_out(update, graph, reading)
