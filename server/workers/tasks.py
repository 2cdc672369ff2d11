"""Tasks: what a worker can be asked to do, as records that travel to it, and what each does with the graph."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mithaq.graph import KnowledgeGraph

    from ..media_types import Choice


@dataclass(frozen=True)
class Head:
    """What is known of an answer before its bytes: the media type, and what the headers are to say."""

    content_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Task(Protocol):
    """Something that a worker can do."""

    kind: ClassVar[str]

    def answer(self, graph: KnowledgeGraph) -> Iterator[Head | bytes]:
        """Give the head of the answer and then its bytes; raises MithaqError and ProblemError."""


@dataclass(frozen=True)
class Query:
    """A SPARQL query, and how to write what it gives: for solutions or a truth value, or for a graph."""

    kind: ClassVar[str] = "query"
    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    as_solutions: Choice | None = None
    as_graph: Choice | None = None

    def answer(self, graph: KnowledgeGraph) -> Iterator[Head | bytes]:
        """Answer the query in the first format that suits what it gives."""
        result = graph.query(self.text, default_graphs=self.default_graphs, named_graphs=self.named_graphs)
        choice = self.as_graph if result.kind == "graph" else self.as_solutions
        assert choice is not None  # noqa: S101 - until unacceptable formats are told
        yield Head(choice.content_type)
        stream = io.BytesIO()
        result.write(stream, choice.format.name)
        yield stream.getvalue()
