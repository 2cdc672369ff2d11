"""A window of an answer is those rows of the whole one, in every format, however the store hands out its bytes."""

from __future__ import annotations

import csv
import io
from typing import IO, TYPE_CHECKING, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, Store, parse_query_results
from tests.result_sets import ResultSet

from mithaq.graph.queries import query as ask
from mithaq.server.workers.row_windows import ROW_WINDOWS, EnoughError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mithaq.graph import QueryResult
    from mithaq.server.workers import Head

FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
PART = st.sampled_from(
    [
        '},{"',
        "},{",
        "},{}",
        "}",
        "{}",
        "<result>",
        "</results>",
        "\r\n",
        "\n",
        "\n  rs:solution [",
        '"',
        ",",
        "\t",
        "x",
        "\\",
        '\\"',
        "ع",
    ]
)
CELL = st.none() | st.lists(PART, max_size=6).map("".join)
TABLE = st.integers(0, 3).flatmap(lambda width: st.lists(st.tuples(*(CELL,) * width), max_size=7))
Table = list[tuple[str | None, ...]]


class Kept:
    """An outlet that keeps what it gets."""

    def __init__(self) -> None:
        self.data = bytearray()

    def begin(self, head: Head) -> None:
        raise AssertionError(head)

    def announce(self, name: str, value: str) -> None:
        raise AssertionError(name, value)

    def write(self, data: bytes, /) -> int:
        self.data += data
        return len(data)


def solutions(table: Table) -> QueryResult:
    """Ask for a table; what is None is not bound."""
    names = " ".join(f"?bindings{number}" for number in range(len(table[0]) if table else 1))
    rows = (" ".join("UNDEF" if cell is None else str(Literal(cell)) for cell in row) for row in table)
    return ask(Store(), f"SELECT * {{ VALUES ({names}) {{ {' '.join(f'({row})' for row in rows)} }} }}")


def written(table: Table, format_name: str) -> bytes:
    return solutions(table).serialize(format_name)


def rows(data: bytes, format_name: str) -> Sequence[object]:
    if format_name == "turtle":
        return ResultSet(data).rows()
    if format_name == "csv":  # which does not tell the kinds of terms
        return list(csv.reader(io.StringIO(data.decode(), newline="")))[1:]
    if format_name == "tsv":
        return data.split(b"\n")[1:-1]
    parsed = parse_query_results(data, format=FORMATS[format_name])
    assert isinstance(parsed, QuerySolutions)
    return [tuple(row) for row in parsed]


@pytest.mark.parametrize("format_name", ROW_WINDOWS)
@settings(max_examples=300, deadline=None)
@given(table=TABLE, first=st.integers(0, 8), number=st.integers(1, 8), step=st.integers(1, 40))
@example(table=[("},{",), ("},{",), ("a",)], first=1, number=1, step=40)
@example(table=[(None,), (None,), ("},{}",), (None,)], first=1, number=2, step=1)
@example(table=[(), (), ()], first=1, number=1, step=3)
def test_window_has_these_rows_of_the_whole(format_name: str, table: Table, first: int, number: int, step: int) -> None:
    whole, end, outlet = written(table, format_name), first + number, Kept()
    window = ROW_WINDOWS[format_name](outlet, first, end)

    try:
        for begin in range(0, len(whole), step):
            window.write(whole[begin : begin + step])
        window.close()
        enough = False
    except EnoughError:
        window.finish(None)
        enough = True

    assert enough == (len(table) > end)
    assert window.seen == min(len(table), end)
    if first < len(table):
        assert rows(bytes(outlet.data), format_name) == rows(whole, format_name)[first:end]
    if first == 0 and not enough:
        assert outlet.data == whole


@pytest.mark.parametrize("format_name", ROW_WINDOWS)
@pytest.mark.parametrize("first", [0, 9_000])
def test_store_stops_after_the_window_and_nothing_before_it_is_kept(format_name: str, first: int) -> None:
    table: Table = [(f"{number} " + "x" * 100,) for number in range(10_000)]
    outlet = Kept()
    window = ROW_WINDOWS[format_name](outlet, first, first + 2)

    with pytest.raises(EnoughError):
        solutions(table).write(cast("IO[bytes]", window), format_name)

    window.finish(None)
    assert rows(bytes(outlet.data), format_name) == rows(written(table[first : first + 2], format_name), format_name)


def test_remark_stands_where_the_format_can_hold_it() -> None:
    for format_name in ROW_WINDOWS:
        outlet = Kept()
        window = ROW_WINDOWS[format_name](outlet, 0, 1)
        with pytest.raises(EnoughError):
            window.write(written([("a",), ("b",), ("c",)], format_name))

        window.finish("rows=1")

        assert len(rows(bytes(outlet.data), format_name)) == 1
        assert (b"truncated: rows=1" in outlet.data) == (format_name in {"xml", "turtle"})
