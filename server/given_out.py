"""Data given out: as the newest revision has it, unless the client has that already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import respond
from .freshness import unless_unchanged

if TYPE_CHECKING:
    from flask import Response

    from mithaq.graph import KnowledgeGraph

    from .media_types import Choice
    from .service import Service
    from .workers import Task


def give_out(service: Service, task: Task[KnowledgeGraph], choice: Choice) -> Response:
    """Answer a GET with what a task writes, which is the same as long as the graph is."""
    return unless_unchanged(service.revision().digest, choice.content_type, lambda: respond(service.repeatable(task)))
