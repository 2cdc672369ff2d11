"""A result in Turtle says what it says in JSON: the same rows in the same order, to other readers too."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BaseDirection,
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    Store,
    Triple,
    parse_query_results,
)
from rdflib import BNode, Variable
from rdflib.plugins.sparql.results.rdfresults import RDFResultParser
from rdflib.query import Result
from tests.result_sets import ResultSet, unlabelled

from mithaq.graph.queries import query

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rdflib.term import Node

COLUMNS = ("a", "b", "c")
ROWS_ASKED = """SELECT ?n ?a ?b ?c { ?row <urn:number> ?n
  OPTIONAL { ?row <urn:a> ?a } OPTIONAL { ?row <urn:b> ?b } OPTIONAL { ?row <urn:c> ?c } } ORDER BY DESC(?n)"""

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["\n  rs:solution [", '" ] ] ;\n.', "\r\n", "\\", "ميثاق", '"""', "\x00\x7f\u2028"]
)
IRIS = st.sampled_from(["urn:x", "http://e/ميثاق#char=1,2", "http://e/%20?a=b&c='d'"]).map(NamedNode)
BLANK_NODES = st.integers(0, 3).map(lambda number: BlankNode(f"b{number}"))
PLAIN = st.one_of(
    IRIS,
    BLANK_NODES,
    TEXTS.map(Literal),
    st.builds(Literal, TEXTS, language=st.sampled_from(["ar", "en-GB"])),
    st.builds(Literal, TEXTS, datatype=IRIS),
    st.sampled_from([Literal(1), Literal(1.5), Literal(value=True)]),
)
DIRECTED = st.builds(lambda text: Literal(text, language="ar", direction=BaseDirection.RTL), TEXTS)
TERMS = st.recursive(PLAIN | DIRECTED, lambda below: st.builds(Triple, IRIS | BLANK_NODES, IRIS, below), max_leaves=3)


def tables(terms: st.SearchStrategy[object]) -> st.SearchStrategy[list[dict[str, object]]]:
    return st.lists(st.dictionaries(st.sampled_from(COLUMNS), terms), max_size=6)


def store_of(table: list[dict[str, object]]) -> Store:
    """Keep each row's terms at a node of its own."""
    store = Store()
    for number, row in enumerate(table):
        node = NamedNode(f"urn:row:{number}")
        store.add(Quad(node, NamedNode("urn:number"), Literal(number)))
        store.extend(Quad(node, NamedNode(f"urn:{name}"), term) for name, term in row.items())  # type: ignore[arg-type]
    return store


@settings(max_examples=200, deadline=None)
@given(table=tables(TERMS))
def test_rows_are_those_of_the_json(table: list[dict[str, object]]) -> None:
    store = store_of(table)

    told = ResultSet(query(store, ROWS_ASKED).serialize("turtle"))

    expected = parse_query_results(query(store, ROWS_ASKED).serialize("json"), QueryResultsFormat.JSON)
    assert isinstance(expected, QuerySolutions)
    names = [variable.value for variable in expected.variables]
    assert told.variables() == set(names)
    assert unlabelled([row.get(name) for name in names] for row in told.rows()) == unlabelled(map(tuple, expected))


def read_by_rdflib(turtle: bytes) -> Result:
    return RDFResultParser().parse(io.BytesIO(turtle), format="turtle")  # type: ignore[no-untyped-call]


@settings(max_examples=100, deadline=None)
@given(table=tables(PLAIN))
def test_rdflib_reads_the_same(table: list[dict[str, object]]) -> None:
    store = store_of(table)

    told = read_by_rdflib(query(store, ROWS_ASKED).serialize("turtle"))

    expected = Result.parse(io.BytesIO(query(store, ROWS_ASKED).serialize("json")), format="json")
    assert in_order(told.bindings) == in_order(expected.bindings)


def in_order(rows: Iterable[Mapping[Variable, Node]]) -> list[list[object]]:
    """Order rows by their numbers, and name blank nodes by where they stand first."""
    ordered = sorted(rows, key=lambda row: int(str(row[Variable("n")])))
    names: dict[Node | None, int] = {}
    return [
        [names.setdefault(term, len(names)) if isinstance(term := row.get(Variable(name)), BNode) else term]
        for row in ordered
        for name in ("n", *COLUMNS)
    ]


def test_rows_that_are_equal_stay_several() -> None:
    told = ResultSet(query(Store(), "SELECT ?x { VALUES ?x { 1 1 UNDEF } }").serialize("turtle"))

    assert told.rows() == [{"x": Literal(1)}, {"x": Literal(1)}, {}]


@pytest.mark.parametrize(("text", "rows"), [("SELECT * {}", [{}]), ("SELECT ?x { FILTER(false) }", [])])
def test_result_without_values_is_a_result(text: str, rows: list[object]) -> None:
    told = ResultSet(query(Store(), text).serialize("turtle"))

    assert told.rows() == rows


@pytest.mark.parametrize(("text", "truth"), [("ASK {}", True), ("ASK { FILTER(false) }", False)])
def test_truth_is_told(text: str, truth: bool) -> None:
    written = query(Store(), text).serialize("turtle")

    assert ResultSet(written).truth() is truth
    assert read_by_rdflib(written).askAnswer is truth
