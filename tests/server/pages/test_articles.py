"""Articles on pages: every passage is marked whole, lists are found in by words of any spelling, two are compared."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from mithaq.server.overviews import find_articles, overview_of
from mithaq.server.readings.articles import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flask.testing import FlaskClient

    from mithaq.graph import KnowledgeGraph
    from mithaq.server.readings.articles import ArticleReading, Token

ARTICLES = ["000_91707e2fd8b393ee", "002_0f58a2ef757f010b", "004_00f9922b9418dd7a"]


def read(graph: KnowledgeGraph, name: str) -> ArticleReading:
    return read_article(graph, f"https://w3id.org/mithaq/article/{name}", "ar")


def marked(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Give each piece of text with each place that it is marked for; what is opened last is closed first."""
    open_: list[str] = []
    for kind, piece in tokens:
        if kind in {"begin", "again"}:
            open_.append(piece)
        elif kind == "text":
            yield from ((place, piece) for place in open_)
        else:
            assert open_.pop() == piece
    assert open_ == []


@pytest.mark.parametrize("name", ARTICLES)
def test_every_passage_is_marked_from_its_first_letter_to_its_last(shipped_graph: KnowledgeGraph, name: str) -> None:
    reading = read(shipped_graph, name)
    found: defaultdict[str, str] = defaultdict(str)
    for paragraph in reading.paragraphs:
        for place, piece in marked(paragraph.tokens):
            found[place] += piece

    assert {passage.place: passage.words for passage in reading.passages} == found


def test_some_passages_cross_each_other(shipped_graph: KnowledgeGraph) -> None:
    passages = read(shipped_graph, ARTICLES[0]).passages

    assert [one for one, other in combinations(passages, 2) if one.begin < other.begin < one.end < other.end]


@pytest.mark.parametrize(
    ("sought", "found"),
    [("الشَّراكة الإستراتيجية", ARTICLES[2:]), ("asiaarabic", ARTICLES[2:]), ("", ARTICLES), ("لا شيء كهذا", [])],
)
def test_articles_are_found_by_words_in_any_spelling(
    shipped_graph: KnowledgeGraph, sought: str, found: list[str]
) -> None:
    entries = overview_of(shipped_graph).articles

    assert [entry.summary.name for entry in find_articles(entries, sought)] == found


def test_overview_counts_as_the_statistics_do(shipped_graph: KnowledgeGraph) -> None:
    overview, statistics = overview_of(shipped_graph), shipped_graph.stats()

    assert len(overview.articles) == statistics.articles
    for name in ("sentences", "spans", "facts", "inferred"):
        assert getattr(overview, name) == getattr(statistics, name)


def test_articles_are_listed_with_a_way_to_each(shipped_client: FlaskClient) -> None:
    page = shipped_client.get("/articles?q=شراكة&lang=en").get_data(as_text=True)

    assert f'href="/article/{ARTICLES[2]}"' in page
    assert f'href="/article/{ARTICLES[0]}"' not in page


def test_page_that_is_no_number_is_refused_and_one_behind_the_last_is_the_last(shipped_client: FlaskClient) -> None:
    for number in ("0", "x", "1" + "0" * 20):
        refused = shipped_client.get("/articles", query_string={"page": number})
        assert refused.status_code == 400
        assert refused.get_json()["detail"] == "The parameter 'page' is a whole number from 1 to 999999999."
    assert ARTICLES[0] in shipped_client.get("/articles?page=99").get_data(as_text=True)


def test_articles_to_compare_are_chosen_by_words(shipped_client: FlaskClient) -> None:
    page = shipped_client.get("/compare?first=شويجو&second=شراكة&lang=en").get_data(as_text=True)

    assert "Both say" in page


def test_words_of_several_articles_lead_to_a_choice(shipped_client: FlaskClient) -> None:
    page = shipped_client.get(f"/compare?first=روسيا&second={ARTICLES[2]}&lang=en").get_data(as_text=True)

    assert "Which of these?" in page
    assert "Both say" not in page
