"""Amendments come and go as quads, and keep every rule that files of facts must keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from mithaq.graph import KnowledgeGraph, parse_facts_bytes
from mithaq.graph.namespaces import (
    ARTICLES,
    INDIVIDUALS,
    INFERRED_GRAPH,
    MITHAQ,
    REFERENCE_GRAPH,
    RULES,
    SHAPES,
    TEXT,
    TYPE,
)
from mithaq.graph.terms import iri_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mithaq.graph import BuildFiles, Transaction

ACCORD = ARTICLES + "accord"


@pytest.fixture
def store(tmp_path: Path, small_files: BuildFiles) -> Path:
    assert KnowledgeGraph.build(tmp_path / "store", files=small_files).written
    return tmp_path / "store"


def amend(store: Path, added: Iterable[Quad] = (), removed: Iterable[Quad] = ()) -> Transaction:
    with KnowledgeGraph.writing(store) as graph:
        return graph.amend(added, removed)


def digest(store: Path) -> str:
    with KnowledgeGraph.open(store) as graph:
        assert graph.check() == []
        assert graph.audit().conforms
        return graph.revision.digest


def quads(store: Path, graph: str) -> list[Quad]:
    with KnowledgeGraph.open(store) as opened:
        data = opened.query(
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", default_graphs=[graph], named_graphs=[]
        ).serialize("nquads")
    facts = parse_facts_bytes(data, "nquads", "part.nq")
    return [each.placed_in(NamedNode(graph)).quad for each in facts.statements]


def all_of(store: Path, article: str) -> list[Quad]:
    with KnowledgeGraph.open(store) as graph:
        spans = graph.query(f"SELECT DISTINCT ?g {{ GRAPH ?g {{}} FILTER(STRSTARTS(STR(?g), '{article}')) }}")
        names = [iri_of(row[0]) for row in spans]
    return [quad for name in names for quad in quads(store, name)]


def fact(predicate: str, object_: str, graph: str) -> Quad:
    return Quad(NamedNode(INDIVIDUALS + "accord"), NamedNode(MITHAQ + predicate), NamedNode(object_), NamedNode(graph))


def broken(done: Transaction) -> set[str]:
    return {each.rule.removeprefix(RULES).removeprefix(SHAPES) for each in done.report.findings}


def test_article_taken_out_quad_by_quad_is_retracted_and_comes_back(store: Path, tmp_path: Path) -> None:
    before, parts = digest(store), all_of(store, ACCORD)
    with KnowledgeGraph.open(store) as graph:
        graph.back_up(tmp_path / "other")
    with KnowledgeGraph.writing(tmp_path / "other") as writer:
        assert writer.retract("accord").revision is not None

    assert amend(store, removed=parts).revision is not None
    assert digest(store) == digest(tmp_path / "other")
    assert amend(store, added=parts).revision is not None
    assert digest(store) == before


def test_fact_is_replaced_in_one_revision(store: Path) -> None:
    old = next(quad for quad in all_of(store, ACCORD) if quad.object == NamedNode(MITHAQ + "Instrument"))

    done = amend(store, [Quad(old.subject, TYPE, NamedNode(MITHAQ + "Treaty"), old.graph_name)], [old])

    assert done.revision is not None
    assert done.revision.number == 2
    digest(store)


def test_article_cannot_lose_its_text_while_facts_speak_of_it(store: Path) -> None:
    before = digest(store)
    text = [quad for quad in all_of(store, ACCORD) if quad.predicate == TEXT]

    assert "known-article" in broken(amend(store, removed=text))
    assert digest(store) == before


def test_text_of_an_article_cannot_be_changed_under_its_facts(store: Path) -> None:
    text = next(quad for quad in all_of(store, ACCORD) if quad.predicate == TEXT)
    other = Quad(text.subject, TEXT, Literal("نص آخر"), text.graph_name)

    done = amend(store, [other], [text])

    assert {"article-checksum", "span-bounds"} <= broken(done)
    assert done.revision is None


def test_span_cannot_lose_its_description_while_it_states_something(store: Path) -> None:
    described = [quad for quad in quads(store, ACCORD) if str(quad.subject) == f"<{ACCORD}#char=13,19>"]
    assert described

    assert "span-declared" in broken(amend(store, removed=described))


def test_facts_need_a_span(store: Path) -> None:
    added = fact("party", INDIVIDUALS + "georgia", "http://example.org/graph")
    merged = Quad(added.subject, added.predicate, added.object, DefaultGraph())

    assert "graph-is-span" in broken(amend(store, [added]))
    assert "evidence-missing" in broken(amend(store, [merged]))
    assert "reserved-graph" in broken(amend(store, [fact("party", INDIVIDUALS + "georgia", INFERRED_GRAPH.value)]))


@pytest.mark.parametrize("graph", [INFERRED_GRAPH.value, REFERENCE_GRAPH.value])
def test_what_the_build_brings_cannot_be_taken_out(store: Path, graph: str) -> None:
    before = digest(store)

    done = amend(store, removed=quads(store, graph)[:1])

    assert "protected" in broken(done)
    assert digest(store) == before


def test_reference_that_an_amendment_brought_can_be_taken_out(store: Path) -> None:
    before = digest(store)
    about = NamedNode(INDIVIDUALS + "georgia")
    added = [
        Quad(about, NamedNode("http://www.w3.org/2004/02/skos/core#altLabel"), Literal("Sakartvelo"), REFERENCE_GRAPH),
        Quad(about, NamedNode("http://purl.org/dc/terms/source"), NamedNode("http://example.org/"), REFERENCE_GRAPH),
    ]

    done = amend(store, added)
    assert done.revision is not None, done.report.to_text()
    assert digest(store) != before
    assert amend(store, removed=added).revision is not None
    assert digest(store) == before


def test_nothing_asked_changes_nothing(store: Path) -> None:
    done = amend(store)

    assert done.revision is None
    assert not done.report.findings


def test_writer_of_an_open_graph_leaves_that_graph_as_it_was(store: Path) -> None:
    with KnowledgeGraph.open(store) as graph:
        for target in ("accord", "pact"):
            with graph.changing() as writer:
                assert writer.retract(target).revision is not None

        assert graph.revision.number == 1
        assert not graph.is_current()
        assert {"accord", "pact"} <= {each.name for each in graph.articles()}
