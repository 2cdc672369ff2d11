"""The check of a store sees what was changed behind the back of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from mithaq.graph.checking import check
from mithaq.graph.namespaces import ARTICLES, EXACT, INDIVIDUALS, INFERRED_GRAPH, MITHAQ, RULES, SHAPES_GRAPH, TYPE
from mithaq.graph.store import open_store
from mithaq.graph.terms import in_merge

if TYPE_CHECKING:
    from pathlib import Path

RUSSIA = NamedNode(INDIVIDUALS + "russia")
POLITY = NamedNode(MITHAQ + "Polity")
SPAN = NamedNode(ARTICLES + "pact#char=5,10")
NAME = NamedNode(MITHAQ + "name")


@pytest.fixture
def store(small_store: Path) -> Store:
    """A copy of the small graph that can be written to."""
    copy = Store()
    with open_store(small_store) as generation:
        copy.extend(generation.quads)
    return copy


def rules_broken(store: Store) -> set[str]:
    return {finding.rule.removeprefix(RULES) for finding in check(store)}


def test_untouched_store_breaks_nothing(store: Store) -> None:
    assert check(store) == []


def test_triple_that_stands_in_the_merge_alone_is_found(store: Store) -> None:
    store.add(Quad(RUSSIA, NAME, Literal("روسيا الاتحادية", language="ar")))

    assert rules_broken(store) == {"default-graph-is-merge"}


def test_triple_that_the_merge_lacks_is_found(store: Store) -> None:
    store.remove(Quad(RUSSIA, TYPE, POLITY, DefaultGraph()))

    assert rules_broken(store) == {"default-graph-is-merge"}


def test_shapes_in_the_merge_are_found(store: Store) -> None:
    shape = next(store.quads_for_pattern(None, None, None, SHAPES_GRAPH))
    store.add(in_merge(shape))

    assert "default-graph-is-merge" in rules_broken(store)


def test_inferred_triple_that_is_stated_as_well_is_found(store: Store) -> None:
    store.add(Quad(RUSSIA, TYPE, POLITY, INFERRED_GRAPH))

    (finding,) = check(store)

    assert finding.rule == RULES + "inferred-apart"
    assert "article:pact#char=5,10" in finding.said_in("ar")


def test_blank_node_is_found(store: Store) -> None:
    quad = Quad(BlankNode("b"), TYPE, POLITY, SPAN)
    store.extend([quad, in_merge(quad)])

    assert rules_broken(store) >= {"no-blank-nodes"}


def test_changed_quote_is_found_with_the_words_that_stand_there(store: Store) -> None:
    article = NamedNode(ARTICLES + "pact")
    old, new = (Quad(SPAN, EXACT, Literal(words), article) for words in ("روسيا", "روسية"))
    for quad in (old, in_merge(old)):
        store.remove(quad)
    store.extend([new, in_merge(new)])

    (finding,) = check(store)

    assert finding.rule == RULES + "span-exact"
    assert "«روسيا»" in finding.said_in("ar")
