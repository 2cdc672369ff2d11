"""Tasks about single triples: the words behind them, and why they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...grounds import NOTHING_FOUND, grounds_as_json, grounds_as_text
from ...outcomes import rewrite_turtle
from ...problems import not_in_graph
from .records import Head

if TYPE_CHECKING:
    from mithaq.graph import Explanation, KnowledgeGraph, Language

    from ...media_types import Choice
    from .records import Outlet


@dataclass(frozen=True)
class FindEvidence:
    """The words behind all triples that fit a pattern; terms as people type them."""

    kind: ClassVar[str] = "evidence"
    subject: str | None
    predicate: str | None
    object: str | None
    choice: Choice
    language: Language

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Write the grounds; raises TermError, and ProblemError where there are none."""
        grounds = graph.evidence(self.subject, self.predicate, self.object)
        if not grounds:
            raise not_in_graph(NOTHING_FOUND.said_in(self.language))
        text = self.choice.format.name == "text"
        outlet.begin(Head(self.choice.content_type))
        outlet.write((grounds_as_text(grounds, self.language) if text else grounds_as_json(grounds)).encode())


@dataclass(frozen=True)
class Explain:
    """Why a triple holds."""

    kind: ClassVar[str] = "explain"
    subject: str
    predicate: str
    object: str
    choice: Choice
    language: Language

    def answer(self, graph: KnowledgeGraph, outlet: Outlet) -> None:
        """Write the proof; raises TermError, and ProblemError where the triple does not hold."""
        explanation = graph.explain(self.subject, self.predicate, self.object)
        if explanation.proof.outcome == "unfounded":
            raise not_in_graph(NOTHING_FOUND.said_in(self.language))
        body = _written(explanation, self.choice.format.name, self.language)
        outlet.begin(Head(self.choice.content_type))
        outlet.write(body)


def _written(explanation: Explanation, format_name: str, language: Language) -> bytes:
    if format_name == "text":
        return explanation.to_text(language).encode()
    if format_name == "json":
        return explanation.to_json().encode()
    return rewrite_turtle(explanation.to_turtle(), format_name)
