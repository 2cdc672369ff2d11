"""A cut answer is the first rows of the whole one, in every format, however the store hands out its bytes."""

from __future__ import annotations

import csv
import io
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store, parse_query_results

from mithaq.server.workers.row_limits import ROW_LIMITS, EnoughError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mithaq.server.workers import Head

FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
PART = st.sampled_from(['},{"', "<result>", "\r\n", "\n", '"', ",", "\t", "x", "{}", "\\", "</results>", "ع"])
TEXT = st.lists(PART, max_size=6).map("".join)


class Kept:
    """An outlet that keeps what it gets."""

    def __init__(self) -> None:
        self.data = bytearray()

    def begin(self, head: Head) -> None:
        raise AssertionError(head)

    def announce(self, name: str, value: str) -> None:
        raise AssertionError(name, value, HTTPStatus.OK)

    def write(self, data: bytes, /) -> int:
        self.data += data
        return len(data)

    def truncate(self, length: int) -> None:
        del self.data[length:]


def solutions(texts: list[str]) -> tuple[Store, str]:
    store = Store()
    store.extend(Quad(NamedNode(f"a:{n}"), NamedNode("a:p"), Literal(text)) for n, text in enumerate(texts))
    return store, "SELECT ?s ?text ?none { ?s <a:p> ?text } ORDER BY ?s"


def rows(data: bytes, format_name: str) -> Sequence[tuple[object, ...]]:
    if format_name == "csv":  # which does not tell the kinds of terms
        return [tuple(row) for row in csv.reader(io.StringIO(data.decode(), newline=""))][1:]
    parsed = parse_query_results(data, format=FORMATS[format_name])
    return [tuple(row) for row in parsed]  # type: ignore[union-attr]


@pytest.mark.parametrize("format_name", list(FORMATS))
@settings(max_examples=150, deadline=None)
@given(texts=st.lists(TEXT, max_size=7), most=st.integers(1, 8), step=st.integers(1, 40))
def test_first_rows_are_left(format_name: str, texts: list[str], most: int, step: int) -> None:
    store, query = solutions(texts)
    answer = store.query(query)
    assert isinstance(answer, QuerySolutions)
    whole = answer.serialize(format=FORMATS[format_name]) or b""
    outlet = Kept()
    limit = ROW_LIMITS[format_name](outlet, most)

    try:
        for begin in range(0, len(whole), step):
            limit.write(whole[begin : begin + step])
        cut = False
    except EnoughError:
        limit.finish(f"rows={most}")
        cut = True

    assert cut == (len(texts) > most)
    assert rows(bytes(outlet.data), format_name) == rows(whole, format_name)[:most]


def test_error_reaches_through_the_store() -> None:
    store, query = solutions(["x" * 100] * 1000)
    answer = store.query(query)
    assert isinstance(answer, QuerySolutions)
    limit = ROW_LIMITS["tsv"](Kept(), 10)

    with pytest.raises(EnoughError):
        answer.serialize(limit, QueryResultsFormat.TSV)  # type: ignore[arg-type]
