"""Tasks about facts: judge them, add them, retract them, give them out."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from mithaq.graph import ValidationReport

from ...outcomes import refusal, write_report, write_transaction
from ...problems import PROBLEM_MEDIA_TYPE, Problem, ProblemError, write_problem
from ...submissions import submissions_of
from .documents import graphs_of_article
from .records import Head, as_stream

if TYPE_CHECKING:
    from mithaq.graph import GraphWriter, KnowledgeGraph, Language, Revision, Transaction

    from ...media_types import Choice
    from ...submissions import Part
    from .records import Outlet

PATIENCE = 30.0
"""Seconds for which a writer waits for another one, a command perhaps."""


@dataclass(frozen=True)
class Validate:
    """Judge what was handed in, and store nothing."""

    kind: ClassVar[str] = "validate"
    parts: tuple[Part, ...]
    choice: Choice
    language: Language

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Write the report."""
        judged = (graph.validate(each.facts, each.article, each.sources) for each in submissions_of(self.parts))
        report = ValidationReport(tuple(chain.from_iterable(each.findings for each in judged)))
        body = write_report(report, self.choice.format.name, self.language)
        outlet.begin(Head(self.choice.content_type))
        outlet.write(body)


@dataclass(frozen=True)
class Change:
    """What all changes of facts say: from which revision on, why, and how the answer is written."""

    kind: ClassVar[str] = "change"
    if_match: frozenset[str] | None
    note: str | None
    choice: Choice
    language: Language

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Carry it out, unless the graph has moved on or what comes of it would not conform."""
        with graph.changing(patience=PATIENCE) as writer:
            self._require_revision(writer.revision)
            done = self.carried_out(writer)
            revision = done.revision or writer.revision
        self._write(done, revision, outlet)

    def carried_out(self, writer: GraphWriter) -> Transaction:
        """Do what this change is about."""
        raise NotImplementedError

    def _write(self, done: Transaction, revision: Revision, outlet: Outlet) -> None:
        headers = headers_of(revision)
        if done.refused and self.choice.format.name == "json":
            problem = refusal(done.report, self.language)
            outlet.begin(Head(f"{PROBLEM_MEDIA_TYPE}; charset=utf-8", headers, problem.status))
            outlet.write(write_problem(problem))
            return
        status = HTTPStatus.OK if done.revision is None else HTTPStatus.CREATED
        outlet.begin(Head(self.choice.content_type, headers, HTTPStatus.CONFLICT if done.refused else status))
        outlet.write(write_transaction(done, self.choice.format.name, self.language))

    def _require_revision(self, revision: Revision) -> None:
        if self.if_match is not None and not self.if_match & {"*", revision.digest}:
            detail = f"The graph has moved on: it is at revision {revision.number}. Look at it again, and decide anew."
            raise ProblemError(
                Problem(
                    HTTPStatus.PRECONDITION_FAILED,
                    "precondition-failed",
                    "The graph has moved on",
                    detail,
                    {"revision": revision.number, "digest": revision.digest},
                    headers_of(revision),
                )
            )


@dataclass(frozen=True)
class AddFacts(Change):
    """Add what was handed in, all of it or none."""

    kind: ClassVar[str] = "add"
    parts: tuple[Part, ...]

    def carried_out(self, writer: GraphWriter) -> Transaction:
        """Add it."""
        return writer.add(submissions_of(self.parts), note=self.note)


@dataclass(frozen=True)
class RetractFacts(Change):
    """Take out an article, or what one span of it states."""

    kind: ClassVar[str] = "retract"
    target: str

    def carried_out(self, writer: GraphWriter) -> Transaction:
        """Take it out."""
        return writer.retract(self.target, note=self.note)


@dataclass(frozen=True)
class ExportFacts:
    """Write the graph without what was inferred: all of it, or the facts of one article."""

    kind: ClassVar[str] = "export"
    article: str | None
    choice: Choice

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Write the named graphs."""
        graphs = None if self.article is None else graphs_of_article(graph, self.article)
        outlet.begin(Head(self.choice.content_type, headers_of(graph.revision)))
        graph.export(as_stream(outlet), format=self.choice.format.name, graphs=graphs, inferred=False)


def headers_of(revision: Revision) -> dict[str, str]:
    """Give the headers that name a revision."""
    return {"ETag": f'"{revision.digest}"', "Mithaq-Revision": str(revision.number)}
