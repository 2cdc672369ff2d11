"""The generated articles are the same for the same seed, are what parsing gives, and conform as a build judges them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest

from mithaq.graph import KnowledgeGraph, Span, parse_facts_bytes
from mithaq.graph.articles import read_folder

from .dataset import articles_of_size, write_folder
from .generator import GeneratedArticle, articles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def written(generated: Iterable[GeneratedArticle], folder: Path) -> Path:
    folder.mkdir()
    for each in generated:
        (folder / f"{each.name}.txt").write_bytes(each.text.encode())
        (folder / f"{each.name}.trig").write_bytes(each.trig.encode())
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_and_size_give_the_same_bytes(tmp_path: Path) -> None:
    write_folder(tmp_path / "one", 20_000, seed=5)
    write_folder(tmp_path / "other", 20_000, seed=5)

    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_another_seed_gives_other_articles() -> None:
    one, other = (list(islice(articles(seed), 10)) for seed in (1, 2))

    assert {each.text for each in one}.isdisjoint(each.text for each in other)


def test_a_larger_data_set_begins_with_the_smaller_one() -> None:
    small, large = (list(articles_of_size(size, seed=1)) for size in (2_000, 4_000))

    assert large[: len(small)] == small


def test_the_quads_are_those_that_parsing_gives() -> None:
    for each in islice(articles(3), 200):
        parsed = parse_facts_bytes(each.trig.encode(), "trig", f"{each.name}.trig")
        assert tuple(statement.quad for statement in parsed.statements) == each.quads


@pytest.mark.parametrize("size", [1, 1_000, 30_000])
def test_a_data_set_is_as_large_as_asked_within_one_article(size: int) -> None:
    counts = [len(each.quads) for each in articles_of_size(size, seed=1)]

    assert sum(counts[:-1]) < size <= sum(counts)


def test_what_is_written_is_counted_and_read_as_a_folder_of_articles(tmp_path: Path) -> None:
    told = write_folder(tmp_path / "articles", 3_000, seed=1)

    folder = read_folder(tmp_path / "articles")
    triples = [len(parse_facts_bytes(path.read_bytes(), "trig", path.name)) for path in folder.facts]
    assert (told.articles, told.triples) == (len(folder.articles), sum(triples))


def test_articles_hold_about_150_triples_and_differ() -> None:
    counts = sorted(len(each.quads) for each in islice(articles(1), 2_000))

    assert 140 <= sum(counts) / len(counts) <= 170
    assert counts[100] < 90
    assert counts[-100] > 280


def test_a_few_states_stand_in_many_articles_and_most_in_few() -> None:
    generated = list(islice(articles(1), 1_000))
    states = ["روسيا", "الولايات المتحدة", "بوتان", "توفالو"]

    shares = [sum(state in each.text for each in generated) / len(generated) for state in states]

    assert min(shares[:2]) > 0.1
    assert max(shares[2:]) < 0.05


def test_several_articles_speak_of_one_treaty() -> None:
    signings = [
        {quad.subject for quad in each.quads if quad.predicate.value.endswith("#signedInstrument")}
        for each in islice(articles(1), 500)
    ]

    told = [event for each in signings for event in each]
    assert len(set(told)) < 0.6 * len(told)


def test_the_first_articles_conform_without_a_warning(tmp_path: Path) -> None:
    build = KnowledgeGraph.build(tmp_path / "store", written(islice(articles(1), 20), tmp_path / "articles"))

    assert (build.violations, build.warnings) == (0, 0), build.report.to_text("en")
    with KnowledgeGraph.open(tmp_path / "store") as graph:
        assert [finding for finding in graph.check() if finding.severity != "Info"] == []


def test_later_articles_conform_without_the_earlier_ones(tmp_path: Path) -> None:
    generated = islice(articles(4), 600, 612)

    build = KnowledgeGraph.build(tmp_path / "store", written(generated, tmp_path / "articles"))

    # English labels come with the article that names a thing first
    others = [finding for finding in build.report.findings if not finding.rule.endswith("entity-english-label")]
    assert (build.violations, others) == (0, []), build.report.to_text("en")


def test_no_span_but_a_sentence_reaches_over_its_neighbour() -> None:
    for each in islice(articles(6), 100):
        spans = [Span.from_iri(str(quad.graph_name)[1:-1]) for quad in each.quads]
        known = sorted({span for span in spans if span is not None})
        for one in known:
            crossing = [other for other in known if one.begin < other.begin < one.end < other.end]
            assert crossing == []
