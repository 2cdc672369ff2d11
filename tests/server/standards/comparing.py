"""Comparing: graphs up to the names of blank nodes, and solutions as bags up to the same, as the suites ask.

Literals compare by what a store makes of them (`01` and `1` are one integer), since every answer comes out of one.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    Store,
    parse_query_results,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Triple

Term: TypeAlias = "NamedNode | BlankNode | Literal | Triple"
Row: TypeAlias = "Mapping[str, Term]"

_RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_IN_ROW: Final = "urn:in-row:"
_TRUE: Final = "true"


@dataclass(frozen=True)
class Solutions:
    """The solutions of a query: its variables, and the rows, whose order may matter."""

    variables: frozenset[str]
    rows: Sequence[Row]
    ordered: bool = False


Result: TypeAlias = "Solutions | bool | list[Quad]"


def same_quads(expected: Iterable[Quad], actual: Iterable[Quad]) -> bool:
    """Tell whether quads differ in the names of blank nodes at most."""
    return _canonical(stored(expected)) == _canonical(stored(actual))


def stored(quads: Iterable[Quad]) -> list[Quad]:
    """Give quads as a store gives them back."""
    store = Store()
    store.extend(quads)
    return list(store)


def _canonical(quads: Iterable[Quad]) -> Dataset:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def same_solutions(expected: Solutions, actual: Solutions, *, lax: bool = False) -> bool:
    """Tell whether solutions are the same bag, or the same list where the expected ones are ordered.

    Where a query may remove duplicates (REDUCED) a lax comparison lets their number differ.
    """
    if expected.variables != actual.variables:
        return False
    if lax:
        expected, actual = _without_duplicates(expected), _without_duplicates(actual)
    ordered = expected.ordered
    return len(expected.rows) == len(actual.rows) and same_quads(
        _as_quads(expected, ordered=ordered), _as_quads(actual, ordered=ordered)
    )


def _without_duplicates(solutions: Solutions) -> Solutions:
    return Solutions(solutions.variables, [dict(row) for row in {frozenset(row.items()) for row in solutions.rows}])


def _as_quads(solutions: Solutions, *, ordered: bool) -> list[Quad]:
    """Write a node for each different row, with its bindings and how often, or at which places, it stands there."""
    places: dict[frozenset[tuple[str, Term]], list[int]] = {}
    for place, row in enumerate(solutions.rows):
        places.setdefault(frozenset(row.items()), []).append(place)
    quads = []
    for bindings, found in places.items():
        node = BlankNode()
        told = [str(place) for place in found] if ordered else [f"{len(found)} times"]
        quads += [Quad(node, NamedNode(_IN_ROW), Literal(each)) for each in told]
        quads += [Quad(node, NamedNode(_IN_ROW + name), value) for name, value in bindings]
    return quads


def solutions_of(content: bytes, format_: QueryResultsFormat) -> Solutions | bool:
    """Read solutions, or a truth value, from a result document; raises SyntaxError."""
    result = parse_query_results(content, format_)
    if isinstance(result, QueryBoolean):
        return bool(result)
    variables = [each.value for each in result.variables]
    rows = [{name: row[name] for name in variables if row[name] is not None} for row in result]
    return Solutions(frozenset(variables), rows)


def result_in_graph(quads: Sequence[Quad]) -> Result:
    """Read a result set that is written as a graph; any other graph is a result itself."""
    graph = _Lookup(quads)
    node = next((quad.subject for quad in quads if quad.object == NamedNode(_RS + "ResultSet")), None)
    if node is None:
        return list(quads)
    verdicts = graph.values(node, "boolean")
    if verdicts:
        return verdicts[0].value == _TRUE  # type: ignore[union-attr]
    variables = frozenset(each.value for each in graph.values(node, "resultVariable"))  # type: ignore[union-attr]
    found = [(graph.index(each), graph.row(each)) for each in graph.values(node, "solution")]
    ordered = bool(found) and all(index is not None for index, _ in found)
    rows = [row for _, row in (sorted(found, key=lambda each: each[0] or 0) if ordered else found)]
    return Solutions(variables, rows, ordered)


class _Lookup:
    """The values in a graph that holds a result set."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[tuple[object, str], list[Term]] = {}
        for quad in quads:
            self._values.setdefault((quad.subject, quad.predicate.value), []).append(quad.object)

    def values(self, node: object, name: str) -> list[Term]:
        return self._values.get((node, _RS + name), [])

    def index(self, solution: Term) -> int | None:
        found = self.values(solution, "index")
        return int(found[0].value) if found else None  # type: ignore[union-attr]

    def row(self, solution: Term) -> Row:
        bindings = self.values(solution, "binding")
        return {self.values(each, "variable")[0].value: self.values(each, "value")[0] for each in bindings}  # type: ignore[union-attr]


def same_table(expected: bytes, actual: bytes) -> bool:
    """Tell whether two CSV results are the same bag of rows.

    The order of columns is that of a query which may not say it (SELECT *), so it does not count. Numbers compare by
    value, blank nodes by their places in the row.
    """
    tables = [list(csv.reader(io.StringIO(content.decode(), newline=""))) for content in (expected, actual)]
    if not all(tables):
        return False
    (columns, *rows), (actual_columns, *actual_rows) = tables
    if sorted(columns) != sorted(actual_columns):
        return False
    order = [actual_columns.index(column) for column in columns]
    arranged = ([row[place] for place in order] for row in actual_rows)
    return Counter(map(_plain, rows)) == Counter(map(_plain, arranged))


def _plain(row: Sequence[str]) -> tuple[object, ...]:
    blank: dict[str, str] = {}
    return tuple(blank.setdefault(cell, f"_:{len(blank)}") if cell.startswith("_:") else _value(cell) for cell in row)


def _value(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell
