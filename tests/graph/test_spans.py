"""Spans lead from IRIs to offsets and back, and count in code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.graph.namespaces import ARTICLES
from mithaq.graph.spans import Span, article_of

OFFSETS = st.integers(min_value=0, max_value=10**9)


@given(begin=OFFSETS, end=OFFSETS)
def test_iri_leads_back_to_its_span(begin: int, end: int) -> None:
    span = Span(ARTICLES + "000_a", begin, end)

    assert Span.from_iri(span.iri) == span


@given(before=st.text(), words=st.text(min_size=1), after=st.text())
def test_cut_gives_exactly_the_words_between_the_offsets(before: str, words: str, after: str) -> None:
    text = before + words + after
    span = Span(ARTICLES + "a", len(before), len(before) + len(words))

    assert span.cut(text) == words
    assert span.fits(len(text))


def test_offsets_count_code_points_not_bytes_or_utf16_units() -> None:
    assert Span(ARTICLES + "a", 1, 3).cut("\N{GRINNING FACE}سلام") == "سل"


@pytest.mark.parametrize(
    "iri",
    [
        ARTICLES + "a",
        ARTICLES + "a#char=01,5",
        ARTICLES + "a#char=1,",
        ARTICLES + "a#char=-1,5",
        ARTICLES + "a#char=1,5;length=9",
        ARTICLES + "a/b#char=1,5",
        ARTICLES + "a#char=١,٥",
        "https://example.org/a#char=1,5",
        "",
    ],
)
def test_other_iris_are_no_spans(iri: str) -> None:
    assert Span.from_iri(iri) is None


@pytest.mark.parametrize(("begin", "end"), [(5, 5), (6, 5), (0, 11), (11, 12)])
def test_empty_reversed_and_overlong_spans_do_not_fit(begin: int, end: int) -> None:
    assert not Span(ARTICLES + "a", begin, end).fits(10)


def test_a_span_contains_itself_but_none_of_another_article() -> None:
    span = Span(ARTICLES + "a", 2, 8)

    assert span.contains(span)
    assert span.contains(Span(ARTICLES + "a", 3, 8))
    assert not span.contains(Span(ARTICLES + "a", 3, 9))
    assert not span.contains(Span(ARTICLES + "b", 3, 8))


@pytest.mark.parametrize(
    ("iri", "article"),
    [
        (ARTICLES + "a", ARTICLES + "a"),
        (ARTICLES + "a#char=1,2", ARTICLES + "a"),
        (ARTICLES + "a#source", ARTICLES + "a"),
        (ARTICLES, None),
        (ARTICLES + "a/b", None),
        ("https://w3id.org/mithaq/id/a", None),
    ],
)
def test_article_of_an_iri(iri: str, article: str | None) -> None:
    assert article_of(iri) == article
