"""The task of a SPARQL query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, ClassVar, Final, cast

from mithaq.graph import PREFIXES, PlainGraph

from ...federation import with_services_answered
from ...media_types import GRAPH_FORMATS, SOLUTION_FORMATS, media_types
from ...problems import Problem, ProblemError, not_acceptable
from ...query_limits import DEFAULT_LIMITS, QueryLimits
from ...row_ranges import UNIT, RowRange, content_range, no_content_range
from ...sparql_tokens import without_silent_services
from ..row_windows import ROW_WINDOWS, EnoughError
from .records import Head, as_stream

if TYPE_CHECKING:
    from mithaq.graph import MemoryGraph, QueryResult

    from ...media_types import Choice
    from .records import Outlet, Readable

TRUNCATED: Final = "Mithaq-Truncated"
"""The header that tells that an answer is not whole, and how much of it there is."""
_GIVES_GRAPH: Final = re.compile("construct|describe", re.IGNORECASE)
_GIVES_PART: Final = re.compile("offset", re.IGNORECASE)
_BY_LINES: Final = frozenset({"ntriples", "nquads"})
"""Formats in which each triple stands by itself."""
_REMARKS: Final = dict.fromkeys(("turtle", "trig", "ntriples", "nquads"), "# {}\n") | {"rdfxml": "<!-- {} -->\n"}


@dataclass(frozen=True)
class Query:
    """A SPARQL query, and how to write what it gives: solutions and truth values, or graphs; None is not acceptable.

    Of solutions, only the rows of a range are given, if there is one.
    """

    kind: ClassVar[str] = "query"
    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    base: str | None = None
    as_solutions: Choice | None = None
    as_graph: Choice | None = None
    limits: QueryLimits = DEFAULT_LIMITS
    rows: RowRange | None = None

    @property
    def may_come_in_any_order(self) -> bool:
        """Tell whether nobody minds the order: parts must fit together, and subjects be written together."""
        by_lines = self.as_graph is not None and self.as_graph.format.name in _BY_LINES
        is_part = self.rows is not None or _GIVES_PART.search(self.text) is not None
        return not is_part and (by_lines or not _GIVES_GRAPH.search(self.text))

    def answer(self, graph: Readable | MemoryGraph, outlet: Outlet) -> None:
        """Answer the query in the format that suits what it gives; raises ProblemError where a limit is broken."""
        self.limits.require(self.text, "query")
        plain = isinstance(graph, PlainGraph)  # where what asks others fails as the specification says
        text = with_services_answered(self.text, {} if plain else PREFIXES, self.limits.fetching)
        text = without_silent_services(text) if plain else text
        result = graph.query(text, default_graphs=self.default_graphs, named_graphs=self.named_graphs, base=self.base)
        choice = self.as_graph if result.kind == "graph" else self.as_solutions
        if choice is None:
            raise not_acceptable(media_types(GRAPH_FORMATS if result.kind == "graph" else SOLUTION_FORMATS))
        if result.kind == "solutions":
            self._write_rows(result, choice, outlet)
        else:
            outlet.begin(Head(choice.content_type))
            write_triples(result, choice.format.name, outlet, self.limits.most_rows)

    def _write_rows(self, result: QueryResult, choice: Choice, outlet: Outlet) -> None:
        status = HTTPStatus.OK if self.rows is None else HTTPStatus.PARTIAL_CONTENT
        outlet.begin(Head(choice.content_type, {"Accept-Ranges": UNIT}, status))
        write_rows(result, choice.format.name, outlet, self.limits.most_rows, self.rows)


def write_rows(result: QueryResult, format_name: str, outlet: Outlet, most: int, asked: RowRange | None = None) -> None:
    """Write solutions, or those of a range, or as many as are allowed; then the headers say so.

    The answer itself says that not all rows were allowed, if it can. Raises ProblemError where a range is behind it.
    """
    first, end = (0, most) if asked is None else (asked.first, asked.end(most))
    rows = ROW_WINDOWS[format_name](outlet, first, end)
    whole = None
    try:
        result.write(cast("IO[bytes]", rows), format_name)
    except EnoughError:
        said = f"rows={most}" if end == most else None
        rows.finish(said)
        if said is not None:
            outlet.announce(TRUNCATED, said)
            whole = most
    else:
        rows.close()
        whole = rows.seen
    if asked is not None:
        outlet.announce("Content-Range", _content_range(first, end, whole))


def _content_range(first: int, end: int, whole: int | None) -> str:
    if whole is not None and first >= whole:
        raise ProblemError(_no_such_rows(first, whole))
    return content_range(first, end if whole is None else min(end, whole), whole)


def _no_such_rows(first: int, whole: int) -> Problem:
    detail = f"The answer has {whole} rows, counted from 0; there is no row {first}."
    status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    headers = {"Content-Range": no_content_range(whole), "Accept-Ranges": UNIT}
    return Problem(status, "no-such-rows", "No such rows", detail, headers=headers)


def write_triples(result: QueryResult, format_name: str, outlet: Outlet, most: int) -> None:
    """Write a graph or a truth value, as above."""
    whole = result.write(as_stream(outlet), format_name, most_triples=most)
    if not whole:
        outlet.write(_REMARKS.get(format_name, "").format(f"truncated: triples={most}").encode())
        outlet.announce(TRUNCATED, f"triples={most}")
