"""The limits of a SPARQL text and of the answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from .problems import Problem, ProblemError
from .sparql_tokens import OPENING, depth_of


@dataclass(frozen=True)
class QueryLimits:
    """How long a query may be (characters), how deep it may nest (brackets), and how many rows its answer has."""

    longest: int = 256 * 1024
    deepest: int = 500
    most_rows: int = 1_000_000

    def require(self, text: str, what: str) -> None:
        """Raise ProblemError where a query or update is too long or nests too deeply."""
        if len(text) > self.longest and what == "query":
            detail = f"The query has {len(text)} characters; {self.longest} are allowed."
            raise ProblemError(Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "query-too-long", "Too long", detail))
        if sum(map(text.count, OPENING)) > self.deepest and (depth := depth_of(text)) > self.deepest:
            detail = f"The {what} nests {depth} brackets in each other; {self.deepest} are allowed."
            raise ProblemError(Problem(HTTPStatus.BAD_REQUEST, f"{what}-too-deep", "Too deeply nested", detail))


DEFAULT_LIMITS: Final = QueryLimits()
