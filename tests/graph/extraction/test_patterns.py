"""What a pattern needs is read from the pattern, hides no match, and spares nearly all searches."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from mithaq.graph.articles import read_article
from mithaq.graph.extraction import extract
from mithaq.graph.extraction.facts.adjuncts import reduced
from mithaq.graph.extraction.facts.context import Sentence
from mithaq.graph.extraction.mentions.layers import skeletons_of
from mithaq.graph.extraction.mentions.needs import needs_of
from mithaq.graph.extraction.mentions.patterns import Pattern, Text
from mithaq.graph.extraction.mentions.records import Kind
from mithaq.graph.extraction.mentions.skeleton import pattern
from mithaq.graph.extraction.reading.sentences import sentences_of
from mithaq.graph.folding import fold

from .conftest import CORPUS

if TYPE_CHECKING:
    from collections.abc import Iterator

POLITY, ORGANIZATION = chr(Kind.POLITY.value), chr(Kind.ORGANIZATION.value)


@pytest.mark.parametrize(
    ("expression", "needs"),
    [
        ("معاهده", [{"معاه"}]),
        (r"[وف]?(?P<verb>وقعت?|ابرم)", [{"وقع", "ابرم"}]),
        (r"(?:ال)?علاقات\s+مقطوعه", [{"علاق"}, {"مقطو"}]),
        (r"حرب(?:\s+[\u0621-\u064a]+)?", [{"حرب"}]),
        (r"(?:هجوم|عدوان)+", [{"هجوم", "عدوا"}]),
        (r"(?:معاهده|[وف]{0,2}بنود){2}", [{"معاه", "بنود"}]),
        (f"[{POLITY}-{chr(Kind.POLITY.value + 511)}]", [{POLITY}]),
        ("[\ue000-\ue1ff\ue400-\ue5ff] ?:", [{POLITY, ORGANIZATION}, {":"}]),
    ],
)
def test_every_match_holds_one_gram_of_each_need(expression: str, needs: list[set[str]]) -> None:
    assert {frozenset(need) for need in needs} == set(needs_of(expression))


@pytest.mark.parametrize(
    "expression",
    [
        "(?:معاهده)?",
        "(?:معاهده|في)",  # two letters are too common to tell anything
        "(?:معاهده)*",
        "(?:معاهده){0,3}",
        "(?=معاهده)",
        "(?!معاهده)(?<!اتفاق)",
        r"(?:معاهده|[\u0621-\u064a]+)",
        "(?P<one>)(?P=one)",
        r"\s+.",
        "^$",
        "(?i:Treaty)",
        r"\U0001F600|\N{DIGIT SIX}|\0123",
    ],
)
def test_what_may_be_absent_is_no_need(expression: str) -> None:
    assert needs_of(expression) == ()


def test_a_text_without_what_a_pattern_needs_is_not_searched() -> None:
    found = pattern("{w}وقعت {P}")

    assert found.can_match(Text(f"وقعت {POLITY} اتفاقا"))
    assert not found.can_match(Text("وقعت الحرب"))
    assert not found.can_match(Text(f"اعلنت {POLITY}"))


def test_a_character_that_only_looks_like_a_mention_is_found_as_before() -> None:
    assert pattern("{any}").search(Text("علم \uf8ff")) is not None


def test_a_piece_of_a_text_is_searched_as_it_is() -> None:
    text = Text("وقعت الحرب")

    assert pattern("{w}وقعت").can_match(text[5:])
    assert pattern("{w}وقعت").search(text[5:]) is None


@pytest.fixture(scope="module")
def patterns() -> list[Pattern]:
    """All patterns that reading the development articles asks for."""
    for path in sorted((CORPUS / "development").glob("*.txt")):
        extract(read_article(path))
    return [each for each in gc.get_objects() if isinstance(each, Pattern)]


def texts() -> Iterator[Text]:
    """Development sentences: as they stand, with mentions in the place of words, and without adjuncts."""
    for path in sorted((CORPUS / "development").glob("*.txt")):
        text = fold(path.read_text(encoding="utf-8")).text
        stretches = sentences_of(text)
        for stretch, skeleton in zip(stretches, skeletons_of(text, stretches), strict=True):
            yield Text(text[stretch.begin : stretch.end])
            yield skeleton.text
            yield Text(skeleton.text)
            yield reduced(Sentence(0, stretch, skeleton)).text


def test_no_match_is_hidden_by_what_a_pattern_needs(patterns: list[Pattern]) -> None:
    hidden = [
        (found.written, text)
        for text in texts()
        for found in patterns
        if not found.can_match(text) and found.expression.search(text)
    ]

    assert len(patterns) > 600
    assert hidden == []


def test_most_searches_are_spared(patterns: list[Pattern]) -> None:
    """A pattern that needs nothing rare is searched for in every sentence; few may be like that."""
    asked = [found.can_match(text) for text in texts() for found in patterns]

    assert sum(asked) < len(asked) / 5
