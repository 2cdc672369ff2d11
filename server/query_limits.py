"""The limits of a SPARQL text and of the answer to it: what it may be, and from where it may have anything fetched."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from .problems import Problem, ProblemError
from .sparql_tokens import OPENING, depth_of

if TYPE_CHECKING:
    from .fetching import Addresses


@dataclass(frozen=True)
class QueryLimits:
    """How long a query may be (characters), how deep it may nest (brackets), and how many rows its answer has.

    `fetching` tells how the addresses begin that SERVICE and LOAD may ask; without any, they are refused.
    """

    longest: int = 256 * 1024
    deepest: int = 500
    most_rows: int = 1_000_000
    fetching: Addresses = ()

    def require(self, text: str, what: str) -> None:
        """Raise ProblemError where a query or update is too long or nests too deeply."""
        if len(text) > self.longest and what == "query":
            detail = f"The query has {len(text)} characters; {self.longest} are allowed."
            raise ProblemError(Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "query-too-long", "Too long", detail))
        if sum(map(text.count, OPENING)) > self.deepest and (depth := depth_of(text)) > self.deepest:
            detail = f"The {what} nests {depth} brackets in each other; {self.deepest} are allowed."
            raise ProblemError(Problem(HTTPStatus.BAD_REQUEST, f"{what}-too-deep", "Too deeply nested", detail))


DEFAULT_LIMITS: Final = QueryLimits()
