"""The task of a SPARQL query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, ClassVar, Final, cast

from mithaq.graph import PlainGraph

from ...media_types import GRAPH_FORMATS, SOLUTION_FORMATS, media_types
from ...problems import not_acceptable
from ...query_limits import DEFAULT_LIMITS, QueryLimits
from ...sparql_tokens import without_silent_services
from ..row_limits import ROW_LIMITS, EnoughError
from .records import Head, as_stream

if TYPE_CHECKING:
    from mithaq.graph import QueryResult

    from ...media_types import Choice
    from .records import Outlet, Readable

TRUNCATED: Final = "Mithaq-Truncated"
"""The header that tells that an answer is not whole, and how much of it there is."""
_REMARKS: Final = dict.fromkeys(("turtle", "trig", "ntriples", "nquads"), "# {}\n") | {"rdfxml": "<!-- {} -->\n"}


@dataclass(frozen=True)
class Query:
    """A SPARQL query, and how to write what it gives: solutions and truth values, or graphs; None is not acceptable."""

    kind: ClassVar[str] = "query"
    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    base: str | None = None
    as_solutions: Choice | None = None
    as_graph: Choice | None = None
    limits: QueryLimits = DEFAULT_LIMITS

    def answer(self, graph: Readable, outlet: Outlet) -> None:
        """Answer the query in the format that suits what it gives; raises ProblemError where a limit is broken."""
        self.limits.require(self.text, "query")
        plain = isinstance(graph, PlainGraph)  # where what asks others fails as the specification says
        text = without_silent_services(self.text) if plain else self.text
        result = graph.query(text, default_graphs=self.default_graphs, named_graphs=self.named_graphs, base=self.base)
        choice = self.as_graph if result.kind == "graph" else self.as_solutions
        if choice is None:
            raise not_acceptable(media_types(GRAPH_FORMATS if result.kind == "graph" else SOLUTION_FORMATS))
        outlet.begin(Head(choice.content_type))
        if result.kind == "solutions":
            write_rows(result, choice.format.name, outlet, self.limits.most_rows)
        else:
            write_triples(result, choice.format.name, outlet, self.limits.most_rows)


def write_rows(result: QueryResult, format_name: str, outlet: Outlet, most: int) -> None:
    """Write solutions, or as many as are allowed; then the headers say so, and the answer itself where it can."""
    rows = ROW_LIMITS[format_name](outlet, most)
    try:
        result.write(cast("IO[bytes]", rows), format_name)
    except EnoughError:
        rows.finish(said=f"rows={most}")
        outlet.announce(TRUNCATED, f"rows={most}")


def write_triples(result: QueryResult, format_name: str, outlet: Outlet, most: int) -> None:
    """Write a graph or a truth value, as above."""
    whole = result.write(as_stream(outlet), format_name, most_triples=most)
    if not whole:
        outlet.write(_REMARKS.get(format_name, "").format(f"truncated: triples={most}").encode())
        outlet.announce(TRUNCATED, f"triples={most}")
