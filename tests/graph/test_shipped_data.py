"""The shipped articles go all the way: build, export, validate, check."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph, Severity, shipped_files

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = sorted(shipped_files().articles.glob("*.trig"))


def turtle(store: Path) -> bytes:
    stream = io.BytesIO()
    with KnowledgeGraph.open(store) as graph:
        graph.export(stream)
    return stream.getvalue()


def test_every_shipped_article_has_its_facts() -> None:
    assert [path.stem for path in SEEDS] == sorted(path.stem for path in shipped_files().articles.glob("*.txt"))
    assert len(SEEDS) == 3


def test_another_build_gives_the_same_bytes(shipped_store: Path, tmp_path: Path) -> None:
    KnowledgeGraph.build(tmp_path / "store")

    assert turtle(tmp_path / "store") == turtle(shipped_store)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_facts_conform_to_the_graph_that_holds_them(shipped_graph: KnowledgeGraph, path: Path) -> None:
    report = shipped_graph.validate_file(path)

    assert report.conforms, report.to_text("en")


def test_check_finds_nothing(shipped_graph: KnowledgeGraph) -> None:
    found = [finding for finding in shipped_graph.check() if finding.severity is Severity.VIOLATION]

    assert [(finding.rule, str(finding.focus)) for finding in found] == []


def test_every_fact_of_every_article_has_words(shipped_graph: KnowledgeGraph) -> None:
    texts = {article.iri: shipped_graph.text_of(article.iri) or "" for article in shipped_graph.articles()}
    grounds = [ground for ground in shipped_graph.evidence(None) if ground.span is not None]

    assert len(grounds) == shipped_graph.stats().facts
    for ground in grounds:
        assert ground.span is not None
        assert ground.quote == ground.span.cut(texts[ground.span.article])
        assert ground.sentence is not None
        assert ground.quote in ground.sentence
