"""The task of whoever wants to know whether a worker answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .records import Inquiry, Readable


@dataclass(frozen=True)
class Readiness(Inquiry[Readable, str]):
    """Tell the digest of the revision that the worker reads."""

    kind: ClassVar[str] = "readiness"

    def find(self, graph: Readable) -> str:
        """Read it."""
        return graph.revision.digest
