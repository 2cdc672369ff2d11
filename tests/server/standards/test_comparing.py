"""Comparison tells apart what the suites tell apart, and nothing else."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, parse

from .comparing import Solutions, result_in_graph, same_quads, same_solutions, same_table, solutions_of

A, B, P = NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:p")
X, Y = BlankNode("x"), BlankNode("y")
INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
ORDERED = """
    [] a rs:ResultSet ; rs:resultVariable "v" ;
       rs:solution [ rs:index 2 ; rs:binding [ rs:variable "v" ; rs:value "second" ] ] ,
                   [ rs:index 1 ; rs:binding [ rs:variable "v" ; rs:value "first" ] ] ."""


def rows(*values: object, ordered: bool = False) -> Solutions:
    return Solutions(frozenset({"v"}), [{"v": value} for value in values], ordered)  # type: ignore[dict-item]


def in_turtle(text: str) -> list[Quad]:
    prefix = "@prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> ."
    return list(parse(prefix + text, RdfFormat.TURTLE))


def test_graphs_are_the_same_whatever_their_blank_nodes_are_called() -> None:
    assert same_quads([Quad(X, P, Y), Quad(Y, P, A)], [Quad(Y, P, X), Quad(X, P, A)])


@pytest.mark.parametrize(
    "other", [[Quad(X, P, X)], [Quad(A, P, Y)], [Quad(X, P, Y, A)], [Quad(X, P, Y), Quad(A, P, B)], []]
)
def test_other_graphs_differ(other: list[Quad]) -> None:
    assert not same_quads([Quad(X, P, Y)], other)


def test_literals_compare_as_a_store_writes_them() -> None:
    assert same_quads([Quad(A, P, Literal("007", datatype=INTEGER))], [Quad(A, P, Literal("7", datatype=INTEGER))])


def test_solutions_are_bags() -> None:
    assert same_solutions(rows(A, B, A), rows(A, A, B))
    assert not same_solutions(rows(A, B, A), rows(A, B, B))
    assert not same_solutions(rows(A, B), rows(A, B, B))


def test_duplicates_may_be_gone_where_a_query_may_remove_them() -> None:
    assert same_solutions(rows(A, B, A), rows(A, B), lax=True)
    assert not same_solutions(rows(A, B, A), rows(A), lax=True)


def test_order_counts_where_the_expected_solutions_have_one() -> None:
    assert same_solutions(rows(A, B), rows(B, A))
    assert not same_solutions(rows(A, B, ordered=True), rows(B, A))
    assert same_solutions(rows(A, B, A, ordered=True), rows(A, B, A))


def test_variables_count_even_where_there_are_no_rows() -> None:
    assert not same_solutions(rows(), Solutions(frozenset({"w"}), []))


def test_blank_nodes_are_the_same_in_several_rows_or_are_not() -> None:
    assert same_solutions(rows(X, X, Y), rows(Y, X, Y))
    assert not same_solutions(rows(X, X, Y), rows(X, Y, BlankNode("z")))


def test_result_set_is_read_from_a_graph_in_its_order() -> None:
    solutions = result_in_graph(in_turtle(ORDERED))

    assert isinstance(solutions, Solutions)
    assert [row["v"] for row in solutions.rows] == [Literal("first"), Literal("second")]
    assert solutions.ordered


def test_verdict_is_read_from_a_graph() -> None:
    assert result_in_graph(in_turtle("[] a rs:ResultSet ; rs:boolean true .")) is True
    assert result_in_graph(in_turtle("[] a rs:ResultSet ; rs:boolean false .")) is False


def test_solutions_are_read_with_their_unbound_variables() -> None:
    solutions = solutions_of(b"?v\t?w\n<urn:a>\t\n", QueryResultsFormat.TSV)

    assert solutions == Solutions(frozenset({"v", "w"}), [{"v": A}])


@pytest.mark.parametrize(
    ("actual", "same"),
    [
        (b"w,v\r\n1.0,a\r\n2,_:z\r\n", True),
        (b"v,w\r\n_:z,2\r\na,1\r\n", True),
        (b"v,w\r\na,1\r\n_:z,3\r\n", False),
        (b"v,w\r\na,1\r\n", False),
        (b"v,u\r\na,1\r\n_:z,2\r\n", False),
        (b"", False),
    ],
)
def test_tables_are_bags_of_rows(actual: bytes, same: bool) -> None:
    assert same_table(b"v,w\r\na,1\r\n_:x,2\r\n", actual) is same
