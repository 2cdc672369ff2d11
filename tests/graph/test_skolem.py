"""Blank nodes get the same names for the same facts, whatever their labels and the order of statements."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad

from mithaq.graph import ParseError, parse_facts_bytes
from mithaq.graph.skolem import name_blank_nodes, replace_blank_nodes

PREDICATES = st.sampled_from([NamedNode("http://e/p"), NamedNode("http://e/q")])
NODES = st.one_of(
    st.sampled_from([NamedNode("http://e/a"), NamedNode("http://e/b")]),
    st.integers(0, 4).map(lambda number: BlankNode(f"b{number}")),
)
GRAPHS = st.sampled_from([NamedNode("http://e/g"), NamedNode("http://e/h")])
QUADS = st.lists(st.builds(Quad, NODES, PREDICATES, NODES, GRAPHS), max_size=8)


def relabelled(quads: list[Quad]) -> list[Quad]:
    def other(term: object) -> object:
        return BlankNode("other" + term.value[::-1]) if isinstance(term, BlankNode) else term

    return [Quad(other(q.subject), q.predicate, other(q.object), q.graph_name) for q in quads]  # type: ignore[arg-type]


def named(quads: list[Quad], scope: str = "a") -> set[Quad]:
    names = name_blank_nodes(quads, scope)
    return {replace_blank_nodes(quad, names) for quad in quads}


@given(quads=QUADS, data=st.data())
@settings(max_examples=300)
def test_names_depend_neither_on_labels_nor_on_order(quads: list[Quad], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(relabelled(quads)))

    assert named(quads) == named(shuffled)


@given(quads=QUADS)
@settings(max_examples=300)
def test_named_statements_are_the_same_graph(quads: list[Quad]) -> None:
    names = name_blank_nodes(quads, "a")
    labels: dict[object, BlankNode] = {name: BlankNode(f"n{number}") for number, name in enumerate(names.values())}
    original, back = Dataset(quads), Dataset()
    for quad in named(quads):
        subject, object_ = (labels.get(term) or term for term in (quad.subject, quad.object))
        back.add(Quad(subject, quad.predicate, object_, quad.graph_name))  # type: ignore[arg-type]
    for dataset in (original, back):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)

    assert len(set(names.values())) == len(names)
    assert original == back


def test_statements_about_other_things_leave_a_name_alone() -> None:
    one = parse_facts_bytes(b"<http://e/s> <http://e/p> [ <http://e/q> 1 ] .", "turtle", "a.ttl")
    two = parse_facts_bytes(
        b"<http://e/s> <http://e/p> [ <http://e/q> 1 ] .\n<http://e/t> <http://e/p> [ <http://e/q> 2 ] .",
        "turtle",
        "a.ttl",
    )

    assert {statement.quad for statement in one.statements} < {statement.quad for statement in two.statements}


def test_two_files_share_no_names() -> None:
    quads = [Quad(BlankNode("b"), NamedNode("http://e/p"), NamedNode("http://e/o"))]

    assert named(quads, "a") != named(quads, "b")


@pytest.mark.parametrize("size", [9, 40])
def test_nodes_that_cannot_be_told_apart_are_named_in_good_time(size: int) -> None:
    nodes = [BlankNode(f"b{number}") for number in range(size)]
    clique = [Quad(one, NamedNode("http://e/p"), other) for one in nodes for other in nodes if one != other]

    assert len(set(name_blank_nodes(clique, "a").values())) == size


def test_too_many_that_look_alike_are_refused_soon() -> None:
    star = " , ".join("[]" for _ in range(2000))

    with pytest.raises(ParseError, match=r"star\.ttl: too many blank nodes"):
        parse_facts_bytes(f"[] <http://e/p> {star} .".encode(), "turtle", "star.ttl")
